"""A slip that another session erases, on every screen that shows it or asks something about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import history
from jar_tui.words import opening as said
from tests.tui.conftest import Hand, at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]


async def erased(hand: Hand, home: Path, clock: Clock, text: str = "made toast") -> None:
    """Have another session erase a slip, and the full screen see it."""
    other = JarService.open(home, clock)[0]
    (slip,) = (one for one in other.jar.ordered if one.text == text)
    other.erase(slip.id)
    await hand.app.ask(lambda jar: jar.catch_up())
    await hand.settle()


@pytest.fixture
def two(jar_home: Path, clock: Clock) -> None:
    """Put two slips into the jar, the second of which is chosen first."""
    service = JarService.open(jar_home, clock)[0]
    service.add_all([NewSlip("rested"), NewSlip("made toast")])


@pytest.mark.usefixtures("two")
async def test_the_list_says_that_the_chosen_one_is_gone(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape")
        assert hand.chosen == "made toast"
        await erased(hand, jar_home, clock)
        assert hand.shows(history.CHOSEN_GONE)
        assert "toast" not in hand.screen
        assert hand.chosen == "rested"


@pytest.mark.usefixtures("two")
async def test_what_was_found_is_gone_from_the_list(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "slash", "t", "o", "enter")
        assert hand.chosen == "made toast"
        await erased(hand, jar_home, clock)
        assert "toast" not in hand.screen
        assert hand.chosen == ""
        await hand.press("t", "x", "e", "h", "enter", "escape")
        assert [slip.text for slip in hand.app.jar.slips] == ["rested"]


@pytest.mark.usefixtures("two")
async def test_the_whole_slip_stays_away_and_no_key_meets_another(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "enter")
        await erased(hand, jar_home, clock)
        assert hand.shows(history.GONE)
        assert "toast" not in hand.screen
        await hand.press("t", "x", "c", "e", "s", "d", "k", "w", "h", "r", "enter")
        assert len(hand.app.screen_stack) == 2
        assert hand.shows(history.GONE)
        await hand.press("escape")
        (left,) = hand.app.jar.ordered
        assert (left.text, left.too_small, left.set_aside) == ("rested", False, False)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("way_out", ["enter", "escape"])
@pytest.mark.parametrize("way_in", [("e",), ("enter", "e")])
async def test_words_being_changed_become_a_new_slip_that_is_not_dropped_in(
    jar_home: Path, clock: Clock, size: Size, way_in: tuple[str, ...], way_out: str
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", *way_in, "s")
        await erased(hand, jar_home, clock)
        assert hand.shows(history.GONE_TYPING)
        await hand.type(" too")
        await hand.press(way_out)
        assert hand.shows(history.GONE_TYPED)
        assert hand.entry == "made toasts too"
        assert [slip.text for slip in hand.app.jar.ordered] == ["rested"]
        assert not hand.app.saver.unfinished.edited


@pytest.mark.usefixtures("two")
async def test_such_words_are_kept_through_a_lost_link_and_what_was_begun_too(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type("half a thou")
        await hand.press("escape", "e", "s")
        await erased(hand, jar_home, clock)
        await hand.type("!")
        await hand.pilot.press("ctrl+c")
    async with at_the_jar(jar_home, clock) as hand:
        found = set()
        for _ in range(2):
            await hand.press("up")
            found.add(hand.entry)
            for _ in hand.entry:
                await hand.press("backspace")
        assert found == {"made toasts!", "half a thou"}


@pytest.mark.usefixtures("two")
async def test_where_nothing_was_typed_the_erased_words_go_from_the_entry(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "e")
        await erased(hand, jar_home, clock)
        assert "toast" not in hand.screen
        await hand.press("enter")
        assert hand.shows(history.GONE) or hand.shows(history.CHOSEN_GONE)
        assert hand.entry == ""
        assert len(hand.app.screen_stack) == 1


@pytest.mark.usefixtures("two")
async def test_words_kept_in_the_very_moment_are_not_lost_either(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "e", "s")
        other = JarService.open(jar_home, clock)[0]
        other.erase(other.jar.ordered[1].id)
        await hand.press("enter")
        assert hand.shows(history.GONE_TYPED)
        assert hand.entry == "made toasts"


@pytest.mark.usefixtures("two")
async def test_a_line_being_written_under_it_is_not_lost(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "enter", "w")
        await hand.type("cold kitchen")
        await erased(hand, jar_home, clock)
        assert hand.shows(history.GONE_TYPING)
        await hand.press("enter")
        assert hand.shows(history.GONE_TYPED)
        assert hand.entry == "cold kitchen"
        assert not hand.app.saver.unfinished.edited


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("key", "typed"), [("d", "yesterday"), ("k", "rest")])
async def test_a_question_about_it_says_so_and_keeps_nothing(
    jar_home: Path, clock: Clock, size: Size, key: str, typed: str
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "enter", key)
        await hand.type(typed)
        await erased(hand, jar_home, clock)
        assert hand.shows(history.GONE)
        await hand.press("enter")
        assert hand.shows(history.GONE)
        assert len(hand.app.screen_stack) == 2
        assert hand.entry == ""


@pytest.mark.usefixtures("two")
async def test_names_being_picked_for_it_are_not_kept(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "s")
        assert hand.shows("made toast")
        await erased(hand, jar_home, clock)
        assert "toast" not in hand.screen
        assert hand.shows(history.GONE)
        await hand.press("0")
        assert hand.shows(history.GONE)
        await hand.press("escape")
        assert len(hand.app.screen_stack) == 1


@pytest.mark.usefixtures("two")
async def test_its_earlier_words_are_gone_from_the_screen(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "e", "s", "enter", "h")
        assert hand.shows("made toast")
        await erased(hand, jar_home, clock, "made toasts")
        assert hand.shows(history.GONE)
        assert "toast" not in hand.screen
        await hand.press("w", "enter", "down")
        assert hand.shows(history.GONE)
        await hand.press("escape")
        assert [slip.text for slip in hand.app.jar.ordered] == ["rested"]


@pytest.mark.usefixtures("two")
async def test_the_page_about_erasing_says_that_it_is_gone(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "enter", "x", "r")
        await erased(hand, jar_home, clock)
        assert "toast" not in hand.screen
        await hand.press("y")
        assert hand.shows(history.GONE)
        await hand.press("escape", "escape")
        assert [slip.text for slip in hand.app.jar.ordered] == ["rested"]


@pytest.mark.usefixtures("two")
async def test_an_opening_goes_on_without_it(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "o", "enter", "enter")
        assert hand.shows("made toast")
        await erased(hand, jar_home, clock)
        assert hand.shows(said.NOT_IN_VIEW)
        await hand.press("w", "m", "enter")
        assert hand.shows(said.SIDE_BY_SIDE)
        assert hand.shows("rested")
        assert "toast" not in hand.screen
        await hand.press("enter")
        assert hand.shows(said.CLOSED_ONE)


@pytest.mark.usefixtures("two")
async def test_slips_side_by_side_lose_it(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "o", "enter", "enter", "enter")
        assert hand.shows("made toast")
        await erased(hand, jar_home, clock)
        assert "toast" not in hand.screen
        assert hand.shows("rested")


@pytest.mark.usefixtures("two")
async def test_ctrl_t_in_an_empty_slip_meets_nothing(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("sat down")
        await erased(hand, jar_home, clock, "sat down")
        await hand.press("ctrl+t")
        assert hand.shows("No slip was dropped in yet. Nothing changed.")
        assert not any(slip.too_small for slip in hand.app.jar.ordered)
