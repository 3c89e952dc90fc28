"""What was erased is in no backup, and everything else stays in each."""

from __future__ import annotations

import errno
import json
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from jar_tui.domain.jar import Jar
from jar_tui.domain.slips import NewSlip
from jar_tui.store import backup, disk, folders
from jar_tui.store.backup_file import NoBackup, verified
from jar_tui.store.folders import Folders
from jar_tui.store.gone import Gone
from jar_tui.store.line import Key
from tests.store.faults import Faults
from tests.store.jars import Ticking, opened
from tests.store.saved import DAY, full_jar, tables_of, take


def _forget(home: Path, keys: list[Key]) -> list[Path]:
    return backup.forget(Folders(home), Gone(frozenset(keys)))


def test_what_was_erased_is_in_no_backup_and_all_else_is(jar_home: Path) -> None:
    service = full_jar(jar_home)
    take(jar_home)
    service.add(NewSlip("one more"))
    take(jar_home, DAY + timedelta(days=1))
    erased = next(one for one in service.jar.ordered if one.text == "opened a window")
    wanted = tables_of(jar_home)
    assert _forget(jar_home, [("slips", erased.id)]) == []
    for path in backup.every(Folders(jar_home)):
        data = path.read_bytes()
        assert b"window" not in data
        assert b"it was cold" not in data
        meta = verified(path)
        found = json.loads(data)
        assert meta.slips == len(found["slips"])
        assert meta.records == sum(len(table) for table in found.values()) - 1
    found = {
        name: {one.pop("id"): one for one in json.loads(data)[name].values()} for name in wanted
    }
    for name in wanted:
        wanted[name] = {
            key: fields
            for key, fields in wanted[name].items()
            if erased.id not in (key, fields.get("slip"))
        }
    assert found == wanted


def test_every_record_of_a_table_can_go(jar_home: Path) -> None:
    service = full_jar(jar_home)
    path = take(jar_home)
    gone = [("slips", one.id) for one in service.jar.ordered]
    assert _forget(jar_home, gone) == []
    assert verified(path).slips == 0
    with TinyDB(path) as database:
        assert database.table("slips").all() == database.table("marks").all() == []
        assert len(database.table("parts").all()) == 2


def test_a_hurt_backup_loses_erased_words_and_stays_hurt(jar_home: Path) -> None:
    service = full_jar(jar_home)
    path = take(jar_home)
    path.write_bytes(path.read_bytes().replace(b"said no", b"said nO"))
    gone = [("slips", one.id) for one in service.jar.ordered if one.text == "opened a window"]
    assert _forget(jar_home, gone) == []
    assert b"window" not in path.read_bytes()
    assert b"said nO" in path.read_bytes()
    with pytest.raises(NoBackup):
        verified(path)


def test_a_backup_another_program_wrote_anew_is_named(jar_home: Path) -> None:
    service = full_jar(jar_home)
    path = take(jar_home)
    with TinyDB(path) as database:
        database.table("slips").insert({"id": "mine"})
    before = path.read_bytes()
    gone = [("slips", service.jar.ordered[0].id)]
    assert _forget(jar_home, gone) == [path]
    assert path.read_bytes() == before
    assert _forget(jar_home, [("slips", "another")]) == []


def test_what_cannot_be_done_is_named_and_nothing_is_by_halves(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = full_jar(jar_home)
    path = take(jar_home)
    before = path.read_bytes()
    gone = [("slips", service.jar.ordered[0].id)]
    faults = Faults(jar_home / "state" / "backups", monkeypatch)
    faults.arm("write", error=errno.ENOSPC, for_good=True)
    assert _forget(jar_home, gone) == [path]
    assert path.read_bytes() == before
    faults.disarm()
    monkeypatch.setattr(folders, "PATIENCE", 0.0)
    with Folders(jar_home).locked_backups():
        assert _forget(jar_home, gone) == [path]
    assert _forget(jar_home, gone) == []


def test_what_a_killed_run_left_goes_with_what_was_erased(jar_home: Path) -> None:
    service = full_jar(jar_home)
    stray = disk.fresh(take(jar_home).with_name("jar-2026-11-20.json"))
    stray.write_bytes(b"opened a window")
    _forget(jar_home, [("slips", service.jar.ordered[0].id)])
    assert not stray.exists()


def test_a_session_that_has_not_heard_of_an_erasing_brings_nothing_back(jar_home: Path) -> None:
    service = full_jar(jar_home)
    stale: Jar = opened(jar_home, Ticking()).jar
    erased = next(one for one in service.jar.ordered if one.text == "opened a window")
    _forget(jar_home, [("slips", erased.id)])
    path = backup.take(Folders(jar_home), stale, DAY, whole=True, seen={}).path
    assert b"window" not in path.read_bytes()
    assert b"it was cold" not in path.read_bytes()
    assert verified(path).slips == 2
