"""One line of a journal: JSON with its own checksum in front."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from zlib import crc32

import orjson

from jar_tui.domain.records import NOTHING, Stamp, nothing
from jar_tui.store.errors import BadLine

FORMAT: Final = 1
"""The version of the format this program writes; a journal with a higher one is only read."""
MARK: Final = b'{"sum":"'
LOST_PAGE: Final = b"\0" * 8
"""A page the disk never wrote reads as zeros; a single flipped bit never makes eight."""
_BODY: Final = 18
"""Where the summed bytes begin: after the mark, eight hex digits, a quote and a comma."""
_NEXT_MARK: Final = re.compile(rb'(?<=.)(?=\{"sum":")', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line says: one journal changed some fields of one record at one moment."""

    journal: str
    n: int
    """The line's number in its journal, from 0 for the head."""
    stamp: int
    session: str
    verb: str
    table: str = ""
    id: str = ""
    fields: Mapping[str, Any] = field(default_factory=nothing, repr=False)
    was: int | None = None
    """The stamp of the value that was replaced, as the person who changed it saw it."""
    undoes: int | None = None
    """The number of the line (or of a batch's first line) this one takes back."""
    batch: tuple[int, int] | None = None
    """The number of a batch's first line and how many lines it has."""

    @property
    def mark(self) -> Stamp:
        """Return the stamp as records carry it."""
        return Stamp(self.stamp, self.journal)

    @property
    def change(self) -> int:
        """Return the number that names the whole change: a batch's first line, or this one."""
        return self.batch[0] if self.batch else self.n


def encode(entry: Entry) -> bytes:
    """Return the line's bytes, newline included."""
    row: dict[str, Any] = {
        "j": entry.journal,
        "n": entry.n,
        "c": f"{entry.stamp:016x}",
        "s": entry.session,
    }
    if entry.batch:
        row["b"] = "{}+{}".format(*entry.batch)
    row["k"] = entry.verb
    if entry.table:
        row |= {"t": entry.table, "id": entry.id}
    if entry.was is not None:
        row["was"] = f"{entry.was:016x}"
    if entry.undoes is not None:
        row["undoes"] = entry.undoes
    row["set"] = dict(entry.fields)
    body = orjson.dumps(row)[1:]
    return b'%s%08x",%s\n' % (MARK, crc32(body), body)


def decode(raw: bytes) -> Entry:
    """Return what a line says; raise `BadLine` when its sum or shape is wrong."""
    try:
        if raw[:8] != MARK or int(raw[8:16], 16) != crc32(raw[_BODY:]):
            raise BadLine
        row = orjson.loads(raw)
        batch = row.get("b")
        was = row.get("was")
        fields = row.get("set", NOTHING)
        if not isinstance(fields, dict):
            raise BadLine
        return Entry(
            _text(row["j"]),
            _number(row["n"]),
            int(row["c"], 16),
            _text(row["s"]),
            _text(row["k"]),
            _text(row.get("t", "")),
            _text(row.get("id", "")),
            fields,
            None if was is None else int(was, 16),
            row.get("undoes"),
            _pair(batch) if batch else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadLine from error


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise BadLine


def _number(value: object) -> int:
    if isinstance(value, int):
        return value
    raise BadLine


def _pair(batch: str) -> tuple[int, int]:
    first, count = batch.split("+")
    return int(first), int(count)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a journal: a line understood, or bytes that are not one."""

    offset: int
    raw: bytes = field(repr=False)
    entry: Entry | None


def pieces(data: bytes, offset: int = 0) -> Iterator[Piece]:
    """Yield the lines of `data`, which ends with a newline; hurt newlines are found by the mark."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        raw = data[start:end]
        try:
            yield Piece(offset + start, raw, decode(raw))
        except BadLine:
            if raw:
                yield from _split(raw, offset + start)
        start = end + 1


def _split(raw: bytes, offset: int) -> Iterator[Piece]:
    """Yield what can be read of bytes that are no single line."""
    for part in _NEXT_MARK.split(raw):
        for candidate in (part, part[:-1]):
            try:
                yield Piece(offset, candidate, decode(candidate))
                break
            except BadLine:
                continue
        else:
            yield Piece(offset, part, None)
        offset += len(part)
