"""Backups of this installation: when one is due, taking it, and taking out what was erased."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Final, NamedTuple

import orjson

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import TABLES, Record
from jar_tui.store import disk
from jar_tui.store.backup_file import (
    START,
    Meta,
    NoBackup,
    documents,
    glance,
    replace,
    verified,
    write_new,
)
from jar_tui.store.errors import NotKept
from jar_tui.store.fields import as_fields
from jar_tui.store.folders import Folders
from jar_tui.store.gone import Gone, masked
from jar_tui.store.head import jar_id
from jar_tui.store.line import Key
from jar_tui.store.rotation import day_of, is_hurt, name_for, too_many

NOTE: Final = "taken.json"
ROOM: Final = 3
"""A backup is taken only where so many times the bytes of the journals would still fit."""
Seen = Mapping[str, list[int]]
"""What tells whether a journal has changed, by its name."""


class _Noted(NamedTuple):
    """What is known of the last backup, so that nothing is read to see that nothing changed.

    `without` is noted before backups are cleaned, so that the backup of a session that has not
    heard of it holds none of it; `state/erased.json` is noted last, when all is done.
    """

    name: str = ""
    journals: Seen | None = None
    without: frozenset[Key] = frozenset()
    """What was erased."""


class Taken(NamedTuple):
    """A backup that was written and read again."""

    path: Path
    slips: int
    hurt: bool
    """Part of the jar could not be read, so it stands beside the earlier ones."""


def every(folders: Folders) -> list[Path]:
    """Return the backups kept here, oldest first."""
    files = (path for path in folders.backups.glob("jar-*.json") if path.is_file())
    found = {path: day_of(path) or date.min for path in files}
    dated = (path for path, day in found.items() if day > date.min)
    return sorted(dated, key=lambda path: (found[path], path.name))


def journals(folders: Folders) -> Seen:
    """Return what tells whether the journals have changed; raises `OSError`."""
    seen: dict[str, list[int]] = {}
    for file in disk.files(folders.jar):
        if file.name.endswith(".jsonl"):
            with suppress(OSError):
                stat = file.stat()
                seen[file.name] = [stat.st_ino, stat.st_size, stat.st_mtime_ns]
    return seen


def is_due(folders: Folders, present: Seen, day: date) -> bool:
    """Say whether a day has no backup yet and the journals changed since the last one."""
    if not present or any(day_of(path) == day for path in every(folders)):
        return False
    noted = _noted(folders)
    return noted.journals != present or not (folders.backups / noted.name).is_file()


def take(folders: Folders, jar: Jar, now: datetime, *, whole: bool, seen: Seen) -> Taken:
    """Write today's backup, read it again, and let go of those there are too many of.

    `seen` are the journals the jar holds all of. The backup of a jar that is not `whole` has a
    name of its own, and pushes out none that is. Raises `NotKept`.
    """
    try:
        with folders.locked_backups():
            _clear(folders)
            if disk.free(folders.backups) < ROOM * sum(size for _, size, _ in seen.values()):
                raise NotKept("full")  # what room there is belongs to slips
            noted = _noted(folders)
            tables, meta = _content(folders, jar, now, noted.without)
            whole = whole and meta.records >= _known_records(folders, meta.jar)
            path = folders.backups / name_for(now.date(), hurt=not whole)
            replace(path, tables, meta)
            with suppress(OSError):  # the backup is there, whatever becomes of these
                _note(folders, noted._replace(name=path.name, journals=seen))
                for old in too_many(every(folders), hurt=not whole):
                    disk.unlink(old)
            return Taken(path, meta.slips, hurt=not whole)
    except OSError as error:
        raise NotKept.because(error) from error


def write_out(path: Path, folders: Folders, jar: Jar, now: datetime) -> None:
    """Write a backup to a file that was not there before; raises `OSError`."""
    write_new(path, *_content(folders, jar, now, _noted(folders).without))


def forget(folders: Folders, gone: Gone) -> list[Path]:
    """Write every backup anew without what was erased; return what could not be.

    What was written under an erased slip goes with it.
    """
    if not gone.keys or not folders.backups.is_dir():
        return []
    left: list[Path] = []
    try:
        with folders.locked_backups():
            known = _noted(folders)
            if not known.without.issuperset(gone.keys):
                _note(folders, known._replace(without=known.without.union(gone.keys)))
            _clear(folders)
            for path in _files(folders):
                try:
                    if not _forgot(path, gone):
                        left.append(path)
                except OSError:
                    left.append(path)
    except (OSError, NotKept):
        return every(folders) or [folders.backups]
    return left


def _files(folders: Folders) -> list[Path]:
    """Return every file that may be a backup, whatever it is called."""
    named = (path for path in sorted(folders.backups.glob("*.json")) if path.name != NOTE)
    return [path for path in named if path.is_file()]


def _forgot(path: Path, gone: Gone) -> bool:
    """Take erased records out of one backup; False where its lines are not as we write them."""
    data = disk.read(path)
    ids = {orjson.dumps(record_id) for record_id in gone.ids}
    if any(one in data for one in ids) and not data.startswith(START):
        return False
    marks = [b'"%s":%s' % (name, one) for one in ids for name in (b"id", b"slip")]
    lines = data.split(b"\n")
    kept = [line for line in lines if not any(mark in line for mark in marks)]
    try:
        meta = verified(path)
    except NoBackup:  # it stays as hurt as it was, without the words, whose id may be hurt, too
        words_alone = Gone(words=gone.words)
        left = b"\n".join(masked(line, words_alone) for line in kept)
        if left != data:
            disk.write_private(path, left)
        return True
    if len(kept) < len(lines):
        tables = documents(kept)
        records = sum(map(len, tables.values()))
        replace(path, tables, meta._replace(slips=len(tables["slips"]), records=records))
    return True


def _content(
    folders: Folders, jar: Jar, now: datetime, without: Collection[Key]
) -> tuple[dict[str, Iterable[bytes]], Meta]:
    """Return every document by table, oldest first, and what the backup says of itself."""
    records = {name: _left(jar, name, without) for name in TABLES}
    taken = now.isoformat(timespec="seconds")
    count = sum(map(len, records.values()))
    meta = Meta(jar_id(folders.jar)[:64], taken, len(records["slips"]), count)
    return {name: _encoded(name, some) for name, some in records.items()}, meta


def _left(jar: Jar, table: str, without: Collection[Key]) -> list[Record]:
    """Return the records of a table that were not erased, nor written under what was."""
    records = list(jar.tables[table].values())
    if without:
        records = [
            record
            for record in records
            if (table, record.id) not in without
            and ("slips", getattr(record, "slip", "")) not in without
        ]
    return sorted(records, key=lambda record: record.stamp)


def _encoded(table: str, records: Iterable[Record]) -> Iterator[bytes]:
    for record in records:
        yield orjson.dumps({"id": record.id} | as_fields(table, record) | {"id": record.id})


def _known_records(folders: Folders, jar: str) -> int:
    """Return how many records the newest backup of a whole jar has: no jar ever has fewer."""
    for path in reversed([path for path in every(folders) if not is_hurt(path)]):
        with suppress(OSError, NoBackup):
            meta = glance(path)
            return meta.records if meta.jar == jar else 0
    return 0


def _clear(folders: Folders) -> None:
    """Take away what a backup that never came to its end has left; raises `OSError`."""
    for path in folders.backups.glob(".*"):
        disk.unlink(path)


def _note(folders: Folders, noted: _Noted) -> None:
    row = {"name": noted.name, "journals": noted.journals, "without": sorted(noted.without)}
    disk.write_private(folders.backups / NOTE, orjson.dumps(row))


def _noted(folders: Folders) -> _Noted:
    try:
        found = orjson.loads(disk.read(folders.backups / NOTE))
        without = frozenset((str(table), str(key)) for table, key in found["without"])
        return _Noted(str(found["name"]), found["journals"], without)
    except (OSError, ValueError, TypeError, KeyError):
        return _Noted()
