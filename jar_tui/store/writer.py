"""Appending to this installation's own journals: one change, one write, one fsync."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from jar_tui.domain.stamp import nothing
from jar_tui.store import disk, own
from jar_tui.store.append import append
from jar_tui.store.errors import NotKept, NotOpened
from jar_tui.store.folders import GLANCE, Folders
from jar_tui.store.head import jar_id
from jar_tui.store.ids import SESSION, new_id
from jar_tui.store.installation import id_file, journal_id, renew
from jar_tui.store.line import FORMAT, HIGHEST, Entry, encode
from jar_tui.store.sizes import NONE, known_sizes, remember
from jar_tui.store.tail import Tail, read_tail

Clock = Callable[[], datetime]
FILES: Final = dict.fromkeys(("parts", "openings", "choices", "nudges"), "people")
"""Tables that live in the small file of people; every other table lives with the slips."""
WRITER: Final = "jar-tui"
MANY: Final = 64
"""A batch of more lines than this is noted as kept, so that nobody need read it to be sure."""


def kind_of(table: str) -> str:
    """Return which of a journal's two files a table lives in; each numbers its own lines."""
    return FILES.get(table, "slips")


@dataclass(frozen=True, slots=True)
class Change:
    """A wish to set fields of one record."""

    table: str
    id: str
    fields: Mapping[str, Any] = field(default_factory=nothing, repr=False)
    was: int | None = None
    undoes: int | None = None
    verb: str = "put"


class _Left(NamedTuple):
    """One of our own journals as this session left it."""

    path: Path
    seen: tuple[int, ...]
    tail: Tail


class Writer:
    """Writes changes into the journals of this installation, whichever session it is."""

    def __init__(self, folders: Folders, clock: Clock) -> None:
        self.folders = folders
        self.session = new_id(SESSION)
        self.journal = ""
        """The id of the own journals, known once they were looked at."""
        self._clock = clock
        self._id_seen = (0, 0, 0)
        self._left: dict[tuple[str, str], _Left] = {}
        self._sizes = known_sizes(folders)

    def append(self, changes: Sequence[Change]) -> list[Entry]:
        """Put changes on disk as one batch, whole or not at all; raise `NotKept` otherwise."""
        kinds = {kind_of(change.table) for change in changes}
        if len(kinds) != 1:
            raise ValueError("a batch belongs to one file")
        kind = kinds.pop()
        with self._own_journal(kind) as (path, tail):
            head = [] if tail.last else [self._head()]
            entries = self._entries(changes, tail)
            data = b"".join(encode(entry) for entry in [*head, *entries])
            stat = append(path, data, at=tail.end)
            size = tail.end + len(data)
            if not head and stat.st_size == size:
                self._left[kind, self.journal] = _Left(path, _seen(stat), Tail(entries[-1], size))
            if head:
                own.hold(self.folders, path)
            if head or len(entries) > MANY:
                # The slips are on disk: a note that fails must not say otherwise.
                with suppress(OSError):
                    self._note(path.name, size)
        return entries

    def mend(self) -> None:
        """Put aside what a cut left at the end of the own journals; raises `NotKept`, `OSError`."""
        with self.folders.locked(GLANCE):
            self.journal = journal_id(self.folders)
            own.settle_all(self.folders)
            for kind in ("slips", "people"):
                self._mended(kind)

    @contextmanager
    def _own_journal(self, kind: str) -> Iterator[tuple[Path, Tail]]:
        """Hold the lock and hand out the own journal of one kind, its tail mended."""
        try:
            if not (self.folders.jar.is_dir() and self.folders.state.is_dir()):
                self.folders.make()
            with self.folders.locked():
                self.journal = self._own_id()
                path, tail = self._as_left(kind) or self._mended(kind)
                if tail.newer:
                    raise NotKept("newer")
                yield path, tail
        except NotOpened as error:
            raise NotKept("failed") from error
        except OSError as error:
            raise NotKept.because(error) from error

    def _own_id(self) -> str:
        """Return the id of the own journals, looked up anew where its file is another one."""
        try:
            stat = disk.stat(id_file(self.folders))
        except FileNotFoundError:
            return journal_id(self.folders)
        seen = (stat.st_dev, stat.st_ino, stat.st_mtime_ns)
        if not self.journal or seen != self._id_seen:
            self.journal, self._id_seen = journal_id(self.folders), seen
        return self.journal

    def _as_left(self, kind: str) -> tuple[Path, Tail] | None:
        """Return the own journal and its end where nothing touched it since; under the lock."""
        left = self._left.get((kind, self.journal))
        if left:
            with suppress(FileNotFoundError):
                if _seen(disk.stat(self._path(kind))) == left.seen:
                    return left.path, left.tail
        return None

    def _mended(self, kind: str) -> tuple[Path, Tail]:
        """Return the own journal of one kind and its end, with nothing torn; under the lock.

        It is the file by its second name, which no sync can put another in the place of.
        """
        path = own.settle(self.folders, self._path(kind))
        tail = read_tail(path, self._settled(path.name))
        if tail.foreign:  # or another session wrote it anew, to erase something
            self._sizes = known_sizes(self.folders)
            tail = read_tail(path, self._settled(path.name))
        if tail.newer:
            return path, tail
        if tail.torn:
            self.folders.put_aside(path.stem, tail.torn)
        if tail.foreign or (tail.last and tail.last.journal != self.journal):
            self.journal = renew(self.folders)
            return self._path(kind), Tail()
        if tail.torn:
            disk.cut(path, tail.end)
        if tail.unended:
            append(path, b"\n", at=tail.end)
            tail = replace(tail, end=tail.end + 1, unended=False)
        return path, tail

    def _settled(self, name: str) -> int:
        """Return how many bytes of a journal are known to have been acknowledged."""
        return self._sizes.get(name, NONE).bytes

    def _note(self, name: str, size: int) -> None:
        known = known_sizes(self.folders).get(name, NONE)
        self._sizes = remember(self.folders, {name: known._replace(bytes=size)})

    def _path(self, kind: str) -> Path:
        return self.folders.jar / f"{kind}-{self.journal}.jsonl"

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
            stamp = min(max(self._now(), stamp + 1, (change.was or 0) + 1), HIGHEST)
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
        return max(0, int(self._clock().timestamp() * 1000)) << 16


def _seen(stat: disk.Stat) -> tuple[int, ...]:
    """Return what tells whether a file is as it was; nobody can set its time of change."""
    return (stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
