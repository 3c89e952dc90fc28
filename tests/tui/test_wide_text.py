"""Wide, joined and marked text on every screen: straight columns, nothing cut in two or lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events

from jar_tui.domain.records import Slip
from jar_tui.domain.signing import Named, Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.widgets.names_list import NamesList
from jar_tui.tui.widgets.rows import cut, one_row, two_rows
from jar_tui.words import SMALL
from jar_tui.words.opening import SIDE_BY_SIDE
from tests.conftest import SATURDAY
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.openings import opened
from tests.tui.wide_text import (
    EMOJI,
    SCRIPTS,
    SIZES,
    WIDE,
    crooked,
    cut_in,
    squeezed,
    word,
    words,
)

Clock = Callable[[], datetime]
Size = tuple[int, int]
TODAY = SATURDAY.date()
PAGES = 60
"""More screens than there are in a jar of these tests."""


@pytest.fixture(params=SIZES, ids=[f"{width}x{height}" for width, height in SIZES])
def size(request: pytest.FixtureRequest) -> Size:
    """Return the size of a broad desk's screen, a desk's, a phone's, and a small one."""
    found: Size = request.param
    return found


@pytest.fixture(params=[tuple(EMOJI), tuple(SCRIPTS)], ids=["emoji", "scripts"])
def kinds(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Return some kinds of wide text, few enough for one opening."""
    found: tuple[str, ...] = request.param
    return found


def fill(home: Path, clock: Clock, kinds: Iterable[str], *, count: int = 6) -> tuple[Slip, ...]:
    """Put a slip of each kind into a jar, by somebody whose name and tag are of that kind too."""
    service, _ = JarService.open(home, clock)
    named = [Named(word(kind) * 4, f"{word(kind)}:text") for kind in kinds]
    ids = [added.part.id for added in service.people.add(named)]
    signatures = [Signature(ties=(Tie("by", part),)) for part in ids]
    service.add_all(
        [
            NewSlip(" ".join(words(kind, count)), small=True, signature=signature)
            for kind, signature in zip(kinds, signatures, strict=True)
        ]
    )
    return service.jar.slips


async def straight(hand: Hand, *keys: str) -> None:
    """Press keys; after each of them, the screen is straight."""
    assert crooked(hand) == []
    for key in keys:
        await hand.press(key)
        assert crooked(hand) == []


async def paste(hand: Hand, text: str) -> None:
    """Paste a text where the keys go."""
    hand.app.post_message(events.Paste(text))
    await hand.settle()


# What is cut to fit


@pytest.mark.parametrize("kind", WIDE)
def test_a_cut_text_is_whole_up_to_the_dots(kind: str) -> None:
    text = word(kind) * 30
    for width in range(90):
        shown = cut(text, width)
        assert cell_len(shown) <= width
        assert shown.endswith("…") is (0 < width < cell_len(text))
        assert text.startswith(shown.removesuffix("…"))
        assert cut_in(shown) == ""
    assert cut(text, cell_len(text)) == text


@pytest.mark.parametrize("kind", WIDE)
@pytest.mark.parametrize("between", [" ", ""], ids=["words", "one long word"])
def test_rows_of_slips_fit_and_end_with_their_mark(
    service: JarService, kind: str, between: str
) -> None:
    (slip,) = service.add_all([NewSlip(between.join(words(kind, 60)), small=True)])
    name = f"by {word(kind) * 4}"
    for width in range(26, 109):
        for line in two_rows(slip, width, TODAY, name):
            assert cell_len(line) <= width
            assert cut_in(line) == ""
    for width in range(44, 109):
        (row,) = one_row(slip, width, TODAY, name)
        assert cell_len(row) == width or (kind == "marks" and cell_len(row) < width)
        assert row.endswith(f"   {SMALL}")
        assert cut_in(row) == ""


def test_many_marks_on_few_letters_end_in_dots(service: JarService) -> None:
    letter = WIDE["marks"][0]
    (slip,) = service.add_all([NewSlip(letter * 40)])
    (row,) = one_row(slip, 100, TODAY)
    assert row.endswith("…")
    assert cut_in(row) == ""


# Screens


async def test_the_list_is_straight_and_marks_are_in_their_column(
    jar_home: Path, clock: Clock, size: Size, kinds: tuple[str, ...]
) -> None:
    fill(jar_home, clock, kinds)
    async with at_the_jar(jar_home, clock, size) as hand:
        await straight(hand, "escape", *["down"] * len(kinds), "home")
        ends = {
            cell_len(line[: line.index(SMALL)])
            for line in hand.screen.splitlines()
            if "…   by" in line and SMALL in line
        }
        assert len(ends) <= 1


async def test_a_whole_slip_shows_every_word(
    jar_home: Path, clock: Clock, size: Size, kinds: tuple[str, ...]
) -> None:
    slips = fill(jar_home, clock, kinds)
    async with at_the_jar(jar_home, clock, size) as hand:
        await straight(hand, "escape", "end")
        for slip in slips:
            assert hand.chosen == slip.text
            await straight(hand, "enter")
            shown, last = "", ""
            while last != hand.screen:
                last = hand.screen
                shown += squeezed(last)
                await straight(hand, "pagedown")
            assert [one for one in slip.text.split() if one not in shown] == []
            await straight(hand, "escape", "up")


async def test_a_word_longer_than_the_screen_is_shown_to_its_end(
    jar_home: Path, clock: Clock, size: Size, kinds: tuple[str, ...]
) -> None:
    service, _ = JarService.open(jar_home, clock)
    slips = service.add_all([NewSlip("".join(words(kind, 5))) for kind in kinds])
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "end")
        for slip in slips:
            await hand.press("enter")
            assert crooked(hand, folded=True) == []
            assert squeezed(slip.text) in squeezed(hand.screen)
            await hand.press("escape", "up")


async def test_an_opening_shows_every_word_twice(
    jar_home: Path, clock: Clock, size: Size, kinds: tuple[str, ...]
) -> None:
    slips = fill(jar_home, clock, kinds)
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        pages = {True: "", False: ""}
        for _ in range(PAGES):
            assert crooked(hand) == []
            pages[hand.shows(SIDE_BY_SIDE)] += squeezed(hand.screen)
            await hand.press("enter")
            if hand.shows("Closed."):
                break
        assert hand.shows("Closed.")
        for shown in pages.values():
            assert [one for slip in slips for one in slip.text.split() if one not in shown] == []


async def test_names_and_tags_stand_in_straight_rows(
    jar_home: Path, clock: Clock, size: Size, kinds: tuple[str, ...]
) -> None:
    fill(jar_home, clock, kinds)
    async with at_the_jar(jar_home, clock, size) as hand:
        await straight(hand, "tab", *["down"] * len(kinds))
        names = hand.app.screen.query_one(NamesList)
        rows = [names.render_line(y).text for y in range(names.size.height)]
        columns = {
            cell_len(row.partition(f"{digit} {word(kind)}")[0])
            for digit, kind in enumerate(kinds[:9], 1)
            for row in rows
            if f"{digit} {word(kind)}" in row
        }
        assert len(columns) == 1
        assert {cell_len(row) for row in rows} == {names.size.width}
        await hand.press("escape", "tab")
        await straight(hand, "slash")
        await paste(hand, word(kinds[0]))
        await straight(hand, "enter", "a")
        await paste(hand, word(kinds[0]))
        await straight(hand, "enter", "escape")


async def test_the_entry_shows_words_as_they_come(
    jar_home: Path, clock: Clock, size: Size, kinds: tuple[str, ...]
) -> None:
    fill(jar_home, clock, kinds)
    async with at_the_jar(jar_home, clock, size) as hand:
        for kind in kinds:
            for one in WIDE[kind]:
                await paste(hand, one)
                assert crooked(hand) == []
            await paste(hand, f" {word(kind)}: ")
            assert crooked(hand) == []
            assert squeezed(word(kind)) * 2 in squeezed(hand.screen)
            await straight(hand, "1", "enter")
            assert hand.entry == ""


async def test_other_screens_are_straight(
    jar_home: Path, clock: Clock, size: Size, kinds: tuple[str, ...]
) -> None:
    fill(jar_home, clock, kinds, count=1)
    every = " ".join(map(word, kinds))
    async with at_the_jar(jar_home, clock, size) as hand:
        await straight(hand, "escape", "slash")
        await paste(hand, every)
        assert crooked(hand, folded=True) == []
        await hand.press("escape")
        await straight(hand, "end", "k")
        await paste(hand, every)
        await straight(hand, "enter", "e")
        await paste(hand, every)
        await straight(hand, "enter", "enter", "w")
        await paste(hand, every)
        await straight(hand, "enter", "s", "escape", "escape", "d", "escape")


async def test_other_sizes_show_the_same_words(
    jar_home: Path, clock: Clock, kinds: tuple[str, ...]
) -> None:
    fill(jar_home, clock, kinds)
    every = " ".join(map(word, kinds))
    async with at_the_jar(jar_home, clock, SIZES[0]) as hand:
        await paste(hand, every)
        for size in (*SIZES, *SIZES[::-1]):
            await hand.resize(size)
            assert squeezed(word(kinds[-1])) in squeezed(hand.screen)
            await straight(hand, "escape", "tab")
