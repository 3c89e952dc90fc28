"""Which slips an opening reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jar_tui.domain.ritual import ORDER
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import opening as words
from jar_tui.words.nudges import NUDGES
from tests.tui.conftest import at_the_jar
from tests.tui.openings import SMALL_AND_HAPPENED, on_disk, opened

Clock = Callable[[], datetime]
Size = tuple[int, int]


@pytest.mark.usefixtures("six")
async def test_the_last_seven_days_again(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, *["enter"] * 7)
        assert hand.shows("Closed.")
        await hand.press("escape", "o")
        assert hand.shows("Nothing new is folded. Enter opens the last seven days again.")
        await hand.press("enter", "enter")
        assert hand.shows("2 of 6")
        assert hand.shows('It was marked "too small".')
        assert not hand.shows(NUDGES["both-1"])


async def test_an_empty_jar_may_be_opened(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "o")
        assert hand.shows(words.NOTHING_TO_READ)
        await hand.press("enter")
        assert hand.shows(words.NOTHING_TO_READ)
        await hand.press("escape")
        assert hand.shows("Slips go in here.") or hand.shows("Tab write")


async def test_what_was_dropped_in_just_now_opens_at_once(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("took a breath")
        await hand.press("escape", "t", "o")
        assert hand.shows(f"took a breath {SMALL_AND_HAPPENED}")
        await hand.press("escape")
        assert hand.shows("Stopped here. Slip 1 stays folded.")
    assert on_disk(jar_home, clock, "took a breath")[1].too_small


async def test_covered_slips_stay_folded_and_twelve_are_read_at_a_time(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    slips = service.add_all([NewSlip(f"step {n}") for n in range(15)])
    service.cover(slips[0].id, covered=True)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "o")
        assert hand.shows("14 folded slips. Twelve now; what is left stays folded.")
        await hand.press("enter")
        assert hand.shows("1 of 12")
        assert hand.shows("step 1")
        for _ in range(12):
            await hand.press("enter")
        assert "step 0" not in hand.screen
        await hand.press("escape", "escape", "o")
        assert hand.shows("2 folded slips")


@pytest.mark.usefixtures("six")
async def test_other_slips_can_be_chosen_by_their_days(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "o", "c", "3")
        assert hand.shows(words.WHICH_HINT)
        await hand.type("monday to tuesday")
        assert hand.shows("2 slips, Monday 16 to Tuesday 17 November.")
        await hand.press("enter")
        assert hand.shows("2 slips, Monday 16 to Tuesday 17 November.")
        await hand.press("enter")
        assert hand.shows("1 of 2 · Monday 16 November")


@pytest.mark.parametrize(
    ("typed", "answer"), [("xyz", words.WHICH_UNKNOWN), ("2019", words.WHICH_NONE)]
)
@pytest.mark.usefixtures("six")
async def test_days_that_hold_nothing_are_not_chosen(
    jar_home: Path, clock: Clock, typed: str, answer: str
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "o", "c", "3")
        await hand.type(typed)
        await hand.press("enter")
        assert hand.shows(answer)
        await hand.press("escape", "escape")
        assert hand.shows("6 folded slips")


@pytest.mark.parametrize("order", ["name", "mixed"])
async def test_left_in_the_middle_it_goes_on_at_the_same_slip_and_nudge_in_any_order(
    jar_home: Path, clock: Clock, six: JarService, order: str
) -> None:
    six.people.choose(ORDER, order)
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        while not hand.shows("It was marked"):
            await hand.press("enter")
        left = hand.screen
        await hand.press("ctrl+c")
    for days in (0, 1):
        now = clock() + timedelta(days=days)
        async with at_the_jar(jar_home, lambda now=now: now) as hand:  # type: ignore[misc]
            await opened(hand)
            assert hand.screen == left
            await hand.press("ctrl+c")


@pytest.mark.usefixtures("six")
async def test_two_sessions_open_it_at_once_and_nothing_is_lost(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as one, at_the_jar(jar_home, clock) as two:
        hands = {"one": one, "two": two}
        for hand in hands.values():
            await hand.press("escape", "o")
        for hand in hands.values():
            await hand.press("enter")
        for place in range(6):
            for name, hand in hands.items():
                assert hand.shows(f"{place + 1} of 6")
                await hand.press("w")
                await hand.type(f"{name} {place}")
                await hand.press("enter", "enter")
        for hand in hands.values():
            while hand.shows("Enter more"):
                await hand.press("enter")
            await hand.press("enter")
            assert hand.shows("Closed. All 6 slips stay in the jar.")
    jar = JarService.open(jar_home, clock)[0].jar
    assert len(jar) == 6
    for place, slip in enumerate(jar):
        assert {line.text for line in jar.lines_of(slip)} == {f"one {place}", f"two {place}"}
        assert slip.reached in jar.tables["openings"]
