"""What else can be said of who is on a slip: states, who was near, who signs too, how it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.words import names as said
from tests.tui.conftest import at_the_jar
from tests.tui.test_names import BROAD, by, ids, people, signed

Clock = Callable[[], datetime]
Size = tuple[int, int]


@pytest.mark.parametrize(
    ("key", "hint", "answer", "state"),
    [
        ("s", "signing: someone", "Dropped in, by someone.", "someone"),
        ("asterisk", "signing: all of us", "Dropped in, by all of us.", "all"),
    ],
)
async def test_someone_and_all_of_us_sign(
    jar_home: Path, clock: Clock, size: Size, key: str, hint: str, answer: str, state: str
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", key)
        assert hand.shows(hint)
        await hand.press("tab", key)
        assert "signing" not in hand.screen
        await hand.press("tab", key)
        await hand.drop("sat by the window")
        assert hand.shows(answer)
        assert signed(hand) == Signature(state)  # type: ignore[arg-type]


async def test_who_was_near(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "c")
        assert hand.shows("Now pick who was near. c again takes that back.")
        await hand.press("c")
        assert hand.shows(said.NEEDS_NONE)
        await hand.press("c", "down", "space")
        assert hand.shows("Wren, tag w: near")
        await hand.press("2")
        assert hand.shows("signing: K, with Wren near")
        await hand.drop("sat up")
        assert hand.shows("Dropped in, by K, with Wren near.")
        assert {*signed(hand).ties} == {Tie("with", *ids(hand, "Wren")), Tie("by", *ids(hand, "K"))}


async def test_a_slip_is_claimed_and_signed_by_one_more(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service = people(jar_home, clock)
    service.add_all([NewSlip("sat up", signature=Signature("unsure"))])
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "down", "s", "plus")
        assert hand.shows("Now pick who signs as well. + again takes that back.")
        await hand.press("plus")
        assert hand.shows("signing: not sure")
        await hand.press("plus", "2")
        assert hand.shows("Now by K, at first not sure. u takes that back.")
        await hand.press("s", "plus", "1")
        assert hand.shows("Now by K and Wren, at first not sure.")
        assert signed(hand) == Signature("unsure", by(hand, "K", "Wren").ties)
        await hand.press("u")
        assert signed(hand) == Signature("unsure", by(hand, "K").ties)
        await hand.press("s", "down", "space", "enter")
        assert signed(hand) == Signature("unsure", by(hand, "K", "Wren").ties)
        await hand.press("s", "plus", "1")
        assert signed(hand) == Signature("unsure", by(hand, "K", "Wren").ties)


async def test_what_a_claimed_slip_said_at_first_can_be_all_it_says(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service = people(jar_home, clock)
    service.add_all([NewSlip("sat up", signature=Signature("unsure"))])
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "down", "s", "plus", "1", "s", "0")
        assert signed(hand) == Signature("unsure")
        await hand.press("s", "plus", "1", "s", "1")
        assert signed(hand) == Signature("unsure")
        await hand.press("s", "2")
        assert signed(hand) == by(hand, "K")


@pytest.mark.parametrize("size", [(80, 24), (40, 20), BROAD])
async def test_how_it_was_is_said_and_is_no_name(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "t")
        assert hand.shows(said.HOW_TITLE)
        assert said.HOW_NONE not in hand.screen
        await hand.press("1")
        assert hand.shows("signing: blurry")
        await hand.press("1")
        assert hand.shows("signing: Wren, blurry")
        await hand.press("tab", "2")
        assert hand.shows("signing: K, blurry")
        await hand.press("tab", "0")
        await hand.drop("sat up")
        assert hand.shows("Dropped in, not sure who, blurry.")
        assert signed(hand) == Signature("unsure", how="blurry")


async def test_how_it_was_in_words_of_ones_own(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("w: sat up")
        await hand.press("escape", "s", "t", "3", "enter")
        assert hand.shows(said.HOW_BLANK)
        await hand.type("x" * 41)
        await hand.press("enter")
        assert hand.shows(said.HOW_TOO_LONG)
        await hand.press(*["backspace"] * 41)
        await hand.type("[b]far off")
        await hand.press("enter")
        assert hand.shows("signing: Wren, [b]far off")
        await hand.press("escape")
        assert hand.shows("Now by Wren, [b]far off. u takes that back.")
        await hand.press("s", "t", "escape", "t", "4", "escape")
        assert hand.shows("Now by Wren. u takes that back.")
        assert signed(hand) == by(hand, "Wren")


async def test_only_who_is_picked_where_whose_slips_are_read_is_asked(
    jar_home: Path, clock: Clock
) -> None:
    service = people(jar_home, clock)
    service.add_all([NewSlip("sat up", signature=Signature("unsure"))])
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "o", "c", "4")
        before = hand.screen
        for key in ("f", "n", "c", "plus", "t", "k"):
            await hand.press(key)
            assert hand.screen == before
        await hand.press("0")
        assert hand.shows("1 slip")
