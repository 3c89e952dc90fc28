"""The first line of a journal: which jar it belongs to and in which format it is written."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from jar_tui.store import disk
from jar_tui.store.ids import JOURNAL, new_id
from jar_tui.store.line import FORMAT, Entry, pieces

NAMES: Final = ("slips-", "people-")
"""How the names of journals begin, and those of copies a sync makes of them."""
HEAD: Final = 1024
"""Bytes that always hold a whole head line."""


def head_of(data: bytes) -> Entry | None:
    """Return the head line at the start of a journal's bytes."""
    first = next(pieces(data[: data.find(b"\n") + 1]), None)
    return first.entry if first and first.entry and first.entry.verb == "head" else None


def head_at(path: Path) -> Entry | None:
    """Return the head line of a file, where it has one; raises `OSError`."""
    with disk.reading(path) as file:
        return head_of(file.read(HEAD))


def is_journal(name: str) -> bool:
    """Say whether a file of this name is read as a journal."""
    return name.startswith(NAMES) and name.endswith(".jsonl")


def version(head: Entry | None) -> int:
    """Return the format version a head names; a journal without one counts as ours."""
    found = head.fields.get("format", FORMAT) if head else FORMAT
    return found if isinstance(found, int) else FORMAT + 1


def rewritten(head: Entry | None) -> int:
    """Return how often the owner wrote the journal anew to erase something."""
    found = head.fields.get("rewritten", 0) if head else 0
    return found if type(found) is int else 0


def journals(folder: Path) -> list[Path]:
    """Return the files of a folder that are read as journals, in the order of their names."""
    return [
        path for path in sorted(folder.glob("*.jsonl")) if is_journal(path.name) and path.is_file()
    ]


def jar_id(folder: Path) -> str:
    """Return the id of the jar in a folder, or a new one where there is none yet."""
    for path in journals(folder):
        head = None
        with suppress(OSError):
            head = head_at(path)
        if head and isinstance(head.fields.get("jar"), str):
            return str(head.fields["jar"])
    return new_id(JOURNAL)
