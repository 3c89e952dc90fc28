"""The end of an opening: what was chosen to follow follows, and nothing else; half answers wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words as screen
from jar_tui.domain import selecting
from jar_tui.domain.records import Opening
from jar_tui.domain.ritual import AFTER, AFTERS
from jar_tui.service import JarService
from jar_tui.service.openings import Openings
from jar_tui.words import opening as words
from jar_tui.words import ritual
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.openings import opened, refuse

Clock = Callable[[], datetime]
Size = tuple[int, int]
CLOSED = "Closed. All 6 slips stay in the jar."
FIRST_SCREEN = "Write one small step. Any size."
FOLLOWS = {
    "question": ritual.WEEK_QUESTION,
    "five": ritual.FIVE_TITLE,
    "kind": words.KINDNESSES[0],
    "ground": words.GROUND,
}


async def read_all(hand: Hand) -> None:
    """Read six slips and close the jar, with rests between the keys."""
    await opened(hand, *["enter"] * 6)
    while hand.shows("Enter more"):
        await hand.press("enter")
    hand.pause()
    await hand.press("enter")


def the_opening(home: Path, clock: Clock) -> tuple[JarService, Opening]:
    """Return the jar as it is on disk, and its one opening."""
    service = JarService.open(home, clock)[0]
    (found,) = service.jar.tables["openings"].values()
    assert isinstance(found, Opening)
    return service, found


def written_in(home: Path, clock: Clock) -> list[str]:
    """Return the slips written at the end of the one opening."""
    service, opening = the_opening(home, clock)
    slips = selecting.written_in(service.jar, opening.id)
    assert all(slip.reached == opening.id for slip in slips)
    return [slip.text for slip in slips]


async def test_nothing_follows_where_nothing_was_chosen(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await read_all(hand)
        assert hand.shows(CLOSED)
        assert hand.shows(FIRST_SCREEN)


@pytest.mark.parametrize("what", AFTERS)
async def test_what_was_chosen_follows_alone_and_esc_ends_it(
    jar_home: Path, clock: Clock, six: JarService, what: str, size: Size
) -> None:
    six.people.choose(AFTER, what)
    async with at_the_jar(jar_home, clock, size) as hand:
        await read_all(hand)
        assert [name for name, told in FOLLOWS.items() if hand.shows(told)] == [what]
        assert the_opening(jar_home, clock)[1].ended, "it is over before anything follows"
        await hand.press("escape")
        assert hand.shows(FIRST_SCREEN)
        assert hand.shows(CLOSED)
        await hand.type("more")
        assert hand.entry == "more"


@pytest.mark.parametrize("what", AFTERS)
async def test_esc_on_the_last_page_closes_at_once(
    jar_home: Path, clock: Clock, six: JarService, what: str
) -> None:
    six.people.choose(AFTER, what)
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, *["enter"] * 6, "escape")
        assert hand.shows(CLOSED)
        assert hand.shows(FIRST_SCREEN)


@pytest.mark.parametrize("what", AFTERS)
async def test_a_hand_that_shook_on_enter_goes_past_nothing(
    jar_home: Path, clock: Clock, six: JarService, what: str
) -> None:
    six.people.choose(AFTER, what)
    async with at_the_jar(jar_home, clock) as hand:
        almanac = hand.app.almanac
        almanac.settings = replace(almanac.settings, key_bounce=60_000)
        await read_all(hand)
        await hand.press("enter")
        assert hand.shows(FOLLOWS[what])
        hand.pause()
        await hand.press("enter")
        assert not hand.shows(FOLLOWS[what])


# The question


async def test_the_answer_to_the_question_goes_in_as_a_slip(
    jar_home: Path, clock: Clock, six: JarService, size: Size
) -> None:
    six.people.choose(AFTER, "question")
    async with at_the_jar(jar_home, clock, size) as hand:
        await read_all(hand)
        assert hand.shows(ritual.ANSWER_HINT)
        await hand.type("left a party early")
        await hand.press("enter")
        assert hand.shows(FIRST_SCREEN)
        assert hand.shows(CLOSED)
    assert written_in(jar_home, clock) == ["left a party early"]


async def test_a_blank_answer_is_as_good(jar_home: Path, clock: Clock, six: JarService) -> None:
    six.people.choose(AFTER, "question")
    async with at_the_jar(jar_home, clock) as hand:
        await read_all(hand)
        hand.pause()
        await hand.press("enter")
        assert hand.shows(CLOSED)
    assert written_in(jar_home, clock) == []


@pytest.mark.parametrize("what", ["question", "five"])
async def test_half_an_answer_waits_as_an_unfinished_slip(
    jar_home: Path, clock: Clock, six: JarService, what: str
) -> None:
    six.people.choose(AFTER, what)
    async with at_the_jar(jar_home, clock) as hand:
        await read_all(hand)
        await hand.type("left a par")
    async with at_the_jar(jar_home, clock) as hand:
        assert "left a par" not in hand.screen
        assert hand.shows(screen.DRAFT_KEPT)
        await hand.press("up")
        assert hand.entry == "left a par"
        await hand.type("ty")
        await hand.press("enter")
    slips = [slip.text for slip in JarService.open(jar_home, clock)[0].jar]
    assert slips.count("left a party") == 1
    assert len(slips) == 7


@pytest.mark.parametrize("what", ["question", "five"])
async def test_esc_leaves_no_answer_out(
    jar_home: Path, clock: Clock, six: JarService, what: str
) -> None:
    six.people.choose(AFTER, what)
    async with at_the_jar(jar_home, clock) as hand:
        await read_all(hand)
        await hand.type("left a par")
        await hand.press("escape")
        assert hand.shows(f"{CLOSED} {screen.DRAFT_WAITS}")
        await hand.press("up")
        assert hand.entry == "left a par"


async def test_an_answer_the_disk_refuses_stays_where_it_is(
    jar_home: Path, clock: Clock, six: JarService, monkeypatch: pytest.MonkeyPatch
) -> None:
    six.people.choose(AFTER, "five")
    async with at_the_jar(jar_home, clock) as hand:
        await read_all(hand)
        await hand.type("left early")
        with monkeypatch.context() as full:
            full.setattr(Openings, "drop_in", refuse)
            await hand.press("enter")
            assert hand.shows("the disk is full")
            assert hand.shows("left early")
        hand.pause()
        await hand.press("enter")
    assert written_in(jar_home, clock) == ["left early"]


# Five


async def test_up_to_five_are_kept_one_by_one_and_a_line_ends_them(
    jar_home: Path, clock: Clock, six: JarService, size: Size
) -> None:
    six.people.choose(AFTER, "five")
    wins = [f"step {n} of the week" for n in range(5)]
    async with at_the_jar(jar_home, clock, size) as hand:
        await read_all(hand)
        assert hand.shows(ritual.FIVE_HINT)
        for place, win in enumerate(wins):
            assert hand.shows(ritual.FIVE_TITLE)
            assert all(hand.shows(before) for before in wins[:place])
            await hand.type(win)
            await hand.press("enter")
        assert hand.shows(ritual.FIVE_LINE)
        await hand.type("a week of rests")
        await hand.press("enter")
        assert hand.shows(FIRST_SCREEN)
        assert hand.shows(CLOSED)
    assert written_in(jar_home, clock) == wins
    assert the_opening(jar_home, clock)[1].closing == "a week of rests"


@pytest.mark.parametrize("count", [0, 1, 3])
async def test_any_number_is_enough_and_the_line_may_be_blank(
    jar_home: Path, clock: Clock, six: JarService, count: int
) -> None:
    six.people.choose(AFTER, "five")
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, *["enter"] * 6, "w")
        await hand.type("a quiet week")
        await hand.press("enter")
        hand.pause()
        await hand.press("enter")
        for place in range(count):
            await hand.type(f"step {place}")
            await hand.press("enter")
        hand.pause()
        await hand.press("enter")
        assert hand.shows(ritual.FIVE_LINE)
        assert hand.shows("a quiet week"), "the line there is can be seen"
        await hand.press(*["backspace"] * len("a quiet week"))
        await hand.press("enter")
        assert hand.shows(CLOSED)
    assert len(written_in(jar_home, clock)) == count
    assert the_opening(jar_home, clock)[1].closing == "a quiet week"


async def test_what_was_kept_before_a_crash_is_kept_and_the_opening_is_over(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    six.people.choose(AFTER, "five")
    async with at_the_jar(jar_home, clock) as hand:
        await read_all(hand)
        await hand.type("rested")
        await hand.press("enter")
        await hand.type("said n")
    assert written_in(jar_home, clock) == ["rested"]
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "o")
        assert hand.shows(words.AGAIN)


async def test_back_from_the_last_page_and_then_closed_follows_once(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    six.people.choose(AFTER, "ground")
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, *["enter"] * 6, "b", "enter")
        hand.pause()
        await hand.press("enter")
        assert hand.shows(words.GROUND)
        hand.pause()
        await hand.press("enter")
        assert hand.shows(CLOSED)
