"""Somebody alone, who wants no names: no screen and no page of help has a word about them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual.widgets import Static

from jar_tui.commands import COMMANDS
from jar_tui.domain.people import WORD
from jar_tui.service import JarService
from jar_tui.tui.screens.help import HelpScreen
from jar_tui.words import FIND_HINT
from jar_tui.words.names import NONE
from tests.about_names import about_names
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.gallery import SCREENS, SUNDAY, shown

Clock = Callable[[], datetime]
DESK, PHONE = (80, 24), (40, 20)
OF_NAMES = {"names", "filter", "add", "name", "word"}
"""Places nobody comes to without names."""
PLACES = sorted({row.place for row in COMMANDS} - OF_NAMES)


def without_names(home: Path) -> None:
    """Have no names in a jar."""
    JarService.open(home, lambda: SUNDAY)[0].people.choose(WORD, NONE)


def explained(hand: Hand) -> str:
    """Return all that a page of help says, below the edge of the screen too."""
    return "\n".join(str(widget.content) for widget in hand.app.screen.query(Static))


@pytest.mark.parametrize("name", SCREENS)
async def test_no_screen_speaks_of_names_where_none_are_wanted(name: str, jar_home: Path) -> None:
    """The keys of names are pressed too; they mean something else, or nothing."""
    without_names(jar_home)
    async with shown(name, jar_home, DESK, word=NONE) as hand:
        if hand.app.nouns is not None:  # this jar came with a word
            await hand.app.ask(lambda jar: jar.people.choose(WORD, NONE))
            await hand.settle()
        assert about_names(hand.screen) == []
        await hand.resize(PHONE)
        assert about_names(hand.screen) == []


async def test_an_empty_search_does_not_speak_of_names(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "slash")
        assert hand.shows(FIND_HINT)
        assert about_names(FIND_HINT) == []


async def test_no_help_speaks_of_names_where_none_are_wanted(jar_home: Path, clock: Clock) -> None:
    without_names(jar_home)
    async with at_the_jar(jar_home, clock) as hand:
        for place in PLACES:
            hand.app.push_screen(HelpScreen(place))
            await hand.settle()
            assert about_names(explained(hand)) == [], place
            hand.app.pop_screen()
            await hand.settle()


async def test_the_search_finds_what_it_looks_for(jar_home: Path, clock: Clock) -> None:
    async with shown("entry", jar_home, DESK) as hand:
        assert about_names(hand.screen) == ["parts"]
        hand.app.push_screen(HelpScreen("jar"))
        await hand.settle()
        assert set(about_names(explained(hand))) == {"parts"}
        assert "Changes the words." in explained(hand)
