"""Every screen at every size: as it was when last looked at, no sentence cut, few keys named.

A window goes from a usual size to a rarer one and, in a storm of sizes, back again.

`JAR_TUI_DRAW=1 pytest tests/tui/test_snapshots.py` draws the screens anew, to be looked at again.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import Static

from jar_tui.tui.screens.keys import KeysLine
from jar_tui.tui.widgets.quick_entry import QuickEntry
from screenshots.svg import svg_of
from tests.every import either
from tests.tui.conftest import Hand
from tests.tui.gallery import SCREENS, SIZES, shown

SNAPSHOTS = Path(__file__).with_name("snapshots")
PHONE = 40
WINDOWS = {"desk": (SIZES[1], SIZES[0]), "phone": (SIZES[2], SIZES[3])}
"""Two sizes of one window: that it begins in, and that it is given."""
BEGUN_OTHERWISE = {
    *("names", "names-none", "filter", "near", "keep-signing"),  # beside the slip in a broad window
    *("how", "taking-away", "one-line", "ways"),  # a low window says the hint until a key
}
STORM = either(((12, 3),), ((12, 3), (79, 24), (200, 60), (30, 12), (1, 1)))


def _cut(hand: Hand) -> list[str]:
    """Return the texts of which not all can be seen, nor scrolled to."""
    cut = []
    keys = [line.region.y for line in hand.app.screen.query(KeysLine)]
    free = Region(0, 0, hand.app.size.width, min([*keys, hand.app.size.height]))
    for text in hand.app.screen.query(Static):
        if not str(text.content).strip() or not _is_shown(text):
            continue
        room = text.scrollable_content_region
        seen = text.region.intersection(free) if not isinstance(text, KeysLine) else text.region
        scrolls = any(isinstance(one, VerticalScroll) for one in text.ancestors)
        needed = text.get_content_height(room.size, room.size, room.width) if room.width else 1
        if room.height < needed or (not scrolls and seen != text.region):
            cut.append(str(text.content))
    return cut


def _is_shown(text: Static) -> bool:
    return all(getattr(one, "display", True) for one in text.ancestors_with_self)


def _keys_named(hand: Hand) -> list[str]:
    lines = [
        line for keys in hand.app.screen.query(KeysLine) for line in str(keys.content).splitlines()
    ]
    assert all(len(line) <= hand.app.size.width - 2 for line in lines)
    return [piece for line in lines for piece in line.split("·")]


def _looks_as_it_did(hand: Hand, name: str) -> None:
    width, height = hand.app.size
    kept = SNAPSHOTS / f"{name}-{width}x{height}.svg"
    assert _cut(hand) == []
    assert all(e.region.bottom <= height for e in hand.app.screen.query(QuickEntry))
    if width <= PHONE:
        assert len(_keys_named(hand)) <= 4
    svg = svg_of(hand.app)
    if os.environ.get("JAR_TUI_DRAW"):
        kept.write_text(svg, encoding="utf-8")
    assert svg == kept.read_text(encoding="utf-8"), f"{kept.name} looks otherwise:\n{hand.screen}"


@pytest.mark.parametrize(("usual", "rare"), WINDOWS.values(), ids=WINDOWS)
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_is_whole_and_looks_as_it_did(
    tmp_path: Path, name: str, usual: tuple[int, int], rare: tuple[int, int]
) -> None:
    async with shown(name, tmp_path, usual) as hand:
        _looks_as_it_did(hand, name)
        if name not in BEGUN_OTHERWISE:
            await hand.resize(rare)
            _looks_as_it_did(hand, name)
        await hand.resize(*STORM, usual)
        _looks_as_it_did(hand, name)
    if name in BEGUN_OTHERWISE:
        async with shown(name, tmp_path / "other", rare) as hand:
            _looks_as_it_did(hand, name)


def test_no_snapshot_is_of_a_screen_that_is_no_more() -> None:
    kept = {path.stem for path in SNAPSHOTS.iterdir()}
    assert kept == {f"{name}-{width}x{height}" for name in SCREENS for width, height in SIZES}
