"""Openings beside other sessions, lines half written, and what a disk refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual import events

from jar_tui import words as screen
from jar_tui.domain.people import KINDNESSES
from jar_tui.domain.signing import Signature, Tie
from jar_tui.service import JarService
from jar_tui.service.openings import Openings
from jar_tui.words import opening as words
from jar_tui.words import ritual
from tests.tui.conftest import at_the_jar
from tests.tui.openings import on_disk, opened, refuse

Clock = Callable[[], datetime]


async def test_a_name_that_wants_none_meets_none(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    wren = next(part for part in six.jar.tables["parts"].values() if part.name == "Wren")  # type: ignore[attr-defined]
    six.people.nudges(wren.id, wanted=False)
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        assert hand.shows("got dressed")
        assert not hand.shows("It was marked")


@pytest.mark.usefixtures("six")
async def test_a_line_left_half_written_waits(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "w")
        await hand.type("half a li")
    async with at_the_jar(jar_home, clock) as hand:
        assert "half a li" not in hand.screen
        await opened(hand, "w")
        assert hand.shows("half a li")
        await hand.press("enter")
        assert hand.shows("Kept with the slip.")
    service, slip = on_disk(jar_home, clock, "took a breath")
    assert [line.text for line in service.jar.lines_of(slip)] == ["half a li"]


@pytest.mark.usefixtures("six")
async def test_a_closing_line_and_a_list_of_their_own(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, *["enter"] * 6, "w")
        await hand.type("a quiet week")
        await hand.press("enter")
        assert hand.shows("Kept with this opening.")
        await hand.press("y", "e")
        for _ in range(len("\n".join(words.KINDNESSES))):
            await hand.press("backspace")
        await hand.type("feed the cat")
        await hand.press("enter")
        assert hand.shows("feed the cat")
        assert not hand.shows("ten minutes of nothing")
        await hand.press("escape", "enter")
        assert hand.shows("Closed.")
    (opening,) = JarService.open(jar_home, clock)[0].jar.tables["openings"].values()
    assert (opening.closing, bool(opening.ended)) == ("a quiet week", True)  # type: ignore[attr-defined]


async def test_two_sessions_one_opening_one_signing_keep_both(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    slip = on_disk(jar_home, clock, "got dressed")[1]
    k = next(part.id for part in six.jar.tables["parts"].values() if part.name == "K")  # type: ignore[attr-defined]
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        six.sign(slip.id, Signature(ties=(Tie("by", k),)))
        await hand.press("2", "enter")
        assert hand.shows("3 of 6")
        await hand.press("b")
        assert hand.shows("2 of 6 · Monday 16 November · by K")
    service, slip = on_disk(jar_home, clock, "got dressed")
    assert slip.label == "lifted"
    assert [mark.part for mark in service.jar.marks_of(slip)] == [k]


@pytest.mark.usefixtures("six")
async def test_a_slip_set_aside_meanwhile_is_gone_past(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        six.set_aside(on_disk(jar_home, clock, "ate lunch")[1].id, aside=True)
        await hand.press("1", "enter")
        assert hand.shows(words.NOT_IN_VIEW)
        assert "ate lunch" not in hand.screen
        await hand.press("enter")
        assert hand.shows("4 of 6")


@pytest.mark.usefixtures("six")
async def test_more_shows_the_whole_slip_and_its_keys(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "m")
        assert hand.shows(ritual.MORE_TITLE)
        await hand.press("end", "enter")
        assert hand.shows("Esc back")
        await hand.press("t", "escape")
        assert hand.shows("1 of 6")
    assert on_disk(jar_home, clock, "took a breath")[1].too_small


@pytest.mark.usefixtures("six")
async def test_what_the_disk_refused_goes_with_the_next_step(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        with monkeypatch.context() as full:
            full.setattr(Openings, "keep", refuse)
            await hand.press("enter")
            assert hand.shows("2 of 6")
            assert hand.shows("Not kept yet: the disk is full.")
        await hand.press("enter", "escape")
        assert hand.shows("Stopped here. Slips 3 to 6 stay folded.")
    assert on_disk(jar_home, clock, "took a breath")[1].reached
    assert on_disk(jar_home, clock, "got dressed")[1].nudges


@pytest.mark.usefixtures("six")
async def test_a_closing_line_half_written_waits_for_the_next_opening(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, *["enter"] * 6, "w")
        await hand.type("a quiet we")
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, *["enter"] * 6, "w")
        assert hand.shows("a quiet we")
        await hand.press("enter")
        assert hand.shows("a quiet we")
        assert hand.shows(words.CLOSING_KEPT)


async def test_a_list_changed_in_another_window_is_not_written_over_unasked(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, *["enter"] * 6, "y", "e")
        await hand.type(", tea")
        six.people.choose(KINDNESSES, "feed the cat")
        await hand.settle()
        await hand.press("enter")
        assert hand.shows(screen.CHANGED_ELSEWHERE)
        await hand.press("escape")
        assert hand.shows("feed the cat")
        await hand.press("e")
        assert hand.shows("nothing, tea")


@pytest.mark.usefixtures("six")
async def test_while_there_is_more_enter_says_so(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        await opened(hand, *["enter"] * 6)
        assert hand.shows("Enter more")
        await hand.press("enter")
        assert hand.shows("Enter close")
        await hand.press("up")
        assert hand.shows("Enter more")


@pytest.mark.usefixtures("six")
async def test_keys_typed_behind_a_slow_beginning_stay_in_the_opening(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        begin = Openings.begin

        def slowly(openings: Openings, slips: list[str]) -> object:
            for key in ("enter", "x"):
                hand.app.call_from_thread(hand.app.post_message, events.Key(key, key[0]))
            return begin(openings, slips)

        await hand.press("escape", "o")
        monkeypatch.setattr(Openings, "begin", slowly)
        await hand.press("enter")
        await hand.settle()
        assert hand.shows("2 of 6")
        assert len(hand.app.jar) == 6
