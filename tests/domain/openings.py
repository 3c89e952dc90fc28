"""What the tests of openings share: a walk through one, its effects put into a jar by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.nudge import FAMILIES, noted
from jar_tui.domain.records import Opening, Slip, Stamp
from jar_tui.domain.review import (
    Effect,
    Hushed,
    Labelled,
    Met,
    Read,
    Review,
    Step,
    Ways,
    begun,
    update,
)

SUNDAY = date(2026, 11, 22)
LINES = {
    "both-1": "It can be small. It also happened.",
    "effort-1": "What did it take, on that day?",
    "eyes-1": "If someone you like had dropped this in, what might they like to hear?",
    "day-1": "Some days this does not happen. On that day it did.",
    "guard-1": "Keeping things small may have kept someone safe. Nothing has to change.",
    "size-1": "On paper, every slip in here is the same size.",
    **{f"{family}-2": f"Another of {family}." for family in FAMILIES},
}
WAYS = Ways(LINES)
OPENING = "o" * 26


def slip(number: int, text: str = "a step", **others: Any) -> Slip:
    """Return a slip of the days before Sunday, the lowest number the longest ago."""
    happened = SUNDAY - timedelta(days=8 - number)
    fields = {"text": text, "happened": happened, "precision": "day", **others}
    return Slip(f"s{number}", Stamp(number, "j"), **fields)


SIX = (
    slip(1, "took a breath before answering the door"),
    slip(2, "got dressed", label="small"),
    slip(3, "ate lunch with the door open"),
    slip(4, "said no to Saturday, felt guilty, kept it a no"),
    slip(5, "made toast", label="small"),
    slip(6, "went to bed before midnight"),
)
"""The script of the first opening: six slips, two of them marked."""


def jar_of(slips: Iterable[Slip], *openings: Opening) -> Jar:
    """Return a jar of slips and openings."""
    return Jar.of(
        {
            **EMPTY,
            "slips": {one.id: one for one in slips},
            "openings": {one.id: one for one in openings},
        }
    )


def opening(slips: Sequence[Slip], key: str = OPENING, at: int = 50, **others: Any) -> Opening:
    """Return an opening of some slips, begun at a moment."""
    return Opening(key, Stamp(at, "j"), slips=tuple(one.id for one in slips), **others)


def changed(jar: Jar, slip_id: str, **fields: Any) -> Jar:
    """Return the jar with other fields in one slip, as any session may write them."""
    found = jar.get(slip_id)
    assert found is not None
    return jar.with_records("slips", {slip_id: replace(found, **fields)})


def kept(jar: Jar, opening_id: str, effects: Iterable[Effect]) -> Jar:
    """Return the jar with the effects of a step, which a service would write to disk."""
    for effect in effects:
        match effect:
            case Read(key):
                jar = changed(jar, key, reached=opening_id)
            case Met(key, line):
                found = jar.get(key)
                assert found is not None
                jar = changed(jar, key, nudges=(*found.nudges, noted(line, opening_id)))
            case Labelled(key, label):
                jar = changed(jar, key, label=label)
            case Hushed():
                record = jar.tables["openings"][opening_id]
                assert isinstance(record, Opening)
                quiet = replace(record, quiet=SUNDAY.isoformat())
                jar = jar.with_records("openings", {opening_id: quiet})
    return jar


@dataclass
class Walk:
    """An opening under way: the jar as it is kept, what is in view, and all that was told."""

    jar: Jar
    opening: Opening
    ways: Ways = WAYS
    review: Review = field(default_factory=Review)
    effects: list[Effect] = field(default_factory=list)
    last: tuple[Effect, ...] = ()
    """The effects of the last step."""

    def begin(self, *, hushed: bool = False) -> Walk:
        """Begin the opening, or take it up again where it was stopped."""
        self.review, effects = begun(self.opening, self.jar, self.ways, hushed=hushed)
        return self._keep(effects)

    def go(self, *steps: Step) -> Walk:
        """Take some steps, each kept before the next."""
        for step in steps:
            self.review, effects = update(self.review, step, self.jar, self.ways)
            self._keep(effects)
        return self

    def _keep(self, effects: tuple[Effect, ...]) -> Walk:
        self.last = effects
        self.effects += effects
        self.jar = kept(self.jar, self.opening.id, effects)
        return self

    def told(self, kind: type[Effect]) -> list[Effect]:
        """Return all effects of one kind, in order."""
        return [effect for effect in self.effects if isinstance(effect, kind)]


def walk(slips: Sequence[Slip], ways: Ways = WAYS, *, hushed: bool = False) -> Walk:
    """Return the walk through an opening of all these slips, at its first."""
    one = opening(slips)
    return Walk(jar_of(slips, one), one, ways).begin(hushed=hushed)
