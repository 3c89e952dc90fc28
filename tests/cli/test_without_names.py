"""The command line of somebody who wants no names: it has no word about them, and loses nothing."""

from __future__ import annotations

import re

import pytest

from jar_tui.cli.parser import COMMANDS, PARTS
from jar_tui.plain.mode import OF_NAMES
from jar_tui.words import shell
from tests.about_names import about_names
from tests.cli.conftest import Ran, Shell

EVERY = ("", *COMMANDS, *PARTS)
NOT_SHOWN = {
    "": ("parts", "sign"),
    "add": ("--sign", "--for", "--noticed-by"),
    "list": ("--part",),
    "import": ("pluralkit", "--only"),
}


@pytest.fixture
def alone(jar: Shell) -> Shell:
    """Return the command line of a jar with a name from before, where none are wanted now."""
    jar("parts", "add", "Wren w:")
    jar("add", "--sign", "w", "--too-small", stdin=b"opened the curtain")
    jar("settings", "opening-order", "name")
    jar("settings", "word", "none")
    return jar


def text_of(ran: Ran) -> str:
    """Return what was said; the names of settings are no words about anybody."""
    assert ran.code == 0
    return re.sub(r"^[\w-]+ = ", "", ran.out + ran.err, flags=re.MULTILINE)


@pytest.mark.parametrize("command", EVERY)
@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_no_help_speaks_of_names(alone: Shell, command: str, asked: str) -> None:
    assert about_names(text_of(alone(*command.split(), asked))) == []


@pytest.mark.parametrize("command", NOT_SHOWN)
def test_what_is_about_names_is_shown_where_there_are_names(alone: Shell, command: str) -> None:
    def shown() -> list[str]:
        text = alone(*command.split(), "--help").out
        return [one for one in NOT_SHOWN[command] if re.search(rf"(?<!\S){one}\b", text)]

    assert shown() == []
    alone("settings", "word", "names")
    assert shown() == [*NOT_SHOWN[command]]


@pytest.mark.parametrize("command", ["parts", "sign", *PARTS])
def test_the_help_of_a_command_about_names_is_one_sentence(alone: Shell, command: str) -> None:
    assert alone(*command.split(), "--help").out == f"{shell.NOT_IN_USE}\n"


@pytest.mark.parametrize(
    "argv", [["settings"], ["where"], ["check"], ["list"], ["list", "--covered"], ["backup"]]
)
def test_no_answer_speaks_of_names(alone: Shell, argv: list[str]) -> None:
    assert about_names(text_of(alone(*argv))) == []


def test_line_mode_explains_itself_without_names(alone: Shell) -> None:
    asked = b"/help\n/help more\n/page\n/agreements\n/all\n/open\nm\n"
    told = text_of(alone("--plain", stdin=asked))
    assert "opened the curtain" in told
    assert about_names(told) == []


@pytest.mark.parametrize("behind", ["", " wren", " 1", " Ash a:", " *"])
def test_line_mode_answers_no_command_about_names(alone: Shell, behind: str) -> None:
    before = alone("list", "--json").out, alone("parts", "--json").out
    asked = "".join(f"{command}{behind}\n" for command in sorted(OF_NAMES))
    told = text_of(alone("--plain", stdin=asked.encode()))
    assert told.count(shell.PLAIN_UNKNOWN) == len(OF_NAMES)
    assert about_names(told) == []
    assert "wren" not in told.casefold()
    assert (alone("list", "--json").out, alone("parts", "--json").out) == before


def test_settings_about_names_are_not_listed_and_can_be_asked_for(alone: Shell) -> None:
    assert "tag_case" not in alone("settings").out
    assert "opening-order = day    (the order slips are read in: day or mixed)" in (
        alone("settings").rows
    )
    assert alone("settings", "tag_case").out.startswith("tag_case = any ")
    assert alone("settings", "tag_case", "exact").code == 0


def test_the_way_back_is_two_commands_away(alone: Shell) -> None:
    assert "word = none    (jar-tui settings word says more)" in alone("settings").rows
    assert "jar-tui settings word names" in alone("settings", "word").out


def test_scripts_go_on_as_before(alone: Shell) -> None:
    assert alone("add", "--sign", "Wren", stdin=b"rested").code == 0
    assert alone("parts").rows == ["Wren, tag w:"]
    assert alone.texts("--part", "w") == ["opened the curtain", "rested"]
    key = alone.json()[0]["id"]
    assert alone("sign", key, "--nobody").code == 0
    assert alone.json()[0]["state"] == "nobody"
    assert alone("parts", "rest", "Wren").code == 0
