"""Appending to this installation's own journals: one change, one write, one fsync."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from jar_tui.domain.records import nothing
from jar_tui.store.errors import NotKept
from jar_tui.store.folders import PRIVATE_FILE, Folders, sync_folder, write_all
from jar_tui.store.head import jar_id
from jar_tui.store.ids import SESSION, new_id
from jar_tui.store.installation import journal_id, renew
from jar_tui.store.line import FORMAT, Entry, encode
from jar_tui.store.sizes import known_sizes, remember
from jar_tui.store.tail import Tail, read_tail

Clock = Callable[[], datetime]
FILES: Final = {"parts": "people", "openings": "people"}
"""Tables that live in the small file of people; every other table lives with the slips."""
WRITER: Final = "jar-tui"
MANY: Final = 64
"""A batch of more lines than this is noted as kept, so that nobody need read it to be sure."""


@dataclass(frozen=True, slots=True)
class Change:
    """A wish to set fields of one record."""

    table: str
    id: str
    fields: Mapping[str, Any] = field(default_factory=nothing, repr=False)
    was: int | None = None
    undoes: int | None = None
    verb: str = "put"


class Writer:
    """Writes changes into the journals of this installation, whichever session it is."""

    def __init__(self, folders: Folders, clock: Clock) -> None:
        self.folders = folders
        self.session = new_id(SESSION)
        self.journal = ""
        """The id of the own journals, known once they were looked at."""
        self._clock = clock
        self._sizes = known_sizes(folders)

    def append(self, changes: Sequence[Change]) -> list[Entry]:
        """Put changes on disk as one batch, whole or not at all; raise `NotKept` otherwise."""
        kinds = {FILES.get(change.table, "slips") for change in changes}
        if len(kinds) != 1:
            raise ValueError("a batch belongs to one file")
        with self._own_journal(kinds.pop()) as (path, tail):
            head = [] if tail.last else [self._head()]
            entries = self._entries(changes, tail)
            data = b"".join(encode(entry) for entry in [*head, *entries])
            _append(path, data, at=tail.end)
            if head or len(entries) > MANY:
                self._sizes = remember(self.folders, {path.name: tail.end + len(data)})
        return entries

    def mend(self) -> list[Path]:
        """Move a torn tail of the own journals aside; return the files its bytes went to."""
        moved: list[Path] = []
        with self.folders.locked():
            self.journal = journal_id(self.folders)
            for kind in ("slips", "people"):
                path = self._path(kind)
                tail = read_tail(path, self._sizes.get(path.name, 0))
                if tail.foreign:
                    self.journal = renew(self.folders)
                elif tail.torn:
                    moved += self._cut(path, tail)
        return moved

    @contextmanager
    def _own_journal(self, kind: str) -> Iterator[tuple[Path, Tail]]:
        """Hold the lock and hand out the own journal of one kind, its tail mended."""
        try:
            with self.folders.locked():
                self.journal = journal_id(self.folders)
                path = self._path(kind)
                tail = read_tail(path, self._sizes.get(path.name, 0))
                if tail.newer:
                    raise NotKept("newer")
                if tail.foreign:
                    self.journal = renew(self.folders)
                    path, tail = self._path(kind), Tail()
                if tail.torn:
                    self._cut(path, tail)
                yield path, tail
        except OSError as error:
            raise NotKept.because(error) from error

    def _path(self, kind: str) -> Path:
        return self.folders.jar / f"{kind}-{self.journal}.jsonl"

    def _cut(self, path: Path, tail: Tail) -> list[Path]:
        """Keep the torn bytes in a file of their own, then shorten the journal by them."""
        kept = self.folders.put_aside(path.stem, tail.torn)
        os.truncate(path, tail.end)
        return [kept] if kept else []

    def _head(self) -> Entry:
        fields = {"jar": jar_id(self.folders.jar), "format": FORMAT, "writer": WRITER}
        return Entry(self.journal, 0, self._now(), self.session, "head", fields=fields)

    def _entries(self, changes: Sequence[Change], tail: Tail) -> list[Entry]:
        """Number and stamp the changes, each stamp above all that its writer has seen."""
        first = tail.next_n
        batch = (first, len(changes)) if len(changes) > 1 else None
        stamp = tail.stamp
        entries = []
        for n, change in enumerate(changes, first):
            stamp = max(self._now(), stamp + 1, (change.was or 0) + 1)
            entries.append(
                Entry(
                    self.journal,
                    n,
                    stamp,
                    self.session,
                    change.verb,
                    change.table,
                    change.id,
                    change.fields,
                    change.was,
                    change.undoes,
                    batch,
                )
            )
        return entries

    def _now(self) -> int:
        return int(self._clock().timestamp() * 1000) << 16


def _append(path: Path, data: bytes, at: int) -> None:
    """Write at the end and fsync; on failure the file is shortened to what it was."""
    new = not path.exists()
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        try:
            write_all(handle, data)
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, at)
            raise
    finally:
        os.close(handle)
    if new:
        sync_folder(path.parent)
