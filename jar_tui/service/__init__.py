"""What can be done with a jar, for every face of the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jar_tui.domain.clean import clean, slip_text
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import When
from jar_tui.service.almanac import Almanac, drop_in
from jar_tui.store.errors import SlipGone
from jar_tui.store.folders import Folders
from jar_tui.store.ids import new_id
from jar_tui.store.settings import load
from jar_tui.store.writer import Clock

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.records import Slip
    from jar_tui.domain.signing import Signature
    from jar_tui.service.backups import Backups
    from jar_tui.service.history import History
    from jar_tui.service.latching import Latching
    from jar_tui.service.openings import Openings
    from jar_tui.service.people import People
    from jar_tui.store.erasing import Erased
    from jar_tui.store.health import Trouble
    from jar_tui.store.repository import Repository
    from jar_tui.store.undo import Undoable


__all__ = ["NOTHING_TO_UNDO", "Almanac", "JarService", "Opened", "Undone", "drop_in"]


class Undone(NamedTuple):
    """What taking back came to."""

    fields: frozenset[str] = frozenset()
    """The fields of the change; empty when there was none to take back."""
    made_slips: bool = False
    many: bool = False
    happened: date | None = None
    table: str = "slips"
    """Which kind of record it was."""
    declined: bool = False
    """A later change owns what this one set, so nothing was done."""
    number: int = -1
    """Which change it is, among those of this installation."""
    slip: str = ""
    """The id of the slip it was on; empty where there were several, or none."""


NOTHING_TO_UNDO = Undone()


class Opened(NamedTuple):
    """What opening the jar brought to light."""

    put_aside: list[Path]
    """Files that hold bytes no line could be made of."""
    troubles: list[Trouble]
    """What is wrong with files, as far as it is to be told now."""
    nothing_read: bool
    """No slip could be read, and there may have been some."""


class JarService:
    """Adds to, changes and takes back from one jar; every method returns after the fsync."""

    def __init__(self, repository: Repository, clock: Clock) -> None:
        self._repository = repository
        self.almanac = Almanac(clock, load(repository.folders.settings))
        self._passed: set[int] = set()

    @classmethod
    def open(cls, home: Path, clock: Clock) -> tuple[JarService, Opened]:
        """Read the jar at `home`; raises `NotOpened`."""
        from jar_tui.store.repository import Repository

        repository = Repository(Folders(home), clock)
        aside = repository.open()
        return cls(repository, clock), Opened(aside, repository.troubles, repository.nothing_read)

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
        self._repository.tidy()

    def add(self, new: NewSlip, slip_id: str = "") -> Slip:
        """Drop one slip in; raises `NotKept`."""
        return self.add_all([new], [slip_id or new_id()])[0]

    def add_all(self, slips: Sequence[NewSlip], ids: Sequence[str] = ()) -> list[Slip]:
        """Drop slips in as one batch; raises `NotKept`."""
        keys = ids or [new_id() for _ in slips]
        making = self.almanac.making
        made = (making(key, new) for key, new in zip(keys, slips, strict=True))
        self._repository.change([change for changes in made for change in changes])
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

    def cover(self, slip_id: str, *, covered: bool) -> Slip:
        """Fold a slip's words until they are asked for, or show them; raises `NotKept`."""
        return self._set(slip_id, {"covered": covered})

    def not_again(self, slip_id: str, *, wanted: bool) -> Slip:
        """Have openings bring a slip back no more, or again; raises `NotKept`."""
        return self._set(slip_id, {"not_again": wanted})

    def set_aside(self, slip_id: str, *, aside: bool) -> Slip:
        """Take a slip out of the jar and keep it, or bring it back; raises `NotKept`."""
        return self._set(slip_id, {"set_aside": aside})

    def erase(self, slip_id: str) -> Erased:
        """Erase a slip and all that is tied to it, for good; raises `NotKept`, `SlipGone`."""
        return self._repository.erase(slip_id)

    def sign(self, slip_id: str, signature: Signature, before: Signature | None = None) -> Slip:
        """Set who is on a slip, whoever was before; raises `NotKept`.

        Where it is known who was on it `before`, what another session changed meanwhile stays.
        """
        from jar_tui.service.resigning import signing_changes

        self._repository.refresh()
        slip = self._slip(slip_id)
        self._repository.change(signing_changes(self.jar, slip, signature, before, self.almanac))
        return self._slip(slip_id)

    def write_line(
        self, slip_id: str, text: str, *, opening: str = "", nudge: str = "", part: str = ""
    ) -> None:
        """Keep a line under a slip, by a `part` or nobody; raises `NotKept`, `SlipGone`."""
        self._slip(slip_id)
        fields = {
            "slip": slip_id,
            "opening": opening,
            "nudge": nudge,
            "text": slip_text(text),
            "written": self.almanac.written(),
            **({"part": part} if part else {}),
        }
        self._repository.insert("lines", {new_id(): fields})

    @cached_property
    def people(self) -> People:
        """Return what can be done with names, and with what is chosen for the whole jar."""
        from jar_tui.service.people import People

        return People(self._repository, self.almanac)

    @cached_property
    def latching(self) -> Latching:
        """Return who goes on signing in this run of the program."""
        from jar_tui.service.latching import Latching

        return Latching(self._repository.folders.latch, self.almanac)

    @cached_property
    def openings(self) -> Openings:
        """Return what can be done with openings."""
        from jar_tui.service.openings import Openings

        return Openings(self._repository, self.almanac)

    @cached_property
    def history(self) -> History:
        """Return what can be found out about earlier words."""
        from jar_tui.service.history import History

        return History(self._repository)

    @cached_property
    def backups(self) -> Backups:
        """Return what can be done with backups."""
        from jar_tui.service.backups import Backups

        return Backups(self._repository, self.almanac)

    def undoable(self, *, earlier: bool = False) -> Undone:
        """Say what `undo` would take back: a change of this session, or an `earlier` one."""
        target = self._target(earlier)
        return _told(target, self.jar) if target else NOTHING_TO_UNDO

    def undo(self, *, earlier: bool = False, named: Undone | None = None) -> Undone:
        """Take back the newest change, or the one that was `named` before; raises `NotKept`."""
        from jar_tui.store.undo import taking_back

        target = self._target(earlier, named)
        if target is None or (named and target.number != named.number):
            return NOTHING_TO_UNDO
        told = _told(target, self.jar)
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

    def _set(self, slip_id: str, fields: dict[str, Any]) -> Slip:
        self._slip(slip_id)
        self._repository.update("slips", slip_id, fields)
        return self._slip(slip_id)

    def _slip(self, slip_id: str) -> Slip:
        found = self.jar.get(slip_id)
        if found is None:
            raise SlipGone
        return found


def _told(target: Undoable, jar: Jar) -> Undone:
    """Say what a change did."""
    first = target.entries[0]
    about = jar.tables.get(first.table, {}).get(first.id)
    slip = about if first.table == "slips" else jar.get(getattr(about, "slip", ""))
    made = len({entry.id for entry in target.entries if entry.table == "slips"})
    return Undone(
        frozenset(first.fields),
        target.made_slips,
        made > 1,
        getattr(slip, "happened", None) if getattr(slip, "precision", "") == "day" else None,
        first.table,
        number=target.number,
        slip=slip.id if slip is not None and made < 2 else "",
    )
