"""How long the journals have been, so that a shortened or missing one is never taken for new."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import orjson

from jar_tui.store import disk
from jar_tui.store.folders import Folders


class Size(NamedTuple):
    """How long a journal is, and how often its owner wrote it anew to erase something."""

    bytes: int = 0
    rewritten: int = 0

    def is_less_than(self, known: Size) -> bool:
        """Say whether something is missing; what was rewritten since may be shorter."""
        return self.rewritten < known.rewritten or (
            self.rewritten == known.rewritten and self.bytes < known.bytes
        )


NONE: Final = Size()


def known_sizes(folders: Folders) -> dict[str, Size]:
    """Return how long each journal was known to be."""
    try:
        found = orjson.loads(disk.read(folders.sizes))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    read = {name: _size(value) for name, value in found.items() if name.isprintable()}
    return {name: size for name, size in read.items() if size is not None}


def remember(folders: Folders, sizes: Mapping[str, Size]) -> dict[str, Size]:
    """Note how long journals are now; return what is known of all. Raises `OSError`."""
    known = known_sizes(folders)
    sizes = {name: size for name, size in sizes.items() if name.isprintable()}
    if any(known.get(name) != size for name, size in sizes.items()):
        known |= sizes
        rows = {name: [*size] for name, size in known.items()}
        disk.write_private(folders.sizes, orjson.dumps(rows))
    return known


def missing_from(known: Mapping[str, Size], present: Mapping[str, Size]) -> list[str]:
    """Return the journals that are gone or shorter than they were known to be."""
    return [name for name, size in known.items() if present.get(name, NONE).is_less_than(size)]


def shrunken(folders: Folders, whole: Mapping[str, Size]) -> list[str]:
    """Return the journals that lost bytes since last time, once; call it under the lock.

    `whole` says how long each is in whole lines, which is what counts next time.
    """
    known = known_sizes(folders)
    present = {
        name: Size(_length(folders.jar / name), whole.get(name, NONE).rewritten) for name in known
    }
    lost = missing_from(known, present)
    grown = {
        name: known[name] if name in known and size.is_less_than(known[name]) else size
        for name, size in whole.items()
    }
    remember(folders, grown | {name: present[name] for name in lost})
    return lost


def _length(path: Path) -> int:
    try:
        return disk.stat(path).st_size
    except FileNotFoundError:
        return 0


def _size(value: object) -> Size | None:
    """Return what a note says; earlier ones were the bytes alone."""
    if type(value) is int:
        return Size(value)
    if isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value):
        return Size(*value)
    return None
