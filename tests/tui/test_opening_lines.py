"""The lines a "too small" slip may meet: read, added, changed and switched off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words as screen
from jar_tui.domain.nudge import lines_of
from jar_tui.service import JarService
from jar_tui.words import opening as said
from jar_tui.words import ritual
from jar_tui.words.nudges import NUDGES
from tests.tui.conftest import at_the_jar
from tests.tui.openings import opened
from tests.tui.test_opening_ways import at_the_ways, now_on_disk, press

Clock = Callable[[], datetime]
Size = tuple[int, int]
OWN = "It was enough to be there."


@pytest.mark.usefixtures("six")
async def test_a_line_of_ones_own_is_added_and_met(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await at_the_ways(hand, "5", "1")
        assert hand.shows(ritual.LINE_TITLE)
        assert hand.shows(ritual.LINE_HINT)
        await hand.type(OWN)
        await press(hand, "enter")
        assert hand.shows(ritual.LINE_KEPT)
        assert hand.shows(f"2 {OWN}")
        assert hand.shows(f"3 {NUDGES['both-1']}")
    service = now_on_disk(jar_home, clock)
    for line in NUDGES:
        service.openings.switch(line, off=True)
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        assert hand.shows(f'It was marked "too small". {OWN}')


@pytest.mark.usefixtures("six")
async def test_a_line_is_switched_off_and_comes_again(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await at_the_ways(hand, "5", "2")
        assert hand.shows(NUDGES["both-1"])
        await press(hand, "2")
        assert hand.shows(ritual.LINE_IS_OFF)
        assert hand.shows(f"off: {NUDGES['both-1']}")
        assert "both-1" not in lines_of(now_on_disk(jar_home, clock).jar, NUDGES)
        await press(hand, "2", "2")
        assert hand.shows(ritual.LINE_IS_ON)
        assert not hand.shows("off:")
        assert "both-1" in lines_of(now_on_disk(jar_home, clock).jar, NUDGES)


@pytest.mark.usefixtures("six")
async def test_words_of_a_line_are_changed_and_blank_ones_bring_its_own_back(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    first = NUDGES["both-1"]
    async with at_the_jar(jar_home, clock, size) as hand:
        await at_the_ways(hand, "5", "2", "1")
        assert hand.shows(first)
        assert hand.shows(ritual.LINE_BACK)
        await hand.type(" Today.")
        await press(hand, "enter")
        assert hand.shows(f"2 {first} Today.")
        assert lines_of(now_on_disk(jar_home, clock).jar, NUDGES)["both-1"] == f"{first} Today."
        await press(hand, "2", "1")
        await hand.type(" Left out.")
        await press(hand, "escape")
        assert hand.shows(screen.LEFT)
        await press(hand, "2", "1")
        await hand.press(*["backspace"] * len(f"{first} Today."))
        await press(hand, "enter")
        assert hand.shows(ritual.LINE_KEPT)
        assert hand.shows(f"2 {first} 3")


@pytest.mark.usefixtures("six")
async def test_a_blank_line_of_ones_own_is_off_and_not_gone(jar_home: Path, clock: Clock) -> None:
    now_on_disk(jar_home, clock).openings.add_line("mine")
    async with at_the_jar(jar_home, clock) as hand:
        await at_the_ways(hand, "5", "2", "1")
        assert hand.shows(ritual.LINE_GOES)
        await press(hand, *["backspace"] * 4, "enter")
        assert hand.shows(ritual.LINE_IS_OFF)
        assert hand.shows("off: mine")


@pytest.mark.usefixtures("six")
async def test_half_a_line_waits(jar_home: Path, clock: Clock) -> None:
    for keys in (("5", "1"), ("5", "2", "1")):
        async with at_the_jar(jar_home, clock) as hand:
            await at_the_ways(hand, *keys)
            await hand.type(" half a li")
        async with at_the_jar(jar_home, clock) as hand:
            assert not hand.shows("half a li")
            await at_the_ways(hand, *keys)
            assert hand.shows("half a li")
            assert hand.shows(said.LINE_WAITED)


async def test_a_line_changed_in_another_window_is_not_written_over_unasked(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await at_the_ways(hand, "5", "2", "1")
        await hand.type(" Here.")
        six.openings.word("both-1", "Other words.")
        await press(hand, "enter")
        assert hand.shows(screen.CHANGED_ELSEWHERE)
        await press(hand, "escape")
        assert hand.shows("2 Other words.")


async def test_fifty_lines_and_the_chosen_one_is_in_view_and_whole(
    jar_home: Path, clock: Clock, six: JarService, size: Size
) -> None:
    for number in range(10):
        six.openings.add_line(f"A line of our own, which is number {number} and rather long.")
    async with at_the_jar(jar_home, clock, size) as hand:
        await at_the_ways(hand, "5")
        for key in ("down", "pagedown", "end", "up", "pageup", "home"):
            await hand.press(key)
            (chosen,) = (line for line in hand.screen.splitlines() if line.strip().startswith(">"))
            text = chosen.strip()[1:].strip().lstrip("0123456789 ")
            lines = [*lines_of(six.jar, NUDGES).values(), ritual.LINES_ADD]
            assert any(hand.shows(line) for line in lines if line.startswith(text))
            row, column = hand.screen.splitlines().index(chosen), chosen.index(">")
            assert hand.app.cursor_position == (column + 2, row)


async def test_an_arrow_in_a_long_list_is_quick(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    """Each arrow draws the row that was chosen and the row that is, however many there are."""
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        await at_the_ways(hand, "5")
        drawn = hand.app.screen.query_one("#offered")._rows  # type: ignore[attr-defined]
        before = list(drawn)
        await hand.press("down")
        changed = [at for at, row in enumerate(drawn) if row is not before[at]]
        assert changed == [0, 1]
