"""The jar on disk as one object: the only user of TinyDB."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb.table import Document

from jar_tui.domain.jar import Jar
from jar_tui.store import own
from jar_tui.store.errors import NotKept, NotOpened, SlipGone
from jar_tui.store.fields import as_fields
from jar_tui.store.fold import Fold
from jar_tui.store.folders import GLANCE, Folders
from jar_tui.store.gone import noted
from jar_tui.store.health import Trouble, may_hide, news
from jar_tui.store.installation import is_own
from jar_tui.store.line import Entry, Key
from jar_tui.store.reader import Reader, lines_about
from jar_tui.store.sizes import shrunken
from jar_tui.store.storage import Documents
from jar_tui.store.table import JournalDB
from jar_tui.store.writer import Change, Clock, Writer

if TYPE_CHECKING:
    from jar_tui.store.erasing import Erased

Rows = Mapping[str, Mapping[str, Any]]
"""Fields by record id."""


class Repository:
    """Holds the jar folded from every journal, and keeps it equal to what is on disk."""

    def __init__(self, folders: Folders, clock: Clock) -> None:
        self.folders = folders
        self.writer = Writer(folders, clock)
        self.mine: list[Entry] = []
        """What this session wrote, oldest first."""
        self.shrunken: list[str] = []
        """Journals that are missing, unreadable or shorter than they have been here."""
        self.newer: list[str] = []
        """Journals a newer program made, which may say more than is shown."""
        self.troubles: list[Trouble] = []
        """What is wrong with files and was not told yet."""
        self.nothing_read = False
        """No slip could be read, and there may have been some."""
        self._reader = Reader(folders.jar, folders.settled)
        self._fold = Fold()
        self._noted: frozenset[Key] = frozenset()
        self._db = JournalDB(self._documents, self._document, self._append)

    @property
    def jar(self) -> Jar:
        """Return the jar as of the last change or catching up."""
        return self._fold.jar

    def open(self) -> list[Path]:
        """Read the jar; return the files that unreadable bytes were newly put aside in.

        Raises `NotOpened` where the folders cannot be made or read.
        """
        self.folders.make()
        with suppress(NotKept, OSError):
            self.writer.mend()
        self._noted = noted(self.folders)
        self._fold.erased |= self._noted  # whatever becomes of the journals, it stays erased
        self.catch_up()
        self.shrunken = sorted(self._reader.unread)
        self.newer = self._reader.newer()
        with suppress(NotKept, OSError), self.folders.locked(GLANCE):
            self._put_damage_aside()
            lost = shrunken(self.folders, self._reader.sizes())
            self.shrunken = sorted({*lost, *self.shrunken})
        self.tidy()
        aside, bare = self.folders.newly_aside(), not self.jar.ordered
        self.troubles = news(self.folders, self._reader, self.shrunken, bare=bare)
        self.nothing_read = bare and (bool(aside) or any(map(may_hide, self.troubles)))
        return aside

    def changed_elsewhere(self) -> bool:
        """Say whether another session or machine has written since the last look."""
        try:
            return self._reader.changed()
        except OSError:
            return False

    def catch_up(self) -> None:
        """Fold what is new on disk into the jar; raises `NotOpened`."""
        try:
            self._fold.take(self._reader.new_entries())
        except OSError as error:
            raise NotOpened from error

    def refresh(self) -> None:
        """Fold what is new on disk before a change that hangs on it, where that can be read."""
        with suppress(NotOpened):
            self.catch_up()

    def insert(self, table: str, rows: Rows) -> None:
        """Add records as one batch; raise `NotKept` when they did not reach the disk."""
        documents = [Document(fields, _as_key(key)) for key, fields in rows.items()]
        self._db.table(table).insert_multiple(documents)

    def update(self, table: str, record_id: str, fields: Mapping[str, Any]) -> None:
        """Set fields of one record; raise `NotKept` when that did not reach the disk."""
        self._db.table(table).update(fields, doc_ids=[_as_key(record_id)])

    def change(self, changes: Sequence[Change]) -> None:
        """Write changes of several tables of one file as one batch; raise `NotKept`."""
        if changes:
            self._append(changes)

    def take_back(self, changes: Sequence[Change]) -> None:
        """Write changes that undo others; raise `NotKept` when they did not reach the disk."""
        self.refresh()
        self._append(changes)

    def entries_about(self, record_id: str) -> list[Entry]:
        """Return the lines about one record, from every journal that can be read."""
        return lines_about(self.folders.jar, record_id)

    def all_entries(self) -> Sequence[Entry]:
        """Return every line of every journal in the order of the files; raises `NotOpened`."""
        try:
            return list(Reader(self.folders.jar, self.folders.settled).new_entries())
        except OSError as error:
            raise NotOpened from error

    @property
    def is_whole(self) -> bool:
        """Say whether every line there ever was could be read, as far as is known."""
        return not (self.shrunken or self.newer or self._reader.damage)

    @property
    def erased(self) -> frozenset[Key]:
        """Return table and id of everything that was erased, wherever that was done."""
        return frozenset(self._fold.erased)

    def erase(self, slip_id: str) -> Erased:
        """Erase a slip with all that is tied to it; raise `NotKept` when that is not on disk.

        What the erasing came to in each file is returned; the slip is gone from the jar either way.
        """
        self.refresh()
        tables = self.jar.tables
        if slip_id not in tables["slips"]:
            raise SlipGone
        tied = [
            Change(table, key, verb="erase")
            for table in ("marks", "lines")
            for key, record in tables[table].items()
            if getattr(record, "slip", "") == slip_id
        ]
        self._append([Change("slips", slip_id, verb="erase"), *tied])
        self.mine = []  # what came before is named and asked for, lest undo seem to undo this
        return self.clean()

    def tidy(self) -> None:
        """Put right what a sync did to our journals, and erase here what was erased elsewhere.

        What fails is tried again.
        """
        with suppress(NotKept, OSError):
            self.writer.mend()
        if not self._fold.erased:
            return
        held = self._fold.still_held & {self.writer.journal, *own.held(self.folders)}
        if self.writer.journal and (held or self._fold.erased - self._noted):
            self.clean(GLANCE)

    def clean(self, patience: float | None = None, *, everywhere: bool = False) -> Erased:
        """Write the files here anew without what was erased; see `erasing.clean`."""
        from jar_tui.store.erasing import Erased, clean

        journal = self.writer.journal
        try:
            with self.folders.locked(patience):
                done = clean(self.folders, journal, self._fold.erased, everywhere=everywhere)
                self._noted = noted(self.folders)
        except (NotKept, OSError):
            return Erased(left=(self.folders.jar,))
        self._fold.still_held.clear()
        self.mine = [entry for entry in self.mine if (entry.table, entry.id) not in self.erased]
        self.refresh()
        return done

    def _append(self, changes: Sequence[Change]) -> Sequence[Entry]:
        written = self.writer.append([self._seen(change) for change in changes])
        self.mine += written
        self.refresh()
        # What was written is kept, even where it cannot be read now or a sync hides it for once.
        if not all(self._fold.has(entry) for entry in written):
            self._fold.take(written)
        return written

    def _seen(self, change: Change) -> Change:
        """Return the change with the stamp of what it replaces, so that it always wins over it."""
        record = self.jar.tables[change.table].get(change.id)
        if record is None or change.was is not None:
            return change
        stamps = [record.owner(name).time for name in change.fields]
        return replace(change, was=max(stamps, default=0))

    def _documents(self) -> dict[str, Documents]:
        return {
            name: {key: as_fields(name, record) for key, record in records.items()}
            for name, records in self.jar.tables.items()
        }

    def _document(self, table: str, key: str) -> dict[str, Any] | None:
        record = self.jar.tables[table].get(key)
        return as_fields(table, record) if record else None

    def _put_damage_aside(self) -> None:
        for name, hurt in self._reader.damage.items():
            if is_own(name, self.writer.journal):
                raw = b"\n".join(piece.raw for piece in hurt)
                self.folders.put_aside(Path(name).stem, raw)


def _as_key(key: str) -> Any:
    """Return an id as TinyDB takes it: its types say int, its code takes any key."""
    return key
