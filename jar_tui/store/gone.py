"""What was erased, and taking it out of bytes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

import orjson

from jar_tui.store import disk
from jar_tui.store.folders import Folders
from jar_tui.store.head import rewritten
from jar_tui.store.line import Entry, Key, encode, pieces

RUN: Final = 8
"""So many bytes in a row of erased words are theirs, wherever they stand."""
_WORDS: Final = ("text", "when_words", "source")
"""Fields that hold somebody's words."""
_MASK: Final = ord("-")


@dataclass(frozen=True, slots=True)
class Gone:
    """Records that were erased, with what was written under them, and the words they held."""

    keys: frozenset[Key] = frozenset()
    words: frozenset[str] = field(default=frozenset(), repr=False)

    def __contains__(self, key: Key) -> bool:
        return key in self.keys

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids alone."""
        return frozenset(record_id for _, record_id in self.keys)


def noted(folders: Folders) -> frozenset[Key]:
    """Return what was erased from every file that is ours."""
    try:
        found = orjson.loads(disk.read(folders.erased))
        return frozenset((str(table), str(record_id)) for table, record_id in found)
    except (OSError, ValueError, TypeError):
        return frozenset()


def gathered(entries: Sequence[Entry], erased: Collection[Key]) -> Gone:
    """Return what was erased, from the lines of every journal that can be read.

    With a slip go who was on it and what was written under it, whoever wrote that.
    """
    slips = {record_id for table, record_id in erased if table == "slips"}
    under = {
        (entry.table, entry.id)
        for entry in entries
        if isinstance(slip := entry.fields.get("slip"), str) and slip in slips
    }
    keys = under.union(erased)
    words = {
        text
        for entry in entries
        if (entry.table, entry.id) in keys
        for name in _WORDS
        if isinstance(text := entry.fields.get(name), str) and text
    }
    return Gone(frozenset(keys), frozenset(words))


def holds(data: bytes, gone: Gone) -> bool:
    """Say whether a journal has lines about what was erased that say anything."""
    return any(_speaks_of(piece.entry, gone) for piece in pieces(data) if piece.entry)


def _speaks_of(entry: Entry, gone: Gone) -> bool:
    return (entry.table, entry.id) in gone and (entry.verb != "erase" or bool(entry.fields))


def emptied(data: bytes, gone: Gone) -> bytes | None:
    """Return a journal's bytes with nothing left of what was erased; None where nothing was there.

    Each line about it becomes one that says it was erased, with its number, stamp and batch, so
    that whoever reads the journal still finds every number; every other line stays as it was. The
    head counts how often this was done.
    """
    kept: list[bytes] = []
    at = 0
    changed = False
    for offset, raw, entry in pieces(data):
        fresh = _emptied_line(raw, entry, gone)
        changed = changed or fresh != raw
        if entry and entry.verb == "head":
            fields = {**entry.fields, "rewritten": rewritten(entry) + 1}
            fresh = encode(entry._replace(fields=fields))[:-1]
        kept += (data[at:offset], fresh)
        at = offset + len(raw)
    return b"".join((*kept, data[at:])) if changed else None


def _emptied_line(raw: bytes, entry: Entry | None, gone: Gone) -> bytes:
    if entry is None:
        return masked(raw, gone)
    if _speaks_of(entry, gone):
        return encode(entry._replace(verb="erase", fields={}, was=None))[:-1]
    return raw


def masked(raw: bytes, gone: Gone) -> bytes:
    """Return bytes that are no line without what they may hold of erased words."""
    if any(record_id.encode() in raw for record_id in gone.ids):
        return b""
    runs: set[bytes] = set()
    for words in gone.words:
        inside = orjson.dumps(words)
        if len(inside) < RUN + 2:
            raw = raw.replace(inside, bytes([_MASK]) * len(inside))
        else:
            runs.update(inside[at : at + RUN] for at in range(1, len(inside) - RUN))
    if not runs:
        return raw
    left = bytearray(raw)
    for at in range(len(raw) - RUN + 1):
        if raw[at : at + RUN] in runs:
            left[at : at + RUN] = bytes([_MASK]) * RUN
    return bytes(left)
