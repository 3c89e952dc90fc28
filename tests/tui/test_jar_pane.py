"""The jar's pane: resting, choosing, finding, and the keys it names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from textual import events

from jar_tui import words
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import When
from jar_tui.service import JarService
from jar_tui.words.help import ABOUT
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
        assert hand.shows(ABOUT["jar"][:60])
        await hand.press("end")
        assert hand.shows("Leaves at once.")
        await hand.press("escape", "escape", "tab", "ctrl+g")
        assert hand.shows(ABOUT["entry"][:60])


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


def _line_of(hand: Hand, text: str) -> int:
    return next(y for y, line in enumerate(hand.screen.splitlines()) if text in line)


async def _until(hand: Hand, condition: Callable[[], bool]) -> None:
    for _ in range(200):
        if condition():
            await hand.settle()
            return
        await hand.pilot.pause(0.05)
    raise AssertionError("it never came")
