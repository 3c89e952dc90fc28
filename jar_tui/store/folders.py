"""The two folders of a jar, one that may be synced and one that may not, and their modes."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

from jar_tui.store.errors import NotKept, NotOpened

PRIVATE_DIR: Final = 0o700
PRIVATE_FILE: Final = 0o600
PATIENCE: Final = 10.0
"""Seconds to wait for another session to finish writing."""
_PAUSE: Final = 0.003


@dataclass(frozen=True, slots=True)
class Folders:
    """Where one jar lives: `home/jar` may be synced, `home/state` belongs to this machine."""

    home: Path

    @property
    def jar(self) -> Path:
        """Return the folder of journals."""
        return self.home / "jar"

    @property
    def state(self) -> Path:
        """Return the folder of what must not leave this machine."""
        return self.home / "state"

    @property
    def lock(self) -> Path:
        """Return the file sessions of this installation take turns by."""
        return self.state / "lock"

    @property
    def drafts(self) -> Path:
        """Return the folder of unfinished slips, one file a session."""
        return self.state / "drafts"

    @property
    def aside(self) -> Path:
        """Return the folder of bytes that could not be read as lines."""
        return self.state / "aside"

    @property
    def settings(self) -> Path:
        """Return the file of this installation's settings."""
        return self.state / "settings.json"

    @property
    def sizes(self) -> Path:
        """Return the file that says how long the journals here have been."""
        return self.state / "sizes.json"

    @property
    def crashes(self) -> Path:
        """Return the file where a crash leaves its kind and place, and no words."""
        return self.state / "crashes.log"

    def make(self) -> None:
        """Make the folders that are missing; raise `NotOpened` where that cannot be done."""
        try:
            for folder in (self.home, self.jar, self.state, self.drafts, self.aside):
                folder.mkdir(PRIVATE_DIR, parents=folder is self.home, exist_ok=True)
        except OSError as error:
            raise NotOpened from error

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold this installation's lock; raise `NotKept` when another session keeps it too long."""
        try:
            handle = os.open(self.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
        except OSError as error:
            raise NotKept.because(error) from error
        try:
            _take(handle)
            yield
        finally:
            os.close(handle)

    def put_aside(self, name: str, raw: bytes) -> Path | None:
        """Keep bytes that are no line in a file of their own; None when they already are there."""
        target = self.aside / f"{name}-{crc32(raw):08x}.txt"
        if target.exists():
            return None
        write_private(target, raw)
        return target


def _take(handle: int) -> None:
    """Take the lock, waiting for a writer that is at work."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise NotKept("busy") from None
            time.sleep(_PAUSE)
        except OSError as error:
            raise NotKept.because(error) from error
        else:
            return


def write_private(target: Path, data: bytes) -> None:
    """Replace a small file whole, on disk before this returns; raises `OSError`."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        try:
            write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def write_all(handle: int, data: bytes) -> None:
    """Write all of `data` in one call; a short write counts as a full disk."""
    if os.write(handle, data) != len(data):
        raise OSError(28, "short write")


def sync_folder(folder: Path) -> None:
    """Put a folder's list of names on disk, so that a new file survives a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
