"""The records a jar is made of: slips, marks, lines, parts and openings, all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, TypeVar, get_args

from jar_tui.domain.when import Precision

State = Literal["unsigned", "unsure", "nobody", "someone", "all"]
Label = Literal["none", "small", "lifted", "both"]
Role = Literal["by", "for", "noticed", "with"]
SMALL: Final[frozenset[Label]] = frozenset(("small", "both"))
"""The labels under which a slip counts as marked "too small"."""

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def nothing() -> Mapping[str, Any]:
    """Return the one empty mapping, as a default for frozen records."""
    return NOTHING


class Stamp(NamedTuple):
    """When and by which journal something was written; the higher of two wins."""

    time: int
    """Milliseconds since 1970 in the upper 48 bits, a counter in the lower 16."""
    journal: str


UNBORN: Final = Stamp(0, "")
"""The stamp of fields no line has set yet."""


@dataclass(frozen=True, slots=True)
class Record:
    """What every record carries so that changes from several places merge field by field."""

    id: str
    stamp: Stamp = UNBORN
    """The stamp of the line that made the record; it owns every field not in `later`."""
    later: Mapping[str, Stamp] = field(default_factory=nothing)
    """The stamps of fields changed since."""
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)
    """Fields this version does not know, carried through."""
    written: str = ""
    """RFC 3339 time with offset at which it was written; the mark of a line that makes a record."""

    def owner(self, name: str) -> Stamp:
        """Return the stamp of the line that gave the field `name` its value."""
        return self.later.get(name, self.stamp)


@dataclass(frozen=True, slots=True)
class Slip(Record):
    """One step, in the person's words, with the day it happened."""

    text: str = field(default="", repr=False)
    happened: date | None = None
    """Civil date; the first of the month or year where the precision says so; None is sometime."""
    precision: Precision = "sometime"
    when_words: str = field(default="", repr=False)
    """The date as the person put it, where they did."""
    state: State = "unsigned"
    label: Label = "none"
    kinds: tuple[str, ...] = ()
    covered: bool = False
    set_aside: bool = False
    reached: str = ""
    """The opening that read it; empty while the slip is folded."""
    nudges: tuple[str, ...] = ()
    source: str = field(default="", repr=False)
    """Where an imported slip came from, so that a second import adds nothing."""

    @property
    def too_small(self) -> bool:
        """Say whether somebody labelled the slip "too small" and left it so."""
        return self.label in SMALL

    @property
    def place(self) -> tuple[date, Stamp, str]:
        """Return the key slips are ordered by: the day, then when written, then the id."""
        return (self.happened or date.min, self.stamp, self.id)


@dataclass(frozen=True, slots=True)
class Mark(Record):
    """One part's tie to one slip."""

    slip: str = ""
    part: str = ""
    role: Role = "by"
    order: int = 0


@dataclass(frozen=True, slots=True)
class Line(Record):
    """Something written under a slip later."""

    slip: str = ""
    opening: str = ""
    nudge: str = ""
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Part(Record):
    """Someone who can sign."""

    name: str = field(default="", repr=False)
    pronouns: str = field(default="", repr=False)
    color: str = ""
    tags: tuple[str, ...] = ()
    order: int = 0
    resting: bool = False


@dataclass(frozen=True, slots=True)
class Opening(Record):
    """One reading of the jar."""

    slips: tuple[str, ...] = ()
    ended: str = ""
    closing: str = field(default="", repr=False)


AnyRecord = TypeVar("AnyRecord", bound=Record)

TABLES: Final[Mapping[str, type[Record]]] = MappingProxyType(
    {"slips": Slip, "marks": Mark, "lines": Line, "parts": Part, "openings": Opening}
)
STATES: Final = frozenset(get_args(State))
LABELS: Final = frozenset(get_args(Label))
ROLES: Final = frozenset(get_args(Role))
PRECISIONS: Final = frozenset(get_args(Precision))
OWN_FIELDS: Final = frozenset(f.name for f in fields(Record)) - {"written"}


def merge(
    old: AnyRecord, known: Mapping[str, Any], extra: Mapping[str, Any], stamp: Stamp
) -> AnyRecord:
    """Return `old` with the fields of one journal line, each field keeping its highest stamp.

    The order in which lines arrive makes no difference, and neither does a line met twice.
    """
    later = dict(old.later)
    taken: dict[str, Any] = {}
    kept_extra = dict(old.extra)
    for name, value in [*known.items(), *extra.items()]:
        mine = name in known
        present = getattr(old, name) if mine else kept_extra.get(name)
        owner = old.owner(name)
        if stamp < owner or (stamp == owner and repr(value) <= repr(present)):
            continue
        later[name] = stamp
        if mine:
            taken[name] = value
        else:
            kept_extra[name] = value
    base = old.stamp
    if "written" in known and stamp > base:
        base = stamp
        for name in _unclaimed(old, later):
            taken[name] = _default(type(old), name)
        later = {name: at for name, at in later.items() if at > base}
    return replace(old, **taken, extra=kept_extra or NOTHING, stamp=base, later=later or NOTHING)


def _unclaimed(record: Record, later: Mapping[str, Stamp]) -> list[str]:
    """Return the fields that only an older making line had set."""
    names = (f.name for f in fields(record) if f.name not in OWN_FIELDS)
    return [name for name in names if name not in later]


def _default(kind: type[Record], name: str) -> Any:
    return next(f.default for f in fields(kind) if f.name == name)
