"""Whatever is done with a jar, the drawing, the shelf and the pile never shrink; unless erased."""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jar_tui.domain.jar import Jar
from jar_tui.domain.pile import FULL, counted, months
from jar_tui.domain.records import Slip
from jar_tui.domain.review import Effect, Hushed, Labelled, Met, Read
from jar_tui.domain.signing import Signature
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import When
from jar_tui.service import JarService
from jar_tui.store import disk
from jar_tui.tui.widgets.jar_picture import JarPicture, colors_of
from tests.store.jars import replaced
from tests.store.machines import Machine

STEP = NewSlip("a step")
YEARS: Final = [-9000, -400, -31, -1, 1, 31, 400, 9000]
"""Days a clock or a date is moved by."""


class Seen(NamedTuple):
    """What is shown of a jar."""

    picture: tuple[int, int]
    """Full jars on the shelf, and papers in the one in use."""
    grown: dict[tuple[int, int], int]
    """Slips by the end of each month."""
    ids: frozenset[str]

    def by(self, month: tuple[int, int]) -> int:
        """Return how many slips there were by the end of a month."""
        known = sorted(self.grown)
        at = bisect_right(known, month)
        return self.grown[known[at - 1]] if at else 0


def seen(jar: Jar) -> Seen:
    picture = JarPicture()
    picture.fill(jar, tuple(colors_of(jar)))
    grown = {(month, of): by_then for month, of, _, by_then in months(jar)}
    ids = frozenset(slip.id for slip in counted(jar))
    assert max(grown.values(), default=0) == len(ids)
    return Seen((picture.shelf, len(picture.papers)), grown, ids)


class History:
    """Three machines with one jar, and a session that stays open on each."""

    def __init__(self, root: Path) -> None:
        self.machines = [Machine(root / f"machine-{n}") for n in range(3)]
        self.sessions = [JarService(one.repository, one.clock) for one in self.machines]
        self.erased: set[str] = set()

    def seen(self) -> list[Seen]:
        """Return what each machine shows, once it has taken in what came."""
        for session in self.sessions:
            session.catch_up()
        return [seen(session.jar) for session in self.sessions]

    def drop(self, at: int, many: int, later: int = 0, ago: int = 0) -> None:
        """Drop slips in after the clock has moved, about a day of some time ago."""
        self.jump(at, later)
        session = self.sessions[at]
        day = session.almanac.today() - timedelta(days=abs(ago))
        session.add_all([STEP._replace(when=When(day, "day", ""))] * many)

    def change(self, at: int, which: int, how: str) -> None:
        """Do something with one slip, whichever session does it."""
        session = self.sessions[at]
        slips = counted(session.jar)
        if slips:
            CHANGES[how](session, slips[which % len(slips)])

    def erase(self, at: int, which: int) -> None:
        slips = counted(self.sessions[at].jar)
        if slips:
            gone = slips[which % len(slips)].id
            self.erased.add(gone)
            self.sessions[at].erase(gone)

    def undo(self, at: int, earlier: bool) -> None:
        self.sessions[at].undo(earlier=earlier)

    def open(self, at: int, many: int, ended: bool) -> None:
        """Read some slips in an opening, stopped or gone through to its end."""
        session = self.sessions[at]
        ids = [slip.id for slip in session.jar.folded().slips[:many]]
        opening = session.openings.begin(ids).id
        for one in ids:
            met: list[Effect] = [Met(one, "both-1"), Labelled(one, "lifted"), Read(one)]
            session.openings.keep(opening, met)
        session.openings.keep(opening, [Hushed()])
        if ended:
            session.openings.write_closing(opening, "closing words")
            session.openings.end(opening)

    def beside(self, at: int, many: int) -> None:
        """Drop slips in from a second session of the same machine."""
        machine = self.machines[at]
        second = JarService.open(machine.home, machine.clock)[0]
        made = second.add_all([STEP] * many)
        second.set_aside(made[0].id, aside=True)

    def reopen(self, at: int) -> None:
        machine = self.machines[at]
        self.sessions[at] = JarService(machine.begin(), machine.clock)

    def jump(self, at: int, days: int) -> None:
        self.machines[at].clock.now += timedelta(days=days)

    def send(self, at: int, to: int) -> None:
        """Bring what one machine wrote to another, which may have seen none of what it is about."""
        here, there = self.machines[at], self.machines[to]
        if here is not there:
            for name in here.own:
                replaced(there.folder / name, (here.folder / name).read_bytes())


CHANGES: Final[dict[str, Callable[[JarService, Slip], object]]] = {
    "edit": lambda jar, slip: jar.edit(slip.id, "other words"),
    "empty": lambda jar, slip: jar.edit(slip.id, ""),
    "label": lambda jar, slip: jar.label(slip.id, small=not slip.too_small),
    "cover": lambda jar, slip: jar.cover(slip.id, covered=not slip.covered),
    "aside": lambda jar, slip: jar.set_aside(slip.id, aside=not slip.set_aside),
    "sign": lambda jar, slip: jar.sign(slip.id, Signature("unsure")),
    "line": lambda jar, slip: jar.write_line(slip.id, "three tries"),
    "years ago": lambda jar, slip: jar.date(slip.id, When(date(1999, 5, 1), "year", "")),
    "lately": lambda jar, slip: jar.date(slip.id, When(date(2026, 11, 20), "day", "")),
    "sometime": lambda jar, slip: jar.date(slip.id, When(None, "sometime", "")),
}
AT, WHICH = st.integers(0, 2), st.integers(0, 400)
MANY, DAYS = st.sampled_from([1, 1, 2, 5, 150]), st.sampled_from(YEARS)
KEEPING = st.one_of(
    st.tuples(st.just("drop"), AT, MANY, DAYS, DAYS),
    st.tuples(st.just("drop"), AT, MANY, DAYS, DAYS),
    st.tuples(st.just("change"), AT, WHICH, st.sampled_from(sorted(CHANGES))),
    st.tuples(st.just("change"), AT, WHICH, st.just("aside")),
    st.tuples(st.just("undo"), AT, st.booleans()),
    st.tuples(st.just("open"), AT, st.integers(0, 4), st.booleans()),
    st.tuples(st.just("beside"), AT, MANY),
    st.tuples(st.just("reopen"), AT),
    st.tuples(st.just("jump"), AT, DAYS),
    st.tuples(st.just("send"), AT, AT),
    st.tuples(st.just("send"), AT, AT),
)
ERASING = st.tuples(st.just("erase"), AT, WHICH)
Step = tuple[Any, ...]
"""What is done, and to what."""


def histories(steps: st.SearchStrategy[Step]) -> st.SearchStrategy[list[Step]]:
    """Return what may happen once some slips are known on two of the machines."""
    first = st.sampled_from([1, 7, FULL - 1, FULL])
    rest = st.lists(steps, min_size=4, max_size=20)
    return st.builds(lambda many, more: [("drop", 0, many), ("send", 0, 1), *more], first, rest)


def holds(before: Seen, after: Seen, erased: set[str]) -> None:
    """Check that nothing shrank but by what was erased."""
    gone = before.ids - after.ids
    assert gone <= erased
    for month, there in before.grown.items():
        assert after.by(month) >= there - len(gone)
    if not gone:
        assert after.picture >= before.picture
        assert after.grown.keys() >= before.grown.keys()


def lived_through(steps: Sequence[Step]) -> list[Seen]:
    """Take the steps on throwaway machines, with a look after each; return the last."""
    with tempfile.TemporaryDirectory() as root, pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "fsync", lambda handle: None)
        history = History(Path(root))
        shown = history.seen()
        for name, *to_what in steps:
            getattr(history, name)(*to_what)
            before, shown = shown, history.seen()
            for one, other in zip(before, shown, strict=True):
                holds(one, other, history.erased)
        for at in range(3):
            history.reopen(at)
        assert history.seen() == shown
        return shown


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(histories(KEEPING))
@example([("drop", 0, FULL), ("drop", 0, 1, -9000), ("change", 0, 0, "aside")])
@example([("drop", 0, 1), ("send", 0, 1), ("change", 1, 0, "edit"), ("send", 1, 2), ("send", 0, 2)])
def test_nothing_that_is_kept_makes_the_drawing_the_shelf_or_the_pile_smaller(
    steps: list[Step],
) -> None:
    lived_through(steps)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(histories(st.one_of(KEEPING, ERASING)))
def test_an_erasing_takes_what_was_erased_and_no_more(steps: list[Step]) -> None:
    lived_through(steps)


def test_a_slip_set_aside_stays_in_the_pile_and_an_erased_one_does_not() -> None:
    full: list[Step] = [("drop", 0, FULL), ("drop", 0, 1)]
    assert lived_through(full)[0].picture == (1, 1)
    assert lived_through([*full, ("change", 0, 3, "aside")])[0].picture == (1, 1)
    assert lived_through([*full, ("erase", 0, 3)])[0].picture == (0, 16)
