"""The end of a journal: its last whole line, and bytes after it that a cut left behind."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from jar_tui.store.head import HEAD, head_of, version
from jar_tui.store.line import FORMAT, LOST_PAGE, Entry, Piece, pieces

_FIRST_LOOK: Final = 8 * 1024


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
    """The file is not empty and holds no line of a journal."""
    newer: bool = False
    """A newer program made the file."""

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
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return Tail(foreign=settled > 0)
    try:
        size = os.fstat(handle).st_size
        if size == 0 or size < settled:
            return Tail(foreign=True)
        newer = version(head_of(os.pread(handle, HEAD, 0))) > FORMAT
        length = _FIRST_LOOK
        while True:
            start = max(0, size - length)
            tail = _tail_of(os.pread(handle, size - start, start), start, settled)
            if tail is not None or start == 0:
                break
            length *= 16
    finally:
        os.close(handle)
    found = tail or Tail(foreign=True)
    return Tail(found.last, found.end, found.torn, found.skipped, found.foreign, newer)


def _tail_of(data: bytes, start: int, settled: int) -> Tail | None:
    """Return the tail as seen in the file's last bytes; None when more of it is needed."""
    whole = data[: data.rfind(b"\n") + 1]
    skip = 0 if start == 0 else whole.find(b"\n") + 1
    found = list(pieces(whole[skip:], start + skip))
    good = [at for at, piece in enumerate(found) if piece.entry]
    if not good:
        return None
    all_settled = start + len(whole) <= settled
    cut = len(found) if all_settled else _cut_at(found, good[-1], start)
    if cut is None:
        return None
    before = [at for at in good if at < cut]
    if not before:
        return Tail(end=found[cut].offset, torn=data[found[cut].offset :]) if start == 0 else None
    end = found[cut].offset if cut < len(found) else start + len(whole)
    last = found[before[-1]].entry
    return Tail(last, end, data[end - start :], skipped=cut - before[-1] - 1)


def _cut_at(found: list[Piece], last: int, start: int) -> int | None:
    """Return the first piece that was never acknowledged; None when more must be read.

    Only the last append can be one. Damage without lost pages is damage to kept lines, and stays.
    """
    entry = found[last].entry
    batch = entry.batch if entry else None
    if batch is None:
        lost = (at for at in range(last + 1, len(found)) if LOST_PAGE in found[at].raw)
        return next(lost, len(found))
    members = [at for at, piece in enumerate(found) if piece.entry and piece.entry.batch == batch]
    begin = members[0]
    opens = found[begin].entry
    if opens is None or opens.n != batch[0]:
        if start:
            return None
        while begin and found[begin - 1].entry is None:
            begin -= 1
    hurt = [piece for piece in found[begin:] if piece.entry is None]
    missing = batch[1] - len(members)
    lost_pages = any(LOST_PAGE in piece.raw for piece in hurt)
    if missing == 0 or (missing == len(hurt) and not lost_pages):
        return len(found)
    return begin
