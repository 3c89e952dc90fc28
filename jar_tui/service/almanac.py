"""The day it is, and from a new slip to the lines that make it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jar_tui.domain.slips import NewSlip, Reading, read_entry, slip_fields
from jar_tui.domain.when import When, civil_today, parse_when
from jar_tui.store.errors import NotKept, NotOpened
from jar_tui.store.folders import Folders
from jar_tui.store.ids import new_id
from jar_tui.store.settings import Settings, load
from jar_tui.store.writer import Change, Clock, Writer

if TYPE_CHECKING:
    from jar_tui.domain.records import Part
    from jar_tui.domain.signing import Tie


class Almanac:
    """The day it is, and what words in front of a slip mean on it."""

    def __init__(self, clock: Clock, settings: Settings) -> None:
        self.clock = clock
        self.settings = settings

    @classmethod
    def at(cls, home: Path, clock: Clock) -> Almanac:
        """Return the almanac of the jar at `home`, without reading the jar."""
        return cls(clock, load(Folders(home).settings))

    def today(self) -> date:
        """Return the day it is, by the hour at which a day begins here."""
        return civil_today(self.clock(), self.settings.day_begins)

    def read(self, text: str, parts: Sequence[Part] = (), *, dates: bool = True) -> Reading:
        """Return what the words in an entry are understood as; `parts` have tags."""
        exact = self.settings.tag_case == "exact"
        return read_entry(text, self.today() if dates else None, parts, exact=exact)

    def when(self, words: str) -> When:
        """Return the date some words name; raises `WhenError`."""
        return parse_when(words, self.today(), day_first=self.settings.day_first)

    def written(self) -> str:
        """Return the present time as records carry it."""
        return self.clock().isoformat(timespec="seconds")

    def making(self, slip_id: str, new: NewSlip) -> list[Change]:
        """Return the changes that make a slip with its marks."""
        fields = slip_fields(new, self.clock(), self.today())
        changes = [Change("slips", slip_id, fields)]
        if new.signature is not None:
            changes += self.marking(slip_id, new.signature.ties)
        return changes

    def marking(self, slip_id: str, ties: Sequence[Tie], first: int = 0) -> list[Change]:
        """Return the changes that put marks on a slip, in order from `first` on."""
        written = self.written()
        return [
            Change(
                "marks",
                new_id(),
                {
                    "slip": slip_id,
                    "part": tie.part,
                    "role": tie.role,
                    "order": order,
                    "written": written,
                },
            )
            for order, tie in enumerate(ties, first)
        ]


def drop_in(home: Path, slips: Sequence[NewSlip], almanac: Almanac) -> list[str]:
    """Drop slips in as one batch without reading the jar; return their ids; raises `NotKept`."""
    folders = Folders(home)
    ids = [new_id() for _ in slips]
    try:
        folders.make()
    except NotOpened as error:
        cause = error.__cause__
        raise NotKept.because(cause if isinstance(cause, OSError) else OSError()) from error
    changes = [one for key, new in zip(ids, slips, strict=True) for one in almanac.making(key, new)]
    Writer(folders, almanac.clock).append(changes)
    return ids
