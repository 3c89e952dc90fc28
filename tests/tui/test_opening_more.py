"""What one key more does with the slip in view: marks, thanks, covers, lines, staying with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words as screen
from jar_tui.bridge.json_rows import slip_row
from jar_tui.domain.signing import Named
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import opening as words
from jar_tui.words import ritual
from tests.tui.conftest import at_the_jar
from tests.tui.openings import (
    COVER,
    FELT_BAD,
    FIRST_TIME,
    NOT_AGAIN,
    SOONER,
    STAY,
    THERAPY,
    TOOK,
    more,
    on_disk,
    opened,
    refuse,
)

Clock = Callable[[], datetime]
Size = tuple[int, int]


@pytest.mark.usefixtures("six")
async def test_everything_more_is_on_one_list(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        await more(hand)
        for name, told in ritual.MORE.items():
            assert hand.shows(told.replace("{name}", "name")) is (name != "waved")
        await hand.press("escape")
        assert hand.shows("1 of 6")


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (FIRST_TIME, "first-time"),
        (SOONER, "sooner-than-before"),
        (FELT_BAD, "felt-bad-and-counts"),
        (THERAPY, "for-therapy"),
    ],
)
@pytest.mark.usefixtures("six")
async def test_a_mark_is_put_on_and_taken_off_and_u_takes_that_back(
    jar_home: Path, clock: Clock, key: str, kind: str
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await more(hand, key)
        assert hand.shows(f"Marked: {ritual.MORE[kind]}. u takes that back.")
        assert hand.shows("1 of 6")
        assert on_disk(jar_home, clock, "took a breath")[1].kinds == (kind,)
        await more(hand)
        assert hand.shows(f"{ritual.MORE[kind]}: marked")
        await hand.press(key)
        assert hand.shows(f"No longer marked: {ritual.MORE[kind]}. u takes that back.")
        assert not on_disk(jar_home, clock, "took a breath")[1].kinds
        await hand.press("u")
        assert hand.shows("Taken back: the kinds are as they were before.")
    assert on_disk(jar_home, clock, "took a breath")[1].kinds == (kind,)


async def test_u_on_the_list_does_what_it_does_in_the_opening(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("took a breath")
        await hand.press("escape", "o")
        await more(hand, "u")
        assert hand.shows("1 of 1")
        assert hand.shows(screen.NOTHING_TO_TAKE_BACK)
        await more(hand, THERAPY)
        await more(hand, "u")
        assert hand.shows("Taken back: the kinds")
    assert not on_disk(jar_home, clock, "took a breath")[1].set_aside


async def test_u_takes_back_nothing_from_before_the_opening(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("took a breath")
        await hand.press("escape", "o", "u")
        assert hand.shows(screen.NOTHING_TO_TAKE_BACK)
        await more(hand, FIRST_TIME)
        await hand.press("u")
        assert hand.shows("Taken back: the kinds")
        hand.pause()
        await hand.press("u")
        assert hand.shows(screen.NOTHING_TO_TAKE_BACK)
        assert hand.shows("took a breath")
    assert not on_disk(jar_home, clock, "took a breath")[1].set_aside


@pytest.mark.usefixtures("six")
async def test_an_answer_is_taken_back_too(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter", "2", "u")
        assert hand.shows("Taken back: the mark is as it was before.")
    assert on_disk(jar_home, clock, "got dressed")[1].label == "small"


async def test_kinds_another_session_gave_meanwhile_stay(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        six.kinds(on_disk(jar_home, clock, "took a breath")[1].id, ["rest"])
        await more(hand, THERAPY)
        assert hand.shows("Marked: for therapy.")
    assert on_disk(jar_home, clock, "took a breath")[1].kinds == ("rest", "for-therapy")


@pytest.mark.usefixtures("six")
async def test_covered_here_and_uncovered_here(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await more(hand, COVER)
        assert hand.shows(f"{ritual.COVERED_HERE} {ritual.TAKES_BACK}")
        assert "breath" not in hand.screen
        await more(hand)
        assert hand.shows(ritual.UNCOVER)
        await hand.press(STAY)
        assert "breath" not in hand.screen
        await hand.press("x")
        await more(hand, COVER)
        assert hand.shows(screen.UNCOVERED)
        assert hand.shows("took a breath")
        await hand.press("u")
        assert "breath" not in hand.screen


@pytest.mark.usefixtures("six")
async def test_one_that_is_not_to_come_back_stays_in_view_and_in_the_jar(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await more(hand, NOT_AGAIN)
        assert hand.shows(f"{ritual.NOT_AGAIN} {ritual.TAKES_BACK}")
        assert hand.shows("took a breath")
        for _ in range(6):
            await hand.press("enter")
        assert hand.shows(words.SIDE_BY_SIDE)
        assert not hand.shows("took a breath")
        assert hand.shows("got dressed")
        await hand.press("enter")
        assert hand.shows("Closed. All 6 slips stay in the jar.")
        await hand.press("escape", "o", "enter")
        assert hand.shows("1 of 5")
        assert hand.shows("got dressed")
        await hand.press("m", NOT_AGAIN)
        hand.pause()
        await hand.press("m", NOT_AGAIN)
        assert hand.shows(ritual.AGAIN)
    assert not any(
        slip.not_again
        for slip in JarService.open(jar_home, clock)[0].jar
        if slip.text == "got dressed"
    )


# What goes wrong, and what a script sees


@pytest.mark.usefixtures("six")
async def test_a_full_disk_is_said_on_the_list_and_nothing_is_marked(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        with monkeypatch.context() as full:
            full.setattr(JarService, "kinds", refuse)
            await more(hand, FIRST_TIME)
            assert hand.shows(ritual.MORE_TITLE)
            assert hand.shows("the disk is full")
        hand.pause()
        await hand.press(FIRST_TIME)
        assert hand.shows("Marked: first time.")


async def test_four_marked_slips_leave_what_was_chosen_where_scripts_find_it(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    service.people.add([Named("Wren", "w:text")])
    service.add_all([NewSlip(f"step {n}", small=True) for n in range(4)])
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "1")
        await more(hand, FIRST_TIME)
        await hand.press("enter", "2")
        await more(hand, TOOK)
        await hand.type("an hour")
        await hand.press("enter", "enter", "3", "w")
        await hand.type("so it was")
        await hand.press("enter", "enter")
        assert hand.shows("step 3")
        assert not hand.shows("It was marked")
        await more(hand, THERAPY)
        await more(hand, SOONER)
    jar = JarService.open(jar_home, clock)[0].jar
    rows = [slip_row(jar, slip) for slip in jar]
    assert [row["label"] for row in rows] == ["small", "lifted", "both", "small"]
    assert [row["too_small"] for row in rows] == [True, False, True, True]
    kinds = [["first-time"], [], [], ["for-therapy", "sooner-than-before"]]
    assert [row["kinds"] for row in rows] == kinds
    written = [[(line["text"], line["nudge"]) for line in row["lines"]] for row in rows]
    nudge = written[2][0][1]
    assert nudge.partition("-")[0] in ("both", "effort", "eyes", "day", "guard", "size")
    assert written == [[], [("an hour", "took")], [("so it was", nudge)], []]
