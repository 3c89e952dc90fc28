"""What the tests of the store share: slips to write, and a look at the disk with fresh eyes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from jar_tui.store.folders import Folders
from jar_tui.store.repository import Repository
from jar_tui.store.writer import Change, Writer

Clock = Callable[[], datetime]
START = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
WRITTEN = "2026-11-21T15:30:00+00:00"


class Ticking:
    """A clock that goes on by a millisecond whenever somebody looks at it."""

    def __init__(self, start: datetime = START) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


def slip(text: str, **others: Any) -> dict[str, Any]:
    """Return the fields of a line that makes a slip."""
    return {"text": text, "happened": "2026-11-21", "precision": "day", "written": WRITTEN} | others


def opened(home: Path, clock: Clock | None = None) -> Repository:
    """Return the jar at `home`, read from its files."""
    repository = Repository(Folders(home), clock or Ticking())
    repository.open()
    return repository


def words(repository: Repository) -> dict[str, str]:
    """Return the words of every slip by its id."""
    return {one.id: one.text for one in repository.jar.ordered}


def on_disk(home: Path) -> dict[str, str]:
    """Return the words of every slip as a session that starts now would see them."""
    return words(opened(home))


def drop(home: Path, rows: Mapping[str, str], clock: Clock | None = None) -> None:
    """Write slips without reading the jar, as `jar-tui add` does."""
    folders = Folders(home)
    folders.make()
    changes = [Change("slips", key, slip(text)) for key, text in rows.items()]
    Writer(folders, clock or Ticking()).append(changes)


def journal(home: Path, kind: str = "slips") -> Path:
    """Return the only journal of its kind."""
    (found,) = (home / "jar").glob(f"{kind}-*.jsonl")
    return found


def replaced(path: Path, data: bytes) -> None:
    """Put other bytes in a file's place as syncing tools do: written beside it, then moved."""
    fresh = path.with_name(".sync.tmp")
    fresh.write_bytes(data)
    fresh.replace(path)


def aside(home: Path) -> list[bytes]:
    """Return what was put aside."""
    return [path.read_bytes() for path in sorted((home / "state" / "aside").iterdir())]
