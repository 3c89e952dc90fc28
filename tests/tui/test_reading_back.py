"""Slips looked back at, one at a time: what keys do with them, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import COVERED_WORDS, opening, ritual
from jar_tui.words import looking_back as said
from tests.tui.conftest import at_the_jar
from tests.tui.looking import after_rest, looking, nine_days_on
from tests.tui.openings import on_disk

Clock = Callable[[], datetime]
Size = tuple[int, int]
PHONE = 40, 20


@pytest.fixture
def later(jar_home: Path) -> JarService:
    """Return the jar of the script as it was nine days ago, opened then, with two slips since."""
    return nine_days_on(jar_home)


@pytest.mark.usefixtures("later")
async def test_the_slip_in_view_can_be_signed_and_gets_a_line_and_u_takes_back(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "1", "enter", "s", "1")
        assert hand.shows("by Wren")
        await after_rest(hand, "u")
        assert "by Wren" not in hand.screen
        await after_rest(hand, "l")
        assert hand.shows(ritual.UNDER_NONE)
        await after_rest(hand, "w")
        await hand.type("it was bright out")
        await hand.press("enter")
        assert hand.shows(opening.LINE_KEPT)
        assert "bright" not in hand.screen
        assert hand.shows(ritual.UNDER_FOLDED)
        await after_rest(hand, "l")
        assert hand.shows("it was bright out")
        await after_rest(hand, "m")
        assert hand.shows("opened the window")
        await after_rest(hand, "escape")
        assert hand.shows("Esc stop")


async def test_what_another_session_takes_away_is_said_and_reading_goes_on(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    async with at_the_jar(jar_home, clock, PHONE) as hand:
        await looking(hand, "1", "enter")
        service, slip = on_disk(jar_home, clock, "opened the window")
        service.set_aside(slip.id, aside=True)
        service.erase(slip.id)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert hand.shows(opening.NOT_IN_VIEW)
        assert "window" not in hand.screen
        await after_rest(hand, "w", "s", "m", "l")
        assert hand.shows(opening.NOT_IN_VIEW)
        await after_rest(hand, "enter")
        assert hand.shows("thank you for the tea")
        await after_rest(hand, "b")
        assert hand.shows("thank you for the tea")


async def test_what_is_covered_meanwhile_folds_in_view_and_is_passed_over(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand, "1", "enter")
        service, tea = on_disk(jar_home, clock, "thank you")
        window = on_disk(jar_home, clock, "opened")[1]
        service.write_line(window.id, "bright")
        service.cover(window.id, covered=True)
        service.cover(tea.id, covered=True)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert COVERED_WORDS in hand.screen
        await after_rest(hand, "l")
        assert "window" not in hand.screen
        assert "bright" not in hand.screen
        await after_rest(hand, "enter")
        assert hand.shows(said.LAST)


async def test_what_comes_or_goes_before_enter_is_told(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand, "1")
        for start in ("opened", "thank you"):
            service, slip = on_disk(jar_home, clock, start)
            service.set_aside(slip.id, aside=True)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "enter")
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "escape")
        assert hand.shows(said.TITLE)


async def test_a_long_slip_is_read_to_its_end_before_the_next(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    service.add(NewSlip("\n".join(f"row {n}" for n in range(30))))
    service.add(NewSlip("[red]the next[/red]"))
    async with at_the_jar(jar_home, clock, PHONE) as hand:
        await looking(hand, "1")
        await hand.type("today")
        await after_rest(hand, "enter", "enter")
        assert hand.shows("row 0")
        assert hand.shows("Enter more")
        for _ in range(40):
            if "row 29" in hand.screen:
                break
            await after_rest(hand, "enter")
        else:
            pytest.fail("The end of the slip never shows.")
        await after_rest(hand, "enter")
        assert hand.shows("[red]the next[/red]")


@pytest.mark.usefixtures("later")
async def test_help_is_there_while_reading(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "1", "question_mark")
        assert hand.shows("Today is")
        await after_rest(hand, "k")
        assert hand.shows("Nothing is read before Enter.")
        await after_rest(hand, "escape", "escape", "enter", "question_mark", "k")
        assert hand.shows("Reading here is no opening")
