"""The end of a journal: its last whole line, and bytes after it that a cut left behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import Final

from jar_tui.store import disk
from jar_tui.store.errors import BadLine
from jar_tui.store.head import HEAD, head_of, version
from jar_tui.store.line import FORMAT, Entry, Piece, decode, has_lost_page, pieces

_FIRST_LOOK: Final = 1024


@dataclass(frozen=True, slots=True)
class Tail:
    """Where an append goes on from."""

    last: Entry | None = None
    end: int = 0
    """The offset after the last line that counts."""
    torn: bytes = field(default=b"", repr=False)
    """What lies behind it and was never acknowledged."""
    skipped: int = 0
    """Unreadable lines behind `last`; their numbers are not used again."""
    foreign: bool = False
    """The file is not the journal it was: gone, shortened, or (then it is `torn`) never one."""
    newer: bool = False
    """A newer program made the file; nothing else is known of it."""
    unended: bool = False
    """The last line is whole, but its newline is missing or hurt; it gets one first of all."""

    @property
    def next_n(self) -> int:
        """Return the number of the next line; 0 is the head's."""
        return self.last.n + 1 + self.skipped if self.last else 1

    @property
    def stamp(self) -> int:
        """Return the highest stamp this journal gave out."""
        return self.last.stamp if self.last else 0


def read_tail(path: Path, settled: int = 0) -> Tail:
    """Return the end of a journal, reading as little as possible; raises `OSError`.

    `settled` is how long the file is known to have been, with every byte acknowledged. A file
    that has become shorter is not this journal any more, and counts as foreign.
    """
    try:
        handle = disk.open_file(path, disk.READ)
    except FileNotFoundError:
        return Tail(foreign=settled > 0)
    try:
        stat = disk.stat_open(handle)
        if not S_ISREG(stat.st_mode) or stat.st_size == 0:
            return Tail(foreign=True)
        found = version(head_of(disk.pread(handle, HEAD, 0)))
        if found > FORMAT:
            return Tail(newer=True)
        if found < FORMAT:  # it is left as it is, and journals of today's format begin beside it
            return Tail(foreign=True)
        if stat.st_size < settled:
            return Tail(foreign=True)
        return _end_of(handle, stat.st_size, settled)
    finally:
        disk.close(handle)


def _end_of(handle: int, size: int, settled: int) -> Tail:
    """Return the end of a file of `size` bytes, looking further back until it is understood."""
    length = _FIRST_LOOK
    while True:
        start = max(0, size - length)
        data = disk.pread(handle, size - start, start)
        tail = _tail_of(data, start, settled)
        if tail is not None or start == 0:
            return tail or Tail(torn=data, foreign=True)
        length *= 16


def _tail_of(data: bytes, start: int, settled: int) -> Tail | None:
    """Return the tail as seen in the file's last bytes; None when more of it is needed."""
    last = _last_line(data)
    if last and not last.batch:  # the way of nearly every append
        return Tail(last, start + len(data))
    skip = 0 if start == 0 else data.find(b"\n") + 1
    found = list(pieces(data[skip:], start + skip))
    end = start + len(data)
    ended = data.endswith(b"\n")
    if end > settled and not ended and _is_half(found):
        end = found.pop().offset
    good = [at for at, piece in enumerate(found) if piece.entry]
    if not good:
        return None
    cut = len(found) if end <= settled else _cut_at(found, good[-1], start)
    if cut is None:
        return None
    while cut < len(found) and found[cut].offset < settled:
        cut += 1
    if cut < len(found):
        end = found[cut].offset
    torn = data[end - start :]
    before = [at for at in good if at < cut]
    if not before:
        return Tail(end=end, torn=torn) if start == 0 else None
    skipped = cut - before[-1] - 1
    return Tail(found[before[-1]].entry, end, torn, skipped, unended=not torn and not ended)


def _last_line(data: bytes) -> Entry | None:
    """Return what the last line says, where it is whole and in sight."""
    begin = data.rfind(b"\n", 0, -1) + 1
    if not begin or not data.endswith(b"\n"):
        return None
    try:
        return decode(data[begin:-1])
    except BadLine:
        return None


def _is_half(found: list[Piece]) -> bool:
    """Say whether the last bytes of a file without a newline at its end are part of a line.

    They are not when the line is whole but for its newline: its words are kept.
    """
    last = found[-1]
    if last.entry or len(found) == 1:
        return last.entry is None
    line = found[-2]
    is_its_newline = len(last.raw) == 1 and line.offset + len(line.raw) == last.offset
    return not (is_its_newline and line.entry)


def _cut_at(found: list[Piece], last: int, start: int) -> int | None:
    """Return the first piece that was never acknowledged; None when more must be read.

    Only the last append can be one. Damage without lost pages is damage to kept lines, and stays.
    """
    after = range(last + 1, len(found))
    lost_after = [at for at in after if has_lost_page(found[at].raw)]
    entry = found[last].entry
    if entry and entry.batch:
        begin = _begin_of(found, entry.batch)
        if begin is None and start:
            return None
        torn_inside = any(has_lost_page(piece.raw) for piece in found[begin or 0 : last])
        missing = sum(entry.batch) - 1 - entry.n
        if torn_inside or (missing and (lost_after or missing > len(after))):
            return begin or 0
    return lost_after[0] if lost_after else len(found)


def _begin_of(found: list[Piece], batch: tuple[int, int]) -> int | None:
    """Return where a batch begins, with its unreadable first lines; None if it is out of sight."""
    begin = next(at for at, piece in enumerate(found) if piece.entry and piece.entry.batch == batch)
    opens = found[begin].entry
    hidden = opens.n - batch[0] if opens else 0
    while hidden and begin and found[begin - 1].entry is None:
        begin, hidden = begin - 1, hidden - 1
    return None if hidden and begin == 0 else begin
