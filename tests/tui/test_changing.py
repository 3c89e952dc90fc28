"""Changing a slip: its words, day and kinds, a line under it, and taking changes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from jar_tui import words
from tests.conftest import SATURDAY
from tests.tui.conftest import at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]


async def test_the_whole_slip_shows_every_word(jar_home: Path, clock: Clock, size: Size) -> None:
    long = " ".join(f"word{n}" for n in range(60))
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop(long)
        await hand.press("escape")
        assert not hand.shows("word59")
        await hand.press("enter")
        assert hand.shows(long)
        await hand.press("escape")
        assert not hand.shows("word59")


async def test_words_can_be_changed(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "e")
        assert hand.shows("made toast")
        await hand.press("s", "enter")
        assert hand.shows("The changed words are kept.")
        assert hand.app.jar.slips[0].text == "made toasts"


async def test_words_left_half_changed_wait(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "e", "s", "x", "escape")
        assert hand.shows(words.EDIT_WAITS)
        assert hand.app.jar.slips[0].text == "made toast"
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "e")
        assert hand.shows("made toastsx")
        assert hand.shows(words.EDIT_WAITED)
        await hand.press("backspace", "enter")
        assert hand.app.jar.slips[0].text == "made toasts"
        await hand.press("e", "escape")
        assert hand.shows(words.LEFT)


async def test_the_day_can_be_changed(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "d")
        await hand.type("tomorrow")
        assert hand.shows("which has not come yet")
        await hand.press("enter")
        assert hand.shows(words.DATE_TITLE)
        for _ in "tomorrow":
            await hand.press("backspace")
        await hand.type("3 days ago")
        assert hand.shows("dated Wednesday 18 November")
        await hand.press("enter")
        assert hand.shows("Now dated Wednesday 18 November.")
        assert hand.app.jar.slips[0].happened == SATURDAY.date() - timedelta(days=3)
        assert hand.app.jar.slips[0].when_words == "3 days ago"


async def test_kinds_can_be_set(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("said no")
        await hand.press("escape", "k")
        await hand.type("Boundary, first time")
        await hand.press("enter")
        assert hand.app.jar.slips[0].kinds == ("boundary", "first-time")
        await hand.press("enter")
        assert hand.shows("boundary, first time")


async def test_undo_goes_back_step_by_step(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "t")
        await hand.press("e", "s", "enter")
        for answer in ("the words are as", "the mark is as", "set aside and still kept"):
            await hand.press("u")
            hand.pause()
            assert hand.shows(f"Taken back: {answer}") or hand.shows(answer)
        assert not hand.app.jar.slips
        assert [slip.text for slip in hand.app.jar.set_aside()] == ["made toast"]
        await hand.press("u")
        assert hand.shows(words.NOTHING_TO_TAKE_BACK)


async def test_undo_after_a_restart_names_the_change_first(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "u")
        hand.pause()
        assert hand.shows("a slip dropped in, of today")
        assert len(hand.app.jar.slips) == 1
        await hand.press("u")
        assert hand.shows(words.TAKEN_ASIDE)
        assert not hand.app.jar.slips


async def test_another_key_leaves_the_change_alone(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "u", "home", "u")
        assert len(hand.app.jar.slips) == 1


async def test_a_shaking_hand_marks_once(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "t", "t")
        assert hand.app.jar.slips[0].too_small


async def test_a_line_can_be_written_under_a_slip(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "enter", "w")
        await hand.type("cold kit")
        await hand.pilot.press("ctrl+c")
    async with at_the_jar(jar_home, clock, size) as hand:
        assert hand.shows("A line for a slip is kept (today). Enter on the slip, then w, opens it.")
        assert "kit" not in hand.screen.replace("kitchen", "")
        await hand.press("escape", "enter", "w")
        assert hand.shows("cold kit")
        await hand.type("chen")
        await hand.press("enter")
        assert hand.shows("made toast cold kitchen")
        await hand.press("escape", "tab")
        assert not hand.shows("A line for a slip is kept")


async def test_a_line_and_changed_words_both_wait(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "e", "s", "escape", "enter", "w", "x")
        await hand.pilot.press("ctrl+c")
    async with at_the_jar(jar_home, clock, size) as hand:
        assert hand.shows("Changed words of a slip are kept (today). e on it opens them.")
        assert hand.shows("A line for a slip is kept (today).")
        assert hand.shows("Ctrl-C leave, words kept")
