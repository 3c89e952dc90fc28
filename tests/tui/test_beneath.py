"""The first screen under another one: it waits with what changes, and shows it afterwards."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from jar_tui import words
from jar_tui.domain.records import Slip
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.widgets.slip_list import SlipList
from tests.conftest import SATURDAY
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.test_names import people

Clock = Callable[[], datetime]
Size = tuple[int, int]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many slips the list was handed, each time it was handed any."""
    times: list[int] = []
    show = SlipList.show

    def counted(slips: SlipList, found: tuple[Slip, ...], **others: Any) -> None:
        times.append(len(found))
        show(slips, found, **others)

    monkeypatch.setattr(SlipList, "show", counted)
    return times


def jar_with(home: Path, clock: Clock, *texts: str) -> JarService:
    service = JarService.open(home, clock)[0]
    service.add_all([NewSlip(text) for text in texts])
    return service


def listed(hand: Hand) -> SlipList:
    return hand.app.screen_stack[0].query_one("#slips", SlipList)


async def test_what_changes_under_another_screen_shows_afterwards(
    jar_home: Path, clock: Clock, size: Size, shown: list[int]
) -> None:
    jar_with(jar_home, clock, "made tea", "made toast")
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "down", "enter")
        shown.clear()
        await hand.press("t")
        await hand.press("c")
        assert hand.shows(words.COVERED)
        assert not shown
        await hand.press("escape")
        assert shown == [2]
        assert hand.shows(words.COVERED_WORDS)
        assert hand.shows('"too small"')
        slip = hand.app.jar.slips[0]
        assert slip.covered
        assert listed(hand).chosen == slip
        await hand.press("t")
        assert not hand.app.jar.slips[0].too_small


async def test_another_session_shows_once_help_is_closed(
    jar_home: Path, clock: Clock, shown: list[int]
) -> None:
    other = jar_with(jar_home, clock, "made tea")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "question_mark")
        shown.clear()
        other.add(NewSlip("made toast"))
        hand.app.saver.nudge()
        await hand.app.ask(lambda service: service.catch_up())
        await hand.settle()
        assert len(hand.app.jar.slips) == 2
        assert not shown
        await hand.press("escape")
        assert hand.shows("made toast")


async def test_a_slip_that_arrives_under_another_screen_is_chosen(
    jar_home: Path, clock: Clock, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = jar_with(jar_home, clock)
    service.add_all([NewSlip(f"slip {n}") for n in range(40)])
    may_go_on = threading.Event()
    add = JarService.add

    def slowly(jar: JarService, new: NewSlip, slip_id: str = "") -> object:
        may_go_on.wait()
        return add(jar, new, slip_id)

    monkeypatch.setattr(JarService, "add", slowly)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("yesterday: made toast")
        await hand.pilot.press("enter", "tab")
        await hand.app.keys_done()
        assert len(hand.app.screen_stack) == 2
        may_go_on.set()
        await hand.settle()
        await hand.press("escape")
        assert hand.chosen == "made toast"
        assert hand.shows("Dropped in, dated Friday 20 November.")


async def test_going_to_the_jar_and_back_makes_no_list_anew(
    jar_home: Path, clock: Clock, shown: list[int]
) -> None:
    jar_with(jar_home, clock, "made tea", "made toast")
    async with at_the_jar(jar_home, clock) as hand:
        shown.clear()
        await hand.press("escape", "escape", "tab")
        assert not shown


async def test_the_jar_knows_that_a_day_has_gone_by(jar_home: Path) -> None:
    now = [SATURDAY]
    async with at_the_jar(jar_home, lambda: now[0]) as hand:
        await hand.drop("made toast")
        assert not hand.shows("Saturday 21 November")
        now[0] += timedelta(days=1)
        await hand.press("escape")
        assert hand.shows("Saturday 21 November")


async def test_the_answer_stays_where_nothing_is_found_any_more(
    jar_home: Path, clock: Clock
) -> None:
    jar_with(jar_home, clock, "made toast")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "slash")
        await hand.type("toast")
        await hand.press("enter", "e")
        await hand.press(*["backspace"] * 5, "t", "e", "a", "enter")
        assert hand.app.jar.slips[0].text == "made tea"
        assert hand.shows(words.WORDS_KEPT)
        await hand.press("escape")
        assert hand.shows("made tea")


async def test_all_slips_come_back_once_where_finding_ends(
    jar_home: Path, clock: Clock, shown: list[int]
) -> None:
    jar_with(jar_home, clock, "made tea", "made toast")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "slash")
        await hand.type("tea")
        assert not hand.shows("made toast")
        shown.clear()
        await hand.press("escape")
        assert shown == [2]
        assert hand.shows("made toast")
        await hand.press("slash", "m")
        assert hand.shows("made tea")


async def test_who_was_picked_shows_where_the_names_come_beside(
    jar_home: Path, clock: Clock
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, (100, 30)) as hand:
        await hand.type("made the bed")
        await hand.press("tab", "1")
        assert hand.shows("signing: Wren")
        await hand.resize((120, 30))
        assert hand.shows("1 Wren, tag w: by")
        await hand.press("enter")
        assert hand.shows("Dropped in, by Wren.")
        assert not hand.shows("tag w: by")


async def test_names_beside_follow_a_slip_that_comes_back(jar_home: Path, clock: Clock) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, (120, 30)) as hand:
        await hand.type("made the bed")
        await hand.press("tab", "1")
        await hand.pilot.press("ctrl+c")
    async with at_the_jar(jar_home, clock, (120, 30)) as hand:
        assert not hand.shows("tag w: by")
        await hand.press("up")
        assert hand.entry == "made the bed"
        assert hand.shows("1 Wren, tag w: by")
