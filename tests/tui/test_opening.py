"""An opening as the script has it: the threshold, six slips, two nudges, all side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import opening as words
from tests.tui.conftest import at_the_jar
from tests.tui.openings import SMALL_AND_HAPPENED, on_disk, opened

Clock = Callable[[], datetime]
Size = tuple[int, int]
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
        assert hand.shows("Side by side:")
        assert hand.shows("f further back") is (size == (80, 24)), "a phone names it at the end"
        assert hand.shows("Sunday 15 November took a breath before answering")
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
        assert all(re.search(rf"line {n}\b", told) for n in range(60))
        assert "the end" in told
        assert "It was marked" in told
