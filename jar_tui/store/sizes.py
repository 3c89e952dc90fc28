"""How long the journals have been, so that a shortened or missing one is never taken for new."""

from __future__ import annotations

from collections.abc import Mapping

import orjson

from jar_tui.store.folders import Folders, write_private


def known_sizes(folders: Folders) -> dict[str, int]:
    """Return the bytes each journal was known to have."""
    try:
        found = orjson.loads(folders.sizes.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: size for name, size in found.items() if isinstance(size, int)}


def remember(folders: Folders, sizes: Mapping[str, int]) -> dict[str, int]:
    """Note how long journals are now; return what is known of all. Raises `OSError`."""
    known = known_sizes(folders)
    if any(known.get(name) != size for name, size in sizes.items()):
        known |= sizes
        write_private(folders.sizes, orjson.dumps(known))
    return known


def shrunken(folders: Folders, present: Mapping[str, int]) -> list[str]:
    """Return the journals that lost bytes since last time, once; then remember today's lengths."""
    known = known_sizes(folders)
    lost = [name for name, size in known.items() if present.get(name, 0) < size]
    remember(folders, dict.fromkeys(lost, 0) | dict(present))
    return lost
