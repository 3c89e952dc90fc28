"""`jar-tui import pluralkit`: names come in once, and nothing that is there is replaced."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jar_tui import words
from jar_tui.words import people_shell, shell
from tests.cli.conftest import Shell

WREN: dict[str, Any] = {
    **{"id": "wrenaa", "uuid": "0b8e7a0e-3a43-4c55-8a31-5a7f0d9b2c01", "name": "Wren"},
    **{"display_name": "Wren (she)", "color": "d9a441", "birthday": "0004-05-09"},
    **{"pronouns": "she/her", "avatar_url": None, "description": "Keeps the lists."},
    **{"keep_proxy": False, "message_count": 812, "privacy": {"visibility": "private"}},
    "proxy_tags": [{"prefix": "w:", "suffix": None}, {"prefix": "[", "suffix": "]"}],
}
SOL: dict[str, Any] = {"id": "solaaa", "name": "Sol", "proxy_tags": []}
ROW = "Wren, tag w:, tag [text], she/her"
LEFT = "Left out: accounts, descriptions, switches, groups, birthdays, message counts."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "export.json"
    keep(path, WREN, SOL)
    return path


def keep(path: Path, *members: dict[str, Any]) -> None:
    switches = [{"timestamp": "2026-06-01T07:30:00.000001Z", "members": ["wrenaa"]}]
    top = {"version": 2, "accounts": [100000000000000001], "groups": [{"name": "Day crew"}]}
    path.write_text(json.dumps({**top, "members": members, "switches": switches}))


def names(sentence: str) -> str:
    for noun in ("{Names}", "{names}", "{name}"):
        sentence = sentence.replace(noun, {"{Names}": "Names"}.get(noun, noun.strip("{}")))
    return sentence


def test_members_come_in_and_twice_changes_nothing(jar: Shell, file: Path, jar_home: Path) -> None:
    ran = jar("import", "pluralkit", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert ran.rows == [ROW, "Sol", LEFT, names(people_shell.NAMES_IN)]
    wren, sol = json.loads(jar("parts", "--json").out)
    assert (wren["pronouns"], wren["color"], wren["tags"]) == (
        *("she/her", "d9a441", ["w:text", "[text]"]),
    )
    assert sol["name"] == "Sol"
    before = {path: path.read_bytes() for path in (jar_home / "jar").iterdir()}
    again = jar("import", "pluralkit", str(file))
    known = "in the jar already"
    assert again.rows == [f"{ROW}, {known}", f"Sol, {known}", LEFT, people_shell.NONE_NEW]
    assert {path: path.read_bytes() for path in (jar_home / "jar").iterdir()} == before


def test_a_name_that_was_changed_here_keeps_its_changes_and_gets_new_tags(
    jar: Shell, file: Path
) -> None:
    jar("parts", "add", "SOL", "--tag", "s:", "--pronouns", "he/him")
    jar("import", "pluralkit", str(file))
    jar("parts", "rename", "Wren", "Robin")
    more = {"prefix": "r:", "suffix": None}
    keep(
        file,
        {**WREN, "proxy_tags": [more], "pronouns": "they"},
        {**SOL, "proxy_tags": [more], "pronouns": "they"},
    )
    ran = jar("import", "pluralkit", str(file))
    assert ran.rows[0] == "Wren, tag r:, they, in the jar already, and gets its new tags"
    sol, robin = json.loads(jar("parts", "--json").out)
    assert (sol["name"], sol["pronouns"], sol["tags"]) == ("SOL", "he/him", ["s:text", "r:text"])
    assert (robin["name"], robin["pronouns"]) == ("Robin", "she/her")
    assert robin["tags"] == ["w:text", "[text]", "r:text"]


def test_two_members_of_one_name_are_one_name(jar: Shell, file: Path) -> None:
    keep(file, SOL, {**SOL, "id": "other", "name": "sol", "prefix": "s:"}, {**WREN, "name": "SOL"})
    jar("import", "pluralkit", str(file))
    assert jar("parts").rows == ["Sol, tag w:, tag [text]"]
    assert jar("import", "pluralkit", str(file)).rows[-1] == people_shell.NONE_NEW


def test_names_can_be_picked(jar: Shell, file: Path) -> None:
    assert jar("import", "pluralkit", str(file), "--only", "sol").rows[0] == "Sol"
    assert jar("parts").rows == ["Sol"]
    jar("import", "pluralkit", str(file), "--only", "SOL", "Wren")
    assert jar("parts").rows == ["Sol", "Wren, tag w:, tag [text]"]
    refused = jar("import", "pluralkit", str(file), "--only", "Sol", "--only", "K")
    assert refused == (1, "", f"{names(people_shell.NOT_IN_FILE)}\n")


def test_a_name_removed_here_stays_away(jar: Shell, file: Path) -> None:
    jar("import", "pluralkit", str(file))
    jar("parts", "remove", "Wren")
    keep(file, {**WREN, "name": "Robin"}, SOL)
    ran = jar("import", "pluralkit", str(file))
    assert ran.rows[0] == "Robin, tag w:, tag [text], she/her, removed here, and stays so"
    assert ran.rows[-1] == people_shell.NONE_NEW
    assert jar("parts").rows == ["Sol"]
    jar("parts", "add", "Wren")
    assert jar("import", "pluralkit", str(file)).rows[0].endswith(", in the jar already")


def test_where_no_names_are_wanted_none_come_in(jar: Shell, file: Path) -> None:
    jar("settings", "word", "none")
    ran = jar("import", "pluralkit", str(file))
    assert ran == (1, "", f"{names(people_shell.NOT_IN_USE)}\n")
    jar("settings", "word", "headmate")
    assert jar("parts").rows == []
    assert "the headmates" in jar("import", "pluralkit", str(file)).rows[-1]


@pytest.mark.parametrize("content", [b"", b"notes", b'{"members":[]}', b"[" * 9999])
def test_another_file_is_no_export(jar: Shell, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    ran = jar("import", "pluralkit", str(file))
    assert ran == (1, "", f"{people_shell.NOT_PLURALKIT}\n")
    ran = jar("import", "pluralkit", str(file.with_name("nowhere")))
    assert ran == (1, "", f"{shell.FILE_UNREADABLE}\n")


def test_it_asks_on_a_terminal_and_a_dry_run_brings_in_nothing(jar: Shell, file: Path) -> None:
    ran = jar.typed("import", "pluralkit", str(file), keys=b"n\n")
    assert shell.IMPORT_THEM in ran.err
    assert ran.rows == [ROW, "Sol", LEFT, words.LEFT]
    assert jar("import", "pluralkit", str(file), "--dry-run").rows == [ROW, "Sol", LEFT]
    assert jar("parts").rows == []
    ran = jar.typed("import", "pluralkit", str(file), "--yes", keys=b"")
    assert shell.IMPORT_THEM not in ran.err
    assert jar("parts").rows == ["Wren, tag w:, tag [text]", "Sol"]
    assert jar.typed("import", "pluralkit", str(file), keys=b"").err == ""


def test_who_has_no_name_is_told_by_the_number_in_the_file(jar: Shell, file: Path) -> None:
    keep(file, {**WREN, "name": "x" * 101}, SOL, {})
    said = names(people_shell.nameless([1, 3]))
    assert said == "Left out, as the name is blank or longer than 100 letters: " + (
        "numbers 1, 3 in the file."
    )
    assert jar("import", "pluralkit", str(file)).rows[:2] == ["Sol", said]


def test_options_of_the_other_kind_of_file_are_refused(jar: Shell, file: Path) -> None:
    refused = (2, "", f"{people_shell.WRONG_OPTION}\n")
    assert jar("import", "pluralkit", str(file), "--when", "2026") == refused
    assert jar("import", "lines", str(file), "--only", "Sol") == refused
    assert jar("parts").rows == []
