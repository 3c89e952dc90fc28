"""Openings from before: which there were, and what was read and written in one of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from jar_tui.domain.review import Read
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import ritual
from tests.conftest import SATURDAY
from tests.openings import ended_elsewhere
from tests.tui.conftest import at_the_jar
from tests.tui.test_opening_choosing import choosing

Clock = Callable[[], datetime]
Size = tuple[int, int]


def read_through(service: JarService, at: datetime) -> str:
    """Read everything that is folded in one opening, and return its id."""
    service.almanac.clock = lambda: at
    ids = [slip.id for slip in service.jar.folded()]
    opening = service.openings.begin(ids)
    service.openings.keep(opening.id, [Read(key) for key in ids])
    service.openings.end(opening.id)
    return opening.id


async def test_openings_from_before_by_day_and_two_of_one_day_by_their_time(
    jar_home: Path, clock: Clock, six: JarService, size: Size
) -> None:
    read_through(six, SATURDAY - timedelta(days=30))
    six.add(NewSlip("rang the doctor"))
    read_through(six, SATURDAY - timedelta(hours=5))
    six.add(NewSlip("sat in the sun"))
    read_through(six, SATURDAY - timedelta(hours=1))
    six.add(NewSlip("never read yet"))
    async with at_the_jar(jar_home, clock, size) as hand:
        await choosing(hand, "8")
        assert hand.shows("> 1 Saturday 21 November 2026, 14:30")
        assert hand.shows("2 Saturday 21 November 2026, 10:30 3 Thursday 22 October 2026")
        assert hand.screen.count("2026,") == 2
        await hand.press("down", "enter")
        assert hand.shows("Saturday 21 November 2026, 10:30")
        assert hand.shows("rang the doctor")
        assert not hand.shows("sat in the sun")
        await hand.press("escape", "3")
        assert hand.shows("Thursday 22 October 2026")
        assert hand.shows("Monday 16 November · by Wren got dressed")
        assert not hand.shows("never read yet")


async def test_an_opening_from_before_shows_what_was_written_in_it_and_nothing_hidden(
    jar_home: Path, clock: Clock, six: JarService, size: Size
) -> None:
    slips = {slip.text.split()[-1]: slip.id for slip in six.jar}
    key = read_through(six, SATURDAY - timedelta(days=7))
    six.write_line(slips["toast"], "three tries", opening=key, nudge="took")
    six.write_line(slips["toast"], "anyone can", opening=key, nudge="waved")
    six.write_line(slips["toast"], "of another day")
    six.openings.drop_in(key, "asked for help")
    six.openings.write_closing(key, "a quiet week")
    six.cover(slips["dressed"], covered=True)
    six.set_aside(slips["no"], aside=True)
    six.not_again(slips["open"], wanted=True)
    async with at_the_jar(jar_home, clock, size) as hand:
        await choosing(hand, "8", "1")
        told = hand.screen
        while hand.shows("Enter more"):
            await hand.press("enter")
            told += hand.screen
        for text in ("what it took: three tries", "usually waved away: anyone can"):
            assert text in told
        for text in (ritual.PAST_WRITTEN, "asked for help", "a quiet week", "..."):
            assert text in told
        for text in ("got dressed", "said no", "ate lunch", "of another day"):
            assert text not in told
        hand.pause()
        await hand.press("enter")
        assert hand.shows(ritual.PAST_TITLE)


async def test_a_slip_of_an_opening_that_was_stopped_stays_folded(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    ids = [slip.id for slip in six.jar]
    opening = six.openings.begin(ids)
    six.openings.keep(opening.id, [Read(ids[0])])
    async with at_the_jar(jar_home, clock) as hand:
        await choosing(hand, "8", "1")
        assert hand.shows("took a breath")
        assert not hand.shows("got dressed")


async def test_openings_whose_time_is_not_here_yet_are_offered_without_a_day(
    jar_home: Path, clock: Clock, six: JarService, size: Size
) -> None:
    ended_elsewhere(six, 2)
    read_through(six, SATURDAY - timedelta(hours=1))
    async with at_the_jar(jar_home, clock, size) as hand:
        await choosing(hand, "8")
        assert hand.shows("1 Saturday 21 November 2026")
        assert hand.shows(f"2 {ritual.day(None)} 3 {ritual.day(None)}")
        await hand.press("3")
        assert hand.shows(ritual.PAST_NONE)
