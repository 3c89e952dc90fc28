"""Help: what it says of each place, and that its keys are those of the registry."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.commands import COMMANDS, commands_of
from jar_tui.tui.screens.help import HelpScreen
from jar_tui.words import page
from jar_tui.words.help import ABOUT
from jar_tui.words.names import NAMES, Nouns, with_nouns
from tests.tui.gallery import shown

EXPLAINED = sorted({row.place for row in COMMANDS if row.name == "help"})
PARTS = Nouns("part", "parts")
LONGEST = 50
"""Words; somebody who is tired reads no more."""


@pytest.mark.parametrize("place", [*EXPLAINED, "opening"])
def test_every_place_with_help_is_explained_in_few_words(place: str) -> None:
    assert 5 <= len(ABOUT[place].split()) < LONGEST


def test_nothing_is_explained_that_has_no_keys() -> None:
    assert set(ABOUT) <= {row.place for row in COMMANDS}


@pytest.mark.parametrize(
    ("name", "keys", "place"),
    [
        ("writing", ("ctrl+g",), "entry"),
        ("find", ("ctrl+g",), "find"),
        ("names", ("question_mark", "k"), "names"),
        ("older", ("question_mark", "k"), "jar"),
        ("whole", ("question_mark", "k"), "whole"),
        ("earlier", ("question_mark", "k"), "earlier"),
        ("erase", ("question_mark", "k"), "erase"),
        ("edit", ("ctrl+g",), "edit"),
        ("threshold", ("question_mark", "k"), "threshold"),
        ("slip", ("question_mark", "k"), "opening"),
        ("beside", ("question_mark", "k"), "beside"),
    ],
)
async def test_help_explains_the_place_it_is_opened_in_with_every_key_of_it(
    tmp_path: Path, name: str, keys: tuple[str, ...], place: str
) -> None:
    async with shown(name, tmp_path, (110, 60)) as hand:
        await hand.press(*keys)
        assert isinstance(hand.app.screen, HelpScreen)
        assert hand.shows(with_nouns(ABOUT[place], PARTS))
        for row in commands_of(place):  # type: ignore[arg-type] # a place, as the registry has it
            assert hand.shows(f"{row.shown} {with_nouns(row.help, PARTS)}")


async def test_the_page_for_whoever_is_here_comes_before_the_keys(tmp_path: Path) -> None:
    async with shown("older", tmp_path, (80, 24)) as hand:
        await hand.press("question_mark")
        assert hand.shows("Today is Sunday 22 November 2026.")
        assert hand.shows(page.FOR_WHOEVER)
        assert not hand.shows(with_nouns(ABOUT["jar"], NAMES))
