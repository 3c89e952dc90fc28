"""Every call the store makes to the disk, one function each, so that a test can fail any of them.

The rest of the store reaches files through this module alone, by its name: `disk.write(...)`.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

PRIVATE_DIR: Final = 0o700
PRIVATE_FILE: Final = 0o600
READ: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
LOCK: Final = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
HOLD: Final = os.O_RDWR | os.O_CLOEXEC
ADD: Final = os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC
NEW: Final = os.O_CREAT | os.O_EXCL
FRESH: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
Stat = os.stat_result
same = os.path.samestat
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


# The calls themselves. Each raises `OSError`.


def open_file(path: Path, flags: int) -> int:
    """Open a file, private from the moment it is made; return its handle."""
    return os.open(path, flags, PRIVATE_FILE)


def close(handle: int) -> None:
    """Close a handle; the lock it holds is let go."""
    os.close(handle)


def write(handle: int, data: bytes) -> int:
    """Write what fits; return how many bytes that were."""
    return os.write(handle, data)


def fsync(handle: int) -> None:
    """Return once the file, or the folder, is on the disk."""
    os.fsync(handle)


def truncate(handle: int, size: int) -> None:
    """Cut an open file to `size` bytes."""
    os.ftruncate(handle, size)


def rename(old: Path, new: Path) -> None:
    """Put a file in the place of another, whole."""
    os.replace(old, new)


def link(old: Path, new: Path) -> None:
    """Give a file a second name; of a symbolic link, the file it leads to."""
    os.link(os.path.realpath(old), new)


def unlink(path: Path) -> None:
    """Take a name away, where there is one."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def make_folder(path: Path) -> None:
    """Make a private folder where there is none."""
    path.mkdir(PRIVATE_DIR, exist_ok=True)


def pread(handle: int, size: int, offset: int) -> bytes:
    """Read up to `size` bytes from `offset` on."""
    return os.pread(handle, size, offset)


def reading(path: Path) -> BinaryIO:
    """Open a file to be read from its start."""
    return path.open("rb")


def read(path: Path) -> bytes:
    """Return a whole file."""
    return path.read_bytes()


def stat(path: Path) -> os.stat_result:
    """Return what is known of a file by its name."""
    return os.stat(path)


def stat_open(handle: int) -> os.stat_result:
    """Return what is known of an open file."""
    return os.fstat(handle)


def may_write(path: Path) -> bool:
    """Say whether the system would let this be written."""
    return os.access(path, os.W_OK)


def is_mine(stat: os.stat_result) -> bool:
    """Say whether a file belongs to whoever runs this."""
    return stat.st_uid == os.geteuid()


def free(folder: Path) -> int:
    """Return how many bytes still fit on the disk of a folder."""
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize


def files(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield what a folder holds, in no order."""
    with os.scandir(folder) as listing:
        yield from listing


def lock(handle: int) -> None:
    """Take the lock of an open file at once; raise `BlockingIOError` where another has it."""
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


# What is made of them.


def write_all(handle: int, data: bytes) -> None:
    """Write all of `data` in one call; a short write counts as a full disk."""
    if write(handle, data) != len(data):
        raise OSError(errno.ENOSPC, "short write")


def sync_folder(folder: Path) -> None:
    """Put a folder's list of names on disk, so that a new file survives a power cut."""
    handle = open_file(folder, _FOLDER)
    try:
        fsync(handle)
    finally:
        close(handle)


def write_private(target: Path, data: bytes) -> None:
    """Replace a small file whole, on disk before this returns; raises `OSError`."""
    with replacing(target) as handle:
        write_all(handle, data)


@contextmanager
def replacing(
    target: Path, on_disk: Callable[[Path], object] = lambda written: None
) -> Iterator[int]:
    """Hand out a new file to write; at the end it takes the place of `target`, on disk.

    `on_disk` is handed its name when all of it is on disk, before it is moved. Where anything
    fails, `target` is what it was. Raises `OSError`.
    """
    written = fresh(target)
    handle = open_file(written, FRESH)
    try:
        try:
            yield handle
            fsync(handle)
        finally:
            close(handle)
        on_disk(written)
        rename(written, target)
    except BaseException:
        with suppress(OSError):
            unlink(written)
        raise
    sync_folder(target.parent)


def fresh(target: Path) -> Path:
    """Return the name a file is written under before it takes the place of `target`."""
    return target.with_name(f".{target.name}.{os.getpid()}")


def cut(path: Path, size: int) -> None:
    """Cut a file to `size` bytes, on disk before this returns; raises `OSError`."""
    handle = open_file(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        truncate(handle, size)
        fsync(handle)
    finally:
        close(handle)


def is_at(path: Path, handle: int) -> bool:
    """Say whether the open file is still the one of that name; raises `OSError`."""
    try:
        return same(stat(path), stat_open(handle))
    except FileNotFoundError:
        return False


def same_file(one: Path, other: Path) -> bool:
    """Say whether two names are names of one file; raises `OSError`."""
    try:
        return same(stat(one), stat(other))
    except FileNotFoundError:
        return False
