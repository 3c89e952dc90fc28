"""Erasing: what was erased goes from every file here that is ours to write."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import orjson

from jar_tui.store import backup, disk, own
from jar_tui.store.drafts import forget as forget_drafts
from jar_tui.store.folders import Folders
from jar_tui.store.gone import Gone, Key, emptied, gathered, holds, masked
from jar_tui.store.head import HEAD, head_of, rewritten
from jar_tui.store.line import split_at_marks
from jar_tui.store.reader import NAMES, Reader
from jar_tui.store.sizes import NONE, Size, known_sizes, remember


class Erased(NamedTuple):
    """What is still to be done after something was erased here."""

    others: tuple[str, ...] = ()
    """Journals of other installations that hold it until the program opens there."""
    left: tuple[Path, ...] = ()
    """Files here that could not be written anew now; it is tried again at the next start."""


def noted(folders: Folders) -> frozenset[Key]:
    """Return what was erased from every file that is ours."""
    try:
        found = orjson.loads(disk.read(folders.erased))
        return frozenset((str(table), str(record_id)) for table, record_id in found)
    except (OSError, ValueError, TypeError):
        return frozenset()


def clean(
    folders: Folders, journal: str, erased: Collection[Key], *, everywhere: bool = False
) -> Erased:
    """Write every file of ours anew that holds what was erased; call it under the lock.

    `journal` is the id of our own journals; `everywhere` takes those of others as well, which may
    lose what they write meanwhile. Raises `OSError` where the journals cannot be read.
    """
    own.settle_all(folders)
    gone = gathered(list(Reader(folders.jar).new_entries()), erased)
    left: list[Path] = []
    for path in sorted(folders.aside.glob("*")):
        with _trying(path, left):
            _mask(path, gone)
    left += forget_drafts(folders, gone)
    left += backup.forget(folders, gone.keys)
    mine, others = _apart(folders, journal, gone)
    if left:  # the journals are what tells, next time, which words are to go from these
        return Erased(tuple(others), (*left, *mine))
    for path in mine:
        with _trying(path, left):
            _rewrite(folders, path, gone)
    for name in others if everywhere else ():
        with _trying(folders.jar / name, left):
            _rewrite(folders, folders.jar / name, gone)
    if not left:
        with _trying(folders.erased, left):
            rows = sorted(noted(folders).union(erased))
            disk.write_private(folders.erased, orjson.dumps(rows))
    return Erased(() if everywhere else tuple(others), tuple(left))


def _apart(folders: Folders, journal: str, gone: Gone) -> tuple[list[Path], list[str]]:
    """Return our journals and copies of them, and the names of others' that hold what is gone."""
    ours = own.held(folders) | {journal}
    mine: list[Path] = []
    others: list[str] = []
    for path in sorted(folders.jar.glob("*.jsonl")):
        if not (path.name.startswith(NAMES) and path.is_file()):
            continue
        try:
            if _writer_of(path) in ours:
                mine.append(path)
            elif holds(disk.read(path), gone):
                others.append(path.name)
        except OSError:  # it may hold some of it, for all we know
            others.append(path.name)
    return mine, others


def _writer_of(path: Path) -> str | None:
    """Return the id of the installation that wrote a journal, or a copy of one."""
    with disk.reading(path) as file:
        head = head_of(file.read(HEAD))
    return head.journal if head else None


def _rewrite(folders: Folders, path: Path, gone: Gone) -> None:
    """Write a journal anew without what was erased, where it holds any."""
    second, path = folders.own / path.name, path.resolve()
    fresh = emptied(disk.read(second if second.exists() else path), gone)
    if fresh is None:
        return
    # First it may be shorter, then it is: a cut in between leaves nothing that looks lost.
    known = known_sizes(folders).get(path.name, NONE)
    remember(folders, {path.name: known._replace(bytes=min(known.bytes, len(fresh)))})
    # Held before it is moved: else a sync that is quicker could leave us holding an older copy.
    on_disk = partial(own.hold, folders, path) if second.exists() else id
    with disk.replacing(path, on_disk) as handle:
        disk.write_all(handle, fresh)
    remember(folders, {path.name: Size(len(fresh), rewritten(head_of(fresh[:HEAD])))})


def _mask(path: Path, gone: Gone) -> None:
    """Take what was erased out of bytes that were put aside."""
    data = disk.read(path)
    found = [masked(piece, gone) for piece in split_at_marks(data)]
    if b"".join(found) != data:
        disk.write_private(path, b"".join(found))


@contextmanager
def _trying(path: Path, left: list[Path]) -> Iterator[None]:
    """Do what can be done to a file; where the system refuses, note that it is left."""
    try:
        yield
    except OSError:
        left.append(path)
