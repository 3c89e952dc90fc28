"""From the command to the first letter on the glass, and what the program then weighs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from functools import partial

from tests.bench.programs import (
    PAINTED,
    Program,
    Start,
    dooit,
    editors,
    jar,
    textual_apps,
    tried,
)
from tests.bench.seed import Jars
from tests.bench.table import Figure, Line, Peer, ratio
from tests.bench.timing import in_turn, milliseconds

LETTER = "Z"
"""A letter no screen shows by itself."""
TIMES = 11
SIZES = (10_000, 100_000, 1)


def start(jars: Jars) -> Iterator[Line]:
    """Measure the time to the first typed letter, and for a list of tasks to its first paint."""
    bare, *others = textual_apps()
    present, absent = tried([*others, *editors(jars.folder)])
    ours = [partial(jar, jars.of(slips)) for slips in SIZES]
    starts: list[Start] = [*ours, bare.start, *(one.start for one in present)]
    times = in_turn(TIMES, *(partial(_first_letter, one) for one in starts))
    base = times[len(SIZES)]
    for slips, taken in zip(SIZES, times, strict=False):
        named = "1 slip" if slips == 1 else f"{slips:,} slips"
        yield Figure(named, ratio(taken, base) or 0, "times", milliseconds(taken, base))
    for program, taken in zip([bare, *present], times[len(SIZES) :], strict=True):
        yield _peer(program.name, times[0], taken)
    yield from absent
    yield from _first_paint(jars)


def memory(jars: Jars) -> Iterator[Line]:
    """Measure the memory once the jar is read."""
    bare, *others = textual_apps()
    present, absent = tried([*others, *editors(jars.folder), dooit(jars.peers)])
    base = _resident(bare.start)
    for slips in SIZES[:2]:
        ours = _resident(partial(jar, jars.of(slips)))
        yield Figure(f"{slips:,} slips", ours / base, "times", f"{ours:.0f} / {base:.0f} MB")
        if slips == SIZES[0]:
            least = ours
    yield Peer(bare.name, base, "MB", least / base)
    for program in present:
        theirs = _resident(program.start)
        yield Peer(program.name, theirs, "MB", least / theirs)
    yield from absent


def _first_paint(jars: Jars) -> Iterator[Line]:
    present, absent = tried([dooit(jars.peers)])
    yield from absent
    if not present:
        return
    ours = Program("ours", partial(jar, jars.of(SIZES[0])), PAINTED)
    mine, theirs = in_turn(TIMES, *(partial(_painted, one) for one in (ours, *present)))
    median = statistics.median(mine) * 1000
    yield Figure("10,000 slips, start to first paint", median, "ms")
    yield _peer("dooit, no tasks, to first paint", mine, theirs)


def _peer(name: str, ours: Sequence[float], theirs: Sequence[float]) -> Peer:
    return Peer(name, statistics.median(theirs) * 1000, "ms", ratio(ours, theirs))


def _first_letter(start: Start) -> float:
    begun = time.perf_counter()
    with start() as glass:
        glass.send(LETTER)
        return glass.seconds_until(LETTER.encode(), begun)


def _painted(program: Program) -> float:
    begun = time.perf_counter()
    with program.start() as glass:
        return glass.seconds_until(program.painted, begun)


def _resident(start: Start) -> float:
    """Return the median of three starts, in megabytes."""
    found = []
    for _ in range(3):
        with start() as glass:
            glass.at_rest()
            found.append(glass.resident())
    return statistics.median(found)
