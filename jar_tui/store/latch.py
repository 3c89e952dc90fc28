"""Who goes on signing after a restart, where that was chosen: ids and a time, and no name."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

import orjson

from jar_tui.domain.latch import OFF, Latch
from jar_tui.store import disk
from jar_tui.store.ids import RECORD, is_id


def load(path: Path, latest: datetime) -> Latch:
    """Return the latch on disk; off where it lasts beyond the `latest` it can, or is no latch."""
    try:
        found = orjson.loads(disk.read(path))
        parts, until = tuple(dict.fromkeys(found["parts"])), datetime.fromisoformat(found["until"])
        fits = until <= latest
    except (OSError, ValueError, LookupError, TypeError):  # a time without its offset, too
        return OFF
    known = bool(parts) and all(is_id(part, RECORD) for part in parts)
    return Latch(parts, until) if fits and known else OFF


def save(path: Path, latch: Latch) -> None:
    """Keep a latch on disk, or none; where the disk refuses it, the next restart is without."""
    if latch.until is not None and latch.parts:
        row = {"parts": [*latch.parts], "until": latch.until.isoformat(timespec="seconds")}
        with suppress(OSError):
            disk.write_private(path, orjson.dumps(row))
            return
    with suppress(OSError):
        disk.unlink(path)
