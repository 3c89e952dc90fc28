"""The page of one name: what shows is kept; and what is worth knowing of it beside others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.people import WORD, everyone, listed
from jar_tui.domain.records import Part
from jar_tui.domain.signing import Named
from jar_tui.service import JarService
from jar_tui.service.people import People
from jar_tui.store.settings import Settings
from jar_tui.words import names as names_said
from jar_tui.words import one_name as said
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.openings import refuse

Clock = Callable[[], datetime]
Size = tuple[int, int]


def people(home: Path, clock: Clock, **known: str) -> JarService:
    """Have three names in a jar, and something known of the first."""
    service, _ = JarService.open(home, clock)
    three = [Named("Wren", "w:text"), Named("K", "k:text"), Named("Rue")]
    wren, *_ = service.people.add(three)
    if known:
        service.people.describe(wren.part.id, **known)
    return service


def one(hand: Hand, name: str = "Wren") -> Part:
    """Return a name as it is in the jar."""
    return next(part for part in everyone(hand.app.jar) if part.name == name)


async def press(hand: Hand, *keys: str) -> None:
    """Press keys with a moment between them."""
    for key in keys:
        hand.pause()
        await hand.press(key)


def shakes(hand: Hand) -> None:
    """Have the same key again, without a moment between, be a hand that shakes."""
    hand.app.almanac.settings = Settings(key_bounce=60_000)


async def write(hand: Hand, row: str, text: str) -> None:
    """Put a text in the place of what a row holds."""
    await press(hand, row)
    await hand.press("end", *["backspace"] * 30)
    await hand.type(text)
    await press(hand, "enter")


# The page


async def test_the_page_shows_what_is_known(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock, mark="🦊", display="Wrenny", wish="ask", about="likes tea\nand rain")
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "tab", "m")
        assert hand.shows(names_said.NONE_CHOSEN.replace("{name}", "name"))
        await press(hand, "down", "m")
        for row in (
            "More about 🦊 Wrenny",
            "1 shown as: Wrenny",
            "2 mark: 🦊",
            "3 pronouns: none",
            "4 colour: none",
            "5 tags: w:",
            "6 place in the list: 1",
            '7 lines under "too small": on',
            "8 slips others write: please ask",
            "9 about: likes tea and rain",
            "leave the name out of the list",
            "take the name away",
        ):
            assert hand.shows(row), row
        await press(hand, "escape", "escape")
        assert len(hand.app.screen_stack) == 1


@pytest.mark.parametrize(
    ("row", "field", "typed", "kept", "shown"),
    [
        ("1", "display", "Wrenny", "Wrenny", "1 shown as: Wrenny"),
        ("1", "display", "Wren", "", "1 shown as: Wren"),
        ("2", "mark", "k*", "k*", "2 mark: k*"),
        ("3", "pronouns", " she / they ", "she / they", "3 pronouns: she / they"),
        ("4", "color", "#7FB3D5", "7fb3d5", "4 colour: 7fb3d5"),
        ("5", "tags", "w:, text-W", ("w:text", "text-W"), "5 tags: w:, text-W"),
        ("5", "tags", " ", (), "5 tags: none"),
        ("9", "about", "likes tea", "likes tea", "9 about: likes tea"),
    ],
)
async def test_what_is_typed_is_kept_and_shows(
    jar_home: Path,
    clock: Clock,
    size: Size,
    row: str,
    field: str,
    typed: str,
    kept: object,
    shown: str,
) -> None:
    people(jar_home, clock, color="000000", display="W", mark="w", pronouns="it", about="x")
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "tab", "down", "m")
        await write(hand, row, typed)
        assert getattr(one(hand), field) == kept
        assert hand.shows(said.KEPT)
        assert hand.shows(shown)
        assert getattr(JarService.open(jar_home, clock)[0].jar.part(one(hand).id), field) == kept


@pytest.mark.parametrize(
    ("row", "typed"), [("2", "abc"), ("4", "blue"), ("6", "0"), ("6", "first"), ("6", "-1")]
)
async def test_what_cannot_be_is_said_and_stays_in_the_entry(
    jar_home: Path, clock: Clock, size: Size, row: str, typed: str
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "tab", "down", "m")
        before = one(hand)
        await write(hand, row, typed)
        assert hand.shows(said.QUESTIONS[[*said.LABELS][int(row) - 1]].refused)
        assert hand.shows(typed)
        await press(hand, "escape")
        assert hand.shows("More about Wren")
        assert one(hand) == before


async def test_a_name_goes_to_another_place(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "tab", "down", "m")
        await write(hand, "6", "2")
        assert hand.shows("6 place in the list: 2")
        assert [part.name for part in listed(hand.app.jar)] == ["K", "Wren", "Rue"]
        await press(hand, "escape")
        assert hand.shows("1 K, tag k:")
        await press(hand, "2")
        assert hand.shows("signing: Wren")


async def test_switches_go_on_with_each_press_and_not_with_a_repeat(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        shakes(hand)
        await press(hand, "tab", "down", "m")
        for wish, told in (("ask", "please ask"), ("not", "not for me"), ("", "no wish")):
            await press(hand, "8")
            assert one(hand).wish == wish
            assert hand.shows(f"8 slips others write: {told}")
        await press(hand, "8")
        await hand.press("8")
        assert one(hand).wish == "ask"
        await press(hand, "7")
        await hand.press("7")
        assert hand.shows('7 lines under "too small": off')
        assert one(hand).nudges == "off"
        await press(hand, "7")
        assert one(hand).nudges == ""


async def test_a_name_rests_and_is_listed_again(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        shakes(hand)
        await press(hand, "tab", "down", "m", "end", "up", "enter")
        assert hand.shows(said.RESTS.format("Wren"))
        await hand.press("enter")
        assert one(hand).resting
        assert hand.shows("list the name again")
        await press(hand, "enter")
        assert not one(hand).resting
        assert hand.shows(names_said.RESTS_NO_MORE.format("Wren"))


async def test_a_tag_of_another_is_told_and_kept(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock).people.choose(WORD, "part")
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "tab", "down", "m")
        await write(hand, "5", "W:, K:")
        assert one(hand).tags == ("W:text", "K:text")
        told = "Another part has that tag too. The first in the list signs with it."
        assert hand.shows(told)
        assert not hand.shows("It looks like")


async def test_words_about_a_name_wait_when_they_are_left(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "tab", "down", "m", "9")
        await hand.type("likes tea\nand rain")
        await press(hand, "escape")
        assert hand.shows(words.EDIT_WAITS.partition(":")[0])
        assert one(hand).about == ""
        await press(hand, "9", "enter")
        assert one(hand).about == "likes tea\nand rain"


async def test_a_full_disk_is_told_and_nothing_changes(
    jar_home: Path, clock: Clock, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "tab", "down", "m")
        before = one(hand)
        for job in ("describe", "nudges", "rest", "move", "remove"):
            monkeypatch.setattr(People, job, refuse)
        for keys in (("7",), ("8",), ("end", "up", "enter"), ("end", "enter", "1")):
            await press(hand, *keys)
            assert hand.shows("Not kept yet: the disk is full."), keys
        await press(hand, "escape")
        await write(hand, "6", "3")
        assert hand.shows("Not kept yet: the disk is full.")
        assert one(hand) == before


# What is noticed, and wished


async def test_a_name_that_looks_like_another_is_told_and_kept(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock).people.choose(WORD, "part")
    alike = names_said.LOOKS_ALIKE.replace("{name}", "part")
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "tab", "a")
        await hand.type("Ash")
        await press(hand, "enter")
        assert not hand.shows(alike)
        await hand.type("Wrén")
        await press(hand, "enter")
        assert hand.shows(alike)
        await press(hand, "escape", "down", "down", "down", "e")
        await hand.type("x")
        await hand.press(*["backspace"] * 10)
        await hand.type("K.")
        await press(hand, "enter")
        assert hand.shows(f"Now called K.. {alike}")
        await press(hand, "m")
        await write(hand, "1", "wren")
        assert hand.shows(alike)
        assert one(hand, "K.").display == "wren"


@pytest.mark.parametrize("wish", ["ask", "not"])
async def test_a_wish_shows_wherever_a_slip_is_for_somebody_and_holds_nobody(
    jar_home: Path, clock: Clock, size: Size, wish: str
) -> None:
    people(jar_home, clock, wish=wish)
    told = names_said.WISHES[wish].format("Wren")
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("for wren: lunch")
        assert hand.shows(f"for Wren. Tab, n adds who noticed. {told}")
        await press(hand, "tab")
        assert hand.shows(f"for Wren. {told}")
        await press(hand, "1")
        assert not hand.shows(told)
        await press(hand, "tab", "2", "enter")
        assert hand.shows("Dropped in, by K, for Wren.")
        await hand.drop("tea")
        await press(hand, "escape", "s", "f", "1")
        assert hand.shows(f"Now for Wren. u takes that back. {told}")


async def test_a_wish_shows_while_somebody_is_thanked(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock, wish="ask")
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("w: made the bed")
        await press(hand, "escape", "o", "m", "9")
        assert hand.shows("A slip for Wren.")
        assert hand.shows(names_said.WISHES["ask"].format("Wren"))
        await hand.type("thank you")
        await press(hand, "enter")
        assert hand.shows("Dropped in, for Wren.")
