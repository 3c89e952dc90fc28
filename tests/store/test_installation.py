"""Which journals are our own: a copy of a jar never writes into its original's."""

from __future__ import annotations

import shutil
from pathlib import Path

import orjson
import pytest

from jar_tui.store import installation
from jar_tui.store.folders import Folders
from jar_tui.store.ids import JOURNAL, RECORD, is_id, new_id
from jar_tui.store.installation import journal_id
from tests.store.jars import drop, on_disk, opened

A, B, C = "a" * 26, "b" * 26, "c" * 26


@pytest.fixture
def folders(jar_home: Path) -> Folders:
    made = Folders(jar_home)
    made.make()
    return made


def _journals(home: Path) -> set[str]:
    return {path.name for path in (home / "jar").iterdir()}


def test_an_installation_keeps_its_id(folders: Folders) -> None:
    assert len({journal_id(folders) for _ in range(3)}) == 1


def test_a_copied_home_starts_journals_of_its_own(jar_home: Path, tmp_path: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    before = _journals(jar_home)
    copy = tmp_path / "copy"
    shutil.copytree(jar_home, copy)
    drop(copy, {B: "in the copy"})
    drop(jar_home, {C: "in the original"})
    assert _journals(jar_home) == before
    assert len(_journals(copy)) == 2
    assert opened(copy).shrunken == []
    for name in _journals(copy) - before:
        shutil.copy(copy / "jar" / name, jar_home / "jar" / name)
    assert set(on_disk(jar_home)) == {A, B, C}


def test_a_restored_state_folder_is_a_copy(jar_home: Path, tmp_path: Path) -> None:
    """Same machine, same path: only the file itself is another one."""
    drop(jar_home, {A: "opened the window"})
    shutil.copytree(jar_home / "state", tmp_path / "backup")
    kept = jar_home.with_name("away")
    jar_home.rename(kept)
    shutil.copytree(kept / "jar", jar_home / "jar")
    shutil.copytree(tmp_path / "backup", jar_home / "state")
    drop(jar_home, {B: "after the restore"})
    assert len(_journals(jar_home)) == 2
    assert set(on_disk(jar_home)) == {A, B}


def test_another_machine_is_another_installation(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = journal_id(folders)
    machine = tmp_path / "machine-id"
    machine.write_text("another")
    monkeypatch.setattr(installation, "_MACHINE", machine)
    second = journal_id(folders)
    monkeypatch.setattr(installation, "_MACHINE", tmp_path / "none")
    third = journal_id(folders)
    assert len({first, second, third}) == 3
    assert journal_id(folders) == third


def test_a_moved_jar_opens_whole(jar_home: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    moved = jar_home.rename(jar_home.with_name("moved"))
    drop(moved, {B: "after the move"})
    assert set(on_disk(moved)) == {A, B}
    assert opened(moved).shrunken == []


@pytest.mark.parametrize(
    "found",
    [b"", b"{", b"[]", b"\xff", b"{}", b'{"id":5}', b'{"id":"../../x"}', b'{"id":"aaaaaaaaaa"}'],
)
def test_an_id_that_is_none_is_replaced(folders: Folders, found: bytes) -> None:
    path = folders.state / "installation.json"
    path.write_bytes(found)
    fresh = journal_id(folders)
    assert is_id(fresh, JOURNAL)
    assert fresh != "aaaaaaaaaa"
    assert journal_id(folders) == fresh


def test_a_name_that_leads_elsewhere_is_never_a_journals(folders: Folders) -> None:
    first = journal_id(folders)
    path = folders.state / "installation.json"
    row = orjson.loads(path.read_bytes())
    with path.open("r+b") as file:
        file.write(orjson.dumps({"id": f"../{first[3:]}", "place": row["place"]}))
    assert is_id(journal_id(folders), JOURNAL)


def test_the_file_names_no_machine(folders: Folders) -> None:
    journal_id(folders)
    said = (folders.state / "installation.json").read_text()
    assert str(folders.home) not in said
    try:
        assert Path("/etc/machine-id").read_text().strip() not in said
    except FileNotFoundError:
        return


def test_ids_are_safe_to_type_and_do_not_repeat() -> None:
    found = {new_id() for _ in range(2000)}
    assert len(found) == 2000
    assert all(is_id(one, RECORD) for one in found)
    assert len({letter for one in found for letter in one}) == 32
    assert not is_id("A" * RECORD, RECORD)
    assert not is_id(5, RECORD)
    assert not is_id("a", RECORD)
