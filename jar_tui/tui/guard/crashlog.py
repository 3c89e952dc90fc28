"""A crash log that cannot hold anybody's words: types and places only."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

_LARGEST = 64 * 1024
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW


def write_crash(path: Path, error: BaseException) -> None:
    """Add one crash to the log (0600); a log that cannot be written is no second crash."""
    lines = "\n".join(describe(error))
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    try:
        fd = os.open(path, _FLAGS, 0o600)
    except OSError:
        return
    try:
        os.fchmod(fd, 0o600)
        if os.fstat(fd).st_size > _LARGEST:
            os.ftruncate(fd, 0)
        os.write(fd, f"{stamp} {lines}\n".encode("utf-8", "replace"))
    except OSError:
        pass
    finally:
        os.close(fd)


def describe(error: BaseException) -> list[str]:
    """Return the types and frames of an error and of those behind it, never a message."""
    lines: list[str] = []
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}")
        lines.extend(_frames(one.__traceback__))
        inner = getattr(one, "error", None)  # Textual's WorkerFailed carries the real one here
        waiting.append(inner if isinstance(inner, BaseException) else None)
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
    return lines


def _frames(traceback: TracebackType | None) -> Iterator[str]:
    """Yield `  folder/file.py:line function` for each frame, without the way to the folder."""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        short = "/".join(Path(code.co_filename).parts[-2:])
        yield f"  {short}:{traceback.tb_lineno} {code.co_name}"
        traceback = traceback.tb_next
