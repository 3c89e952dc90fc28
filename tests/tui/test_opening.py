"""An opening as the script has it: the threshold, six slips, two nudges, all side by side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.settings import Settings, save
from jar_tui.words import opening as words
from jar_tui.words.nudges import NUDGES
from tests.tui.conftest import at_the_jar
from tests.tui.openings import on_disk, opened

Clock = Callable[[], datetime]
Size = tuple[int, int]
SMALL_AND_HAPPENED = (
    'It was marked "too small". Waving steps away is common after hard times. '
    "It can be small. It also happened."
)
ANSWERS = ('1 "too small" stays', '2 "too small" comes off', "3 small, and it happened")


@pytest.mark.usefixtures("six")
async def test_the_threshold_says_what_there_is_before_older_words(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "o")
        assert hand.shows("Open the jar?")
        assert hand.shows("6 folded slips, Sunday 15 to Friday 20 November.")
        assert hand.shows(words.ONE_AT_A_TIME)
        for key in ("Enter begin", "c choose others", "Esc not now"):
            assert hand.shows(key)
        assert "breath" not in hand.screen
        await hand.press("escape")
        assert not hand.app.jar.tables["openings"]


@pytest.mark.usefixtures("six")
async def test_six_slips_one_by_one_and_side_by_side(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        assert hand.shows("1 of 6 · Sunday 15 November")
        assert hand.shows("took a breath before answering the door")
        assert "marked" not in hand.screen
        await hand.press("enter")
        assert hand.shows("2 of 6 · Monday 16 November · by Wren")
        assert hand.shows(f"got dressed {SMALL_AND_HAPPENED}")
        assert all(hand.shows(answer) for answer in ANSWERS)
        assert hand.shows("0 none of these today")
        await hand.press("3")
        assert hand.shows("Noted.")
        await hand.press("enter")
        assert hand.shows("3 of 6 · Tuesday 17 November · for K, noticed by Wren")
        await hand.press("enter")
        assert hand.shows("4 of 6 · Wednesday 18 November · not sure")
        assert "marked" not in hand.screen
        await hand.press("enter")
        assert hand.shows("5 of 6 · Thursday 19 November")
        assert hand.shows('It was marked "too small". What did it take, on that day?')
        await hand.press("w")
        assert hand.shows(words.LINE_TITLE)
        await hand.type("three tries, cold kitchen")
        await hand.press("enter")
        assert hand.shows("Kept with the slip.")
        await hand.press("enter")
        assert hand.shows("6 of 6 · Friday 20 November · by K")
        await hand.press("enter")
        assert hand.shows("Side by side: Sunday 15 November took a breath before answering")
        assert hand.shows("Monday 16 November · by Wren got dressed")
        await hand.press("g")
        assert hand.shows(words.GROUND)
        await hand.press("y")
        assert all(hand.shows(idea) for idea in words.KINDNESSES)
        await hand.press("escape", "escape")
        assert hand.shows("Closed. All 6 slips stay in the jar.")
        assert hand.shows("Write one small step. Any size.")
        await hand.type("more")
        assert hand.entry == "more"
    service, dressed = on_disk(jar_home, clock, "got dressed")
    assert dressed.label == "both"
    toast = on_disk(jar_home, clock, "made toast")[1]
    assert toast.label == "small"
    assert [line.text for line in service.jar.lines_of(toast)] == ["three tries, cold kitchen"]
    assert len(service.jar) == 6
    assert all(slip.reached for slip in service.jar)


@pytest.mark.usefixtures("six")
async def test_enter_on_the_last_page_shows_all_of_it_before_it_closes(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        await opened(hand, *["enter"] * 6)
        assert "went to bed" not in hand.screen
        await hand.press("enter")
        assert hand.shows("went to bed before midnight")
        await hand.press("enter")
        assert hand.shows("Closed. All 6 slips stay in the jar.")


@pytest.mark.parametrize(("key", "label"), [("1", "small"), ("2", "lifted"), ("3", "both")])
@pytest.mark.usefixtures("six")
async def test_three_answers_and_one_word_for_all_of_them(
    jar_home: Path, clock: Clock, key: str, label: str
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter", key)
        assert hand.shows("Noted.")
        assert hand.shows(SMALL_AND_HAPPENED)
    assert on_disk(jar_home, clock, "got dressed")[1].label == label


@pytest.mark.usefixtures("six")
async def test_enter_alone_goes_on_and_leaves_the_mark(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter", "enter")
        assert hand.shows("3 of 6")
        await hand.press("b")
        assert hand.shows("2 of 6")
        assert hand.shows(SMALL_AND_HAPPENED)
    assert on_disk(jar_home, clock, "got dressed")[1].label == "small"


@pytest.mark.usefixtures("six")
async def test_stopped_and_gone_on_with_at_the_same_slip_and_nudge(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand, "enter", "escape")
        assert hand.shows("Stopped here. Slips 2 to 6 stay folded.")
        await hand.press("escape", "escape", "o")
        assert hand.shows("Slips 2 to 6 are folded. Enter goes on from there.")
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        assert hand.shows("2 of 6")
        assert hand.shows(SMALL_AND_HAPPENED)
        await hand.press("enter", "enter", "enter")
        assert hand.shows("What did it take, on that day?")


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
        assert hand.shows(words.HABIT)
        await hand.press("escape")
        assert hand.shows("2 of 6")


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
        await hand.press("escape", "o", "c")
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
        await hand.press("escape", "o", "c")
        await hand.type(typed)
        await hand.press("enter")
        assert hand.shows(answer)
        await hand.press("escape")
        assert hand.shows("6 folded slips")


async def test_a_long_slip_is_read_to_its_end_before_the_next(
    jar_home: Path, clock: Clock, service: JarService, size: Size
) -> None:
    text = "\n".join(f"line {n}" for n in range(60)) + "\nthe end"
    service.add_all([NewSlip(text, small=True), NewSlip("the next")])
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        seen = [hand.screen]
        while "the next" not in hand.screen and len(seen) < 20:
            await hand.press("enter")
            seen.append(hand.screen)
        assert 4 <= len(seen) < 20
        told = "\n".join(seen)
        assert all(f"line {n}\n" in told for n in range(60))
        assert "the end" in told
        assert "It was marked" in told


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
