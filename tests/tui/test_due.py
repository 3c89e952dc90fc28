"""A day chosen for opening: one line on that day, and the first screen as ever on all others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jar_tui.domain.ritual import DAY, FULL
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words.ritual import DUE
from tests.conftest import SATURDAY
from tests.tui.conftest import at_the_jar
from tests.tui.openings import opened

Size = tuple[int, int]
LATER = (1, 2, 7, 30, 399, 400)
"""Days without anybody at the jar."""


@pytest.fixture
def lived_in(jar_home: Path) -> JarService:
    """Give a jar of three slips, last written on Saturday."""
    service = JarService.open(jar_home, lambda: SATURDAY)[0]
    when = service.almanac.when
    service.add_all([NewSlip(text, when("3 days ago")) for text in ("tea", "toast", "a walk")])
    return service


async def seen(home: Path, now: datetime, size: Size) -> list[str]:
    """Return the lines of the first screen at some time."""
    async with at_the_jar(home, lambda: now, size) as hand:
        return hand.screen.splitlines()


def written(lines: Iterable[str]) -> list[str]:
    """Return the lines that hold anything."""
    return [line for line in lines if line.strip()]


@pytest.mark.usefixtures("lived_in")
async def test_after_any_gap_the_first_screen_is_the_same(jar_home: Path, size: Size) -> None:
    before = await seen(jar_home, SATURDAY, size)
    for days in LATER:
        assert await seen(jar_home, SATURDAY + timedelta(days), size) == before


async def test_with_a_day_chosen_too_but_for_one_line_on_that_day(
    jar_home: Path, lived_in: JarService, size: Size
) -> None:
    before = await seen(jar_home, SATURDAY, size)
    lived_in.people.choose(DAY, "sunday")
    assert await seen(jar_home, SATURDAY, size) == before
    for days in LATER:
        now = SATURDAY + timedelta(days)
        lines = await seen(jar_home, now, size)
        told = [line for line in lines if DUE["day"] in line]
        if now.strftime("%A") == "Sunday":
            assert len(told) == 1
            assert written(line for line in lines if line not in told) == written(before)
        else:
            assert lines == before


async def test_the_line_is_nowhere_else_and_gone_once_the_jar_was_opened(
    jar_home: Path, lived_in: JarService, size: Size
) -> None:
    lived_in.people.choose(DAY, "saturday")
    async with at_the_jar(jar_home, lambda: SATURDAY, size) as hand:
        assert hand.shows(DUE["day"])
        await hand.press("escape", "o")
        assert not hand.shows(DUE["day"])
        await hand.press("escape", "tab")
        assert hand.shows(DUE["day"])
        await opened(hand)
        assert not hand.shows(DUE["day"])
        await hand.press("escape", "tab")
        assert not hand.shows(DUE["day"])
    assert DUE["day"] not in "\n".join(await seen(jar_home, SATURDAY, size))


async def test_a_full_jar_is_said_on_the_day_it_became_full_alone(
    jar_home: Path, lived_in: JarService, size: Size
) -> None:
    lived_in.people.choose(FULL, "4")
    async with at_the_jar(jar_home, lambda: SATURDAY, size) as hand:
        assert not hand.shows(DUE["full"])
        await hand.drop("one more")
        assert hand.shows(DUE["full"])
    for days in LATER:
        lines = await seen(jar_home, SATURDAY + timedelta(days), size)
        assert not any(DUE["full"] in line for line in lines)


async def test_a_screen_left_open_over_night_says_it_with_the_first_key(
    jar_home: Path, lived_in: JarService
) -> None:
    now = [SATURDAY]
    lived_in.people.choose(DAY, "sunday")
    async with at_the_jar(jar_home, lambda: now[0]) as hand:
        assert not hand.shows(DUE["day"])
        now[0] += timedelta(days=1)
        await hand.type("a")
        assert hand.shows(DUE["day"])
        now[0] += timedelta(days=1)
        await hand.type("b")
        assert not hand.shows(DUE["day"])


@pytest.mark.parametrize("size", [(30, 12), (40, 11), (80, 11)])
async def test_where_there_is_no_room_answers_come_first(
    jar_home: Path, lived_in: JarService, size: Size
) -> None:
    lived_in.people.choose(DAY, "saturday")
    async with at_the_jar(jar_home, lambda: SATURDAY, size) as hand:
        assert not hand.shows(DUE["day"])
        await hand.drop("rest")
        assert hand.shows("Dropped in. Esc u takes it back.")
