"""The jar's pane: choosing, changing, taking back and finding slips."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from textual import events

from jar_tui import words
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import When
from jar_tui.service import JarService
from tests.conftest import SATURDAY
from tests.tui.conftest import Hand, at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]


def fill(home: Path, clock: Clock, days: int = 40) -> list[str]:
    """Put one slip a day into a jar, today's last; return their words."""
    service, _ = JarService.open(home, clock)
    today = SATURDAY.date()
    slips = [
        NewSlip(f"slip of {n} days back", When(today - timedelta(days=n), "day", ""))
        for n in range(days - 1, -1, -1)
    ]
    service.add_all(slips)
    return [slip.text for slip in slips]


async def test_at_rest_only_today_shows_and_down_brings_older_ones(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    fill(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        assert "days back" not in hand.screen.replace("slip of 0 days back", "")
        await hand.press("escape")
        assert hand.shows("slip of 0 days back")
        assert hand.shows("older slips: Down")
        assert not hand.shows("slip of 1 days back")
        await hand.press("down")
        assert hand.shows("slip of 1 days back")
        assert hand.shows("Enter whole")
        assert hand.chosen == "slip of 1 days back"


async def test_escape_again_and_again_ends_in_the_jar_at_rest(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    fill(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "down", "down", "enter", "escape", "escape", "escape")
        assert not hand.shows("slip of 1 days back")
        assert hand.shows("older slips: Down")
        await hand.press("tab", "a")
        assert hand.entry == "a"


async def test_ends_and_pages_reach_every_slip(jar_home: Path, clock: Clock, size: Size) -> None:
    texts = fill(jar_home, clock, 100)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "down", "end")
        assert hand.chosen == texts[0]
        assert hand.shows(texts[0])
        await hand.press("home")
        assert hand.chosen == texts[-1]
        seen = set()
        for _ in range(60):
            seen.add(hand.chosen)
            assert hand.shows(hand.chosen)
            await hand.press("pagedown")
        assert hand.chosen == texts[0]
        assert len(seen) > 5


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


async def test_other_letters_and_pastes_go_to_the_entry(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "w", "e", "space", "a")
        assert hand.entry == "we a"
        await hand.press("escape")
        hand.app.post_message(events.Paste("te"))
        await hand.settle()
        assert hand.entry == "we ate"


async def test_finding_as_the_words_are_typed(jar_home: Path, clock: Clock, size: Size) -> None:
    fill(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "slash")
        await hand.type("17 DAYS")
        assert hand.shows("slip of 17 days back")
        assert not hand.shows("slip of 0 days back")
        await hand.press("enter")
        assert hand.chosen == "slip of 17 days back"
        await hand.press("escape")
        assert hand.shows("slip of 0 days back")
        await hand.press("slash")
        await hand.type("nowhere")
        assert hand.shows(words.NOTHING_FOUND)
        await hand.press("escape")
        assert hand.shows("slip of 0 days back")


async def test_what_another_session_drops_shows_and_moves_nothing(
    jar_home: Path, clock: Clock
) -> None:
    fill(jar_home, clock)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "down", "down", "down")
        chosen = hand.chosen
        before = _line_of(hand, chosen)
        other, _ = JarService.open(jar_home, clock)
        other.add(NewSlip("dropped elsewhere"))
        await _until(hand, lambda: any(s.text == "dropped elsewhere" for s in hand.app.jar))
        assert hand.chosen == chosen
        assert abs(_line_of(hand, chosen) - before) <= 1


async def test_help_names_every_key_of_the_pane(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "question_mark", "k")
        assert hand.shows(words.ABOUT[:60])
        await hand.press("end")
        assert hand.shows("Leaves at once.")
        await hand.press("escape", "escape", "tab", "ctrl+g")
        assert hand.shows(words.ABOUT[:60])


def _line_of(hand: Hand, text: str) -> int:
    return next(y for y, line in enumerate(hand.screen.splitlines()) if text in line)


async def _until(hand: Hand, condition: Callable[[], bool]) -> None:
    for _ in range(200):
        if condition():
            await hand.settle()
            return
        await hand.pilot.pause(0.05)
    raise AssertionError("it never came")


async def test_the_keys_for_a_slip_are_named_once_one_is_chosen(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service, _ = JarService.open(jar_home, clock)
    service.add(NewSlip("of old", service.almanac.when("last week")))
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape")
        assert not hand.shows("Enter whole")
        await hand.press("down")
        assert hand.shows("Enter whole")
        assert hand.chosen == "of old"


async def test_the_jar_names_what_helps(jar_home: Path, clock: Clock, size: Size) -> None:
    fill(jar_home, clock, 3)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape")
        assert hand.shows("o open")
        if size == (40, 20):
            lines = [line.strip() for line in hand.screen.splitlines()]
            assert lines[-2:] == [
                "Enter whole · o open",
                "Tab write · Ctrl-C leave, words kept",
            ]


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
