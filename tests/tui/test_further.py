"""Further back: the pile month by month, before beside lately, and a question now and then."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Static

from jar_tui.domain.people import choice
from jar_tui.domain.pile import Month
from jar_tui.domain.ritual import ASKED, MONTHLY, ON
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.screens.opening.further import pile_rows
from jar_tui.words import opening as words
from jar_tui.words import ritual
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.openings import opened

Clock = Callable[[], datetime]
MAY = datetime(2026, 5, 6, 9, tzinfo=UTC)
PHONES_TOO = pytest.mark.parametrize("size", [(80, 24), (40, 20), (30, 12)])


def months(home: Path, *counts: int) -> JarService:
    """Drop so many slips in a month, from May on; all but those of the last month were read."""
    read: list[str] = []
    for number, count in enumerate(counts):
        now = MAY + timedelta(days=31 * number)
        service = JarService.open(home, lambda now=now: now)[0]  # type: ignore[misc]
        if read:
            opening = service.openings.begin(read)
            for key in read:
                service._repository.update("slips", key, {"reached": opening.id})
            service.openings.end(opening.id)
        read = [
            slip.id for slip in service.add_all([NewSlip(f"m{number}s{n}") for n in range(count)])
        ]
    return service


async def to_the_end(hand: Hand, *keys: str) -> None:
    """Read everything, then press keys on the last page."""
    await opened(hand)
    for _ in range(60):
        if hand.shows(words.SIDE_BY_SIDE):
            break
        await hand.press("enter")
    await hand.press(*keys)


async def pages(hand: Hand) -> str:
    """Return a page with all that its Enter brings, while it says that there is more."""
    told = hand.screen
    while hand.shows("Enter more"):
        await hand.press("enter")
        told += f"\n{hand.screen}"
    return told


@PHONES_TOO
async def test_the_pile_as_it_grew(jar_home: Path, clock: Clock, size: tuple[int, int]) -> None:
    months(jar_home, 2, 5, 1)
    async with at_the_jar(jar_home, clock, size) as hand:
        await to_the_end(hand, "f", "1")
        assert hand.shows(ritual.PILE_TITLE)
        told = await pages(hand)
        rows = [line.split() for line in told.splitlines() if "▄" in line]
        assert [(row[0], row[-1]) for row in rows] == [("May", "2"), ("June", "7"), ("July", "8")]
        bars = [len(row[2]) for row in rows]
        assert bars == sorted(bars)
        assert max(map(len, told.splitlines())) <= size[0]
        await hand.press("escape")
        assert hand.shows(ritual.BACK_TITLE)
        await hand.press("escape")
        assert hand.shows(words.SIDE_BY_SIDE)


def test_a_bar_fits_and_is_never_less_than_a_cell() -> None:
    pile = [Month(2020 + n // 12, n % 12 + 1, 1, n + 1) for n in range(118)]
    pile.append(Month(2029, 12, 99_000, 99_118))
    for width in (28, 38, 76):
        rows = pile_rows(pile, width)
        assert all(len(row) <= width and "▄" in row for row in rows)
        assert len(rows[-1]) == width
        assert len({row.index("▄") for row in rows}) == 1
    assert pile_rows([], 38) == []


async def test_a_pile_of_years_can_be_read_to_its_end(jar_home: Path, clock: Clock) -> None:
    months(jar_home, *[1] * 30)
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        await to_the_end(hand, "f", "1")
        assert len({line for line in (await pages(hand)).splitlines() if "▄" in line}) == 30


async def test_what_is_covered_elsewhere_meanwhile_is_no_longer_shown(
    jar_home: Path, clock: Clock
) -> None:
    months(jar_home, 4, 4, 1)
    other = JarService.open(jar_home, clock)[0]
    async with at_the_jar(jar_home, clock) as hand:
        await to_the_end(hand, "f", "2")
        assert "m0s" in hand.screen
        for slip in other.jar:
            other.cover(slip.id, covered=True)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert "m0s" not in hand.screen
        assert hand.shows(ritual.NO_BEFORE)


async def test_before_stands_beside_lately(jar_home: Path, clock: Clock) -> None:
    months(jar_home, 4, 4, 1)
    async with at_the_jar(jar_home, clock) as hand:
        await to_the_end(hand, "f", "2")
        (row,) = (line for line in hand.screen.splitlines() if ritual.BEFORE in line)
        assert ritual.LATER in row, "a month ago is not lately"
        told = hand.screen
        found = [line.split() for line in told.splitlines() if "m0s" in line]
        assert [row[0][:2] for row in found] == ["m0"] * 3
        assert {row[1][:2] for row in found} <= {"m1", "m2"}
        await hand.resize((40, 20))
        assert not any(
            ritual.BEFORE in line and ritual.LATELY in line for line in hand.screen.splitlines()
        )
        narrow = await pages(hand)
    picked = set(re.findall(r"m\ds\d", told))
    assert len(picked) == 6
    assert picked == set(re.findall(r"m\ds\d", narrow)), "on a phone too"


@PHONES_TOO
async def test_with_few_slips_there_is_no_before(
    jar_home: Path, clock: Clock, size: tuple[int, int]
) -> None:
    months(jar_home, 3)
    async with at_the_jar(jar_home, clock, size) as hand:
        await to_the_end(hand, "f", "2")
        assert hand.shows(ritual.NO_BEFORE)


async def test_a_question_now_and_then_where_it_was_chosen(
    jar_home: Path, six: JarService, size: tuple[int, int]
) -> None:
    now = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
    async with at_the_jar(jar_home, lambda: now, size) as hand:
        await to_the_end(hand, "f")
        assert not hand.shows(ritual.BACK["question"])
        six.people.choose(MONTHLY, ON)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        await hand.press("3")
        assert hand.shows(ritual.MONTH_QUESTION)
        assert choice(JarService.open(jar_home, lambda: now)[0].jar, ASKED) == "2026-11-21"
        await hand.type("phone calls")
        await hand.press("enter")
        assert hand.shows(ritual.ANSWER_KEPT)
        while hand.shows("Enter more"):
            await hand.press("enter")
        assert hand.shows(f"{ritual.PAST_WRITTEN} Saturday 21 November phone calls")
        await hand.press("f")
        assert not hand.shows(ritual.BACK["question"])
        await hand.press("escape")
    for days, asked in ((27, False), (28, True)):
        later = now + timedelta(days=days)
        async with at_the_jar(jar_home, lambda later=later: later, size) as hand:  # type: ignore[misc]
            await hand.drop("today")
            await to_the_end(hand, "f")
            assert hand.shows(ritual.BACK["question"]) is asked


async def test_half_an_answer_waits_as_an_unfinished_slip(jar_home: Path, six: JarService) -> None:
    now = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
    six.people.choose(MONTHLY, ON)
    async with at_the_jar(jar_home, lambda: now) as hand:
        await to_the_end(hand, "f", "3")
        await hand.type("phone ca")
    later = now + timedelta(days=40)
    async with at_the_jar(jar_home, lambda: later) as hand:
        assert "phone ca" not in hand.screen
        await hand.press("up")
        assert hand.entry == "phone ca"


async def test_no_number_of_slips_stands_outside_an_opening(jar_home: Path, clock: Clock) -> None:
    months(jar_home, 40, 37)
    async with at_the_jar(jar_home, clock) as hand:
        shown = [str(static.content) for static in hand.app.screen.query(Static)]
        await hand.press("escape")
        shown += [str(static.content) for static in hand.app.screen.query(Static)]
    assert not any("77" in text or "37" in text for text in shown)
