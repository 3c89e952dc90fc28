"""How openings go here: each choice with one key, kept at once, and lines of one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain import ritual as kept
from jar_tui.domain.people import choice
from jar_tui.service import JarService
from jar_tui.service.openings import Openings
from jar_tui.service.people import People
from jar_tui.words import ritual
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.openings import refuse

Clock = Callable[[], datetime]
Size = tuple[int, int]


def now_on_disk(home: Path, clock: Clock) -> JarService:
    """Return the jar as another program sees it."""
    return JarService.open(home, clock)[0]


async def at_the_ways(hand: Hand, *keys: str) -> None:
    """Go to how openings go, and press keys there."""
    await hand.press("escape", "o", "c", "9")
    await press(hand, *keys)


async def press(hand: Hand, *keys: str) -> None:
    """Press keys with a moment between them."""
    for key in keys:
        hand.pause()
        await hand.press(key)


@pytest.mark.usefixtures("six")
async def test_at_first_nothing_is_chosen_and_every_choice_says_so(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await at_the_ways(hand)
        assert hand.shows(ritual.WAYS_HINT)
        for row in (
            "1 a day for opening: none",
            "2 or when the jar is full: no size chosen",
            "3 slips come: by day",
            '4 lines under "too small": shown',
            "5 those lines, and your own",
            '6 "how it gets waved away": not offered',
            "7 a question now and then: not asked",
            "8 after an opening: nothing",
        ):
            assert hand.shows(row)
        assert not hand.app.jar.tables["choices"]


@pytest.mark.parametrize(
    ("keys", "name", "value", "told"),
    [
        (("1", "4"), kept.DAY, "wednesday", "Wednesday"),
        (("1", "end", "enter"), kept.DAY, "sunday", "Sunday"),
        (("3", "2"), kept.ORDER, "name", "by name"),
        (("3", "3"), kept.ORDER, "mixed", "mixed, the same all day"),
        (("6",), kept.WAVED, "on", "offered"),
        (("6", "6"), kept.WAVED, "", "not offered"),
        (("7",), kept.MONTHLY, "on", "at most monthly, further back"),
        (("8", "3"), kept.AFTER, "five", "up to five from the week"),
        (("8", "3", "8", "1"), kept.AFTER, "", "nothing"),
    ],
)
@pytest.mark.usefixtures("six")
async def test_what_is_chosen_is_kept_at_once_and_shows(
    jar_home: Path,
    clock: Clock,
    size: Size,
    keys: tuple[str, ...],
    name: str,
    value: str,
    told: str,
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await at_the_ways(hand, *keys)
        assert hand.shows(ritual.WAYS_TITLE)
        assert hand.shows(f"Kept: {told}.")
        assert hand.shows(f": {told}")
        assert choice(now_on_disk(jar_home, clock).jar, name) == value


@pytest.mark.usefixtures("six")
async def test_the_present_value_is_chosen_in_the_list_of_values(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await at_the_ways(hand, "1", "4", "1")
        assert hand.shows("> 4 Wednesday")
        await press(hand, "escape", "8")
        assert hand.shows("> 1 nothing")


@pytest.mark.usefixtures("six")
async def test_a_full_jar_is_a_number_or_never(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await at_the_ways(hand, "2")
        assert hand.shows(ritual.FULL_HINT)
        for wrong in ("many", "0", "1001", "-3", "2.5", "9" * 30, "²"):
            await hand.type(wrong)
            await press(hand, "enter")
            assert hand.shows(ritual.FULL_REFUSED)
            assert hand.shows(ritual.FULL_TITLE)
            await hand.press(*["backspace"] * len(wrong))
        await hand.type(" 30 ")
        await press(hand, "enter")
        assert hand.shows("or when the jar is full: with 30 folded slips")
        assert hand.shows("Kept: with 30 folded slips.")
        assert kept.full(now_on_disk(jar_home, clock).jar) == 30
        await press(hand, "2", "backspace", "backspace", "enter")
        assert hand.shows("or when the jar is full: no size chosen")
        assert kept.full(now_on_disk(jar_home, clock).jar) == 0


@pytest.mark.usefixtures("six")
async def test_lines_that_are_never_wanted_are_gone_from_the_very_next_slip(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await at_the_ways(hand, "4", "3")
        assert hand.shows('lines under "too small": never')
        assert hand.shows("Kept: never.")
        services: list[JarService] = []
        await hand.app.ask(services.append)
        assert services[0].almanac.settings.nudges == "off"
        await press(hand, "escape", "escape", "enter", "enter")
        assert hand.shows("got dressed")
        assert not hand.shows("It was marked")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "o", "enter")
        assert hand.shows("got dressed")
        assert not hand.shows("It was marked")


@pytest.mark.usefixtures("six")
async def test_what_the_disk_refuses_is_said_and_stays_as_it_was(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await at_the_ways(hand)
        for place, name in ((People, "choose"), (Openings, "nudges"), (Openings, "switch")):
            monkeypatch.setattr(place, name, refuse)
        for keys in (("6",), ("1", "4"), ("4", "3"), ("5", "2", "2")):
            await press(hand, *keys)
            assert hand.shows("Not kept yet: the disk is full.")
            if len(keys) > 1:
                await press(hand, "escape")
        await press(hand, "escape")
        assert hand.shows('lines under "too small": shown')
        assert hand.shows("a day for opening: none")
        assert hand.shows("not offered")


async def test_a_menu_of_next_to_no_rows_minds_no_key(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    from jar_tui.tui.screens.menu import MenuScreen

    async with at_the_jar(jar_home, clock) as hand:
        await hand.app.push_screen(MenuScreen("None", list))
        await hand.press("up", "down", "pageup", "pagedown", "home", "end", "enter", "1", "9", "u")
        service.people.choose("word", "part")
        await hand.settle()
        await hand.press("escape")
        assert hand.shows("Write one small step.")


async def test_u_among_the_choices_takes_no_slip_back(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("tea")
        await hand.drop("toast")
        await hand.app.ask(lambda jar: jar.openings.begin([jar.jar.slips[0].id]))
        await at_the_ways(hand, "u", "escape", "u")
        assert len(hand.app.jar) == 2
