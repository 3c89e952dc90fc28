"""Reading every journal in the folder, once whole and then only what is new."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from jar_tui.store.line import LOST_PAGE, Entry, Piece, pieces

_CHUNK: Final = 1 << 20
_NAMES: Final = ("slips-", "people-")
Seen = tuple[int, int, int]
"""Inode, size and time of change of a file, in that order."""


@dataclass(slots=True)
class _Place:
    """How far one file has been read."""

    seen: Seen = (0, 0, 0)
    offset: int = 0
    held: list[Entry] = field(default_factory=list)
    """Lines of a batch whose end has not arrived."""
    hurt: bool = False
    """The file held something unreadable, so a change of it is read from its start."""


class Reader:
    """Follows the journals of a folder; lines met twice are harmless because merging is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[str, _Place] = {}
        self.damage: dict[str, list[Piece]] = {}
        """Unreadable stretches by file name, as far as read."""
        self.jar_id = ""
        """The id the journals' heads carry, once one was read."""

    def changed(self) -> bool:
        """Say whether any file differs from what was read; costs one stat a file."""
        present = self._signatures()
        return present.keys() != self._places.keys() or any(
            self._places[name].seen != seen for name, seen in present.items()
        )

    def new_entries(self) -> Iterator[Entry]:
        """Yield the lines nobody has read yet; raises `OSError`."""
        present = self._signatures()
        for name in self._places.keys() - present.keys():
            del self._places[name]
        for name in sorted(present):
            place = self._places.setdefault(name, _Place())
            if place.seen != present[name]:
                yield from self._read(name, place, present[name])

    def sizes(self) -> dict[str, int]:
        """Return the bytes of every file as last read."""
        return {name: place.seen[1] for name, place in self._places.items()}

    def _signatures(self) -> dict[str, Seen]:
        found: dict[str, Seen] = {}
        with os.scandir(self._folder) as listing:
            for file in listing:
                if file.name.startswith(_NAMES) and file.name.endswith(".jsonl"):
                    stat = file.stat()
                    found[file.name] = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
        return found

    def _read(self, name: str, place: _Place, seen: Seen) -> Iterator[Entry]:
        if place.hurt or seen[0] != place.seen[0] or seen[1] < place.offset:
            place.offset, place.held, place.hurt = 0, [], False
        if place.offset == 0:
            self.damage.pop(name, None)
        with (self._folder / name).open("rb") as file:
            file.seek(place.offset)
            rest = b""
            while chunk := file.read(_CHUNK):
                data = rest + chunk
                end = data.rfind(b"\n") + 1
                for piece in pieces(data[:end], place.offset):
                    yield from self._take(name, place, piece)
                place.offset += end
                rest = data[end:]
        place.seen = seen

    def _take(self, name: str, place: _Place, piece: Piece) -> Iterator[Entry]:
        """Yield what one line completes: itself, or the batch it is the end of."""
        entry = piece.entry
        if entry is None:
            place.hurt = True
            self.damage.setdefault(name, []).append(piece)
            if place.held and _only_the_end_is_hurt(place.held, piece):
                yield from place.held
                place.held = []
            return
        if place.held and entry.batch != place.held[0].batch:
            yield from place.held
            place.held = []
        if entry.verb == "head":
            self.jar_id = self.jar_id or str(entry.fields.get("jar", ""))
        elif entry.batch and entry.n < sum(entry.batch) - 1:
            place.held.append(entry)
        else:
            yield from place.held
            place.held = []
            yield entry


def _only_the_end_is_hurt(held: list[Entry], piece: Piece) -> bool:
    """Say whether a batch was whole once: its last line is there, but damaged."""
    first, count = held[0].batch or (0, 0)
    return held[-1].n == first + count - 2 and LOST_PAGE not in piece.raw
