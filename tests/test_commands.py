"""The registry of keys: complete, without clashes, and the same in the program and the README."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from textual.binding import Binding

from jar_tui.commands import COMMANDS, Standing, commands_of
from jar_tui.tui.app import JarApp
from jar_tui.tui.screens.earlier import EarlierScreen
from jar_tui.tui.screens.erase import EraseScreen
from jar_tui.tui.screens.help import AgreementsScreen, HelpScreen, PageScreen
from jar_tui.tui.screens.ideas import IdeasScreen
from jar_tui.tui.screens.keys import CALM, WAYS_OUT, action_name, bindings, footer_keys
from jar_tui.tui.screens.looking_back import SinceScreen
from jar_tui.tui.screens.main import MainScreen
from jar_tui.tui.screens.menu import MenuScreen
from jar_tui.tui.screens.names import NamesScreen
from jar_tui.tui.screens.names_add import AddScreen
from jar_tui.tui.screens.names_word import WordScreen
from jar_tui.tui.screens.opening.asked import AskedScreen, DaysScreen
from jar_tui.tui.screens.opening.beside import BesideScreen
from jar_tui.tui.screens.opening.keeping import LineScreen, SlipScreen
from jar_tui.tui.screens.opening.pages import HabitScreen, KindnessScreen, LeafScreen
from jar_tui.tui.screens.opening.reading import OpeningScreen
from jar_tui.tui.screens.opening.stay import StayScreen
from jar_tui.tui.screens.opening.threshold import ThresholdScreen
from jar_tui.tui.screens.prompt import DateScreen, EditScreen, KindScreen, NameScreen
from jar_tui.tui.screens.reading_back import FoldedScreen, ReadingBackScreen
from jar_tui.tui.screens.simple import SimpleScreen
from jar_tui.tui.screens.whole import WholeScreen
from jar_tui.words.names import NAMES, with_nouns

HOMES: dict[str, type] = {
    "entry": MainScreen,
    "jar": MainScreen,
    "find": MainScreen,
    "whole": WholeScreen,
    "earlier": EarlierScreen,
    "erase": EraseScreen,
    "ideas": IdeasScreen,
    "edit": EditScreen,
    "date": DateScreen,
    "kind": KindScreen,
    "names": NamesScreen,
    "filter": NamesScreen,
    "add": AddScreen,
    "name": NameScreen,
    "word": WordScreen,
    "page": PageScreen,
    "agreements": AgreementsScreen,
    "threshold": ThresholdScreen,
    "days": DaysScreen,
    "opening": OpeningScreen,
    "line": LineScreen,
    "answer": SlipScreen,
    "beside": BesideScreen,
    "kindness": KindnessScreen,
    "habit": HabitScreen,
    "menu": MenuScreen,
    "asked": AskedScreen,
    "stay": StayScreen,
    "leaf": LeafScreen,
    "since": SinceScreen,
    "folded": FoldedScreen,
    "looking": ReadingBackScreen,
    "help": HelpScreen,
    "simple": SimpleScreen,
    "recent": SimpleScreen,
    "anywhere": JarApp,
}
PLACES = sorted({command.place for command in COMMANDS})
TAKEN_BY_TERMINALS = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+[", "ctrl+@", "ctrl+s", "ctrl+q"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: f"{c.place} {c.name}")
def test_every_command_can_be_done_and_is_explained(command) -> None:  # type: ignore[no-untyped-def]
    home = HOMES[command.place]
    if command.name == "leave":
        assert callable(JarApp.leave_now)
    else:
        assert callable(getattr(home, f"action_{action_name(command)}"))
    assert command.help.endswith(".")
    assert command.shown
    assert not TAKEN_BY_TERMINALS & set(command.keys)


def test_the_chosen_slip_has_the_same_keys_wherever_it_shows() -> None:
    def rows(place: str) -> list[tuple[object, ...]]:
        found = [row for row in COMMANDS if row.place == place and row.on_slip]
        return [(row.name, row.keys, row.footer, row.help) for row in found]

    assert rows("jar") == rows("whole")
    assert len(rows("jar")) == 10
    assert {row.place for row in COMMANDS if row.on_slip} == {"jar", "whole"}


def test_what_a_key_of_a_slip_does_stands_before_the_way_out_of_an_opening() -> None:
    names = [row.name for row in commands_of("opening")]
    assert names.index("lines") < names.index("stop")


@pytest.mark.parametrize("place", PLACES)
def test_no_key_means_two_things_in_one_place(place) -> None:  # type: ignore[no-untyped-def]
    rows = [*commands_of(place), *(commands_of("anywhere") if place != "anywhere" else ())]
    counted = Counter(key for row in rows for key in row.keys)
    assert max(counted.values()) == 1
    assert len(bindings(place)) == len(commands_of(place))
    assert all(isinstance(binding, Binding) for binding in bindings(place))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("blank", [True, False])
def test_a_narrow_screen_names_four_keys_at_most_and_the_way_out(place, blank: bool) -> None:  # type: ignore[no-untyped-def]
    named = footer_keys(place, Standing(blank=blank, chosen=True), narrow=True)
    assert 1 <= len(named) <= 4
    assert named[-1].name == "leave" or place in CALM
    assert any(WAYS_OUT.intersection(row.keys) for row in commands_of(place)) or place not in CALM


def test_the_readme_has_the_keys_of_the_registry() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z]+) \| `(.+?)` \| (.+) \|$", readme, re.MULTILINE)
    assert rows == [(row.place, row.shown, with_nouns(row.help, NAMES)) for row in COMMANDS]
