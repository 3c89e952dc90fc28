"""Every screen at every size: as it was when last looked at, no sentence cut, few keys named.

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
from tests.tui.conftest import Hand
from tests.tui.gallery import SCREENS, SIZES, shown

SNAPSHOTS = Path(__file__).with_name("snapshots")
PHONE = 40


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


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_is_whole_and_looks_as_it_did(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    kept = SNAPSHOTS / f"{name}-{size[0]}x{size[1]}.svg"
    async with shown(name, tmp_path, size) as hand:
        svg = svg_of(hand.app)
        assert _cut(hand) == []
        assert all(e.region.bottom <= size[1] for e in hand.app.screen.query(QuickEntry))
        if size[0] <= PHONE:
            assert len(_keys_named(hand)) <= 4
    if os.environ.get("JAR_TUI_DRAW"):
        kept.write_text(svg, encoding="utf-8")
    assert svg == kept.read_text(encoding="utf-8"), f"{kept.name} looks otherwise"


def test_no_snapshot_is_of_a_screen_that_is_no_more() -> None:
    kept = {path.stem for path in SNAPSHOTS.iterdir()}
    assert kept == {f"{name}-{width}x{height}" for name in SCREENS for width, height in SIZES}
