"""A second name for each of our own journals, so that a sync cannot take lines from them.

A tool that keeps two folders in step may put an older copy of a journal in its owner's place. The
tools write such a copy under another name and move it there, so the bytes that were there before
live on under the name we gave them in `state/own`, and are put back.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from jar_tui.store import disk
from jar_tui.store.folders import Folders
from jar_tui.store.head import HEAD, head_of, rewritten
from jar_tui.store.line import pieces

_HALF: Final = re.compile(r"\.(slips|people)-.*\.jsonl\.\d+")
"""The name of a journal on its way to its place; see `disk.fresh`."""


def settle(folders: Folders, path: Path) -> Path:
    """See to it that one of our own journals is what we wrote; call it under the lock.

    Return the name to write it by: the second one, which no sync can put another file in the place
    of, where there can be one. What another program put in the place of the first is read as more
    lines, where it says anything new. Raises `OSError`.
    """
    second = folders.own / path.name
    if not second.exists():
        return second if path.is_file() and hold(folders, path) else path
    if path.exists() and not path.is_file():  # a folder, or a pipe that would never end
        _put_beside(path, second)
    elif not disk.same_file(path, second):
        return second if _put_back(path, second, folders) else path
    return second


def _put_beside(path: Path, second: Path) -> None:
    """Give what we wrote another name in the jar, where its own is taken."""
    beside = _beside(path, disk.read(second))
    if not beside.exists():
        disk.link(second, beside)
        disk.sync_folder(path.parent)


def hold(folders: Folders, path: Path, taken: Path | None = None) -> bool:
    """Give a journal its second name; say whether it could be given.

    Where it was `taken` under another name, that is the file that is meant, whatever is in its
    place by now.
    """
    try:
        disk.make_folder(folders.own)
        fresh = disk.fresh(folders.own / path.name)
        disk.unlink(fresh)
        disk.link(taken or path, fresh)
        disk.rename(fresh, folders.own / path.name)
        disk.unlink(fresh)  # two names of one file stay two names
        disk.sync_folder(folders.own)
    except OSError:
        return False
    return True


def settle_all(folders: Folders) -> None:
    """Settle every journal this home ever wrote, and clear what a cut left half done."""
    for folder in (folders.jar, folders.own):
        for file in filter(_HALF.fullmatch, _listed(folder)):
            disk.unlink(folder / file)
    for file in _listed(folders.own):
        with suppress(OSError):
            settle(folders, folders.jar / file)


def replaced(folders: Folders) -> list[str]:
    """Return our journals that have another file in their place, or none; what is ours is held."""
    files = _listed(folders.own)
    return [file for file in files if not disk.same_file(folders.jar / file, folders.own / file)]


def held(folders: Folders) -> set[str]:
    """Return the ids of the journals this home ever wrote."""
    return {file.removesuffix(".jsonl").partition("-")[2] for file in _listed(folders.own)}


def let_go(folders: Folders) -> None:
    """Take the second names away, for these journals are not ours any more; raises `OSError`."""
    settle_all(folders)
    for file in _listed(folders.own):
        disk.unlink(folders.own / file)


def _listed(folder: Path) -> list[str]:
    try:
        return [file.name for file in disk.files(folder)]
    except FileNotFoundError:
        return []


def _put_back(path: Path, second: Path, folders: Folders) -> bool:
    """Put what we wrote back in its place, unless what is there has all of it.

    Say whether the second name may be written by; where it may not, the first is to be.
    """
    ours, found = disk.read(second), b""
    with suppress(FileNotFoundError):
        found = disk.read(path)
    if _has_all_of(found, ours):
        return _held_where_it_has_all_of(ours, folders, path)
    is_older = ours.startswith(found) or 0 <= _age(found) < _age(ours)
    if not is_older:
        disk.rename(path, _beside(path, found))
    try:
        put_in_place(path, second)
    except OSError:  # the jar is on another disk than it was
        disk.write_private(path, ours)
        disk.unlink(second)
        return False
    return True


def put_in_place(path: Path, second: Path) -> None:
    """Have a journal be the file of its second name, whatever is there; raises `OSError`.

    Where a link leads elsewhere, that is its place.
    """
    place = path.resolve()
    fresh = disk.fresh(place)
    disk.unlink(fresh)
    disk.link(second, fresh)
    disk.rename(fresh, place)
    disk.sync_folder(place.parent)


def _held_where_it_has_all_of(ours: bytes, folders: Folders, path: Path) -> bool:
    """Make a file that came into our place ours, if it is still the one that has all we wrote.

    Say whether the second name is one of a file that has all.
    """
    taken = disk.fresh(path)
    disk.unlink(taken)
    try:
        disk.link(path, taken)
        if not _has_all_of(disk.read(taken), ours) or hold(folders, path, taken):
            return True
    except OSError:
        pass  # names cannot be given there
    finally:
        disk.unlink(taken)
    with suppress(OSError):
        disk.unlink(folders.own / path.name)  # what is there has all of it, and cannot be held
    return False


def _has_all_of(found: bytes, ours: bytes) -> bool:
    """Say whether a journal holds what we wrote, or the same lines written anew since."""
    if _age(found) > _age(ours):
        return _numbers(ours) <= _numbers(found)
    return _age(found) == _age(ours) and found.startswith(ours)


def _numbers(data: bytes) -> set[int]:
    return {piece.entry.n for piece in pieces(data) if piece.entry}


def _age(data: bytes) -> int:
    """Return how often a journal was written anew; less than never for what is no journal."""
    head = head_of(data[:HEAD])
    return rewritten(head) if head else -1


def _beside(path: Path, found: bytes) -> Path:
    """Return a name for lines that are neither ours nor known to be another's."""
    from hashlib import blake2s

    digest = blake2s(found, digest_size=6).hexdigest()
    return path.with_name(f"{path.stem}.found-{digest}.jsonl")
