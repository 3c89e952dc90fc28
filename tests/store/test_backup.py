"""A backup is an ordinary TinyDB file, whole or not there, and holds nothing that was erased."""

from __future__ import annotations

import errno
import json
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from jar_tui.domain.slips import NewSlip
from jar_tui.service import backups
from jar_tui.store import backup, disk
from jar_tui.store.backup_file import NoBackup, glance, verified
from jar_tui.store.errors import NotKept
from jar_tui.store.folders import Folders
from jar_tui.store.head import jar_id
from tests.sessions import session
from tests.store.faults import Faults
from tests.store.jars import START, opened
from tests.store.saved import DAY, backups_of, full_jar, tables_of, take


def test_an_unmodified_tinydb_opens_it(jar_home: Path) -> None:
    full_jar(jar_home)
    path = take(jar_home)
    assert path == jar_home / "state" / "backups" / "jar-2026-11-21.json"
    with TinyDB(path, encoding="utf-8") as database:
        for name, records in tables_of(jar_home).items():
            documents = database.table(name).all()
            assert [document.doc_id for document in documents] == [*range(1, len(documents) + 1)]
            assert {one.pop("id"): dict(one) for one in documents} == records
            assert records
        (meta,) = database.table("meta").all()
    assert (meta["format"], meta["slips"]) == (1, 3)
    assert meta["taken"] == "2026-11-21T15:30:00+00:00"
    assert meta["jar"] == jar_id(jar_home / "jar")


def test_records_stand_in_the_order_they_were_made(jar_home: Path) -> None:
    service = session(jar_home)
    service.add_all([NewSlip(f"slip {n}") for n in range(450)])
    found = json.loads(take(jar_home).read_bytes())
    assert [one["text"] for one in found["slips"].values()] == [f"slip {n}" for n in range(450)]


def test_it_is_for_this_account_alone(jar_home: Path) -> None:
    full_jar(jar_home)
    path = take(jar_home)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_one_flipped_bit_anywhere_is_found(jar_home: Path) -> None:
    full_jar(jar_home)
    path = take(jar_home)
    data = path.read_bytes()
    assert verified(path) == glance(path)
    for at in range(len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :])
        with pytest.raises(NoBackup):
            verified(path)
    for end in range(0, len(data), 50):
        path.write_bytes(data[:end])
        with pytest.raises(NoBackup):
            verified(path)


# Taking one


def contents(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in backup.every(Folders(home))}


@pytest.mark.parametrize("call", ["open_file", "write", "fsync", "rename", "reading"])
def test_what_fails_leaves_every_earlier_backup_as_it_was(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    service = full_jar(jar_home)
    for days in range(10):
        take(jar_home, DAY + timedelta(days=days))
    last = DAY + timedelta(days=9)
    service.add(NewSlip("one more"))
    jar = opened(jar_home).jar
    faults = Faults(jar_home / "state" / "backups", monkeypatch)
    for now in (last, last + timedelta(days=1)):
        for after in range(30):
            before = contents(jar_home)
            faults.arm(call, error=errno.ENOSPC, after=after)
            with suppress(NotKept):
                backup.take(Folders(jar_home), jar, now, whole=True, seen={})
            faults.disarm()
            lost = before.keys() - contents(jar_home).keys()
            assert lost <= {"jar-2026-11-24.json"}  # too many, once there is one of the next day
            for path in backup.every(Folders(jar_home)):
                assert path.read_bytes() == before.get(path.name) or verified(path).slips == 4
            if not faults.happened:
                break
        assert not faults.happened
    assert not [*(jar_home / "state" / "backups").glob(".*")]


def test_what_reads_back_otherwise_does_not_count(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_jar(jar_home)
    before = take(jar_home).read_bytes()
    real = disk.write
    monkeypatch.setattr(
        disk, "write", lambda handle, data: real(handle, data.replace(b"window", b"windoW"))
    )
    with pytest.raises(NotKept):
        take(jar_home)
    monkeypatch.undo()
    assert take(jar_home).read_bytes() == before


def test_what_a_killed_run_left_goes_with_the_next(jar_home: Path) -> None:
    full_jar(jar_home)
    saved = take(jar_home).parent
    disk.fresh(saved / "jar-2026-11-20.json").write_bytes(b"half")
    take(jar_home)
    assert {path.name for path in saved.iterdir()} == {"jar-2026-11-21.json", "taken.json", "lock"}


def test_a_jar_that_is_not_whole_pushes_out_no_backup_that_is(jar_home: Path) -> None:
    full_jar(jar_home)
    for days in range(7):
        take(jar_home, DAY + timedelta(days=days))
    good = backups_of(jar_home)
    assert len(good) == 7
    for days in range(3, 20):
        take(jar_home, DAY + timedelta(days=days), whole=False)
    assert set(good) < set(backups_of(jar_home))
    hurt = [name for name in backups_of(jar_home) if "-hurt" in name]
    assert len(hurt) == 9  # seven days, the last of a week before and of November


def test_a_jar_with_fewer_records_than_its_last_backup_is_not_whole(jar_home: Path) -> None:
    """A lost journal is told once; the next day the jar looks whole and is not."""
    full_jar(jar_home)
    take(jar_home)
    for path in (jar_home / "jar").glob("people-*"):
        path.unlink()
    for path in (jar_home / "state" / "own").glob("people-*"):
        path.unlink()
    (jar_home / "state" / "sizes.json").unlink()
    assert take(jar_home, DAY + timedelta(days=1)).name == "jar-2026-11-22-hurt.json"
    assert take(jar_home, DAY).name == "jar-2026-11-21-hurt.json"
    assert "jar-2026-11-21.json" in backups_of(jar_home)


def test_one_is_due_when_something_changed_and_today_has_none(jar_home: Path) -> None:
    saved = Folders(jar_home)
    saved.make()
    today, tomorrow = DAY.date(), (DAY + timedelta(days=1)).date()
    assert not backup.is_due(saved, backup.journals(saved), today)
    service = full_jar(jar_home)
    assert backup.is_due(saved, backup.journals(saved), today)
    path = take(jar_home)
    assert not backup.is_due(saved, backup.journals(saved), today)
    assert not backup.is_due(saved, backup.journals(saved), tomorrow)
    service.add(NewSlip("one more"))
    assert not backup.is_due(saved, backup.journals(saved), today)
    assert backup.is_due(saved, backup.journals(saved), tomorrow)
    take(jar_home)
    path.unlink()
    assert backup.is_due(saved, backup.journals(saved), tomorrow)


def test_what_was_written_while_it_was_taken_makes_another_one_due(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "SETTLE", 0.0)
    full_jar(jar_home)
    service = session(jar_home)
    taking = service.backups.take_if_due()
    assert taking is not None
    assert taking.daemon
    service.add(NewSlip("meanwhile"))
    taking.join()
    (name,) = backups_of(jar_home)
    assert name == f"jar-{START:%Y-%m-%d}.json"
    tomorrow = (START + timedelta(days=1)).date()
    saved = Folders(jar_home)
    assert backup.is_due(saved, backup.journals(saved), tomorrow)
    assert session(jar_home).backups.take_if_due() is None


def test_taking_one_in_the_background_tells_nobody_of_a_full_disk(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "SETTLE", 0.0)
    full_jar(jar_home)
    service = session(jar_home)
    faults = Faults(jar_home / "state" / "backups", monkeypatch)
    faults.arm("write", error=errno.ENOSPC, for_good=True)
    taking = service.backups.take_if_due()
    assert taking is not None
    taking.join()
    assert faults.happened
    assert backups_of(jar_home) == []


def test_what_room_there_is_belongs_to_slips(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = full_jar(jar_home)
    size = sum(path.stat().st_size for path in (jar_home / "jar").iterdir())
    monkeypatch.setattr(disk, "free", lambda folder: 2 * size)
    with pytest.raises(NotKept) as refused:
        service.backups.take()
    assert refused.value.reason == "full"
    service.add(NewSlip("still kept"))
