"""The records a jar is made of: slips, marks, lines, parts and openings, all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar, get_args

from jar_tui.domain import stamp as stamps
from jar_tui.domain.when import Precision

State = Literal["unsigned", "unsure", "nobody", "someone", "all"]
Label = Literal["none", "small", "lifted", "both"]
Role = Literal["by", "for", "noticed", "with"]
Wish = Literal["", "ask", "not"]
"""Anything goes; please ask first; not for me."""
NOTHING: Final = stamps.NOTHING
UNBORN: Final = stamps.UNBORN
Stamp = stamps.Stamp
nothing = stamps.nothing
SIMPLE: Final = "simple"
"""The source of slips dropped in on the simple screen: no nudge is for them."""
SMALL: Final[frozenset[Label]] = frozenset(("small", "both"))
"""The labels under which a slip counts as marked "too small"."""


@dataclass(frozen=True, slots=True)
class Record:
    """What every record carries so that changes from several places merge field by field."""

    id: str
    stamp: Stamp = UNBORN
    """The stamp of the line that made the record; it owns every field not in `later`."""
    later: Mapping[str, Stamp] = field(default_factory=nothing)
    """The stamps of fields changed since, and with a `?` before the name those in `extra`."""
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
    how: str = field(default="", repr=False)
    """How it was for whoever wrote it, in a word: blurry, asleep, or an own one; nobody's name."""
    label: Label = "none"
    kinds: tuple[str, ...] = ()
    covered: bool = False
    set_aside: bool = False
    reached: str = ""
    """The opening that read it; empty while the slip is folded."""
    nudges: tuple[str, ...] = ()
    source: str = field(default="", repr=False)
    """Where an imported slip came from, so that a second import adds nothing; or `SIMPLE`."""
    made_in: str = ""
    """The opening at whose end it was written, where it was."""
    not_again: bool = False
    """Openings do not bring it back; lists and searches have it."""

    @property
    def too_small(self) -> bool:
        """Say whether somebody labelled the slip "too small" and left it so."""
        return self.label in SMALL

    @property
    def reworded(self) -> bool:
        """Say whether the words were changed since the slip was made."""
        return self.owner("text") != self.stamp

    @property
    def place(self) -> tuple[date, Stamp, str]:
        """Return the key slips are ordered by: the day, then when written, then the id."""
        return (self.happened or date.min, self.stamp, self.id)


@dataclass(frozen=True, slots=True)
class Mark(Record):
    """One part's tie to one slip."""

    slip: str = ""
    part: str = ""
    """Empty once the mark was taken off."""
    role: Role = "by"
    order: int = 0


@dataclass(frozen=True, slots=True)
class Line(Record):
    """Something written under a slip later."""

    slip: str = ""
    opening: str = ""
    nudge: str = ""
    text: str = field(default="", repr=False)
    """Empty once the line was taken back."""
    part: str = ""
    """Who signed it, where somebody did."""


@dataclass(frozen=True, slots=True)
class Part(Record):
    """Someone who can sign."""

    name: str = field(default="", repr=False)
    display: str = field(default="", repr=False)
    """What is shown in the place of the name, where that is to be something else."""
    mark: str = field(default="", repr=False)
    """One or two signs that stand before the name."""
    pronouns: str = field(default="", repr=False)
    color: str = ""
    """Six hex digits; empty where none was chosen."""
    tags: tuple[str, ...] = ()
    order: int = 0
    resting: bool = False
    """Left out where names are picked; the name stays on its slips."""
    removed: bool = False
    """In no list any more: its slips stay, by someone, or as written where it `stays`."""
    stays: bool = False
    """Once removed, the name is still read on its slips."""
    wish: Wish = ""
    """About slips others write for this part: shown to them, and nothing more."""
    about: str = field(default="", repr=False)
    """What the person wants to have at hand about this part."""
    nudges: str = ""
    """`off` where slips by or for this part meet no nudge."""
    source: str = field(default="", repr=False)
    """Where an imported name came from, so that a second import adds nothing."""


@dataclass(frozen=True, slots=True)
class Opening(Record):
    """One reading of the jar."""

    slips: tuple[str, ...] = ()
    """Ids of the slips to read, in order."""
    ended: str = ""
    """When it was closed, as `written`; empty while it may be taken up again."""
    closing: str = field(default="", repr=False)
    """A line written at the end."""
    quiet: str = ""
    """The day on which no more nudges were wanted, as an ISO date."""


@dataclass(frozen=True, slots=True)
class Nudge(Record):
    """A line for "too small" slips that was added here, or changed: the id is the line's name."""

    text: str = field(default="", repr=False)
    """Empty where the line has the words it came with."""
    off: bool = False
    """Not wanted here."""


@dataclass(frozen=True, slots=True)
class Choice(Record):
    """Something chosen for the whole jar, wherever it is open: the id says what."""

    value: str = field(default="", repr=False)


AnyRecord = TypeVar("AnyRecord", bound=Record)

TABLES: Final[Mapping[str, type[Record]]] = MappingProxyType(
    {
        "slips": Slip,
        "marks": Mark,
        "lines": Line,
        "parts": Part,
        "openings": Opening,
        "choices": Choice,
        "nudges": Nudge,
    }
)
STATES: Final = frozenset(get_args(State))
LABELS: Final = frozenset(get_args(Label))
ROLES: Final = frozenset(get_args(Role))
WISHES: Final = frozenset(get_args(Wish))
PRECISIONS: Final = frozenset(get_args(Precision))
_UNREAD: Final = "?"
"""Stands before a name in `later` where the stamp is that of a value in `extra`."""
OWN_FIELDS: Final = frozenset(f.name for f in fields(Record)) - {"written"}


def merge(
    old: AnyRecord, known: Mapping[str, Any], extra: Mapping[str, Any], stamp: Stamp
) -> AnyRecord:
    """Return `old` with the fields of one journal line, each field keeping its highest stamp.

    The order in which lines arrive makes no difference, and neither does a line met twice. A value
    this version cannot take has an owner of its own, so that it hides none that it can.
    """
    if "written" in known and stamp > old.stamp:
        return _made(old, known, extra, stamp)
    later = dict(old.later)
    taken: dict[str, Any] = {}
    kept_extra = dict(old.extra)
    for name, value in known.items():
        if _wins(value, stamp, getattr(old, name), old.owner(name)):
            later[name] = stamp
            taken[name] = value
    for name, value in extra.items():
        if _wins(value, stamp, kept_extra.get(name), old.owner(_unread(name))):
            later[_unread(name)] = stamp
            kept_extra[name] = value
    return replace(old, **taken, extra=kept_extra or NOTHING, later=later or NOTHING)


def _made(
    old: AnyRecord, known: Mapping[str, Any], extra: Mapping[str, Any], stamp: Stamp
) -> AnyRecord:
    """Return the record as its making line has it, with what was changed after that."""
    later = {name: at for name, at in old.later.items() if at > stamp}
    fields_since = {name: getattr(old, name) for name in later if not name.startswith(_UNREAD)}
    extra_since = {name: value for name, value in old.extra.items() if _unread(name) in later}
    return type(old)(
        old.id,
        stamp,
        later or NOTHING,
        {**extra, **extra_since} or NOTHING,
        **{**known, **fields_since},
    )


def _wins(value: Any, stamp: Stamp, present: Any, owner: Stamp) -> bool:
    """Say whether a value replaces the present one; two of one stamp are told apart by look."""
    return stamp > owner or (stamp == owner and repr(value) > repr(present))


def _unread(name: str) -> str:
    return f"{_UNREAD}{name}"
