"""Bringing back a backup adds what is missing, and touches nothing that is there unless asked."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import orjson
import pytest

from jar_tui.bridge.pluralkit import Member
from jar_tui.domain.people import everyone
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.service.backups import read_backup
from jar_tui.store.backup_file import Meta, NoBackup, write_new
from jar_tui.store.restoring import Would
from tests.sessions import seen, session
from tests.store.jars import WRITTEN, journal, opened
from tests.store.saved import full_jar, tables_of, take


def bring_back(home: Path, path: Path, *, everything: bool = False) -> Would:
    return session(home).backups.restore(read_backup(path), everything=everything)


def slip_id(service: JarService, text: str) -> str:
    return next(one.id for one in service.jar.ordered if one.text == text)


def made_up(path: Path, **tables: list[dict[str, Any]]) -> Path:
    """Write a backup that holds what nobody wrote."""
    everything = {"slips": [], **tables}
    rows = {name: [orjson.dumps(row) for row in table] for name, table in everything.items()}
    write_new(path, rows, Meta("another", WRITTEN, 0, 0))
    return path


def test_an_empty_home_gets_all_of_it(jar_home: Path, tmp_path: Path) -> None:
    service = full_jar(jar_home)
    path = take(jar_home)
    would = bring_back(tmp_path / "new", path)
    assert (would.slips, would.differing, would.erased) == (3, 0, 0)
    assert would.others == 8
    assert tables_of(tmp_path / "new") == tables_of(jar_home)
    assert seen(opened(tmp_path / "new").jar) == seen(service.jar)


def test_slips_of_one_day_keep_their_order(jar_home: Path, tmp_path: Path) -> None:
    service = session(jar_home)
    for n in range(100):
        service.add(NewSlip(f"slip {n}"))
    bring_back(tmp_path / "new", take(jar_home))
    found = opened(tmp_path / "new").jar.ordered
    assert [one.text for one in found] == [f"slip {n}" for n in range(100)]


def test_what_is_there_stays_and_a_second_time_changes_nothing(jar_home: Path) -> None:
    service = full_jar(jar_home)
    path = take(jar_home)
    changed = slip_id(service, "drank wäter")
    service.edit(changed, "drank two glasses")
    service.add(NewSlip("written since"))
    before = {file: file.read_bytes() for file in (jar_home / "jar").iterdir()}
    would = bring_back(jar_home, path)
    assert (would.slips, would.others, would.differing, would.changes) == (0, 0, 1, [])
    assert {file: file.read_bytes() for file in (jar_home / "jar").iterdir()} == before


def test_all_puts_back_what_differs_and_can_be_undone(jar_home: Path) -> None:
    service = full_jar(jar_home)
    path = take(jar_home)
    before = tables_of(jar_home)
    changed = slip_id(service, "drank wäter")
    service.edit(changed, "drank two glasses")
    service.cover(changed, covered=False)
    mark = service.jar.marks_of(service.jar.ordered[0])[0]
    service._repository.update("marks", mark.id, {"part": ""})
    added = service.add(NewSlip("written since"))
    later = tables_of(jar_home)
    would = bring_back(jar_home, path, everything=True)
    assert would.differing == 2
    found = tables_of(jar_home)
    assert found["slips"].pop(added.id)["text"] == "written since"
    assert found == before
    assert any(e.fields.get("text") == "drank two glasses" for e in opened(jar_home).all_entries())
    assert bring_back(jar_home, path, everything=True).changes == []
    other = session(jar_home)
    other.undo(earlier=True)
    assert tables_of(jar_home) == later


def test_what_an_opening_did_since_stays_done(jar_home: Path) -> None:
    service = session(jar_home)
    one = service.add(NewSlip("a step"))
    opening = service.openings.begin([one.id])
    path = take(jar_home)
    service._repository.update("slips", one.id, {"reached": opening.id, "nudges": ["effort-3"]})
    service._repository.update("openings", opening.id, {"ended": WRITTEN})
    assert bring_back(jar_home, path, everything=True).changes == []


def test_slips_of_a_lost_journal_come_back_as_one_change(jar_home: Path) -> None:
    full_jar(jar_home)
    path = take(jar_home)
    wanted = tables_of(jar_home)
    shutil.rmtree(jar_home / "state" / "own")
    journal(jar_home).unlink()
    would = bring_back(jar_home, path)
    assert would.slips == 3
    assert tables_of(jar_home) == wanted
    again = session(jar_home)
    assert again.undo(earlier=True).made_slips
    assert opened(jar_home).jar.slips == ()


def test_a_slip_whose_first_line_was_lost_gets_back_what_no_later_line_says(
    jar_home: Path,
) -> None:
    service = full_jar(jar_home)
    path = take(jar_home)
    hurt = slip_id(service, "drank wäter")
    service.label(hurt, small=False)
    wanted = tables_of(jar_home)
    file = journal(jar_home)
    data = file.read_bytes().replace("drank wäter".encode(), "drank wÄter".encode())
    shutil.rmtree(jar_home / "state" / "own")
    file.write_bytes(data)
    lost = tables_of(jar_home)
    assert lost["slips"][hurt]["text"] == ""
    would = bring_back(jar_home, path)
    assert (would.slips, would.others) == (1, 0)
    assert tables_of(jar_home) == wanted
    assert bring_back(jar_home, path).changes == []


def test_erased_slips_stay_erased(jar_home: Path, tmp_path: Path) -> None:
    service = full_jar(jar_home)
    path = tmp_path / "elsewhere.json"
    service.backups.write_out(path)
    service.erase(slip_id(service, "opened a window"))
    would = bring_back(jar_home, path, everything=True)
    assert (would.erased, would.slips, would.others, would.changes) == (1, 0, 0, [])
    assert b"window" not in b"".join(file.read_bytes() for file in (jar_home / "jar").iterdir())


def test_another_machine_takes_it_for_a_change_like_any_other(
    jar_home: Path, tmp_path: Path
) -> None:
    full_jar(jar_home)
    path = take(jar_home)
    there = tmp_path / "there"
    shutil.copytree(jar_home / "jar", there / "jar")
    other = session(there)
    other.edit(slip_id(other, "said no"), "said no, and slept")
    bring_back(jar_home, path, everything=True)
    for file in (there / "jar").iterdir():
        if not (jar_home / "jar" / file.name).exists():
            shutil.copy(file, jar_home / "jar")
    bring_back(jar_home, path)
    shutil.copytree(jar_home / "jar", there / "jar", dirs_exist_ok=True)
    assert tables_of(there) == tables_of(jar_home)
    assert slip_id(session(there), "said no, and slept")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "none"),
        (b"a slip\n", "none"),
        (b"[]", "none"),
        (b'{"_default": {"1": {"a": 2}}}', "none"),
        (b'{"meta": {"1": {"format": "x"}}}', "none"),
        (b'{"meta": {"1": {"format": 2}}}', "newer"),
        (b'{"meta": {"1": {"format": 1}}}', "hurt"),
        (b'{"slips":{\n"1":{"id":"a', "broken"),
    ],
)
def test_what_is_no_whole_backup_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(content)
    with pytest.raises(NoBackup) as caught:
        read_backup(path)
    assert caught.value.reason == why
    with pytest.raises(NoBackup, match="unread"):
        read_backup(tmp_path)
    with pytest.raises(NoBackup, match="unread"):
        read_backup(tmp_path / "odd\0name")


def test_every_flipped_bit_is_refused_unless_asked_for(jar_home: Path, tmp_path: Path) -> None:
    full_jar(jar_home)
    data = take(jar_home).read_bytes()
    path = tmp_path / "hurt.json"
    for at in range(0, len(data), 41):
        path.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        with pytest.raises(NoBackup):
            read_backup(path)
    path.write_bytes(data.replace(b"said no", b"said nO"))
    found = read_backup(path, even_if_hurt=True)
    assert any(fields["text"] == "said nO" for fields in found.tables["slips"].values())


def test_a_strange_backup_writes_no_line_that_cannot_be_read(
    jar_home: Path, tmp_path: Path
) -> None:
    deep: list[Any] = []
    for _ in range(70):
        deep = [deep]
    made = {"written": WRITTEN, "text": "a"}
    path = made_up(
        tmp_path / "strange.json",
        slips=[
            {"id": "deep", "odd": deep, **made},
            {"id": "", **made},
            {"id": 5, **made},
            made,
            {"id": "kept", "happened": "no day", "label": 7, "text": "\x1b[2Ja\0b", "new": [1]},
            {"id": "whole", **made},
        ],
        unheard=[{"id": "x"}],
    )
    would = bring_back(jar_home, path)
    assert {change.id for change in would.changes} == {"kept", "whole"}
    repository = opened(jar_home)
    assert not repository._reader.damage
    assert repository.jar.tables["slips"].keys() == {"kept", "whole"}
    found = repository.jar.get("kept")
    assert found is not None
    assert "\x1b" not in found.text
    assert bring_back(jar_home, path).changes == []
    assert bring_back(jar_home, path, everything=True).changes == []


def test_all_puts_back_what_was_changed_of_a_name_that_came_from_a_file(jar_home: Path) -> None:
    service = session(jar_home)
    service.people.bring_in([Member("Wren", "", "they", "", ("w:text",), "w-1", "")])
    (wren,) = everyone(service.jar)
    path = take(jar_home)
    service.people.describe(wren.id, pronouns="she")
    assert bring_back(jar_home, path).changes == []
    bring_back(jar_home, path, everything=True)
    assert everyone(session(jar_home).jar)[0].pronouns == "they"
