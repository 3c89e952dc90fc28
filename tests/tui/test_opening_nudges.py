"""Nudges in an opening: three and then silence, and ways to have none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.settings import Settings, save
from jar_tui.words import habit
from jar_tui.words import opening as words
from jar_tui.words.nudges import NUDGES
from tests.reading import flat
from tests.tui.conftest import at_the_jar
from tests.tui.openings import opened

Clock = Callable[[], datetime]
Size = tuple[int, int]


async def test_three_nudges_then_silence_and_n_brings_one(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    service.add_all([NewSlip(f"step {n}", small=True) for n in range(4)])
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        seen = []
        for _ in range(3):
            seen.append(next(line for line in NUDGES.values() if hand.shows(line)))
            await hand.press("enter")
        assert len(set(seen)) == 3
        assert hand.shows("4 of 4")
        assert not hand.shows("It was marked")
        await hand.press("n")
        assert hand.shows('It was marked "too small".')
        fourth = next(line for line in NUDGES.values() if hand.shows(line))
        assert fourth not in seen
        hand.pause()
        await hand.press("n")
        assert not hand.shows(fourth)


@pytest.mark.usefixtures("six")
async def test_none_of_these_today(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter", "0")
        assert hand.shows(words.HUSHED)
        assert not hand.shows("It was marked")
        await hand.press("enter", "enter", "enter")
        assert hand.shows("made toast")
        assert not hand.shows("It was marked")
        await hand.press("escape")
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        assert hand.shows("5 of 6")
        assert not hand.shows("It was marked")
        await hand.press("n")
        assert hand.shows("It was marked")


@pytest.mark.usefixtures("six")
async def test_the_page_about_the_habit(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand, "question_mark")
        assert not hand.shows("discounting the positive")
        await hand.press("escape", "enter", "question_mark")
        assert hand.shows(habit.SHORT)
        await hand.press("m")
        longer = [hand.screen]
        while hand.shows("Enter more"):
            assert hand.shows("Esc back")
            await hand.press("enter")
            longer.append(hand.screen)
        told = flat(" ".join(longer))
        assert all(flat(heading) in told for heading, _ in habit.LONGER)
        assert all(flat(source.split(".")[0]) in told for source in habit.SOURCES)
        hand.pause()
        await hand.press("enter")
        assert hand.shows(habit.TITLE)
        await hand.press("escape")
        assert hand.shows("2 of 6")


@pytest.mark.usefixtures("six")
async def test_the_page_about_the_habit_can_be_read_to_its_end_in_a_small_window(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock, (30, 12)) as hand:
        await opened(hand, "enter", "question_mark")
        assert not hand.shows("Sources:")
        while hand.shows("Enter more"):
            await hand.press("enter")
        assert hand.shows("Sources: Burns 1980")
        hand.pause()
        await hand.press("enter")
        assert hand.shows("2 of 6")


@pytest.mark.parametrize("manner", ["ask", "off"])
@pytest.mark.usefixtures("six")
async def test_nudges_that_wait_to_be_asked_for_or_never_come(
    jar_home: Path, clock: Clock, manner: str
) -> None:
    save(jar_home / "state" / "settings.json", Settings(nudges=manner))  # type: ignore[arg-type]
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        assert hand.shows("got dressed")
        assert not hand.shows("It was marked")
        assert hand.shows(words.ON_REQUEST) is (manner == "ask")
        await hand.press("n")
        assert hand.shows("It was marked") is (manner == "ask")
