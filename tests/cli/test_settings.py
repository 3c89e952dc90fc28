"""`jar-tui settings`: what belongs to this machine, and the word that belongs to the jar."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.domain.ritual import WAYS
from jar_tui.store.folders import Folders
from jar_tui.store.settings import Settings, is_allowed, load
from jar_tui.words import shell
from jar_tui.words.people_shell import ONE_FOR_BOTH
from tests.cli.conftest import Shell


def test_every_setting_is_listed(jar: Shell) -> None:
    named = [row.split(" = ")[0] for row in jar("settings").rows]
    assert named == [*Settings.__dataclass_fields__, "word", *WAYS]


@pytest.mark.parametrize("manner", ["show", "ask", "off"])
def test_nudges_come_as_they_were_set(jar: Shell, manner: str) -> None:
    jar("add", "--too-small", stdin=b"got dressed")
    assert jar("settings", "nudges", manner).out == f"{shell.SETTING_KEPT}\n"
    assert jar("settings", "nudges").out.startswith(f"nudges = {manner} ")
    told = jar("open", stdin=b"\n").out
    assert ('It was marked "too small".' in told) is (manner == "show")
    assert ("n shows a thought" in told) is (manner == "ask")


def test_nudges_show_where_nothing_was_set_and_nothing_else_is_allowed(
    jar: Shell, jar_home: Path
) -> None:
    assert load(Folders(jar_home).settings).nudges == "show"
    assert jar("settings", "nudges", "loud").err == f"{shell.NO_SUCH_SETTING}\n"
    assert not is_allowed("nudges", ["show"])


@pytest.mark.parametrize(("case", "words"), [("any", "ate"), ("exact", "W: ate")])
def test_the_case_of_a_tag_counts_as_it_was_set(jar: Shell, case: str, words: str) -> None:
    jar("parts", "add", "Wren w:")
    assert jar("settings", "tag_case").out.startswith("tag_case = any ")
    assert jar("settings", "tag_case", "some").err == f"{shell.NO_SUCH_SETTING}\n"
    jar("settings", "tag_case", case)
    jar.typed("add", keys=b"W: ate\n")
    assert jar.texts() == [words]


@pytest.mark.parametrize(
    ("name", "usual", "good", "bad"),
    [
        ("keep_signing", "off", ("on", "restart", "off"), ("true", "yes", "")),
        ("keep_signing_hours", "6", ("1", "168", "24"), ("0", "169", "6.5", "true", "six")),
    ],
)
def test_who_goes_on_signing_is_set_for_this_machine(
    jar: Shell, name: str, usual: str, good: tuple[str, ...], bad: tuple[str, ...]
) -> None:
    assert jar("settings", name).out.startswith(f"{name} = {usual} ")
    for value in good:
        assert jar("settings", name, value).out == f"{shell.SETTING_KEPT}\n"
        assert jar("settings", name).out.startswith(f"{name} = {value} ")
    for value in bad:
        assert jar("settings", name, value).err == f"{shell.NO_SUCH_SETTING}\n"
    assert jar("settings", name).out.startswith(f"{name} = {good[-1]} ")


def test_the_command_line_keeps_nobody_on_signing_and_reads_backslashes(jar: Shell) -> None:
    jar("settings", "keep_signing", "restart")
    jar("parts", "add", "Wren w:")
    for typed in (b"w: one", b"two", b"\\w: three", b"\\\\w: four", b"\\\\"):
        jar.typed("add", keys=typed + b"\n")
    assert jar.texts() == ["one", "two", "w: three", "w: four", "\\\\"]
    assert jar("list", "--part", "Wren").out.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "shown", "said"),
    [
        ("names", "names", "No names are"),
        ("NAME", "names", "No names are"),
        ("parts", "part", "No parts are"),
        ("Alter", "alter", "No alters are"),
        ("headmate", "headmate", "No headmates are"),
        ("member", "member", "No members are"),
        ("facet", "facet", "No facets are"),
        ("Facets", "facet", "No facets are"),
        ("none", "none", "No names are"),
        ("Stimme , Stimmen", "Stimme, Stimmen", "No Stimmen are"),
        ("folk, folk", "folk, folk", "No folk are"),
    ],
)
def test_the_word_for_those_who_sign(jar: Shell, typed: str, shown: str, said: str) -> None:
    assert jar("settings", "word", typed) == (0, f"{shell.SETTING_KEPT}\n", "")
    assert jar("settings", "word").out.startswith(f"word = {shown}    (")
    assert any(row.startswith(f"word = {shown}    (") for row in jar("settings").rows)
    assert jar("parts").err.startswith(said)


@pytest.mark.parametrize(("typed", "shown"), [("folk", "folk"), ("a\x1b[2Jb\nc", "a[2Jb c")])
def test_an_own_word_alone_stands_for_both_and_that_is_said(
    jar: Shell, typed: str, shown: str
) -> None:
    told = ONE_FOR_BOTH.replace("{name}", shown)
    assert jar("settings", "word", typed) == (0, f"{shell.SETTING_KEPT}\n", f"{told}\n")
    assert jar("settings", "word").out.startswith(f"word = {shown}    (")
    assert jar("parts").err.startswith(f"No {shown} are")


@pytest.mark.parametrize("typed", ["", "  ", "\u200b", "a, b, c", ", b", "a,", ",", "a" * 17])
def test_a_word_that_cannot_be_read_is_refused(jar: Shell, typed: str) -> None:
    jar("settings", "word", "part")
    assert jar("settings", "word", typed) == (1, "", f"{shell.NO_SUCH_SETTING}\n")
    assert jar("settings", "word").out.startswith("word = part ")


def test_without_names_the_way_back_is_shown(jar: Shell) -> None:
    jar("settings", "word", "none")
    (row,) = jar("settings", "word").rows
    assert "jar-tui settings word names" in row
    jar("settings", "word", "names")
    assert jar("settings", "word").rows[0].startswith("word = names ")


def test_the_word_belongs_to_the_jar_and_other_settings_to_the_machine(
    jar: Shell, jar_home: Path
) -> None:
    jar("settings", "word", "part")
    jar("settings", "nudges", "off")
    home = Folders(jar_home)
    for path in home.state.iterdir():
        if path.is_file():
            path.unlink()
    assert jar("settings", "word").out.startswith("word = part ")
    assert jar("settings", "nudges").out.startswith("nudges = show ")
