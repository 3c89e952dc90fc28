"""Lines under a slip: signed by a tag, and folded in later openings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.people import WORD
from jar_tui.domain.records import Line
from jar_tui.domain.ritual import UNDER
from jar_tui.service import JarService
from jar_tui.words import opening as said
from jar_tui.words import ritual
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.openings import on_disk, opened
from tests.tui.test_opening_ways import at_the_ways, now_on_disk, press

Clock = Callable[[], datetime]
Size = tuple[int, int]
CRUEL = "that was nothing"


def lines_of(home: Path, clock: Clock, text: str) -> list[tuple[str, str]]:
    """Return the lines under a slip on disk, each with the name of who signed it."""
    service, slip = on_disk(home, clock, text)

    def name(line: Line) -> str:
        part = service.jar.part(line.part)
        return part.name if part else ""

    return [(line.text, name(line)) for line in service.jar.lines_of(slip)]


async def write(hand: Hand, text: str) -> None:
    """Press w, type a line and leave it there."""
    hand.pause()
    await hand.press("w")
    await hand.type(text)


@pytest.fixture
def cruel(six: JarService) -> JarService:
    """Return the jar with a line under its first slip, from before."""
    k = six.jar.part(six.jar.marks_of(six.jar.slips[-1])[0].part)
    assert k is not None
    six.write_line(six.jar.slips[0].id, CRUEL, part=k.id)
    return six


@pytest.mark.usefixtures("six")
async def test_a_tag_signs_a_line_and_says_so_before_enter(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        await write(hand, "k: I saw this")
        assert hand.shows("signing: K. A \\ in front means no name.")
        await press(hand, "enter")
        assert hand.shows(f"Kept with the slip, by K. {ritual.TAKES_BACK}")
        assert hand.shows("by K: I saw this")
        await write(hand, "\\k: no tag")
        assert not hand.shows("signing:")
        await press(hand, "enter")
        assert hand.shows(said.LINE_KEPT)
        assert hand.shows("k: no tag")
    assert lines_of(jar_home, clock, "took a breath") == [("I saw this", "K"), ("k: no tag", "")]


@pytest.mark.usefixtures("six")
async def test_a_signed_line_is_taken_back(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await write(hand, "k: I saw this")
        await press(hand, "enter", "u")
        assert not hand.shows("I saw this")
    assert lines_of(jar_home, clock, "took a breath") == []


async def test_a_line_in_the_whole_view_is_signed_the_same_way(
    jar_home: Path, clock: Clock, size: Size, cruel: JarService
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "escape", "down", "end", "enter")
        assert hand.shows(f"by K: {CRUEL}")
        await write(hand, "w: it was not nothing")
        assert hand.shows("signing: Wren")
        await press(hand, "enter")
        assert hand.shows("Kept with the slip, by Wren.")
        assert hand.shows("by Wren: it was not nothing")
        cruel.catch_up()
        cruel.people.remove(cruel.jar.lines_of(cruel.jar.slips[0])[0].part)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert hand.shows(f"by someone: {CRUEL}")


async def test_half_a_signed_line_waits_as_it_was_typed(
    jar_home: Path, clock: Clock, cruel: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await write(hand, "k: I sa")
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await write(hand, "w")
        assert hand.shows("k: I saw")
        assert hand.shows("signing: K")
        await press(hand, "enter")
    assert lines_of(jar_home, clock, "took a breath") == [(CRUEL, "K"), ("I saw", "K")]


@pytest.mark.usefixtures("cruel")
async def test_lines_from_before_are_folded_in_an_opening(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        assert hand.shows(ritual.UNDER_FOLDED)
        assert CRUEL not in hand.screen
        await write(hand, "warm socks")
        await press(hand, "enter")
        assert hand.shows(f"{ritual.UNDER_FOLDED} warm socks")
        await press(hand, "l")
        assert hand.shows(f"by K: {CRUEL} warm socks")
        assert not hand.shows(ritual.UNDER_FOLDED)
        await press(hand, "enter", "b")
        assert hand.shows(CRUEL)
        await press(hand, "l")
        assert hand.shows(ritual.UNDER_FOLDED)
        assert CRUEL not in hand.screen
        await press(hand, "enter", "l")
        assert hand.shows(ritual.UNDER_NONE)
        await press(hand, *["enter"] * 5)
        assert hand.shows(said.SIDE_BY_SIDE)
        assert hand.shows("warm socks")
        assert CRUEL not in hand.screen


async def test_a_covered_slip_shows_nothing_under_it(
    jar_home: Path, clock: Clock, cruel: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "l")
        assert hand.shows(CRUEL)
        cruel.catch_up()
        cruel.cover(cruel.jar.slips[0].id, covered=True)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        await press(hand, "l")
        assert CRUEL not in hand.screen
        assert not hand.shows(ritual.UNDER_FOLDED)
        cruel.cover(cruel.jar.slips[0].id, covered=False)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert hand.shows(CRUEL)


async def test_where_it_was_chosen_they_show_at_once(
    jar_home: Path, clock: Clock, size: Size, cruel: JarService
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await at_the_ways(hand, "end")
        assert hand.shows("earlier lines under a slip: folded")
        await press(hand, "enter")
        assert hand.shows("earlier lines under a slip: shown")
    assert now_on_disk(jar_home, clock).jar.tables["choices"][UNDER]
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        assert hand.shows(f"by K: {CRUEL}")
        await press(hand, "l")
        assert hand.shows(ritual.UNDER_FOLDED)
        assert CRUEL not in hand.screen


async def test_with_no_names_wanted_a_line_is_its_words(
    jar_home: Path, clock: Clock, size: Size, cruel: JarService
) -> None:
    cruel.people.choose(WORD, "none")
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand, "l")
        assert hand.shows(CRUEL)
        assert "by K" not in hand.screen
        await write(hand, "k: I saw this")
        assert not hand.shows("signing")
        await press(hand, "enter")
        assert hand.shows(said.LINE_KEPT)
        assert hand.shows("k: I saw this")
