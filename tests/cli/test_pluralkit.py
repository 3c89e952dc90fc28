"""`jar-tui import pluralkit`: names come in once, and nothing that is there is replaced."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui import words
from jar_tui.cli.members import numbers_in
from jar_tui.service import JarService
from jar_tui.words import people_shell, shell
from jar_tui.words.names import LOOKS_ALIKE, SHARES_TAG
from tests.cli.conftest import Shell
from tests.cli.exports import EXACT, LEFT, ROW, SOL, WREN, keep, names
from tests.talking import Talk


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "export.json"
    keep(path, WREN, SOL)
    return path


def test_members_come_in_and_twice_changes_nothing(jar: Shell, file: Path, jar_home: Path) -> None:
    ran = jar("import", "pluralkit", str(file), "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert ran.rows == [ROW, "Sol", LEFT, names(people_shell.NAMES_IN)]
    wren, sol = json.loads(jar("parts", "--json").out)
    assert (wren["pronouns"], wren["color"], wren["tags"]) == (
        *("she/her", "d9a441", ["w:text", "[text]"]),
    )
    assert (wren["name"], wren["display"], wren["about"]) == ("Wren", "Wren (she)", "")
    assert (sol["name"], sol["display"]) == ("Sol", "")
    before = {path: path.read_bytes() for path in (jar_home / "jar").iterdir()}
    again = jar("import", "pluralkit", str(file))
    known = "in the jar already"
    assert again.rows == [f"{ROW}, {known}", f"Sol, {known}", LEFT, people_shell.NONE_NEW]
    assert {path: path.read_bytes() for path in (jar_home / "jar").iterdir()} == before


def test_a_name_that_was_changed_here_keeps_its_changes_and_gets_new_tags(
    jar: Shell, file: Path
) -> None:
    jar("parts", "add", "SOL", "--tag", "s:", "--pronouns", "he/him")
    jar("import", "pluralkit", str(file), "--yes")
    jar("parts", "rename", "Wren", "Robin")
    more = {"prefix": "r:", "suffix": None}
    keep(
        file,
        {**WREN, "proxy_tags": [more], "pronouns": "they"},
        {**SOL, "proxy_tags": [more], "pronouns": "they"},
    )
    ran = jar("import", "pluralkit", str(file), "--yes")
    assert (
        ran.rows[0]
        == "Wren, shown as Wren (she), they, tag r:, in the jar already, and gets its new tags"
    )
    sol, robin = json.loads(jar("parts", "--json").out)
    assert (sol["name"], sol["pronouns"], sol["tags"]) == ("SOL", "he/him", ["s:text", "r:text"])
    assert (robin["name"], robin["pronouns"]) == ("Robin", "she/her")
    assert robin["tags"] == ["w:text", "[text]", "r:text"]


def test_where_nobody_can_be_asked_it_must_be_said_who_comes_in(
    jar: Shell, file: Path, jar_home: Path
) -> None:
    jar("parts", "add", "K")
    before = {path: path.read_bytes() for path in (jar_home / "jar").iterdir()}
    ran = jar("import", "pluralkit", str(file))
    assert (ran.code, ran.err, ran.rows) == (1, f"{people_shell.SAY_WHICH}\n", [ROW, "Sol", LEFT])
    assert {path: path.read_bytes() for path in (jar_home / "jar").iterdir()} == before


def test_tags_told_apart_by_their_case_are_told(jar: Shell, file: Path) -> None:
    file.write_text(json.dumps(json.loads(file.read_text()) | {"config": EXACT}))
    dry = ("import", "pluralkit", str(file), "--dry-run")
    assert jar(*dry).rows == [ROW, "Sol", LEFT, people_shell.EXACT_TAGS]
    jar("settings", "tag_case", "exact")
    assert jar(*dry).rows == [ROW, "Sol", LEFT]
    file.write_text(json.dumps(json.loads(file.read_text()) | {"config": {}}))
    jar("settings", "tag_case", "any")
    assert jar(*dry).rows == [ROW, "Sol", LEFT]


def test_a_member_that_looks_like_a_name_or_shares_its_tag_is_told(jar: Shell, file: Path) -> None:
    jar("parts", "add", "Wr\u0435n", "w:")
    ran = jar("import", "pluralkit", str(file), "--dry-run")
    assert ran.rows[:3] == [ROW, names(f"{LOOKS_ALIKE} {SHARES_TAG}"), "Sol"]


def test_names_can_be_picked(jar: Shell, file: Path) -> None:
    assert jar("import", "pluralkit", str(file), "--only", "sol").rows[0] == "Sol"
    assert jar("parts").rows == ["Sol"]
    jar("import", "pluralkit", str(file), "--only", "SOL", "Wren")
    assert jar("parts").rows == ["Sol", ROW]
    refused = jar("import", "pluralkit", str(file), "--only", "Sol", "--only", "K")
    assert refused == (1, "", f"{names(people_shell.NOT_IN_FILE)}\n")


def test_where_no_names_are_wanted_none_come_in(jar: Shell, file: Path) -> None:
    jar("settings", "word", "none")
    ran = jar("import", "pluralkit", str(file))
    assert ran == (1, "", f"{names(people_shell.NOT_IN_USE)}\n")
    jar("settings", "word", "headmate")
    assert jar("parts").rows == []
    assert "the headmates" in jar("import", "pluralkit", str(file), "--yes").rows[-1]


@pytest.mark.parametrize("content", [b"", b"notes", b'{"members":[]}', b"[" * 9999])
def test_another_file_is_no_export(jar: Shell, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    ran = jar("import", "pluralkit", str(file))
    assert ran == (1, "", f"{people_shell.NOT_PLURALKIT}\n")
    ran = jar("import", "pluralkit", str(file.with_name("nowhere")))
    assert ran == (1, "", f"{shell.FILE_UNREADABLE}\n")


def test_who_comes_in_is_chosen_on_a_terminal(jar: Shell, file: Path) -> None:
    keep(file, WREN, SOL, {"name": "K"}, {"name": "Rue"})
    listed = [f"1. {ROW}", "2. Sol", "3. K", "4. Rue", LEFT]
    for keys in (b"\n", b"n\n"):
        ran = jar.typed("import", "pluralkit", str(file), keys=keys)
        assert ran.err == f"{people_shell.WHICH_MEMBERS} "
        assert ran.rows == [*(row for row in listed if row != LEFT), *ran.rows[4:]]
        assert ran.rows[-1] == words.LEFT
    assert jar("parts").rows == []
    ran = jar.typed("import", "pluralkit", str(file), keys=b"4, 2-3\n")
    assert ran.rows[-1] == names(people_shell.NAMES_IN)
    assert jar("parts").rows == ["Sol", "K", "Rue"]
    ran = jar.typed("import", "pluralkit", str(file), keys=b"Y\n\n")
    assert ran.rows[1] == "2. Sol, in the jar already"
    assert jar("parts").rows[-1].startswith("Wren")


@pytest.mark.parametrize(
    "wrong", [b"0", b"1 5", b"3-2", b"1-", b"-", b"1-9999999", b"Sol", b"\xff"]
)
def test_numbers_that_are_not_in_the_list_are_asked_for_again(
    jar: Shell, file: Path, wrong: bytes
) -> None:
    ran = jar.typed("import", "pluralkit", str(file), keys=wrong + b"\n2\n")
    question = people_shell.WHICH_MEMBERS
    assert ran.err == f"{question} {people_shell.WRONG_NUMBERS}\n{question} "
    assert jar("parts").rows == ["Sol"]


@given(st.lists(st.integers(1, 40), max_size=9), st.sampled_from([" ", ", ", "  "]))
def test_numbers_are_read_in_any_order_and_in_runs(wanted: list[int], between: str) -> None:
    typed = between.join(map(str, wanted))
    assert numbers_in(typed, 40) == sorted(set(wanted))
    if wanted:
        assert numbers_in(typed, max(wanted) - 1) is None
        low, high = min(wanted), max(wanted)
        assert numbers_in(f"{low} - {high}", 40) == [*range(low, high + 1)]


@given(st.text())
def test_any_line_is_numbers_of_the_list_or_none(typed: str) -> None:
    assert set(numbers_in(typed, 9) or []) <= set(range(1, 10))


def test_a_dry_run_brings_in_nothing_and_yes_asks_nothing(jar: Shell, file: Path) -> None:
    for run in (jar, partial(jar.typed, keys=b"")):
        assert run("import", "pluralkit", str(file), "--dry-run").rows == [ROW, "Sol", LEFT]
    assert jar("parts").rows == []
    ran = jar.typed("import", "pluralkit", str(file), "--yes", keys=b"")
    assert (ran.err, ran.rows[0]) == ("", ROW)
    assert [row["name"] for row in json.loads(jar("parts", "--json").out)] == ["Wren", "Sol"]
    assert jar.typed("import", "pluralkit", str(file), keys=b"").err == ""


def test_descriptions_come_in_where_they_are_asked_for(jar: Shell, file: Path) -> None:
    def about() -> list[str]:
        return [row["about"] for row in json.loads(jar("parts", "--json").out)]

    ran = jar("import", "pluralkit", str(file), "--only", "Wren", "--descriptions")
    assert LEFT.replace("descriptions, ", "") in ran.rows
    assert about() == ["Keeps the lists."]
    keep(file, {**WREN, "description": "Other words."}, {**SOL, "description": "Sits by the sea."})
    assert jar("import", "pluralkit", str(file), "--only", "Wren", "--descriptions").rows[-1] == (
        people_shell.NONE_NEW
    )
    ran = jar.typed("import", "pluralkit", str(file), keys=b"1\n")
    assert ran.err == f"{people_shell.WHICH_MEMBERS} "
    ran = jar.typed("import", "pluralkit", str(file), keys=b"2\ny\n")
    assert ran.err == f"{people_shell.WHICH_MEMBERS} {people_shell.WITH_DESCRIPTIONS} "
    assert about() == ["Keeps the lists.", "Sits by the sea."]
    assert jar("import", "pluralkit", str(file), "--descriptions").rows[-1] == people_shell.NONE_NEW
    assert about() == ["Keeps the lists.", "Sits by the sea."]


def test_a_tag_that_came_in_signs_at_once_where_the_jar_is_open_too(
    jar: Shell, file: Path, service: JarService
) -> None:
    open_all_along = Talk(service)
    assert open_all_along("w: made the bed") == [f"Dropped in. {shell.UNDO_DROP_LINE}"]
    jar("import", "pluralkit", str(file), "--yes")
    for talk in (open_all_along, lambda line: jar.typed("add", keys=f"{line}\n".encode()).rows):
        assert talk("w: opened the curtain")[0].startswith("Dropped in, by Wren (she). ")
        assert talk("\\w: text")[0].startswith("Dropped in. ")
    assert open_all_along("[W]", "/sign wren (she)")[0].startswith("Now without a name. ")


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
    assert jar("import", "lines", str(file), "--descriptions") == refused
    assert jar("parts").rows == []
