"""What can be done with a jar, for every face of the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jar_tui.domain.clean import clean, slip_text
from jar_tui.domain.slips import NewSlip, Reading, read_entry, slip_fields
from jar_tui.domain.when import When, civil_today, parse_when
from jar_tui.store.errors import NotKept, NotOpened
from jar_tui.store.folders import Folders
from jar_tui.store.ids import new_id
from jar_tui.store.settings import Settings, load
from jar_tui.store.writer import Change, Clock, Writer

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.records import Slip
    from jar_tui.store.repository import Repository
    from jar_tui.store.undo import Undoable


class Undone(NamedTuple):
    """What taking back came to."""

    fields: frozenset[str] = frozenset()
    """The fields of the change; empty when there was none to take back."""
    made_slips: bool = False
    many: bool = False
    happened: date | None = None
    declined: bool = False
    """A later change owns what this one set, so nothing was done."""
    number: int = -1
    """Which change it is, among those of this installation."""


NOTHING_TO_UNDO = Undone()


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

    def read(self, text: str) -> Reading:
        """Return what the words in an entry are understood as."""
        return read_entry(text, self.today())

    def when(self, words: str) -> When:
        """Return the date some words name; raises `WhenError`."""
        return parse_when(words, self.today(), day_first=self.settings.day_first)

    def fields(self, new: NewSlip) -> dict[str, Any]:
        """Return the fields of a new slip."""
        return slip_fields(new, self.clock(), self.today())


def drop_in(home: Path, slips: Sequence[NewSlip], almanac: Almanac) -> list[str]:
    """Drop slips in as one batch without reading the jar; return their ids; raises `NotKept`."""
    folders = Folders(home)
    rows = {new_id(): almanac.fields(new) for new in slips}
    try:
        folders.make()
    except NotOpened as error:
        cause = error.__cause__
        raise NotKept.because(cause if isinstance(cause, OSError) else OSError()) from error
    changes = [Change("slips", key, row) for key, row in rows.items()]
    Writer(folders, almanac.clock).append(changes)
    return list(rows)


class Opened(NamedTuple):
    """What opening the jar brought to light."""

    put_aside: list[Path]
    """Files that hold bytes no line could be made of."""
    shrunken: list[str]
    """Journals that are gone or shorter than before."""
    newer: list[str]
    """Journals of a newer program, which may say more than is understood here."""


class JarService:
    """Adds to, changes and takes back from one jar; every method returns after the fsync."""

    def __init__(self, repository: Repository, clock: Clock) -> None:
        self._repository = repository
        self.almanac = Almanac(clock, load(repository.folders.settings))
        self.last_dropped = ""
        """The id of the slip this session dropped last; empty when there is none."""
        self._passed: set[int] = set()

    @classmethod
    def open(cls, home: Path, clock: Clock) -> tuple[JarService, Opened]:
        """Read the jar at `home`; raises `NotOpened`."""
        from jar_tui.store.repository import Repository

        repository = Repository(Folders(home), clock)
        aside = repository.open()
        return cls(repository, clock), Opened(aside, repository.shrunken, repository.newer)

    @property
    def jar(self) -> Jar:
        """Return the jar as it is on disk."""
        return self._repository.jar

    @property
    def session(self) -> str:
        """Return the name of this run of the program, as journals carry it."""
        return self._repository.writer.session

    def changed_elsewhere(self) -> bool:
        """Say whether another session has written since the last look."""
        return self._repository.changed_elsewhere()

    def catch_up(self) -> None:
        """Take in what other sessions wrote; raises `NotOpened`."""
        self._repository.catch_up()

    def add(self, new: NewSlip, slip_id: str = "") -> Slip:
        """Drop one slip in; raises `NotKept`."""
        return self.add_all([new], [slip_id or new_id()])[0]

    def add_all(self, slips: Sequence[NewSlip], ids: Sequence[str] = ()) -> list[Slip]:
        """Drop slips in as one batch; raises `NotKept`."""
        keys = ids or [new_id() for _ in slips]
        rows = {key: self.almanac.fields(new) for key, new in zip(keys, slips, strict=True)}
        self._repository.insert("slips", rows)
        self.last_dropped = keys[-1]
        return [self._slip(key) for key in keys]

    def edit(self, slip_id: str, text: str) -> Slip:
        """Change a slip's words; raises `NotKept`."""
        return self._set(slip_id, {"text": slip_text(text)})

    def label(self, slip_id: str, *, small: bool) -> Slip:
        """Put the label "too small" on a slip, or take it off; raises `NotKept`."""
        return self._set(slip_id, {"label": "small" if small else "none"})

    def date(self, slip_id: str, when: When) -> Slip:
        """Change the day a slip's step happened; raises `NotKept`."""
        day = when.happened.isoformat() if when.happened else None
        fields = {"happened": day, "precision": when.precision, "when_words": clean(when.words)}
        return self._set(slip_id, fields)

    def kinds(self, slip_id: str, kinds: Sequence[str]) -> Slip:
        """Set what kinds of step a slip is; raises `NotKept`."""
        return self._set(slip_id, {"kinds": list(kinds)})

    def undoable(self, *, earlier: bool = False) -> Undone:
        """Say what `undo` would take back: a change of this session, or an `earlier` one."""
        target = self._target(earlier)
        return self._told(target) if target else NOTHING_TO_UNDO

    def undo(self, *, earlier: bool = False, named: Undone | None = None) -> Undone:
        """Take back the newest change, or the one that was `named` before; raises `NotKept`."""
        from jar_tui.store.undo import taking_back

        target = self._target(earlier, named)
        if target is None or (named and target.number != named.number):
            return NOTHING_TO_UNDO
        told = self._told(target)
        changes = taking_back(target, self._repository.all_entries(), self.jar)
        if not changes:
            self._passed.add(target.number)
            return told._replace(declined=True)
        self._repository.take_back(changes)
        return told

    def _target(self, earlier: bool, named: Undone | None = None) -> Undoable | None:
        from jar_tui.store.undo import latest

        own = self._repository.mine
        if earlier:
            journal = self._repository.writer.journal
            own = [e for e in self._repository.all_entries() if e.journal == journal]
        if named:
            own = [e for e in own if e.change <= named.number or e.undoes is not None]
        return latest(own, self._passed)

    def _told(self, target: Undoable) -> Undone:
        slip = self.jar.get(target.entries[0].id)
        return Undone(
            frozenset(target.entries[0].fields),
            target.made_slips,
            len(target.entries) > 1,
            slip.happened if slip and slip.precision == "day" else None,
            number=target.number,
        )

    def _set(self, slip_id: str, fields: dict[str, Any]) -> Slip:
        self._repository.update("slips", slip_id, fields)
        return self._slip(slip_id)

    def _slip(self, slip_id: str) -> Slip:
        found = self.jar.get(slip_id)
        if found is None:
            raise KeyError(slip_id)
        return found
