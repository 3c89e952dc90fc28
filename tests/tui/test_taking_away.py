"""Taking a name away: what becomes of it on its slips is chosen, and no slip goes with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.people import WORD, listed
from jar_tui.words import names as names_said
from jar_tui.words import one_name as said
from tests.tui.conftest import at_the_jar
from tests.tui.test_one_name import one, people, press, shakes

Clock = Callable[[], datetime]
Size = tuple[int, int]


@pytest.mark.parametrize("way", [("x",), ("m", "end", "enter")], ids=["list", "page"])
@pytest.mark.parametrize(("key", "shown"), [("1", "by someone"), ("2", "by Wren")])
async def test_a_name_that_is_taken_away_leaves_its_slips_as_was_chosen(
    jar_home: Path, clock: Clock, size: Size, way: tuple[str, ...], key: str, shown: str
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("w: made the bed")
        await press(hand, "tab", "1", "tab", "down", *way)
        assert hand.shows("Take the name away: Wren")
        await press(hand, key)
        answer = names_said.TAKEN_AWAY if key == "1" else said.AWAY_KEPT
        assert hand.shows(answer.format("Wren"))
        assert [part.name for part in listed(hand.app.jar)] == ["K", "Rue"]
        await press(hand, "escape")
        assert not hand.shows("signing")
        await press(hand, "escape")
        assert hand.shows(shown)
        await press(hand, "tab", "tab", "a")
        await hand.type("wren")
        await press(hand, "enter", "escape", "escape", "escape")
        assert hand.shows("by Wren")
        assert one(hand).tags == ("w:text",)


@pytest.mark.parametrize("way", [("x", "x"), ("m", "end", "enter", "enter"), ("x", "escape")])
@pytest.mark.parametrize("pause", [True, False], ids=["slow", "shaking"])
async def test_the_same_key_again_takes_nobody_away(
    jar_home: Path, clock: Clock, size: Size, way: tuple[str, ...], *, pause: bool
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        shakes(hand)
        await press(hand, "tab", "down")
        await (press(hand, *way) if pause else hand.press(*way))
        assert not one(hand).removed
        assert len(listed(hand.app.jar)) == 3


@pytest.mark.parametrize("keys", [("m",), ("m", "4"), ("x",), ("m", "end", "enter")])
@pytest.mark.parametrize("what", ["gone", "none"])
async def test_what_another_window_takes_away_is_left_without_a_word(
    jar_home: Path, clock: Clock, size: Size, keys: tuple[str, ...], what: str
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await press(hand, "tab", "down", *keys)
        part = one(hand)
        if what == "none":
            await hand.app.ask(lambda jar: jar.people.choose(WORD, "none"))
        else:
            await hand.app.ask(lambda jar: jar.people.remove(part.id))
        await hand.settle()
        await press(hand, "escape", "escape")
        assert not hand.shows("Wren")
        await press(hand, "escape")
        assert len(hand.app.screen_stack) == 1
