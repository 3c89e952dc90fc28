"""How long the journals have been, so that a shortened or missing one is never taken for new."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import orjson

from jar_tui.store import disk
from jar_tui.store.folders import Folders


def known_sizes(folders: Folders) -> dict[str, int]:
    """Return the bytes each journal was known to have."""
    try:
        found = orjson.loads(disk.read(folders.sizes))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        name: size for name, size in found.items() if isinstance(size, int) and name.isprintable()
    }


def remember(folders: Folders, sizes: Mapping[str, int]) -> dict[str, int]:
    """Note how long journals are now; return what is known of all. Raises `OSError`."""
    known = known_sizes(folders)
    sizes = {name: size for name, size in sizes.items() if name.isprintable()}
    if any(known.get(name) != size for name, size in sizes.items()):
        known |= sizes
        disk.write_private(folders.sizes, orjson.dumps(known))
    return known


def shrunken(folders: Folders, whole: Mapping[str, int]) -> list[str]:
    """Return the journals that lost bytes since last time, once; call it under the lock.

    `whole` are the bytes each has in whole lines; they are what counts next time.
    """
    known = known_sizes(folders)
    present = {name: _length(folders.jar / name) for name in known}
    lost = [name for name, size in known.items() if present[name] < size]
    grown = {name: max(size, known.get(name, 0)) for name, size in whole.items()}
    remember(folders, grown | {name: present[name] for name in lost})
    return lost


def _length(path: Path) -> int:
    try:
        return disk.stat(path).st_size
    except FileNotFoundError:
        return 0
