"""What the tests of backups share: a jar with something of everything, and its backups."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store import backup
from jar_tui.store.folders import Folders
from tests.sessions import Reader, add, session
from tests.store.jars import Ticking, opened

DAY = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


def full_jar(home: Path) -> JarService:
    """Return a jar with slips, names, marks, lines, an opening, a line and a choice."""
    service = session(home)
    wren, kit = add(service, "Wren w:", "Kit")
    both = Signature(ties=(Tie("by", wren), Tie("for", kit)))
    first = service.add(NewSlip("opened a window", signature=both))
    second = service.add(NewSlip("drank wäter"))
    third = service.add(NewSlip("said no"))
    service.label(second.id, small=True)
    service.kinds(second.id, ["rest"])
    service.write_line(first.id, "it was cold")
    service.set_aside(third.id, aside=True)
    service.cover(second.id, covered=True)
    Reader(service)
    service.people.choose("word", "part, parts")
    service.openings.add_line("It was Tuesday, and it was done.")
    return service


def take(home: Path, now: datetime = DAY, *, whole: bool = True) -> Path:
    """Take the backup of a day, of the jar as it is on disk."""
    folders = Folders(home)
    jar = opened(home).jar
    return backup.take(folders, jar, now, whole=whole, seen=backup.journals(folders)).path


def backups_of(home: Path) -> list[str]:
    """Return the names of the backups that are kept."""
    return [path.name for path in backup.every(Folders(home))]


def tables_of(home: Path) -> dict[str, dict[str, Any]]:
    """Return every record of a jar as a backup holds it."""
    from jar_tui.store.fields import as_fields

    jar = opened(home, Ticking()).jar
    return {
        name: {key: as_fields(name, record) for key, record in records.items()}
        for name, records in jar.tables.items()
    }
