"""Folding lines into a jar: the one copy of the records in memory."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import TABLES, Record
from jar_tui.store.fields import apply
from jar_tui.store.line import Entry, Key


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Hold off the search for garbage: folding makes none, and looking costs a fifth of it."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


class Fold:
    """Takes lines in any order and any number of times, and always arrives at the same jar."""

    def __init__(self) -> None:
        self.jar = Jar()
        self.erased: set[Key] = set()
        """Table and id of what was erased; nothing brings that back."""
        self.still_held: set[str] = set()
        """Ids of journals that were seen to hold lines about what had been erased."""

    @_no_collecting()
    def take(self, entries: Iterable[Entry]) -> None:
        """Fold lines into the jar."""
        changed: dict[str, dict[str, Record]] = {name: {} for name in TABLES}
        erased: dict[str, set[str]] = {}
        for entry in entries:
            table, record_id = entry.table, entry.id
            if entry.verb == "erase":
                old = changed.get(table, {}).get(record_id)
                old = old or self.jar.tables.get(table, {}).get(record_id)
                if old:  # whoever wrote of it has lines about it, or had
                    owners = (old.stamp, *old.later.values())
                    self.still_held.update(owner.journal for owner in owners)
                self.erased.add((table, record_id))
                erased.setdefault(table, set()).add(record_id)
            elif entry.verb == "put" and table in changed:
                if self.erased and (table, record_id) in self.erased:
                    self.still_held.add(entry.journal)
                    continue
                mine = changed[table]
                old = mine.get(record_id) or self.jar.tables[table].get(record_id)
                new = apply(table, old, record_id, entry.fields, entry.mark)
                slip = record_id if table == "slips" else getattr(new, "slip", "")
                if self.erased and ("slips", slip) in self.erased:
                    self.still_held.add(entry.journal)
                    continue
                mine[record_id] = new
        self._settle(changed, erased)

    def has(self, entry: Entry) -> bool:
        """Say whether the jar knows what a line says; its fields come together or not at all."""
        if (entry.table, entry.id) in self.erased:
            return True
        record = self.jar.tables.get(entry.table, {}).get(entry.id)
        name = next(iter(entry.fields), "")
        return record is not None and record.owner(name) >= entry.mark

    def _settle(self, changed: dict[str, dict[str, Record]], erased: dict[str, set[str]]) -> None:
        for table, records in changed.items():
            if records:
                self.jar = self.jar.with_records(table, records)
        for table in ("marks", "lines") if "slips" in erased else ():
            tied = erased.setdefault(table, set())
            for key, record in self.jar.tables[table].items():
                if getattr(record, "slip", "") in erased["slips"]:
                    tied.add(key)
        for table, ids in erased.items():
            if table in TABLES:
                self.jar = self.jar.without(table, frozenset(ids))
