"""Folding lines into a jar: the one copy of the records in memory."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import TABLES, Record
from jar_tui.store.fields import apply
from jar_tui.store.line import Entry


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
        self._erased: set[tuple[str, str]] = set()

    @_no_collecting()
    def take(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Fold lines into the jar; return the ids of the slips they touched."""
        changed: dict[str, dict[str, Record]] = {name: {} for name in TABLES}
        erased: dict[str, set[str]] = {}
        touched: set[str] = set()
        for entry in entries:
            table, record_id = entry.table, entry.id
            if entry.verb == "erase":
                self._erased.add((table, record_id))
                erased.setdefault(table, set()).add(record_id)
                touched.add(record_id if table == "slips" else "")
            elif entry.verb == "put" and table in changed:
                if self._erased and (table, record_id) in self._erased:
                    continue
                mine = changed[table]
                old = mine.get(record_id) or self.jar.tables[table].get(record_id)
                mine[record_id] = new = apply(table, old, record_id, entry.fields, entry.mark)
                touched.add(record_id if table == "slips" else getattr(new, "slip", ""))
        self._settle(changed, erased)
        touched.discard("")
        return frozenset(touched)

    def _settle(self, changed: dict[str, dict[str, Record]], erased: dict[str, set[str]]) -> None:
        for table, records in changed.items():
            if records:
                self.jar = self.jar.with_records(table, records)
        for table, ids in erased.items():
            if table in TABLES:
                self.jar = self.jar.without(table, frozenset(ids))
