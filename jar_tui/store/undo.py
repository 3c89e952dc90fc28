"""Working out which change to take back, and what doing so would write."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Record
from jar_tui.store.fields import apply, as_value
from jar_tui.store.line import Entry
from jar_tui.store.writer import Change, kind_of

PASSING: Final = frozenset(("reached", "nudges"))
"""Fields an opening sets by itself; nobody would take those back."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """One change, a batch counting as one, that may be taken back."""

    number: int
    entries: tuple[Entry, ...]

    @property
    def made_slips(self) -> bool:
        """Say whether the change dropped slips in, rather than changing some."""
        return any(_makes(entry, "slips") for entry in self.entries)


def latest(entries: Iterable[Entry], passed: Collection[int]) -> Undoable | None:
    """Return the newest change that nobody took back and that was not declined (`passed`).

    `entries` are this installation's, from any of its files and their copies.
    """
    slips = [entry for entry in entries if kind_of(entry.table) == "slips"]
    journal = slips[-1].journal if slips else ""
    numbered = {entry.n: entry for entry in slips if entry.journal == journal}
    own = [numbered[n] for n in sorted(numbered)]
    undone = {entry.undoes for entry in own if entry.undoes is not None}
    for entry in reversed(own):
        free = entry.undoes is None and entry.change not in undone and entry.change not in passed
        if free and entry.verb == "put" and _is_wanted(entry):
            number = entry.change
            return Undoable(number, tuple(e for e in own if e.change == number and _is_wanted(e)))
    return None


def taking_back(target: Undoable, history: Sequence[Entry], jar: Jar) -> list[Change]:
    """Return the changes that take one back; none where later changes own every field."""
    history = [entry for entry in history if kind_of(entry.table) == "slips"]
    undone = {(entry.journal, entry.undoes) for entry in history if entry.undoes is not None}
    wanted = {entry.id for entry in target.entries}
    standing = [
        entry
        for entry in history
        if entry.id in wanted
        and entry.verb == "put"
        and entry.undoes is None
        and (entry.journal, entry.change) not in undone
    ]
    own = {(entry.journal, entry.n) for entry in target.entries}
    now = _folded(standing)
    before = _folded(entry for entry in standing if (entry.journal, entry.n) not in own)
    changes: list[Change] = []
    for entry in target.entries:
        present = now.get(entry.id)
        if present is None or entry.id not in jar.tables.get(entry.table, ()):
            continue
        if entry.table == "marks" and target.made_slips:
            continue  # names stay on a slip that is set aside
        if "written" in entry.fields:
            name, value = _GONE[entry.table]
            owned = present.owner(name) == entry.mark
            fields: dict[str, object] = {name: value} if owned else {}
        else:
            fields = _restored(entry, present, before.get(entry.id))
        if fields:
            changes.append(Change(entry.table, entry.id, fields, undoes=target.number))
    return changes


_GONE: Final[Mapping[str, tuple[str, object]]] = {
    "slips": ("set_aside", True),
    "marks": ("part", ""),
    "lines": ("text", ""),
}
"""What takes back the making of a record, by table."""


def _makes(entry: Entry, table: str) -> bool:
    return entry.table == table and "written" in entry.fields


def _is_wanted(entry: Entry) -> bool:
    """Say whether somebody made this change, and it is one to take back."""
    return entry.table in _GONE and not PASSING.issuperset(entry.fields)


def _folded(entries: Iterable[Entry]) -> dict[str, Record]:
    records: dict[str, Record] = {}
    for entry in entries:
        old = records.get(entry.id)
        records[entry.id] = apply(entry.table, old, entry.id, entry.fields, entry.mark)
    return records


def _restored(entry: Entry, now: Record, before: Record | None) -> dict[str, object]:
    """Return what the fields were, for those the change still owns."""
    if before is None:
        return {}
    return {
        name: as_value(getattr(before, name))
        for name in entry.fields
        if hasattr(before, name) and now.owner(name) == entry.mark
    }
