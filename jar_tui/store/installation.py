"""Which journals are this installation's own, and whether that claim still holds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

import orjson

from jar_tui.store import disk, own
from jar_tui.store.folders import Folders
from jar_tui.store.ids import JOURNAL, is_id, new_id

_MACHINE: Final = Path("/etc/machine-id")


def id_file(folders: Folders) -> Path:
    """Return the file that holds the id."""
    return folders.state / "installation.json"


def journal_id(folders: Folders) -> str:
    """Return the id this installation's journals carry; call it under the lock.

    The id is bound to the machine, the folder's path and the file's inode. Where those differ,
    the folder is a copy, and a copy must not write into the journals of its original.
    """
    path = id_file(folders)
    known = _read(path)
    if is_id(known.get("id"), JOURNAL):
        if known.get("place") == _place(path):
            return str(known["id"])
        own.let_go(folders)
    return renew(folders)


def own_id(folders: Folders) -> str:
    """Return the id this installation's journals were last known to carry, or nothing."""
    return str(_read(id_file(folders)).get("id", ""))


def is_own(name: str, own_id: str) -> bool:
    """Say whether a file's name is that of one of our own journals."""
    return bool(own_id) and name.endswith(f"-{own_id}.jsonl")


def renew(folders: Folders) -> str:
    """Give this installation a new id, so that it starts journals of its own; under the lock."""
    path = id_file(folders)
    disk.unlink(path)
    handle = disk.open_file(path, disk.ADD | disk.NEW)
    try:
        fresh = new_id(JOURNAL)
        disk.write_all(handle, orjson.dumps({"id": fresh, "place": _place(path)}))
        disk.fsync(handle)
    finally:
        disk.close(handle)
    return fresh


def _read(path: Path) -> dict[str, Any]:
    try:
        found = orjson.loads(disk.read(path))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _place(path: Path) -> str:
    """Return a digest of where the file lies, which names no machine."""
    try:
        machine = disk.read(_MACHINE)
    except OSError:
        machine = b""
    where = f"{os.path.realpath(path)}\n{disk.stat(path).st_ino}".encode(errors="surrogateescape")
    from hashlib import blake2s  # loading it takes 2 ms, which the first frame can do without

    return blake2s(machine + where, digest_size=12).hexdigest()
