"""An opening of the jar, as a pure update: what is in view, a step, and what is in view then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, NamedTuple

from jar_tui.domain import nudge
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import NOTHING, Label, Opening, Slip, nothing
from jar_tui.domain.selecting import reached_in, still_in, to_read

Manner = Literal["show", "ask", "off"]
"""How nudges come: by themselves, when asked for, or not at all."""


class Next(NamedTuple):
    """Go on, which changes nothing."""


class Back(NamedTuple):
    """Look at the slip before."""


class Answer(NamedTuple):
    """Say what becomes of the label; every answer is as good."""

    label: Label


class More(NamedTuple):
    """Ask for one more line."""


class Hush(NamedTuple):
    """Ask for no more lines today."""


Step = Next | Back | Answer | More | Hush


class Read(NamedTuple):
    """A slip was gone past, so it is no longer folded."""

    slip: str


class Met(NamedTuple):
    """A slip meets a line."""

    slip: str
    line: str


class Labelled(NamedTuple):
    """A slip's label was answered."""

    slip: str
    label: Label


class Hushed(NamedTuple):
    """No more lines are wanted today."""


Effect = Read | Met | Labelled | Hushed


@dataclass(frozen=True, slots=True)
class Review:
    """Where an opening stands."""

    opening: str = ""
    slips: tuple[str, ...] = ()
    at: int = 0
    """Which slip is in view, from 0; as many as there are slips: all, side by side."""
    read: int = 0
    """How many slips were gone past."""
    met: Mapping[str, tuple[str, ...]] = field(default_factory=nothing)
    """The lines met in this opening, by slip."""
    hushed: bool = False
    asked: frozenset[str] = frozenset()
    """Slips for which a line was asked for although lines are hushed."""
    answered: Mapping[str, Label] = field(default_factory=nothing)
    """The answers given in this opening, by slip."""

    @property
    def slip(self) -> str:
        """Return the id of the slip in view; empty where all are."""
        return self.slips[self.at] if self.at < len(self.slips) else ""

    @property
    def line(self) -> str:
        """Return the name of the line in view; empty where none is."""
        lines = self.met.get(self.slip, ())
        return lines[-1] if lines and not (self.hushed and self.slip not in self.asked) else ""

    @property
    def is_over(self) -> bool:
        """Say whether every slip was read and all are side by side."""
        return self.at >= len(self.slips)


class Ways(NamedTuple):
    """How nudges come: in what manner, and which lines there are."""

    lines: nudge.Lines = NOTHING
    manner: Manner = "show"


Outcome = tuple[Review, tuple[Effect, ...]]


def begun(opening: Opening, jar: Jar, ways: Ways, *, hushed: bool = False) -> Outcome:
    """Return an opening as it stands on disk: at its first slip, or where it was stopped."""
    here = to_read(jar, opening.slips)
    slips = tuple(slip.id for slip in here)
    everyone = opening.slips  # a line met by a slip that is covered now was met all the same
    found = [(key, nudge.met(slip, opening.id)) for key in everyone if (slip := jar.get(key))]
    read = reached_in(opening, here)
    wanted = [(key, tuple(line for line in lines if line in ways.lines)) for key, lines in found]
    met = {key: lines for key, lines in wanted if lines}
    review = Review(opening.id, slips, read, read, met, hushed or ways.manner == "off")
    return _arrived(review, jar, ways, ())


def update(review: Review, step: Step, jar: Jar, ways: Ways) -> Outcome:
    """Return where an opening stands after a step, and what is to be kept of it."""
    slip = in_view(review, jar)
    match step:
        case Next() if not review.is_over:
            return _gone_on(review, jar, ways)
        case Back() if review.at:
            return replace(review, at=review.at - 1), ()
        case Answer(label) if slip is not None and review.line:
            answered = {**review.answered, slip.id: label}
            return replace(review, answered=answered), (Labelled(slip.id, label),)
        case More() if slip is not None and ways.manner != "off":
            if review.line or nudge.may_meet(jar, slip):
                return _given(replace(review, asked=review.asked | {slip.id}), slip, jar, ways)
        case Hush() if not review.is_over:
            return replace(review, hushed=True, asked=frozenset()), (Hushed(),)
        case _:
            pass
    return review, ()


def may_ask(review: Review, slip: Slip, jar: Jar, ways: Ways) -> bool:
    """Say whether a line is there for the asking, where they do not come by themselves."""
    return ways.manner == "ask" and not review.hushed and nudge.may_meet(jar, slip)


def _gone_on(review: Review, jar: Jar, ways: Ways) -> Outcome:
    effects: tuple[Effect, ...] = ()
    slip = in_view(review, jar)
    if slip is not None and review.at >= review.read and slip.reached != review.opening:
        effects = (Read(slip.id),)
    at = review.at + 1
    return _arrived(replace(review, at=at, read=max(review.read, at)), jar, ways, effects)


def _arrived(review: Review, jar: Jar, ways: Ways, effects: tuple[Effect, ...]) -> Outcome:
    """Have the slip in view meet a line by itself, where it is to."""
    slip = in_view(review, jar)
    few = sum(map(len, review.met.values())) < nudge.MOST
    if (
        slip is not None
        and few
        and ways.manner == "show"
        and not review.hushed
        and slip.id not in review.met
        and nudge.may_meet(jar, slip)
    ):
        review, more = _given(review, slip, jar, ways)
        return review, (*effects, *more)
    return review, effects


def _given(review: Review, slip: Slip, jar: Jar, ways: Ways) -> Outcome:
    here = review.met.get(slip.id, ())
    told = nudge.told(jar)
    for key, lines in review.met.items():  # the jar may not have those of this opening yet
        kept = jar.get(key)
        told.update({*lines} - {*(nudge.met(kept, review.opening) if kept else ())})
    line = nudge.chosen(ways.lines, told, {*nudge.met(slip), *here})
    if line is None:
        return review, ()
    return replace(review, met={**review.met, slip.id: (*here, line)}), (Met(slip.id, line),)


def in_view(review: Review, jar: Jar) -> Slip | None:
    """Return the slip in view; None where all are, or where it was covered or set aside since."""
    return next((slip for slip in still_in(jar, (review.slip,)) if not slip.covered), None)


def is_hushed(jar: Jar, today: date) -> bool:
    """Say whether no more lines were wanted today."""
    day = today.isoformat()
    openings = jar.tables["openings"].values()
    return any(isinstance(one, Opening) and one.quiet == day for one in openings)


def left(review: Review, jar: Jar) -> Literal["", "folded", "again"]:
    """Say what is left of an opening: slips never read before, slips read again, or nothing."""
    slips = to_read(jar, review.slips[review.read :])
    if not slips:
        return ""
    return "again" if any(slip.reached for slip in slips) else "folded"
