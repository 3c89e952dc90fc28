"""Help on the command line: in the words chosen here, read from the jar when help is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui.cli import helping, parser
from jar_tui.cli.helping import NAME
from jar_tui.cli.parser import COMMANDS, PARTS
from jar_tui.store.errors import NotOpened
from jar_tui.store.folders import Folders
from tests.cli.conftest import Process, Shell

EVERY = ("", *COMMANDS, *PARTS)


def helps(jar: Shell) -> str:
    """Return every help there is."""
    return "\n".join(jar(*command.split(), "--help").out for command in EVERY)


@pytest.mark.parametrize(
    ("word", "one", "many"),
    [
        ("names", "name", "names"),
        ("part", "part", "parts"),
        ("alter", "alter", "alters"),
        ("Stimme, Stimmen", "Stimme", "Stimmen"),
        ("50%(d)s, [100%]", "50%(d)s", "[100%]"),
        ("inner one, folk", "inner one", "folk"),
    ],
)
def test_help_has_the_word_that_was_chosen(
    jar: Shell, monkeypatch: pytest.MonkeyPatch, word: str, one: str, many: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    jar("settings", "word", word)
    assert f"    parts     show the {many} that can sign, or add and change them" in (
        jar("--help").rows
    )
    assert f"by this {one} or tag; may be given more than once" in jar("add", "--help").out
    assert f"take one {one} off the lists; the slips stay" in jar("parts", "remove", "--help").out
    assert f"take one {one} off the lists; the slips stay" in jar("parts", "--help").out
    assert f"the {many} in a PluralKit system export" in jar("import", "--help").out
    assert "{name" not in helps(jar)


@pytest.mark.parametrize(
    ("word", "told"), [("names", NAME), ("alter", "ALTER"), ("50%(d)s", NAME), ("[a] b", NAME)]
)
@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_usage_says_what_to_put_there(
    jar: Shell, monkeypatch: pytest.MonkeyPatch, word: str, told: str, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    jar("settings", "word", word)
    assert f"--sign {told}" in jar("add", "--help").out
    assert f"[-h] {told} NEW " in " ".join(jar("parts", "rename", "--help").out.split())
    assert all(jar(*command.split(), "--help").code == 0 for command in EVERY)


def test_another_word_leaves_no_name_behind(jar: Shell) -> None:
    jar("settings", "word", "headmate")
    found = [row for row in helps(jar).splitlines() if " name" in row or NAME in row]
    assert found == []


def test_a_word_from_elsewhere_does_nothing_to_the_terminal(jar: Shell) -> None:
    jar("settings", "word", "part")
    jar("settings", "word", "a\x1b[2Jb")
    assert "\x1b" not in helps(jar)


@pytest.mark.parametrize("trouble", [NotOpened(), PermissionError()], ids=repr)
def test_what_cannot_be_read_keeps_nobody_from_help(
    jar: Shell, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    def refused(home: Path) -> NoReturn:
        raise trouble

    jar("settings", "word", "part")
    monkeypatch.setattr("jar_tui.service.people.people_at", refused)
    assert "show the names that can sign" in jar("--help").out


def test_a_damaged_jar_keeps_nobody_from_help(jar: Shell, jar_home: Path) -> None:
    jar("settings", "word", "part")
    folder = Folders(jar_home).jar
    for path in folder.iterdir():
        path.write_bytes(b"\x00 nothing of a jar \xff\n")
    assert "show the names that can sign" in jar("--help").out
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.symlink_to(jar_home / "nowhere")
    assert "show the names that can sign" in jar("--help").out
    folder.unlink()
    folder.write_bytes(b"")
    assert "show the names that can sign" in jar("--help").out


@pytest.mark.parametrize(
    "argv",
    [
        ["add", "--too-small"],
        ["list", "--json"],
        ["parts"],
        ["add", "--secret"],
        ["secret"],
        ["--version"],
    ],
)
def test_the_word_is_read_for_help_alone(
    jar: Shell, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    asked: list[str] = []

    def noted() -> None:
        asked.append("the word")

    monkeypatch.setattr(parser, "nouns_here", noted)
    jar(*argv, stdin=b"rested")
    assert asked == []
    jar(*argv[:1], "-h")
    assert asked == ["the word"]


def test_help_makes_no_jar(jar: Shell, jar_home: Path) -> None:
    assert helps(jar)
    assert not jar_home.exists()


def test_adding_loads_nothing_of_help(process: Process) -> None:
    watch = "import sys, jar_tui.cli; jar_tui.cli.run(['add']); print(*sorted(sys.modules))"
    loaded = process(code=watch, stdin=b"rested").stdout.decode().split()
    assert "jar_tui.cli" in loaded
    assert not {"argparse", helping.__name__, parser.__name__} & set(loaded)
