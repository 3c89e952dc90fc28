"""Adding bytes to the end of a journal so that they are on disk, or it is as before."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from jar_tui.store.folders import PRIVATE_FILE, sync_folder, write_all


def append(path: Path, data: bytes, at: int) -> int:
    """Write and fsync `data` behind byte `at`, the end of the file; return the new length.

    Raises `OSError`, and then the file is what it was, or is not there if it was not.
    """
    new = at == 0 and not path.exists()
    flags = os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC | (os.O_CREAT | os.O_EXCL if new else 0)
    handle = os.open(path, flags, PRIVATE_FILE)
    try:
        if os.fstat(handle).st_size != at:
            raise OSError(errno.ESTALE, "the file was changed meanwhile")
        try:
            write_all(handle, data)
            os.fsync(handle)
            if new:
                sync_folder(path.parent)
            if not _is_at(path, handle):
                raise OSError(errno.ESTALE, "the file was replaced meanwhile")
        except BaseException:
            _take_back(path, handle, at, new=new)
            raise
    finally:
        os.close(handle)
    return at + len(data)


def _take_back(path: Path, handle: int, at: int, *, new: bool) -> None:
    """Shorten the file to what was acknowledged; what fails here is cut by the next append."""
    with suppress(OSError):
        if new and _is_at(path, handle):
            path.unlink()
    with suppress(OSError):
        os.ftruncate(handle, at)


def _is_at(path: Path, handle: int) -> bool:
    """Say whether the open file is still the one of that name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
