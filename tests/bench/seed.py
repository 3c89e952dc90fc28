"""Jars to measure with: the same words each time, written through the store's own lines."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from jar_tui.store.folders import Folders
from jar_tui.store.ids import SESSION, new_id
from jar_tui.store.line import FORMAT, Entry, encode
from jar_tui.store.writer import WRITER, Writer
from jar_tui.tui.app import now
from tests.bench.peers import Peers

RARE: Final = "quince"
"""A word about one slip in a hundred has."""
_YEARS: Final = 6
TODAY: Final = 3
"""Slips of today, so that the first screen has something to show."""
_SYLLABLES: Final = tuple(a + b for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "an"))


@dataclass
class Jars:
    """Makes each size of jar once, in a folder that goes when the run ends, beside the peers."""

    folder: Path
    peers: Peers
    _made: set[Path] = field(default_factory=set)

    def of(self, slips: int) -> Path:
        """Return the home of a jar with this many slips, for looking only."""
        return self._home(f"jar-{slips}", slips)

    def to_change(self, slips: int) -> Path:
        """Return the home of a jar with at least this many slips, for changing it."""
        return self._home(f"changed-{slips}", slips)

    def _home(self, name: str, slips: int) -> Path:
        home = self.folder / name
        if home not in self._made:
            _write(home, slips)
            self._made.add(home)
        return home


def forget_drafts(home: Path) -> None:
    """Take away what a killed session left unfinished, so that each start is the same."""
    for draft in Folders(home).drafts.iterdir():
        draft.unlink()


def _write(home: Path, slips: int) -> None:
    folders = Folders(home)
    folders.make()
    writer = Writer(folders, now)
    writer.mend()
    path = folders.jar / f"slips-{writer.journal}.jsonl"
    with path.open("wb") as file:
        for entry in _entries(writer.journal, slips):
            file.write(encode(entry))
    path.chmod(0o600)


def _entries(journal: str, slips: int) -> Iterator[Entry]:
    chance = random.Random(slips)
    session = new_id(SESSION)
    end = now()
    begin = end - timedelta(days=365 * _YEARS)
    head = {"jar": "bench", "format": FORMAT, "writer": WRITER}
    yield Entry(journal, 0, _stamp(begin), session, "head", fields=head)
    vocabulary = _vocabulary(chance)
    for n in range(1, slips + 1):
        left = max(slips - n, 0)
        moment = end if left < TODAY else begin + (end - begin) * n / (slips + 1)
        stamp = _stamp(moment) + n
        fields = _fields(chance, vocabulary, moment)
        yield Entry(journal, n, stamp, session, "put", "slips", new_id(), fields)


def _fields(
    chance: random.Random, vocabulary: tuple[str, ...], moment: datetime
) -> Mapping[str, Any]:
    words = chance.choices(vocabulary, k=chance.randint(10, 26))
    if chance.random() < 0.01:
        words.append(RARE)
    fields = {
        "text": " ".join(words),
        "happened": moment.date().isoformat(),
        "precision": "day",
        "written": moment.isoformat(timespec="seconds"),
    }
    if chance.random() < 0.1:
        fields["label"] = "small"
    return fields


def _vocabulary(chance: random.Random) -> tuple[str, ...]:
    return tuple("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(4000))


def _stamp(moment: datetime) -> int:
    return int(moment.timestamp() * 1000) << 16
