"""Those that keep slips: the jar, and TinyDB as it comes, with and without its cache."""

from __future__ import annotations

import json
from pathlib import Path

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import JSONStorage

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.app import now

SLIP = "went outside for a minute and felt the sun"
TABLE = "slips"
_STEP = 37
"""How far apart the slips are that are edited one after another."""


class Ours:
    """A jar that was opened."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.kept, _ = JarService.open(home, now)
        self._turn = 0

    def insert(self) -> None:
        """Drop a slip in."""
        self.kept.add(NewSlip(SLIP))

    def edit(self) -> None:
        """Change the words of a slip, another one each time."""
        self._turn += 1
        slips = self.kept.jar.ordered
        self.kept.edit(slips[self._turn * _STEP % len(slips)].id, f"{SLIP} {self._turn:05}")


class Stock:
    """The same slips in TinyDB's own JSON file."""

    def __init__(self, path: Path, slips: int, *, cached: bool = False) -> None:
        self._storage = CachingMiddleware(JSONStorage) if cached else None  # type: ignore[no-untyped-call]
        self._table = TinyDB(path, storage=self._storage or JSONStorage).table(TABLE)
        self._slips = slips
        self._turn = 0

    def insert(self) -> None:
        """Drop a slip in."""
        moment = now()
        self._table.insert(row("a" * 26, SLIP, moment.date().isoformat(), moment.isoformat()))

    def edit(self) -> None:
        """Change the words of a slip, another one each time."""
        self._turn += 1
        key = self._turn * _STEP % self._slips + 1
        self._table.update({"text": f"{SLIP} {self._turn:05}"}, doc_ids=[key])

    def flush(self) -> None:
        """Write what only the cache has."""
        assert self._storage is not None
        self._storage.flush()  # type: ignore[no-untyped-call]


def row(key: str, text: str, happened: str, written: str) -> dict[str, str]:
    """Return a slip as a document."""
    return {
        "id": key,
        "text": text,
        "happened": happened,
        "precision": "day",
        "written": written,
    }


def as_tinydb(path: Path, home: Path) -> Path:
    """Write the slips of a jar as an unmodified TinyDB keeps them; return the file."""
    kept, _ = JarService.open(home, now)
    rows = {
        str(key): row(slip.id, slip.text, str(slip.happened), slip.written)
        for key, slip in enumerate(kept.jar.ordered, 1)
    }
    path.write_text(json.dumps({TABLE: rows}), encoding="utf-8")
    return path
