"""Reading every journal in the folder, once whole and then only what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import Final

from jar_tui.store import disk
from jar_tui.store.head import HEAD, NAMES, head_of, journals, rewritten, version
from jar_tui.store.line import FORMAT, Altered, Entry, Piece, Way, has_lost_page, pieces, ways
from jar_tui.store.schema import Step, of_today, steps
from jar_tui.store.sizes import Size

_CHUNK: Final = 1 << 20
Seen = tuple[int, int, int]
"""Inode, size and time of change of a file, in that order."""


@dataclass(slots=True)
class _Place:
    """How far one file has been read."""

    seen: Seen = (0, 0, 0)
    offset: int = 0
    held: list[Entry] = field(default_factory=list)
    """Lines of a batch whose end has not arrived."""
    rotten: int = 0
    """Unreadable stretches after the last of `held`, leaving out pages that were never written."""
    hurt: bool = False
    """The file held something unreadable, so a change of it is read from its start."""
    rewritten: int = 0
    """How often its owner wrote the file anew to erase something."""
    newer: bool = False
    """A newer program made the file; what cannot be read in it is no damage."""
    steps: tuple[Step, ...] = ()
    """What makes the lines of an older format lines of today's."""
    known: bool = False
    """Something in the file was a line."""


class Reader:
    """Follows the journals of a folder; lines met twice are harmless because merging is."""

    def __init__(
        self,
        folder: Path,
        turn: Callable[[], AbstractContextManager[None]] = nullcontext,
        *,
        names: tuple[str, ...] = NAMES,
    ) -> None:
        """Follow `folder`; `turn` holds off writers, so that only what they kept is read.

        Only files that start with one of `names` are read.
        """
        self._folder = folder
        self._names = names
        self._turn = turn
        self._places: dict[str, _Place] = {}
        self.damage: dict[str, list[Piece]] = {}
        """Unreadable stretches by file name, as far as read."""
        self.altered: dict[str, set[Way]] = {}
        """What editors did to files whose lines could be read all the same."""
        self.unread: set[str] = set()
        """Files the system did not let us read."""
        """The id the journals' heads carry, once one was read."""

    def changed(self) -> bool:
        """Say whether any file differs from what was read; costs one stat a file."""
        present = self._signatures()
        return present.keys() != self._places.keys() or any(
            self._places[name].seen != seen for name, seen in present.items()
        )

    def new_entries(self) -> Iterator[Entry]:
        """Yield the lines nobody has read yet; raises `OSError`."""
        with self._turn():
            present = self._signatures()
        for name in self._places.keys() - present.keys():
            del self._places[name]
            self._begin(name)
        for name in sorted(present):
            place = self._places.setdefault(name, _Place())
            if place.seen != present[name]:
                try:
                    yield from self._read(name, place, present[name])
                    self.unread.discard(name)
                except OSError:
                    self.unread.add(name)

    def sizes(self) -> dict[str, Size]:
        """Return how long every file is in whole lines, as last read."""
        return {name: Size(place.offset, place.rewritten) for name, place in self._places.items()}

    def empty(self) -> list[str]:
        """Return the files that hold nothing."""
        return [name for name, place in self._places.items() if place.seen[0] and not place.seen[1]]

    def unknown(self) -> list[str]:
        """Return the files that hold something, and not one line so far."""
        return [name for name, place in self._places.items() if place.seen[1] and not place.known]

    def unended(self) -> list[str]:
        """Return the files that end in the middle of a line."""
        return [name for name, place in self._places.items() if place.offset < place.seen[1]]

    def newer(self) -> list[str]:
        """Return the files a newer program made."""
        return sorted(name for name, place in self._places.items() if place.newer)

    def _signatures(self) -> dict[str, Seen]:
        found: dict[str, Seen] = {}
        for file in disk.files(self._folder):
            if file.name.startswith(self._names) and file.name.endswith(".jsonl"):
                try:
                    stat = file.stat()
                except FileNotFoundError:
                    continue
                except OSError:
                    self.unread.add(file.name)
                    continue
                if S_ISREG(stat.st_mode):
                    found[file.name] = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
        return found

    def _read(self, name: str, place: _Place, seen: Seen) -> Iterator[Entry]:
        if place.hurt or seen[0] != place.seen[0] or seen[1] < place.offset:
            place.offset, place.held, place.rotten, place.hurt = 0, [], 0, False
        if place.offset == 0:
            self._begin(name)
        with disk.reading(self._folder / name) as file:
            file.seek(place.offset)
            rest = b""
            left = seen[1] - place.offset
            while chunk := file.read(min(_CHUNK, left)):
                left -= len(chunk)
                data = rest + chunk
                end = data.rfind(b"\n") + 1
                for piece in pieces(data[:end], place.offset):
                    entry = piece.entry
                    plain = not place.held and not place.steps and type(piece) is Piece
                    if plain and entry and entry.verb == "put" and not entry.batch:
                        place.known = True
                        yield entry  # the way of nearly every line
                    else:
                        yield from self._take(name, place, piece)
                place.offset += end
                rest = data[end:]
        place.seen = seen

    def _take(self, name: str, place: _Place, piece: Piece) -> Iterator[Entry]:
        """Yield what one line completes: itself, or the batch it is the end of."""
        entry = piece.entry
        if entry is None:
            self._note(name, place, piece)
            if place.held and place.rotten >= _missing(place.held):
                yield from _released(place)
            return
        place.known = True
        if type(piece) is Altered:
            self.altered.setdefault(name, set()).update(ways(piece.raw))
        entry = of_today(entry, place.steps)
        if place.held and entry.batch != place.held[0].batch:
            yield from _released(place)
        if entry.verb == "head":
            place.newer = version(entry) > FORMAT
            place.rewritten = rewritten(entry)
            place.steps = steps(version(entry))
        elif entry.batch and entry.n < sum(entry.batch) - 1:
            place.held.append(entry)
            place.rotten = 0
        else:
            yield from _released(place)
            yield entry

    def _begin(self, name: str) -> None:
        """Forget what was found in a file: it is read from its start, or gone."""
        self.damage.pop(name, None)
        self.altered.pop(name, None)

    def _note(self, name: str, place: _Place, piece: Piece) -> None:
        """Note bytes that are no line."""
        place.hurt = True
        place.rotten += not has_lost_page(piece.raw)
        if not place.newer:
            self.damage.setdefault(name, []).append(piece)


def _released(place: _Place) -> list[Entry]:
    """Return the lines held back, which are held no longer."""
    held, place.held, place.rotten = place.held, [], 0
    return held


def _missing(held: list[Entry]) -> int:
    """Return how many lines of a batch come after those held."""
    return sum(held[0].batch or (0, 0)) - 1 - held[-1].n


def lines_about(folder: Path, record_id: str) -> list[Entry]:
    """Return the lines about one record, without decoding what is about others."""
    key = record_id.encode()
    found: list[Entry] = []
    for path in journals(folder):
        with suppress(OSError):  # it is told at the start
            data = disk.read(path)
            way = steps(version(head_of(data[:HEAD])))
            about = b"".join(raw + b"\n" for raw in data.split(b"\n") if key in raw)
            found += (of_today(one.entry, way) for one in pieces(about) if one.entry)
    return found
