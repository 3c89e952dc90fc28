"""The two folders of a jar, one that may be synced and one that may not, and their modes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from jar_tui.store import disk
from jar_tui.store.errors import NotKept, NotOpened

PATIENCE: Final = 10.0
"""Seconds to wait for another session to finish writing."""
GLANCE: Final = 2.0
"""Seconds to wait for the same before only looking."""
_PAUSE: Final = 0.003
_UNTOLD: Final = ".new"
"""How a file put aside ends until the person was told of it."""


@dataclass(frozen=True)
class Folders:
    """Where one jar lives: `home/jar` may be synced, `home/state` belongs to this machine."""

    home: Path

    @cached_property
    def jar(self) -> Path:
        """Return the folder of journals."""
        return self.home / "jar"

    @cached_property
    def state(self) -> Path:
        """Return the folder of what must not leave this machine."""
        return self.home / "state"

    @cached_property
    def lock(self) -> Path:
        """Return the file sessions of this installation take turns by."""
        return self.state / "lock"

    @cached_property
    def drafts(self) -> Path:
        """Return the folder of unfinished slips, one file a session."""
        return self.state / "drafts"

    @cached_property
    def aside(self) -> Path:
        """Return the folder of bytes that could not be read as lines."""
        return self.state / "aside"

    @cached_property
    def own(self) -> Path:
        """Return the folder of second names of our own journals."""
        return self.state / "own"

    @cached_property
    def backups(self) -> Path:
        """Return the folder of backups, one file a day."""
        return self.state / "backups"

    @cached_property
    def settings(self) -> Path:
        """Return the file of this installation's settings."""
        return self.state / "settings.json"

    @cached_property
    def latch(self) -> Path:
        """Return the file of those who go on signing after a restart, by id."""
        return self.state / "latch.json"

    @cached_property
    def sizes(self) -> Path:
        """Return the file that says how long the journals here have been."""
        return self.state / "sizes.json"

    @cached_property
    def erased(self) -> Path:
        """Return the file that says what was erased from every file here, by id."""
        return self.state / "erased.json"

    @cached_property
    def crashes(self) -> Path:
        """Return the file where a crash leaves its kind and place, and no words."""
        return self.state / "crashes.log"

    def make(self) -> None:
        """Make the folders that are missing; raise `NotOpened` where there can be no jar.

        A jar that is there is readable even where nothing can be written beside it.
        """
        try:
            for folder in (*reversed(self.home.parents), self.home, self.jar):
                _make(folder)
        except OSError as error:
            raise NotOpened from error
        with suppress(OSError):
            for folder in (self.state, self.drafts, self.aside, self.backups):
                _make(folder)

    @contextmanager
    def locked(self, patience: float | None = None) -> Iterator[None]:
        """Hold this installation's lock; raise `NotKept` when another session keeps it too long."""
        handle = _taken(self.lock, PATIENCE if patience is None else patience)
        try:
            yield
        finally:
            disk.close(handle)

    @contextmanager
    def locked_backups(self) -> Iterator[None]:
        """Hold off others who write backups, and nobody else; raise `NotKept` like `locked`."""
        if not self.backups.is_dir():
            _make(self.backups)
        handle = _taken(self.backups / "lock", PATIENCE)
        try:
            yield
        finally:
            disk.close(handle)

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Hold writers off where that can be done, so that nothing half kept is looked at."""
        with ExitStack() as held:
            with suppress(NotKept):
                held.enter_context(self.locked(GLANCE))
            yield

    def put_aside(self, name: str, raw: bytes) -> None:
        """Keep bytes that are no line in a file of their own; raises `OSError`."""
        from hashlib import blake2s  # loading it takes 2 ms, and this is hardly ever needed

        digest = blake2s(raw, digest_size=6).hexdigest()
        told = self.aside / f"{name}-{digest}.txt"
        fresh = told.with_suffix(_UNTOLD)
        if not told.exists() and not fresh.exists():
            disk.write_private(fresh, raw)

    def newly_aside(self) -> list[Path]:
        """Return the files put aside that nobody was told about, once."""
        told = []
        for fresh in sorted(self.aside.glob(f"*{_UNTOLD}")):
            with suppress(OSError):
                disk.rename(fresh, fresh.with_suffix(".txt"))
                told.append(fresh.with_suffix(".txt"))
        return told


def _make(folder: Path) -> None:
    """Make one folder that is missing, private and on disk."""
    if folder.is_dir():
        return
    disk.make_folder(folder)
    with suppress(OSError):
        disk.sync_folder(folder.parent)


def _taken(lock: Path, patience: float) -> int:
    """Return the lock file open and held, waiting for a writer that is at work."""
    deadline = time.monotonic() + patience
    while True:
        try:
            handle = disk.open_file(lock, disk.LOCK)
            if _took(handle, lock):
                return handle
            disk.close(handle)
        except OSError as error:
            raise NotKept.because(error) from error
        if time.monotonic() > deadline:
            raise NotKept("busy")
        time.sleep(_PAUSE)


def _took(handle: int, lock: Path) -> bool:
    """Take the lock at once; False where another has it, or the file is no longer the lock."""
    try:
        disk.lock(handle)
        return disk.is_at(lock, handle)
    except BlockingIOError:
        return False
    except OSError:
        disk.close(handle)
        raise
