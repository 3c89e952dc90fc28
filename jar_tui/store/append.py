"""Adding bytes to the end of a journal so that they are on disk, or it is as before."""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path

from jar_tui.store import disk


def append(path: Path, data: bytes, at: int) -> disk.Stat:
    """Write and fsync `data` behind byte `at`, the end of the file; return how it is left.

    Raises `OSError`, and then the file is what it was, or is not there if it was not.
    """
    new = at == 0 and not path.exists()
    handle = disk.open_file(path, disk.ADD | disk.NEW if new else disk.ADD)
    try:
        if disk.stat_open(handle).st_size != at:
            raise OSError(errno.ESTALE, "the file was changed meanwhile")
        try:
            disk.write_all(handle, data)
            disk.fsync(handle)
            if new:
                disk.sync_folder(path.parent)
            left = disk.stat(path)
            if not disk.same(left, disk.stat_open(handle)):
                raise OSError(errno.ESTALE, "the file was replaced meanwhile")
        except BaseException:
            _take_back(path, handle, at, new=new)
            raise
    finally:
        disk.close(handle)
    return left


def _take_back(path: Path, handle: int, at: int, *, new: bool) -> None:
    """Shorten the file to what was acknowledged; what fails here is cut by the next append."""
    with suppress(OSError):
        if new and disk.is_at(path, handle):
            disk.unlink(path)
    with suppress(OSError):
        disk.truncate(handle, at)
