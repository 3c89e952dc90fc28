"""`jar-tui import pluralkit`: names come in once, and nothing that is there is replaced."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui import words
from jar_tui.bridge.pluralkit import read_members
from jar_tui.cli.members import numbers_in
from jar_tui.domain.people import everyone
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.ids import RECORD, is_id
from jar_tui.words import people_shell, shell
from jar_tui.words.names import LOOKS_ALIKE, SHARES_TAG
from tests.cli.conftest import Shell
from tests.sessions import session
from tests.talking import Talk

WREN: dict[str, Any] = {
    **{"id": "wrenaa", "uuid": "0b8e7a0e-3a43-4c55-8a31-5a7f0d9b2c01", "name": "Wren"},
    **{"display_name": "Wren (she)", "color": "d9a441", "birthday": "0004-05-09"},
    **{"pronouns": "she/her", "avatar_url": None, "description": "Keeps the lists."},
    **{"keep_proxy": False, "message_count": 812, "privacy": {"visibility": "private"}},
    "proxy_tags": [{"prefix": "w:", "suffix": None}, {"prefix": "[", "suffix": "]"}],
}
SOL: dict[str, Any] = {"id": "solaaa", "name": "Sol", "proxy_tags": []}
ROW = "Wren, shown as Wren (she), she/her, tag w:, tag [text]"
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
    jar("import", "pluralkit", str(file))
    jar("parts", "rename", "Wren", "Robin")
    more = {"prefix": "r:", "suffix": None}
    keep(
        file,
        {**WREN, "proxy_tags": [more], "pronouns": "they"},
        {**SOL, "proxy_tags": [more], "pronouns": "they"},
    )
    ran = jar("import", "pluralkit", str(file))
    assert (
        ran.rows[0]
        == "Wren, shown as Wren (she), they, tag r:, in the jar already, and gets its new tags"
    )
    sol, robin = json.loads(jar("parts", "--json").out)
    assert (sol["name"], sol["pronouns"], sol["tags"]) == ("SOL", "he/him", ["s:text", "r:text"])
    assert (robin["name"], robin["pronouns"]) == ("Robin", "she/her")
    assert robin["tags"] == ["w:text", "[text]", "r:text"]


def test_two_members_of_one_name_are_one_name(jar: Shell, file: Path) -> None:
    keep(file, SOL, {**SOL, "id": "other", "name": "sol", "prefix": "s:"}, {**WREN, "name": "SOL"})
    jar("import", "pluralkit", str(file))
    assert jar("parts").rows == ["Sol, tag w:, tag [text]"]
    assert jar("import", "pluralkit", str(file)).rows[-1] == people_shell.NONE_NEW


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


def test_a_name_removed_here_stays_away(jar: Shell, file: Path) -> None:
    jar("import", "pluralkit", str(file))
    jar("parts", "remove", "Wren")
    keep(file, {**WREN, "name": "Robin"}, SOL)
    ran = jar("import", "pluralkit", str(file))
    assert ran.rows[0] == f"{ROW.replace('Wren,', 'Robin,')}, removed here, and stays so"
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


def test_a_name_put_down_by_hand_is_found_by_the_file_once_it_is_called_otherwise(
    jar: Shell, file: Path
) -> None:
    jar("parts", "add", "wren", "--tag", "w:", "--tag", "[text]")
    ran = jar("import", "pluralkit", str(file), "--descriptions", "--only", "Wren")
    assert ran.rows[0] == f"{ROW}, in the jar already, and known to be this one from now on"
    (before,) = json.loads(jar("parts", "--json").out)
    assert (before["pronouns"], before["color"], before["display"], before["about"]) == ("",) * 4
    keep(file, {**WREN, "name": "Robin"})
    assert jar("import", "pluralkit", str(file)).rows[-1] == people_shell.NONE_NEW
    assert json.loads(jar("parts", "--json").out) == [before]


def test_a_tag_that_came_in_signs_at_once_where_the_jar_is_open_too(
    jar: Shell, file: Path, service: JarService
) -> None:
    open_all_along = Talk(service)
    assert open_all_along("w: made the bed") == [f"Dropped in. {shell.UNDO_DROP_LINE}"]
    jar("import", "pluralkit", str(file))
    for talk in (open_all_along, lambda line: jar.typed("add", keys=f"{line}\n".encode()).rows):
        assert talk("w: opened the curtain")[0].startswith("Dropped in, by Wren (she). ")
        assert talk("\\w: text")[0].startswith("Dropped in. ")
    assert open_all_along("[W]", "/sign wren (she)")[0].startswith("Now without a name. ")


def test_two_machines_that_bring_in_the_same_file_have_every_name_once(
    file: Path, service: JarService, jar_home: Path, tmp_path: Path
) -> None:
    service.add(NewSlip("so that there is a jar"))
    other_home = tmp_path / "other"
    copytree(jar_home / "jar", other_home / "jar")
    other = session(other_home)
    members = read_members(file.read_bytes()).members
    service.people.bring_in(members)
    wren, sol = everyone(service.jar)
    service.people.describe(wren.id, mark="W")
    service.people.remove(sol.id)
    other.people.bring_in(members)
    copytree(other_home / "jar", jar_home / "jar", dirs_exist_ok=True)
    service.catch_up()
    assert [(part.id, part.name, part.mark) for part in everyone(service.jar)] == [
        (wren.id, "Wren", "W")
    ]
    assert is_id(wren.id, RECORD)


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
