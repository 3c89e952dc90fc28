"""What bringing back a backup would change, as changes like any other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import TABLES, UNBORN, Record, Stamp
from jar_tui.store import disk
from jar_tui.store.backup_file import (
    FORMAT,
    Meta,
    NoBackup,
    looks_like_one,
    meta_of,
    sum_is_right,
)
from jar_tui.store.errors import BadLine
from jar_tui.store.fields import apply, as_fields
from jar_tui.store.line import Entry, decode, encode
from jar_tui.store.undo import PASSING
from jar_tui.store.writer import Change, kind_of

Documents = Mapping[str, Mapping[str, Any]]
"""Fields by record id."""
_ANY: Final = Stamp(1, "")
_STAY: Final[Mapping[str, frozenset[str]]] = {"slips": PASSING | {"written"}}
"""Fields that stay as they are, because what an opening did was done."""


class Backup(NamedTuple):
    """A backup as read: what it says of itself, and its records by table and id."""

    meta: Meta
    tables: Mapping[str, Documents]


@dataclass
class Would:
    """What bringing back a backup would change."""

    meta: Meta
    slips: int = 0
    """Slips that are missing and come back."""
    others: int = 0
    """Names, lines and other records that are missing and come back."""
    differing: int = 0
    """Records that are there and differ from the backup."""
    erased: int = 0
    """Slips that were erased and stay so."""
    changes: list[Change] = field(default_factory=list)

    @property
    def can_be_undone(self) -> bool:
        """Say whether `undo` takes the changes back; names and openings are never undone."""
        return any(kind_of(change.table) == "slips" for change in self.changes)


def read(path: Path, *, even_if_hurt: bool = False) -> Backup:
    """Read a backup; raises `NoBackup` where it is none, or is hurt, newer or not readable."""
    try:
        if not path.is_file():  # a pipe would never end
            raise NoBackup("unread")
        data = disk.read(path)
    except (OSError, ValueError):  # a name may hold what no name can
        raise NoBackup("unread") from None
    try:
        found = orjson.loads(data)
        meta = meta_of(found["meta"]["1"])
    except (ValueError, KeyError, TypeError, NoBackup):
        raise NoBackup("broken" if looks_like_one(data) else "none") from None
    if meta.format > FORMAT:
        raise NoBackup("newer")
    if not (even_if_hurt or sum_is_right(data)):
        raise NoBackup("hurt")
    return Backup(meta, {name: dict(_documents(found.get(name))) for name in TABLES})


def _documents(table: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the fields of every record of one table that has an id."""
    for document in table.values() if isinstance(table, dict) else ():
        if isinstance(document, dict) and isinstance(key := document.get("id"), str) and key:
            yield key, {name: value for name, value in document.items() if name != "id"}


def would_bring_back(
    backup: Backup, jar: Jar, erased: Collection[tuple[str, str]], *, everything: bool
) -> Would:
    """Return what is missing in the jar, and with `everything` also what differs there."""
    would = Would(backup.meta)
    for table, documents in backup.tables.items():
        for key, fields in documents.items():
            if (table, key) in erased or ("slips", str(fields.get("slip"))) in erased:
                would.erased += table == "slips"
                continue
            found = apply(table, None, key, fields, _ANY)
            present = jar.tables[table].get(key)
            change = Change(table, key)
            if present is None or present.stamp == UNBORN:
                change = Change(table, key, _missing(table, found, present))
            is_new = bool(change.fields)
            if present is not None and not is_new:
                change = Change(table, key, _differing(table, found, present, fields))
            if not change.fields or not _can_be_read(change):
                continue
            would.slips += is_new and table == "slips"
            would.others += is_new and table != "slips"
            would.differing += not is_new
            if is_new or everything:
                would.changes.append(change)
    return would


def _missing(table: str, found: Record, present: Record | None) -> dict[str, Any]:
    """Return the fields that bring back a record, or the part of it whose lines were lost."""
    unset = as_fields(table, TABLES[table](found.id))
    fields = {
        name: value
        for name, value in as_fields(table, found).items()
        if name not in unset or value != unset[name]
    }
    if present is None:
        return fields
    set_since = {
        name: value
        for name, value in as_fields(table, present).items()
        if name in present.extra or present.owner(name) != UNBORN
    }
    if "written" in fields:
        return fields | set_since
    return {name: value for name, value in fields.items() if name not in set_since}


def _differing(
    table: str, found: Record, present: Record, given: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the fields a backup has otherwise; an opening that was held stays as it was held."""
    if table == "openings":
        return {}
    stay = _STAY.get(table, frozenset(("written",)))
    now = as_fields(table, present)
    return {
        name: value
        for name, value in as_fields(table, found).items()
        if name in given and name not in stay and (name not in now or now[name] != value)
    }


def _can_be_read(change: Change) -> bool:
    """Say whether the line of a change would be a line: a strange backup may nest too deep."""
    entry = Entry("", 0, 0, "", change.verb, change.table, change.id, change.fields)
    try:
        return decode(encode(entry)[:-1]).fields == change.fields
    except (BadLine, TypeError):
        return False
