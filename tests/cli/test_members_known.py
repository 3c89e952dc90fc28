"""`jar-tui import pluralkit`: which name a member is, and that two members stay two."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest

from jar_tui.bridge.pluralkit import read_members
from jar_tui.domain.people import everyone
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.ids import RECORD, is_id
from jar_tui.words import people_shell
from tests.cli.conftest import Shell
from tests.cli.exports import ROW, SOL, WREN, keep
from tests.sessions import session


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "export.json"
    keep(path, WREN, SOL)
    return path


def test_two_members_of_one_name_are_two_names(jar: Shell, file: Path) -> None:
    keep(file, SOL, {**SOL, "id": "other", "name": "sol", "prefix": "s:"}, {**WREN, "name": "SOL"})
    jar("import", "pluralkit", str(file), "--yes")
    assert [row["name"] for row in json.loads(jar("parts", "--json").out)] == ["Sol", "sol", "SOL"]
    assert jar("import", "pluralkit", str(file)).rows[-1] == people_shell.NONE_NEW


def test_a_name_that_came_from_a_member_is_no_other_member(jar: Shell, file: Path) -> None:
    jar("import", "pluralkit", str(file), "--yes")
    other = {**SOL, "id": "other", "name": "sol", "prefix": "s:"}
    keep(file, {**other, "proxy_tags": [{"prefix": "s:", "suffix": None}]})
    assert jar("import", "pluralkit", str(file), "--yes").rows[0] == "sol, tag s:"
    rows = json.loads(jar("parts", "--json").out)
    assert [(row["name"], row["tags"]) for row in rows[1:]] == [("Sol", []), ("sol", ["s:text"])]


def test_one_member_is_one_name_though_it_stands_in_the_file_twice(jar: Shell, file: Path) -> None:
    keep(file, WREN, {**WREN, "id": "other", "name": "Robin"}, {"name": "K"}, {"name": "k"})
    ran = jar("import", "pluralkit", str(file), "--yes")
    assert ran.rows[1] == f"{ROW.replace('Wren,', 'Robin,')}, in the file already"
    assert ran.rows[2:4] == ["K", "k, in the file already"]
    assert [row["name"] for row in json.loads(jar("parts", "--json").out)] == ["Wren", "K"]


def test_a_name_put_down_by_hand_is_one_member_and_no_second(jar: Shell, file: Path) -> None:
    jar("parts", "add", "sol")
    keep(file, SOL, {**SOL, "id": "other", "name": "SOL"})
    ran = jar("import", "pluralkit", str(file), "--yes")
    noted = "in the jar already, and known to be this one from now on"
    assert ran.rows[:2] == [f"Sol, {noted}", "SOL"]
    assert [row["name"] for row in json.loads(jar("parts", "--json").out)] == ["sol", "SOL"]


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


def test_a_name_removed_here_stays_away(jar: Shell, file: Path) -> None:
    jar("import", "pluralkit", str(file), "--yes")
    jar("parts", "remove", "Wren")
    keep(file, {**WREN, "name": "Robin"}, SOL)
    ran = jar("import", "pluralkit", str(file))
    assert ran.rows[0] == f"{ROW.replace('Wren,', 'Robin,')}, removed here, and stays so"
    assert ran.rows[-1] == people_shell.NONE_NEW
    assert jar("parts").rows == ["Sol"]
    jar("parts", "add", "Wren")
    assert jar("import", "pluralkit", str(file)).rows[0].endswith(", in the jar already")


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
