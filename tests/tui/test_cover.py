"""Covered slips, slips set aside, and the page that says where one is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jar_tui import words
from jar_tui.domain.people import PAGE, choice
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from tests.tui.conftest import at_the_jar
from tests.tui.test_names import people

Clock = Callable[[], datetime]
Size = tuple[int, int]


# Covered, and set aside


async def test_a_covered_slip_shows_when_it_is_asked_for(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("private words")
        await hand.press("escape", "c")
        assert hand.shows(words.COVERED)
        assert "private" not in hand.screen
        await hand.press("t")
        assert hand.shows('Marked "too small": ...')
        await hand.press("slash")
        await hand.type("private")
        assert hand.shows(words.NOTHING_FOUND_COVERED)
        await hand.press("escape", "enter")
        assert hand.shows("Covered. Enter shows the words here, c for good.")
        assert "private" not in hand.screen
        await hand.press("enter")
        assert hand.shows("private words")
        await hand.press("escape", "enter")
        assert "private" not in hand.screen
        await hand.press("c")
        assert hand.shows(words.UNCOVERED)
        assert hand.shows("private words")


async def test_a_slip_set_aside_waits_below_the_oldest(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service, _ = JarService.open(jar_home, clock)
    service.add_all([NewSlip(text) for text in ("one", "two", "three")])
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "down", "x")
        assert hand.shows(words.SET_ASIDE)
        assert hand.chosen == "one"
        assert not hand.shows("two")
        await hand.press("up", "down")
        assert hand.shows("set aside: Down")
        await hand.press("down")
        assert hand.chosen == "two"
        assert hand.shows("set aside")
        assert not hand.shows("set aside: Down")
        await hand.press("x")
        assert hand.shows(words.BROUGHT_BACK)
        assert len(hand.app.jar.slips) == 3
        hand.pause()
        await hand.press("x", "escape")
        assert not hand.shows("two")
        await hand.press("tab")
        assert "set aside" not in hand.screen


async def test_the_last_slip_set_aside_is_reached(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("one and all")
        await hand.press("escape", "enter", "x", "escape")
        assert hand.shows("set aside: Down")
        await hand.press("down")
        assert hand.chosen == "one and all"
        await hand.press("enter")
        assert hand.shows("today, set aside")


# The page


async def test_help_begins_with_where_one_is(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "question_mark")
        assert hand.shows("Today is Saturday 21 November 2026.")
        assert hand.shows("Nobody is in trouble for reading it, or for leaving it alone.")
        assert hand.shows("e write a page of your own here")
        await hand.press("k")
        assert hand.shows("Shows the whole slip.")
        await hand.press("escape", "escape")
        assert hand.shows("Tab write")


async def test_a_page_of_ones_own_stands_there_instead(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "question_mark", "e")
        await hand.type("Safe he")
        await hand.press("escape")
        assert hand.shows(words.EDIT_WAITS)
    async with at_the_jar(jar_home, clock, size) as hand:
        assert not hand.shows(words.DRAFT_KEPT)
        await hand.press("escape", "question_mark")
        assert "Safe" not in hand.screen
        await hand.press("e")
        await hand.type("re.")
        await hand.press("enter")
        assert hand.shows("Today is Saturday 21 November 2026. Safe here.")
        assert not hand.shows("Nobody is in trouble")
        assert choice(hand.app.jar, PAGE) == "Safe here."
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "question_mark")
        assert hand.shows("Safe here.")


async def test_the_first_screen_of_a_phone(jar_home: Path, clock: Clock) -> None:
    people(jar_home, clock, word="part")
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        lines = [line.strip() for line in hand.screen.splitlines()]
        assert lines[-2:] == ["Down ideas · Tab parts", "Esc jar · Ctrl-C leave, words kept"]
        await hand.press("escape", "tab")
        await hand.drop("sat up")
        assert hand.shows("Dropped in. Esc u takes it back.")


async def test_a_page_longer_than_the_screen_can_be_read(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service, _ = JarService.open(jar_home, clock)
    service.people.choose(PAGE, "\n".join(f"line {n}." for n in range(40)))
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "question_mark")
        assert hand.shows("Down more")
        assert not hand.shows("line 39.")
        await hand.press(*["down"] * 40)
        assert hand.shows("line 39.")
