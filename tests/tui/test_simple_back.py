"""Looking back on the simple screen: a few slips at a time, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.screens.simple import SimpleScreen
from jar_tui.words import simple as said
from tests.tui.conftest import at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]


async def test_days_before_today_wait_until_they_are_asked_for(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service = JarService.open(jar_home, clock)[0]
    service.add_all([NewSlip("of old", service.almanac.when("yesterday")), NewSlip("of today")])
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("ctrl+o", "escape")
        assert hand.shows("today: of today")
        assert hand.shows("Down older, Up newer")
        assert not hand.shows("of old")
        await hand.press("down")
        assert hand.shows("Friday 20 November: of old")
        assert not hand.shows("of today")
        await hand.press("down")
        assert hand.shows(said.NOTHING_OLDER)
        await hand.press("up")
        assert hand.shows("of today")
        hand.pause()
        await hand.press("up")
        assert hand.shows(said.NOTHING_NEWER)
        await hand.press("down", "escape")
        assert hand.shows("of today")


async def test_six_at_most_show_and_each_of_many_has_its_turn(jar_home: Path, clock: Clock) -> None:
    service = JarService.open(jar_home, clock)[0]
    names = [f"step {n:02}" for n in range(15)]
    service.add_all([NewSlip(name) for name in names])
    order = [slip.text for slip in reversed(service.jar.slips)]
    async with at_the_jar(jar_home, clock, (80, 50)) as hand:
        await hand.press("ctrl+o", "escape")
        for begin in (0, 6, 12):
            wanted = order[begin : begin + 6]
            assert [name for name in order if hand.shows(name)] == wanted
            await hand.press("down")
        await hand.press("up", "up")
        assert [name for name in order if hand.shows(name)] == order[:6]


@pytest.mark.parametrize("size", [(30, 8), (30, 12), (40, 20), (80, 24)])
async def test_in_any_window_every_slip_has_its_turn(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service = JarService.open(jar_home, clock)[0]
    when = service.almanac.when
    slips = [NewSlip(f"step{n:02} {'and on ' * n}", when("yesterday")) for n in range(9)]
    service.add_all([*slips, *(NewSlip(f"step{n:02}") for n in range(9, 20))])
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("ctrl+o", "escape")
        seen: list[str] = []
        for _ in range(40):
            if hand.shows(said.NOTHING_OLDER):
                break
            seen += [f"step{n:02}" for n in range(20) if hand.shows(f"step{n:02}")]
            await hand.press("down")
        else:
            pytest.fail("There is always more.")
        order = [slip.text[:6] for slip in reversed(service.jar.slips)]
        assert sorted(set(seen)) == sorted(order)


async def test_covered_words_and_slips_set_aside_do_not_show(jar_home: Path, clock: Clock) -> None:
    service = JarService.open(jar_home, clock)[0]
    one, two = service.add_all([NewSlip("cold kitchen"), NewSlip("loud street")])
    service.cover(one.id, covered=True)
    service.set_aside(two.id, aside=True)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("ctrl+o", "escape", "down")
        assert hand.shows(f"today: {said.COVERED}")
        assert not hand.shows("kitchen")
        assert not hand.shows("street")


async def test_a_slip_dropped_in_elsewhere_comes_and_goes(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("ctrl+o", "escape")
        other = JarService.open(jar_home, clock)[0]
        slip = other.add(NewSlip("from the other room"))
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert hand.shows("today: from the other room")
        other.set_aside(slip.id, aside=True)
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.settle()
        assert not hand.shows("from the other room")


async def test_letters_and_pastes_go_to_the_slip_and_change_no_other(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("ctrl+o")
        await hand.drop("one")
        before = hand.app.jar.slips
        for key in (*"estdkcxhrowfanvq?/0-1", "ctrl+t", "ctrl+g", "left"):
            await hand.press("escape", "question_mark" if key == "?" else key)
            assert isinstance(hand.app.screen, SimpleScreen)
        assert hand.entry == "estdkcxhrowfanvq?/0-1"
        assert hand.app.jar.slips == before
        await hand.press("escape", "escape", "u")
        assert hand.shows(words.TAKEN_ASIDE)
        assert hand.entry == "estdkcxhrowfanvq?/0-1"
        await hand.press("enter")
        assert hand.shows(said.WRITE)


async def test_only_slips_dropped_in_here_are_taken_back(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("ctrl+o")
        await hand.drop("of the simple screen, before")
        hand.app.leave_now()
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("of the whole jar")
        hand.pause()
        await hand.press("ctrl+o", "escape", "u")
        assert hand.shows(words.NOTHING_TO_TAKE_BACK)
        await hand.drop("of the simple screen, now")
        await hand.press("escape", "u")
        assert hand.shows(words.TAKEN_ASIDE)
        hand.pause()
        await hand.press("u")
        assert hand.shows(words.NOTHING_TO_TAKE_BACK)
        assert {slip.text for slip in hand.app.jar.slips} == {
            "of the whole jar",
            "of the simple screen, before",
        }


async def test_a_change_made_on_the_other_screen_is_not_taken_back_here(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("ctrl+o")
        await hand.drop("made toast")
        hand.pause()
        await hand.press("ctrl+o", "ctrl+t")
        assert hand.app.jar.slips[0].too_small
        hand.pause()
        await hand.press("ctrl+o", "escape", "u")
        assert hand.shows(words.NOTHING_TO_TAKE_BACK)
        assert hand.app.jar.slips[0].too_small
