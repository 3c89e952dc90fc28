"""Backups: taking one when it is time, and bringing one back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Final

from jar_tui.store import backup, restoring
from jar_tui.store.backup_file import NoBackup
from jar_tui.store.folders import Folders
from jar_tui.store.head import jar_id
from jar_tui.store.restoring import read as read_backup
from jar_tui.store.sizes import known_sizes
from jar_tui.store.writer import kind_of

if TYPE_CHECKING:
    from jar_tui.service.almanac import Almanac
    from jar_tui.store.backup import Seen, Taken
    from jar_tui.store.repository import Repository
    from jar_tui.store.restoring import Backup, Would

__all__ = ["SETTLE", "Backups", "NoBackup", "has_jar", "read_backup"]

SETTLE: Final = 5.0
"""Seconds after a jar was opened before a backup is looked for, so that starting is not slower."""


class Backups:
    """Takes and brings back backups of one jar."""

    def __init__(self, repository: Repository, almanac: Almanac) -> None:
        self._repository = repository
        self._almanac = almanac

    def take_if_due(self) -> Timer | None:
        """Take today's backup beside everything else, if there is none and something changed.

        It begins after `SETTLE`. What fails is tried again another time, and nobody is told.
        """
        folders = self._repository.folders
        try:
            seen = backup.journals(folders)
            if not backup.is_due(folders, seen, self._almanac.clock().date()):
                return None
            self._repository.refresh()
            taking = Timer(SETTLE, self._take_quietly, (seen,))
            taking.daemon = True  # leaving waits for nothing; what is half written goes next time
            taking.start()
        except (OSError, RuntimeError):  # no more threads, then
            return None
        return taking

    def take(self) -> Taken:
        """Take today's backup now; raises `NotKept`, `NotOpened`."""
        seen = backup.journals(self._repository.folders)
        self._repository.catch_up()
        return self._take(seen)

    def write_out(self, path: Path) -> None:
        """Write a backup to a file that was not there before; raises `OSError`."""
        repository = self._repository
        backup.write_out(path, repository.folders, repository.jar, self._almanac.clock())

    def is_ours(self, found: Backup) -> bool:
        """Say whether a backup is of this jar, or there is none here yet."""
        jar = self._repository.folders.jar
        return not self._repository.jar.ordered or jar_id(jar) == found.meta.jar

    def would_restore(self, found: Backup, *, everything: bool = False) -> Would:
        """Return what bringing back a backup would change.

        What is missing comes back; with `everything`, what differs is put back as it was, too.
        """
        self._repository.refresh()
        jar, erased = self._repository.jar, self._repository.erased
        return restoring.would_bring_back(found, jar, erased, everything=everything)

    def restore(self, found: Backup, *, everything: bool = False) -> Would:
        """Bring back a backup as new changes, and return what was changed; raises `NotKept`."""
        would = self.would_restore(found, everything=everything)
        for kind in ("people", "slips"):  # a slip never comes back before who is on it
            self._repository.change([one for one in would.changes if kind_of(one.table) == kind])
        return would

    def _take_quietly(self, seen: Seen) -> None:
        with suppress(Exception):
            self._take(seen)

    def _take(self, seen: Seen) -> Taken:
        repository = self._repository
        now = self._almanac.clock()
        whole = repository.is_whole
        return backup.take(repository.folders, repository.jar, now, whole=whole, seen=seen)


def has_jar(home: Path) -> bool:
    """Say whether there is a journal here, or was one; nothing is made."""
    folders = Folders(home)
    is_there = folders.jar.is_dir() and bool(backup.journals(folders))
    return is_there or folders.jar.is_symlink() or bool(known_sizes(folders))
