"""The jar: a frozen collection of slips with filters that chain."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, Final, TypeVar

from jar_tui.domain.records import (
    NOTHING,
    TABLES,
    Line,
    Mark,
    Part,
    Record,
    Slip,
    Stamp,
    nothing,
)

Tables = Mapping[str, Mapping[str, Record]]
EMPTY: Final[Tables] = MappingProxyType(dict.fromkeys(TABLES, NOTHING))
Tied = TypeVar("Tied", Mark, Line)
FEW: Final = 64
"""Up to this many changed slips are put in their places one by one; more are sorted anew."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One narrowing of the jar: its name among the phrases handed to `describe`, and its value."""

    name: str
    value: Any = field(repr=False)
    keeps: Callable[[Jar, Slip], bool] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Jar:
    """Every record of the jar, and the slips its filters let through, in order."""

    tables: Tables = field(default_factory=lambda: EMPTY, repr=False)
    ordered: tuple[Slip, ...] = field(default=(), repr=False)
    """Every slip, set aside or not, by day, then by when it was written."""
    filters: tuple[Filter, ...] = ()
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=nothing, repr=False)
    """Who is tied to a slip, by its id."""
    lines: Mapping[str, tuple[Line, ...]] = field(default_factory=nothing, repr=False)
    """What was written under a slip, by its id."""

    @classmethod
    def of(cls, tables: Tables) -> Jar:
        """Return a jar of these records."""
        slips = (slip for slip in tables["slips"].values() if isinstance(slip, Slip))
        return cls(
            tables,
            tuple(sorted(slips, key=_place)),
            marks=by_slip(Mark, tables["marks"]),
            lines=by_slip(Line, tables["lines"]),
        )

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """Return the slips in the jar that every filter keeps; the ones set aside only if asked."""
        wants_aside = any(chosen.name == "set_aside" for chosen in self.filters)
        kept: Iterator[Slip] = (
            slip for slip in self.ordered if slip.set_aside is wants_aside and slip.text
        )
        for chosen in self.filters:
            kept = filter(partial(chosen.keeps, self), kept)
        return tuple(kept)

    @cached_property
    def aside(self) -> tuple[Slip, ...]:
        """Return what was taken out of the jar and is still kept, in order."""
        return self.set_aside().slips

    @cached_property
    def has_covered(self) -> bool:
        """Say whether the words of any slip are covered."""
        return any(slip.covered for slip in self.slips)

    def __len__(self) -> int:
        return len(self.slips)

    def __iter__(self) -> Iterator[Slip]:
        return iter(self.slips)

    def get(self, slip_id: str) -> Slip | None:
        """Return one slip, whether or not the filters keep it."""
        found = self.tables["slips"].get(slip_id)
        return found if isinstance(found, Slip) else None

    def starting(self, prefix: str) -> tuple[Slip, ...]:
        """Return the slips whose id starts with `prefix`, as people type them on a command line."""
        return tuple(slip for slip in self.ordered if slip.id.startswith(prefix))

    @cached_property
    def sources(self) -> frozenset[str]:
        """Return where every imported slip came from, those set aside included."""
        return frozenset(slip.source for slip in self.ordered if slip.source)

    def marks_of(self, slip: Slip) -> tuple[Mark, ...]:
        """Return who is tied to a slip, in the order they were put down."""
        return self.marks.get(slip.id, ())

    def lines_of(self, slip: Slip) -> tuple[Line, ...]:
        """Return what was written under a slip, oldest first."""
        return self.lines.get(slip.id, ())

    def part(self, part_id: str) -> Part | None:
        """Return one part by its id."""
        found = self.tables["parts"].get(part_id)
        return found if isinstance(found, Part) else None

    # Filters: each returns a narrower jar that remembers how it came about.

    def narrowed(self, name: str, value: Any, keeps: Callable[[Jar, Slip], bool]) -> Jar:
        """Return the jar with one more filter, which is asked anew when the jar changes."""
        return replace(self, filters=(*self.filters, Filter(name, value, keeps)))

    def containing(self, text: str) -> Jar:
        """Keep slips that hold `text`, in any case; covered words are never searched."""
        wanted = search_form(text)
        return self.narrowed(
            "text", text, lambda _, slip: not slip.covered and wanted in search_form(slip.text)
        )

    def of_part(self, part_id: str) -> Jar:
        """Keep slips a part is tied to in any role."""
        return self.narrowed(
            "part", part_id, lambda jar, slip: any(m.part == part_id for m in jar.marks_of(slip))
        )

    def folded(self) -> Jar:
        """Keep slips no opening has reached; covered ones wait until they are uncovered."""
        return self.narrowed("folded", True, lambda _, slip: not slip.reached and not slip.covered)

    def of_kind(self, kind: str) -> Jar:
        """Keep slips of one kind."""
        return self.narrowed("kind", kind, lambda _, slip: kind in slip.kinds)

    def too_small(self) -> Jar:
        """Keep slips labelled "too small"."""
        return self.narrowed("too_small", True, lambda _, slip: slip.too_small)

    def covered(self, covered: bool = True) -> Jar:
        """Keep slips that are covered, or those that are not."""
        return self.narrowed(
            "covered" if covered else "open", covered, lambda _, slip: slip.covered is covered
        )

    def since(self, day: date) -> Jar:
        """Keep slips of `day` and later ones; "sometime" has no day and is left out."""
        return self.narrowed(
            "since", day, lambda _, slip: slip.happened is not None and slip.happened >= day
        )

    def until(self, day: date) -> Jar:
        """Keep slips of `day` and earlier ones; "sometime" has no day and is left out."""
        return self.narrowed(
            "until", day, lambda _, slip: slip.happened is not None and slip.happened <= day
        )

    def set_aside(self) -> Jar:
        """Keep what was taken out of the jar and is still kept."""
        return self.narrowed("set_aside", True, lambda _, slip: slip.set_aside)

    def describe(self, phrases: Mapping[str, str]) -> str:
        """Say what the filters keep, in the phrases handed in (`{value}` stands for the value)."""
        return ", ".join(
            phrases[chosen.name].replace("{value}", str(chosen.value)) for chosen in self.filters
        )

    def with_records(self, table: str, changed: Mapping[str, Record]) -> Jar:
        """Return the jar after records of one table were made or changed, filters kept."""
        before = self.tables[table]
        tables = {**self.tables, table: {**before, **changed}}
        if table == "marks":
            marks = by_slip(Mark, changed, before, self.marks)
            return replace(self, tables=tables, marks=marks)
        if table == "lines":
            lines = by_slip(Line, changed, before, self.lines)
            return replace(self, tables=tables, lines=lines)
        if table != "slips":
            return replace(self, tables=tables)
        if len(changed) > FEW:
            return replace(Jar.of(tables), filters=self.filters)
        if len(changed) == 1:
            return self._with_slip(tables, *changed)
        ordered = list(self.ordered)
        for slip_id, slip in changed.items():
            old = before.get(slip_id)
            if isinstance(old, Slip):
                del ordered[bisect_left(ordered, old.place, key=_place)]
            if isinstance(slip, Slip):
                ordered.insert(bisect_left(ordered, slip.place, key=_place), slip)
        return replace(self, tables=tables, ordered=tuple(ordered))

    def _with_slip(self, tables: Tables, slip_id: str) -> Jar:
        """Return the jar after one slip was made or changed, with `slips` known if they were."""
        old, new = self.tables["slips"].get(slip_id), tables["slips"][slip_id]
        jar = replace(self, tables=tables, ordered=_moved(self.ordered, old, new))
        if not self.filters and "slips" in self.__dict__:
            jar.__dict__["slips"] = _moved(self.slips, _in_jar(old), _in_jar(new))
        return jar

    def without(self, table: str, erased: frozenset[str]) -> Jar:
        """Return the jar without records that were erased."""
        if erased.isdisjoint(self.tables[table]):
            return self
        left = {key: value for key, value in self.tables[table].items() if key not in erased}
        return replace(Jar.of({**self.tables, table: left}), filters=self.filters)


def by_slip(
    kind: type[Tied],
    changed: Mapping[str, Record],
    before: Mapping[str, Record] = NOTHING,
    known: Mapping[str, tuple[Tied, ...]] = NOTHING,
) -> dict[str, tuple[Tied, ...]]:
    """Return marks or lines by the slip they belong to, in their order.

    `known` is the same before records `changed` from what they were `before`; those that were
    taken off are left out.
    """
    found: dict[str, list[Tied]] = {}
    for key, record in changed.items():
        for one in (before.get(key), record):
            if isinstance(one, kind) and one.slip not in found:
                kept = known.get(one.slip, ())
                found[one.slip] = [other for other in kept if other.id not in changed]
        if isinstance(record, kind) and (record.part if isinstance(record, Mark) else record.text):
            found[record.slip].append(record)
    return {**known, **{slip: tuple(sorted(some, key=_turn)) for slip, some in found.items()}}


def _turn(record: Mark | Line) -> tuple[int, Stamp, str]:
    """Return the key marks and lines of one slip are ordered by, whatever order they came in."""
    return (record.order if isinstance(record, Mark) else 0, record.stamp, record.id)


def _moved(slips: tuple[Slip, ...], old: Record | None, new: Record | None) -> tuple[Slip, ...]:
    """Return slips in their order, one of them taken out and one put in."""
    moved = list(slips)
    if isinstance(old, Slip):
        del moved[bisect_left(moved, old.place, key=_place)]
    if isinstance(new, Slip):
        moved.insert(bisect_left(moved, new.place, key=_place), new)
    return tuple(moved)


def _in_jar(slip: Record | None) -> Slip | None:
    """Return a slip that a jar without filters shows."""
    return slip if isinstance(slip, Slip) and slip.text and not slip.set_aside else None


def _place(slip: Slip) -> tuple[date, Any, str]:
    return slip.place


def search_form(text: str) -> str:
    """Return `text` as searching compares it: compatibility forms and case folded."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def newest(slips: tuple[Slip, ...]) -> Slip | None:
    """Return the slip written last."""
    return max(slips, key=lambda slip: slip.stamp, default=None)
