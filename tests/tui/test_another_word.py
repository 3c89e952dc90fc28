"""The list of words for those who sign: each is one digit away, the usual one too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.people import WORD, choice
from jar_tui.tui.screens.names_word import WordScreen
from jar_tui.words.names import NAMES
from tests.tui.conftest import at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]
FRESH = "6 none"
USUAL = "7 names"


@pytest.mark.parametrize("keys", [("7",), ("up", "enter"), ("end", "enter")], ids=str)
async def test_the_usual_word_comes_back(
    jar_home: Path, clock: Clock, size: Size, keys: tuple[str, ...]
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "w")
        assert hand.shows(FRESH)
        assert not hand.shows(USUAL)
        await hand.press("2", "w")
        assert hand.shows(f"{FRESH} {USUAL}")
        assert hand.shows("1 to 7 pick")
        await hand.press(*keys)
        assert hand.app.nouns == NAMES
        assert hand.shows('Every screen now says "names".')
        await hand.press("w")
        assert not hand.shows(USUAL)


async def test_seven_does_nothing_where_the_usual_word_is_in_use(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "w", "7")
        assert isinstance(hand.app.screen, WordScreen)
        assert choice(hand.app.jar, WORD) == ""


async def test_a_word_that_comes_from_elsewhere_leaves_the_list_as_it_is(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "w")
        await hand.app.ask(lambda jar: jar.people.choose(WORD, "part"))
        await hand.settle()
        await hand.press("down", "down")
        assert hand.shows("> 2 alter")
        assert not hand.shows(USUAL)
        await hand.press("3")
        assert choice(hand.app.jar, WORD) == "headmate"


@pytest.mark.parametrize("keys", [("1",), ("enter",), ("escape",)], ids=str)
async def test_names_go_from_every_screen_only_where_that_is_said_twice(
    jar_home: Path, clock: Clock, size: Size, keys: tuple[str, ...]
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "w", "6")
        assert hand.shows("No names on any screen?")
        assert hand.shows("jar-tui settings word names")
        hand.pause()
        await hand.press(*keys)
        assert hand.app.nouns == NAMES
        assert isinstance(hand.app.screen, WordScreen)
