"""A wish that the jar stay shut until a day: said before the first slip, and it holds nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jar_tui.domain.ritual import SHUT
from jar_tui.service import JarService
from jar_tui.words import ritual
from tests.tui.conftest import at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]
NOTE = "It was asked that the jar stay shut until Friday 27 November. Enter opens it all the same."


@pytest.mark.usefixtures("six")
async def test_it_is_asked_for_in_the_list_and_said_before_the_first_slip(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "o")
        assert not hand.shows("stay shut")
        await hand.press("c", "9", "9")
        assert hand.shows(ritual.SHUT_TITLE)
        await hand.type("friday")
        await hand.press("enter")
        assert hand.shows("Kept: until Friday 27 November 2026.")
        await hand.press("escape", "escape")
        assert hand.shows(NOTE)
        await hand.press("enter")
        assert hand.shows("1 of 6")


async def test_slips_of_the_moment_wait_behind_it_too(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    service.people.choose(SHUT, "2026-11-27")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("rested")
        await hand.press("escape", "o")
        assert hand.shows(NOTE)
        assert not hand.shows("1 of 1")


@pytest.mark.parametrize(("days", "said"), [(5, True), (6, False), (400, False)])
async def test_it_goes_by_itself_when_the_day_is_there(
    jar_home: Path, clock: Clock, six: JarService, days: int, said: bool
) -> None:
    six.people.choose(SHUT, "2026-11-27")
    then = clock() + timedelta(days=days)
    async with at_the_jar(jar_home, lambda: then) as hand:
        await hand.press("escape", "o")
        assert hand.shows("stay shut") is said


async def test_a_blank_takes_it_back_and_a_day_behind_is_none(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    six.people.choose(SHUT, "2026-11-27")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "o", "c", "9", "9")
        for _ in range(len("2026-11-27")):
            await hand.press("backspace")
        await hand.type("yesterday")
        await hand.press("enter")
        assert hand.shows(ritual.SHUT_HINT)
        for _ in range(len("yesterday")):
            await hand.press("backspace")
        await hand.press("enter")
        assert hand.shows("Kept: none.")
        await hand.press("escape", "escape")
        assert not hand.shows("stay shut")
