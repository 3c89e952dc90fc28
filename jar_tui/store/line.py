"""One line of a journal: JSON with its own checksum in front."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from sys import intern
from typing import Any, Final, Literal, NamedTuple
from zlib import crc32

import orjson

from jar_tui.domain.stamp import NOTHING, Stamp
from jar_tui.store.errors import BadLine

FORMAT: Final = 1
"""The version of the format this program writes; a journal with a higher one is only read."""
MARK: Final = b'{"sum":"'
BOM: Final = b"\xef\xbb\xbf"
"""What some editors put in front of a file; it is no part of the first line."""
Key = tuple[str, str]
"""The table and the id of a record."""
HIGHEST: Final = (1 << 64) - 1
"""The stamp that cannot be exceeded."""
_DEEPEST: Final = 60
"""How far values may nest; what nests deeper is no line, because Python could not compare it."""
_BODY: Final = 18
"""Where the summed bytes begin: after the mark, eight hex digits, a quote and a comma."""
_NEXT_MARK: Final = re.compile(rb'(?<=.)(?=\{"sum":")', re.DOTALL)


class Entry(NamedTuple):
    """What one line says: one journal changed some fields of one record at one moment."""

    journal: str
    n: int
    """The line's number in its journal, from 0 for the head."""
    stamp: int
    session: str
    verb: str
    table: str = ""
    id: str = ""
    fields: Mapping[str, Any] = NOTHING
    was: int | None = None
    """The stamp of the value that was replaced, as the person who changed it saw it."""
    undoes: int | None = None
    """The number of the line (or of a batch's first line) this one takes back."""
    batch: tuple[int, int] | None = None
    """The number of a batch's first line and how many lines it has."""

    def __repr__(self) -> str:
        """Return which line it is, without its words."""
        return f"Entry({self.journal}, {self.n}, {self.verb}, {self.table}, {self.id})"

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
        if raw[:16] != b"%s%08x" % (MARK, crc32(raw[_BODY:])):
            raise BadLine
        row = orjson.loads(raw)
        batch = row.get("b")
        was = row.get("was")
        undoes = row.get("undoes")
        fields = row.get("set", {})
        if not isinstance(fields, dict) or (_may_be_deep(raw) and _depth(fields) > _DEEPEST):
            raise BadLine
        n, session, verb = _number(row["n"]), row["s"], row["k"]
        table, record_id = row.get("t", ""), row.get("id", "")
        if not type(session) is type(verb) is type(table) is type(record_id) is str:
            raise BadLine
        return Entry(
            intern(row["j"]),
            n,
            _stamp(row["c"]),
            session,
            verb,
            table,
            record_id,
            fields,
            None if was is None else _stamp(was),
            None if undoes is None else _number(undoes),
            None if batch is None else _pair(batch, n),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadLine from error


def _number(value: object) -> int:
    if type(value) is int and value >= 0:
        return value
    raise BadLine


def _stamp(digits: str) -> int:
    stamp = int(digits, 16)
    if len(digits) != 16 or stamp < 0:
        raise BadLine
    return stamp


def _pair(batch: str, n: int) -> tuple[int, int]:
    """Return a batch's first number and its length, where the line `n` can be one of it."""
    first, count = map(int, batch.split("+"))
    if batch != f"{first}+{count}" or not 0 <= first <= n < first + count:
        raise BadLine
    return first, count


def _may_be_deep(raw: bytes) -> bool:
    return raw.count(b"[") + raw.count(b"{") > _DEEPEST


def _depth(value: object) -> int:
    """Return how far a value nests; orjson bounds it, so looking cannot fail."""
    deepest, level = 0, [value]
    while level:
        deepest += 1
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return deepest


class Piece(NamedTuple):
    """A stretch of a journal: a line understood, or bytes that are not one."""

    offset: int
    raw: bytes
    entry: Entry | None

    def __repr__(self) -> str:
        """Return where it lies, without its words."""
        return f"Piece({self.offset}, {len(self.raw)} bytes, {self.entry})"


Way = Literal["mark", "ends", "letters"]
"""What an editor did to a line: a mark in front, another line end, letters saved otherwise."""


class Altered(Piece):
    """A line that an editor saved in another way; its sum proves what it was."""


def pieces(data: bytes, offset: int = 0) -> Iterator[Piece]:
    """Yield the lines of `data`, which ends with a newline; hurt newlines are found by the mark."""
    for raw in data.split(b"\n"):
        try:
            yield Piece(offset, raw, decode(raw))
        except BadLine:
            if raw:
                altered = as_it_was(raw)
                if altered is None:
                    yield from _split(raw, offset)
                else:
                    yield Altered(offset, raw, altered)
        offset += len(raw) + 1


def split_at_marks(raw: bytes) -> list[bytes]:
    """Return bytes that are no single line, cut where lines may begin."""
    return _NEXT_MARK.split(raw)


def as_it_was(raw: bytes) -> Entry | None:
    """Return the line that an editor made these bytes of, where the line's own sum proves it."""
    plain = raw.removeprefix(BOM).removesuffix(b"\r")
    if not plain.startswith(MARK):
        return None
    for bytes_before in _before_saving(plain):
        with suppress(BadLine):
            return decode(bytes_before)
    return None


def ways(raw: bytes) -> set[Way]:
    """Return what an editor did to the bytes of an altered line."""
    found: set[Way] = set()
    if raw.startswith(BOM):
        found.add("mark")
    if raw.endswith(b"\r"):
        found.add("ends")
    try:
        decode(raw.removeprefix(BOM).removesuffix(b"\r"))
    except BadLine:
        found.add("letters")
    return found


@cache
def _windows() -> dict[int, str]:
    """Return the letters cp1252 has in the place of Latin-1's; a few bytes mean the same there."""
    pairs = ((byte, bytes([byte]).decode("cp1252", "ignore")) for byte in range(128, 160))
    return {byte: letter for byte, letter in pairs if letter}


def _before_saving(plain: bytes) -> Iterator[bytes]:
    """Yield what a line may have been before an editor took it for another encoding."""
    yield plain
    if plain.isascii():
        return
    to_windows = _windows()
    from_windows = {ord(letter): byte for byte, letter in to_windows.items()}
    yield plain.decode("latin-1").encode()
    yield plain.decode("latin-1").translate(to_windows).encode()
    with suppress(UnicodeError):
        yield plain.decode().encode("latin-1")
    with suppress(UnicodeError):
        yield plain.decode().translate(from_windows).encode("latin-1")


def _split(raw: bytes, offset: int) -> Iterator[Piece]:
    """Yield what can be read of bytes that are no single line, and what lies between."""
    for part in split_at_marks(raw):
        for end in (len(part), len(part) - 1):
            try:
                yield Piece(offset, part[:end], decode(part[:end]))
            except BadLine:
                continue
            if end < len(part):
                yield Piece(offset + end, part[end:], None)
            break
        else:
            yield Piece(offset, part, None)
        offset += len(part)


def has_lost_page(raw: bytes) -> bool:
    """Say whether part of this was never written: such pages read as zeros.

    A flipped bit can make one zero, but neither two nor one out of a line's opening brace. A zero
    all alone is a newline that did not come to the disk; its line did.
    """
    return len(raw) > 1 and (raw[:1] == b"\0" or b"\0\0" in raw)
