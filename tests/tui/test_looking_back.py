"""Looking back: since a day, since an opening, and at what is for a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jar_tui.domain.people import WORD
from jar_tui.service import JarService
from jar_tui.store.settings import Settings
from jar_tui.words import looking_back as said
from jar_tui.words import names as names_said
from tests.conftest import SATURDAY
from tests.tui.conftest import at_the_jar
from tests.tui.looking import after_rest, looking, nine_days_on, opened_at, written
from tests.tui.openings import on_disk

Clock = Callable[[], datetime]
Size = tuple[int, int]


@pytest.fixture
def later(jar_home: Path) -> JarService:
    """Return the jar of the script as it was nine days ago, opened then, with two slips since."""
    return nine_days_on(jar_home)


@pytest.mark.usefixtures("later")
async def test_since_the_last_opening_only_the_days_show_before_enter(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        before = written(jar_home)
        await looking(hand)
        assert hand.shows("1 since the last opening 2 since a day 3 for one name")
        await hand.press("1")
        assert hand.shows("Since the opening of Thursday 12 November 2026")
        assert hand.shows(
            "There are slips from Friday 20 November to today. They stay folded until Enter."
        )
        assert "window" not in hand.screen
        await hand.press("enter")
        assert hand.shows("Tuesday 10 November · written Friday 20 November")
        assert hand.shows("opened the window")
        assert "of 2" not in hand.screen
        await after_rest(hand, "enter")
        assert hand.shows("today, for K thank you for the tea")
        await after_rest(hand, "b")
        assert hand.shows("opened the window")
        await after_rest(hand, "enter", "enter")
        assert hand.shows(said.TITLE)
        assert hand.shows(said.LAST)
        assert written(jar_home) == before


@pytest.mark.usefixtures("later")
async def test_a_hand_that_shakes_on_enter_reads_nothing_by_that(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        hand.app.almanac.settings = Settings(key_bounce=60_000)
        await looking(hand)
        hand.pause()
        await hand.press("enter", "enter")
        assert hand.shows("Since the opening of")
        hand.pause()
        await hand.press("enter", "enter", "enter")
        assert hand.shows("opened the window")
        await hand.press("b", "left")
        assert hand.shows("opened the window")


@pytest.mark.usefixtures("later")
async def test_a_day_is_asked_for_in_words_and_what_is_no_day_here_is_said(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "2")
        assert hand.shows(said.DAY_HINT)
        await hand.type("tomorrow")
        told = "That would be Sunday 22 November, which has not come yet. The words stay."
        assert hand.shows(told)
        await after_rest(hand, "enter")
        assert hand.shows(told)
        await hand.press(*["backspace"] * 8)
        await hand.type("blue")
        await after_rest(hand, "enter")
        assert hand.shows("That date was not understood.")
        await hand.press(*["backspace"] * 4)
        await hand.type("today")
        assert hand.shows("Since Saturday 21 November 2026")
        await after_rest(hand, "enter")
        assert hand.shows("There is a slip from today. It stays folded until Enter.")
        await after_rest(hand, "escape")
        assert hand.shows("> 2 since a day")


async def test_a_day_since_which_nothing_is_there_stays_to_be_changed(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    later.cover(on_disk(jar_home, clock, "thank you")[1].id, covered=True)
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand, "2")
        await hand.type("today")
        await hand.press("enter")
        assert hand.shows("Since which day? today")
        assert hand.shows(said.NOTHING)


async def test_an_earlier_opening_can_be_chosen(
    jar_home: Path, clock: Clock, later: JarService, size: Size
) -> None:
    opened_at(later, SATURDAY - timedelta(hours=1))
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "1")
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "2")
        assert hand.shows(said.EARLIER_TITLE)
        assert hand.shows("1 Saturday 21 November 2026 2 Thursday 12 November 2026")
        await after_rest(hand, "1")
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "2")
        assert hand.shows("There are slips from Friday 20 November to today.")


async def test_without_openings_and_names_a_day_alone_is_offered(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand)
        assert hand.shows("> 1 since a day")
        assert "since the last" not in hand.screen
        assert "for one" not in hand.screen


async def test_the_word_is_followed_and_none_leaves_names_out(
    jar_home: Path, clock: Clock, later: JarService
) -> None:
    later.people.choose(WORD, "part")
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand)
        assert hand.shows("3 for one part")
    later.people.choose(WORD, "none")
    async with at_the_jar(jar_home, clock) as hand:
        await looking(hand)
        assert "for one" not in hand.screen
        await after_rest(hand, "1", "enter", "enter", "s")
        assert hand.shows("today thank you for the tea")
        assert "K" not in hand.screen.replace("Keys", "")


async def test_what_is_for_a_name_goes_where_no_names_are_wanted_any_more(
    jar_home: Path, clock: Clock, later: JarService, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "2", "tab", "down", "down", "v")
        assert hand.shows("For K")
        later.people.choose(WORD, "none")
        await hand.app.ask(lambda service: service.catch_up())
        await hand.settle()
        assert not hand.shows("For K")
        assert len(hand.app.screen_stack) == 1


@pytest.mark.usefixtures("later")
async def test_for_a_name_is_what_is_for_it(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await looking(hand, "3")
        assert hand.shows(said.WHO_TITLE)
        await after_rest(hand, "2")
        assert hand.shows("For K")
        await after_rest(hand, "enter")
        assert hand.shows("for K, noticed by Wren")
        assert hand.shows("ate lunch with the door open")
        await after_rest(hand, "enter")
        assert hand.shows("thank you for the tea")
        await after_rest(hand, "enter")
        assert hand.shows(said.LAST)
        await after_rest(hand, "3", "1")
        assert hand.shows(said.NOTHING)


@pytest.mark.usefixtures("later")
async def test_v_on_a_chosen_name_shows_them_and_the_slip_in_the_entry_waits(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("sat by the window")
        await hand.press("tab", "v")
        assert hand.shows(names_said.NONE_CHOSEN.replace("{name}", "name"))
        await hand.press("down", "v")
        assert hand.shows(said.NOTHING)
        await after_rest(hand, "down", "v")
        assert hand.shows("For K")
        assert hand.shows("They stay folded until Enter.")
        await after_rest(hand, "enter")
        assert hand.shows("ate lunch with the door open")
        await after_rest(hand, "escape", "escape")
        assert hand.entry == "sat by the window"
