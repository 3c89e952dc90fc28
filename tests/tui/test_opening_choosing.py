"""Choosing what to read: what is folded, last days, one name's, one kind, openings from before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.kinds import FIRST_TIME, FOR_THERAPY
from jar_tui.domain.people import WORD
from jar_tui.domain.ritual import ORDER
from jar_tui.domain.signing import Named
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import opening as words
from jar_tui.words import ritual
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.openings import on_disk

Clock = Callable[[], datetime]
Size = tuple[int, int]


async def choosing(hand: Hand, *keys: str) -> None:
    """Go to what can be read, and press keys there."""
    await hand.press("escape", "o", "c")
    for key in keys:
        hand.pause()
        await hand.press(key)


@pytest.mark.usefixtures("six")
async def test_the_threshold_fits_with_its_keys_and_c_offers_what_to_read(
    jar_home: Path, clock: Clock
) -> None:
    for size in ((80, 24), (40, 20), (30, 12)):
        async with at_the_jar(jar_home, clock, size) as hand:
            await hand.press("escape", "o")
            for told in (words.ONE_AT_A_TIME, "6 folded slips,", "Enter begin", "c choose others"):
                assert hand.shows(told)
            assert hand.shows("Esc not now")
            await hand.press("c")
            assert hand.shows(ritual.CHOOSE_TITLE)
            for row in ("1 what is folded", "9 how openings go here"):
                assert hand.shows(row) is (row[0] == "1" or size != (30, 12))
            await hand.press("end")
            assert hand.shows("> 9 how openings go here")
            assert hand.shows("Enter do it · Esc back" if size[0] < 72 else "Enter do it")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("1",), "6 folded slips, Sunday 15 to Friday 20 November."),
        (("2",), "6 slips, Sunday 15 to Friday 20 November."),
        (("4", "1"), "1 slip, Monday 16 November."),
        (("4", "2"), "1 slip, Friday 20 November."),
        (("5", "2"), "1 slip, Tuesday 17 November."),
        (("4", "down", "enter"), "1 slip, Monday 16 November."),
        (("7",), "1 slip, Thursday 19 November."),
    ],
)
async def test_what_is_chosen_is_said_on_the_threshold_and_read_with_enter(
    jar_home: Path, clock: Clock, six: JarService, size: Size, keys: tuple[str, ...], told: str
) -> None:
    six.kinds(on_disk(jar_home, clock, "made toast")[1].id, [FOR_THERAPY])
    async with at_the_jar(jar_home, clock, size) as hand:
        await choosing(hand, *keys)
        assert hand.shows(words.OPEN_THE_JAR)
        assert hand.shows(told)
        assert not hand.app.jar.tables["openings"]
        await hand.press("enter")
        assert hand.shows("1 of 6" if keys[0] in "12" else "1 of 1")


@pytest.mark.usefixtures("six")
async def test_days_are_chosen_in_words_as_ever(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await choosing(hand, "3")
        assert hand.shows(words.WHICH_HINT)
        await hand.type("1 may 2020")
        await hand.press("enter")
        assert hand.shows(words.WHICH_NONE)
        await hand.press(*["backspace"] * 10)
        await hand.type("monday to wednesday")
        assert hand.shows("3 slips, Monday 16 to Wednesday 18 November.")
        await hand.press("enter")
        assert hand.shows(words.OPEN_THE_JAR)
        await hand.press("enter")
        assert hand.shows("1 of 3 · Monday 16 November")


async def test_a_kind_is_asked_for_and_those_there_are_stand_below(
    jar_home: Path, clock: Clock, six: JarService, size: Size
) -> None:
    six.kinds(on_disk(jar_home, clock, "made toast")[1].id, [FIRST_TIME, "food"])
    six.kinds(on_disk(jar_home, clock, "ate lunch")[1].id, ["food"])
    async with at_the_jar(jar_home, clock, size) as hand:
        await choosing(hand, "6")
        assert hand.shows("Here: first time, food")
        await hand.type("boundary")
        await hand.press("enter")
        assert hand.shows(ritual.NONE_SUCH)
        await hand.press(*["backspace"] * 8)
        await hand.type("First t")
        assert hand.shows("Here: first time")
        assert not hand.shows("food")
        await hand.type("ime")
        assert hand.shows("1 slip, Thursday 19 November.")
        await hand.press("enter", "enter")
        assert hand.shows("made toast")
        assert hand.shows("1 of 1")


async def test_where_nothing_is_found_the_list_says_so_and_stays(
    jar_home: Path, clock: Clock, service: JarService, size: Size
) -> None:
    service.people.add([Named("Wren")])
    async with at_the_jar(jar_home, clock, size) as hand:
        await choosing(hand)
        said = {"1": ritual.NONE_FOLDED, "2": ritual.NONE_SUCH, "7": ritual.NONE_SUCH}
        for key, sentence in {**said, "8": ritual.NO_PAST}.items():
            await hand.press(key)
            assert hand.shows(sentence)
        for key in ("4", "5"):
            await hand.press(key)
            assert hand.shows(ritual.WHO_HINT)
            assert not hand.shows("sign")
            hand.pause()
            await hand.press("1")
            assert hand.shows(ritual.NONE_SUCH)
            await hand.press(key, "escape")
            assert not hand.shows(ritual.NONE_SUCH)
        await hand.press("6")
        assert hand.shows(ritual.NO_KINDS)
        await hand.press("escape")
        assert hand.shows(ritual.CHOOSE_TITLE)
        await hand.press("escape", "escape")
        assert not hand.shows(ritual.CHOOSE_TITLE)


async def test_covered_slips_and_those_not_to_come_back_stay_where_they_are(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    six.cover(on_disk(jar_home, clock, "got dressed")[1].id, covered=True)
    six.not_again(on_disk(jar_home, clock, "ate lunch")[1].id, wanted=True)
    async with at_the_jar(jar_home, clock) as hand:
        await choosing(hand, "4", "1")
        assert hand.shows(ritual.NONE_SUCH)
        await hand.press("5", "2")
        assert hand.shows(ritual.NONE_SUCH)
        await hand.press("1")
        assert hand.shows("4 folded slips,")


async def test_without_names_there_is_no_row_about_them(
    jar_home: Path, clock: Clock, six: JarService, size: Size
) -> None:
    six.people.choose(WORD, "none")
    six.people.choose(ORDER, "name")
    async with at_the_jar(jar_home, clock, size) as hand:
        await choosing(hand)
        assert hand.shows("4 one kind of step")
        assert "name" not in hand.screen
        await hand.press("7", "3")
        assert hand.shows("slips come: mixed, the same all day")
        assert "name" not in hand.screen
        hand.pause()
        await hand.press("3")
        assert hand.shows("slips come: by day")
        assert "name" not in hand.screen


async def test_slips_come_in_the_order_that_was_chosen(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    six.people.choose(ORDER, "name")
    async with at_the_jar(jar_home, clock) as hand:
        await choosing(hand, "1", "enter")
        assert hand.shows("1 of 6 · Monday 16 November · by Wren")
        await hand.press("escape")
    six.people.choose(ORDER, "mixed")
    firsts = set()
    for _ in range(2):
        async with at_the_jar(jar_home, clock) as hand:
            await choosing(hand, "2", "enter")
            firsts.add(hand.screen.split("·")[1].splitlines()[0])
            await hand.press("escape")
    assert len(firsts) == 1


@pytest.mark.usefixtures("six")
async def test_an_order_chosen_on_the_way_is_the_order_of_this_opening(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await choosing(hand, "9", "3", "2")
        assert hand.shows("slips come: by name")
        await hand.press("escape", "escape")
        await hand.press("enter")
        assert hand.shows("1 of 6 · Monday 16 November · by Wren")


async def test_more_than_twelve_are_read_twelve_at_a_time(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    made = service.add_all([NewSlip(f"slip {n}") for n in range(14)])
    for slip in made:
        service.kinds(slip.id, ["food"])
    async with at_the_jar(jar_home, clock) as hand:
        await choosing(hand, "4")  # nobody is listed, so no row is about names
        await hand.type("food")
        await hand.press("enter")
        assert hand.shows(f"14 slips. {words.REST_WAITS}")
        await hand.press("enter")
        assert hand.shows("1 of 12")
