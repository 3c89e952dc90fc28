"""Erasing: what was erased goes from every file here that is ours to write."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import orjson

from jar_tui.store import backup, disk, own
from jar_tui.store.drafts import forget as forget_drafts
from jar_tui.store.folders import Folders
from jar_tui.store.gone import Gone, emptied, gathered, holds, masked, noted
from jar_tui.store.head import HEAD, head_at, head_of, journals, rewritten
from jar_tui.store.installation import is_own
from jar_tui.store.line import Key, split_at_marks
from jar_tui.store.reader import Reader
from jar_tui.store.sizes import NONE, Size, known_sizes, remember


class Erased(NamedTuple):
    """What is still to be done after something was erased here."""

    others: tuple[str, ...] = ()
    """Journals of other installations that hold it until the program opens there."""
    left: tuple[Path, ...] = ()
    """Files here that could not be written anew now; it is tried again at the next start."""


def clean(
    folders: Folders, journal: str, erased: Collection[Key], *, everywhere: bool = False
) -> Erased:
    """Write every file of ours anew that holds what was erased; call it under the lock.

    `journal` is the id of our own journals; `everywhere` takes those of others as well, which may
    lose what they write meanwhile. Raises `OSError` where the journals cannot be read.
    """
    own.settle_all(folders)
    reader = Reader(folders.jar)
    gone = gathered(list(reader.new_entries()), erased)
    ours = own.held(folders) | {journal}
    left = [folders.jar / name for name in sorted(reader.unread) if _is_of(name, ours)]
    for path in sorted(folders.aside.glob("*")):
        with _trying(path, left):
            _mask(path, gone)
    left += forget_drafts(folders, gone)
    left += backup.forget(folders, gone)
    mine, others = _apart(folders, ours, gone)
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


def _apart(folders: Folders, ours: Collection[str], gone: Gone) -> tuple[list[Path], list[str]]:
    """Return our journals and copies of them, and the names of others' that hold what is gone."""
    mine: list[Path] = []
    others: list[str] = []
    for path in journals(folders.jar):
        try:
            head = head_at(path)
            if _is_of(path.name, ours) or (head and head.journal in ours):
                mine.append(path)
            elif holds(disk.read(path), gone):
                others.append(path.name)
        except OSError:  # it may hold some of it, for all we know
            others.append(path.name)
    return mine, others


def _is_of(name: str, ours: Collection[str]) -> bool:
    """Say whether a file's name is that of a journal of ours, whatever is in it."""
    return any(is_own(name, journal) for journal in ours)


def _rewrite(folders: Folders, path: Path, gone: Gone) -> None:
    """Write a journal anew without what was erased, where it holds any."""
    second = folders.own / path.name
    source = own.settle(folders, path) if second.exists() else path
    fresh = emptied(disk.read(source), gone)
    if fresh is None:
        return
    # First it may be shorter, then it is: a cut in between leaves nothing that looks lost.
    known = known_sizes(folders).get(path.name, NONE)
    remember(folders, {path.name: known._replace(bytes=min(known.bytes, len(fresh)))})
    if second.exists():  # written there, no sync ever sees it half done
        disk.write_private(second, fresh)
        own.put_in_place(path, second)
    else:
        disk.write_private(path.resolve(), fresh)
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
