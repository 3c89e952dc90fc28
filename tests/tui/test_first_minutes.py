"""The first minutes of one person without names, as the script has them, at a desk and a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.people import WORD
from jar_tui.service import JarService
from jar_tui.tui.widgets.jar_picture import PAPER
from tests.conftest import SATURDAY
from tests.tui.conftest import at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]


def kept(home: Path, clock: Clock) -> list[str]:
    """Return the words of every slip on disk."""
    return [slip.text for slip in JarService.open(home, clock)[0].jar.slips]


async def test_the_first_screen_says_what_and_where(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        for sentence in (words.WRITE, words.STARTER, words.SLIPS_GO_HERE, words.KEPT_WHERE):
            assert hand.shows(sentence)
        assert hand.shows("What is this? Esc, then ?")
        assert hand.shows("Ctrl-L hide")
        assert hand.shows("Down ideas") is (size != (40, 20))
        assert hand.shows("Tab names")
        assert hand.shows("Esc jar")
        assert hand.shows("Ctrl-C leave, words kept")


async def test_the_first_phone_screen_says_how_to_hide_it(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        lines = [line.strip() for line in hand.screen.splitlines()]
        keys = ["Ctrl-L hide · Tab names", "Esc jar · Ctrl-C leave, words kept"]
        assert lines[-3:] == ["What is this? Esc, then ?", *keys]
        await hand.app.ask(lambda service: service.people.choose(WORD, "part"))
        await hand.settle()
        assert hand.shows("Down ideas · Tab parts")


async def test_a_slip_is_typed_at_once_and_dropped(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("took a breath before answering")
        assert hand.shows(words.ENTER_DROPS)
        assert not hand.shows(words.STARTER)
        await hand.press("enter")
        assert hand.shows("Dropped in. Esc u takes it back.")
        assert hand.entry == ""
        assert hand.screen.count(PAPER) == 1
        assert kept(jar_home, clock) == ["took a breath before answering"]


async def test_marked_too_small_goes_in_all_the_same(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("got dressed")
        await hand.press("ctrl+t")
        assert hand.shows('marked "too small"')
        await hand.press("enter")
        assert hand.shows('Dropped in, marked "too small".')
        assert hand.app.jar.slips[0].too_small


async def test_the_mark_comes_off_with_the_same_key(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type("got dressed")
        await hand.press("ctrl+t")
        hand.pause()
        await hand.press("ctrl+t", "enter")
        assert hand.shows("Dropped in. Esc u takes it back.")
        assert not hand.app.jar.slips[0].too_small


async def test_a_day_in_front_is_shown_before_enter(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("yesterday: said no to Saturday")
        assert hand.shows("dated Friday 20 November")
        await hand.press("enter")
        assert hand.shows("Dropped in, dated Friday 20 November.")
        assert hand.app.jar.slips[0].text == "said no to Saturday"


async def test_a_day_that_has_not_come_stays_words(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type("tomorrow: rest")
        assert hand.shows("Sunday 22 November has not come yet")
        await hand.press("enter")
        assert hand.app.jar.slips[0].text == "tomorrow: rest"
        assert hand.app.jar.slips[0].happened == SATURDAY.date()


async def test_a_backslash_in_front_means_words(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type("\\yesterday: all my troubles")
        assert not hand.shows("dated")
        await hand.press("enter")
        assert hand.app.jar.slips[0].text == "yesterday: all my troubles"


async def test_a_blank_slip_changes_nothing(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("enter")
        assert hand.shows("The slip is blank. Nothing changed.")
        await hand.press("space", "enter")
        assert hand.shows("The slip is blank. Nothing changed.")
        assert not hand.app.jar.slips


@pytest.mark.parametrize("keys", [("ctrl+t",), ("escape", "t")], ids=["in the entry", "Esc t"])
async def test_the_slip_dropped_last_can_be_marked(
    jar_home: Path, clock: Clock, size: Size, keys: tuple[str, ...]
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("got dressed")
        await hand.drop("yesterday: said no to Saturday")
        await hand.press(*keys)
        assert hand.shows('Marked "too small": said no to Saturday')
        hand.pause()
        await hand.press(keys[-1])
        assert hand.shows("No longer marked: said no to Saturday")


async def test_nothing_was_dropped_yet(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("ctrl+t")
        assert hand.shows(words.NOTHING_DROPPED_YET)


async def test_an_idea_can_be_put_in_the_slip(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("down")
        assert hand.shows(words.IDEAS_HINT)
        assert hand.shows(f"> {words.IDEAS[0]}")
        await hand.press("down")
        assert hand.shows(f"> {words.IDEAS[1]}")
        assert hand.screen.count(">") == 1
        await hand.press("enter")
        assert hand.entry == words.IDEAS[1]
        await hand.press("x", "enter")
        assert hand.app.jar.slips[0].text == words.IDEAS[1] + "x"


async def test_leaving_the_ideas_chooses_none(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("down", "escape")
        assert hand.shows(words.WRITE)
        assert hand.entry == ""


async def _leave_in_mid_word(home: Path, clock: Clock, text: str) -> None:
    async with at_the_jar(home, clock) as hand:
        await hand.type(text)
        await hand.pilot.press("ctrl+c")


async def test_leaving_in_mid_word_keeps_it_and_offers_it(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    await _leave_in_mid_word(jar_home, clock, "half a sli")
    async with at_the_jar(jar_home, clock, size) as hand:
        assert hand.shows("An unfinished slip is kept. Up shows it.")
        assert hand.entry == ""
        assert "half" not in hand.screen
        await hand.press("up")
        assert hand.entry == "half a sli"
        await hand.press("p", "enter")
        assert kept(jar_home, clock) == ["half a slip"]
    async with at_the_jar(jar_home, clock) as hand:
        assert not hand.shows(words.DRAFT_KEPT)


async def test_two_unfinished_slips_wait_in_turn(jar_home: Path, clock: Clock) -> None:
    await _leave_in_mid_word(jar_home, clock, "older half")
    await _leave_in_mid_word(jar_home, clock, "newer half")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("up")
        assert hand.entry == "newer half"
        await hand.press("enter")
        await hand.press("left", "up")
        assert hand.entry == "older half"


async def test_a_draft_of_a_running_session_is_not_offered(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as first:
        await first.type("mine")
        first.app.saver.unfinished.flush()
        async with at_the_jar(jar_home, clock) as second:
            assert not second.shows(words.DRAFT_KEPT)


async def test_the_jar_is_as_full_at_the_next_start(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        for text in ("one", "two", "three"):
            await hand.drop(text)
        before = hand.screen.count(PAPER)
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.screen.count(PAPER) == before == 3


async def test_the_first_screen_is_the_same_after_a_long_gap(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async def first_screen(now: Clock) -> str:
        async with at_the_jar(jar_home, now, size) as hand:
            return hand.screen

    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("sat by the window")
    soon = await first_screen(lambda: SATURDAY + timedelta(days=1))
    late = await first_screen(lambda: SATURDAY + timedelta(days=400))
    assert soon == late
    assert "window" not in soon


async def test_lines_and_pastes_are_kept_whole(jar_home: Path, clock: Clock, size: Size) -> None:
    from textual import events

    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("one\ntwo")
        hand.app.post_message(events.Paste("\nthree\r\nfour"))
        await hand.settle()
        await hand.press("enter")
        assert hand.app.jar.slips[0].text == "one\ntwo\nthree\nfour"


async def test_words_dropped_do_not_come_back_with_an_undo_key(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("private words")
        await hand.press("ctrl+z")
        assert hand.entry == ""


async def test_a_very_long_slip_is_asked_about_once(jar_home: Path, clock: Clock) -> None:
    from textual import events

    async with at_the_jar(jar_home, clock) as hand:
        hand.app.post_message(events.Paste("word " * 4_100))
        await hand.settle()
        await hand.press("enter")
        assert hand.shows(words.LONG)
        assert not hand.app.jar.slips
        await hand.press("enter")
        assert len(hand.app.jar.slips[0].text) > 20_000


async def test_the_curtain_hides_everything(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("private words")
        await hand.type("more priv")
        await hand.press("ctrl+l")
        assert hand.screen.split() == words.CURTAIN.split()
        await hand.press("a", "enter", "escape")
        assert hand.screen.split() == words.CURTAIN.split()
        await hand.press("ctrl+l")
        assert hand.entry == "more priv"
