"""What one change costs as a jar grows, beside TinyDB as it comes, its cache, and jrnl."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.bench.adding import to_jar, to_jrnl
from tests.bench.keeping import Ours, Stock, as_tinydb
from tests.bench.rows import CHANGES, SIZES
from tests.bench.seed import Jars
from tests.bench.table import Figure, Line, Missing, Peer, ratio
from tests.bench.timing import bare_fsync, in_turn, milliseconds, seconds_of, until_fsync, written

TIMES = 201
SLOW_TIMES = 5
_OTHER_WORK = bytes(16 << 20)
"""More than the processor's nearer caches hold."""


def store(jars: Jars) -> Iterator[Line]:
    """Measure an insert and an edit: until on the disk, until they return, and their bytes."""
    ours = [Ours(jars.to_change(slips)) for slips in SIZES]
    before = Ours(jars.to_change(1))
    yield from _kept(ours, "", TIMES, before.insert)
    other_work = partial(_OTHER_WORK.count, b"x")
    yield from _kept([ours[0], ours[-1]], ", other work before", TIMES // 3, other_work)
    yield from _returned(ours, before.insert)
    stock, cached = ([_stock(jars, slips, cached=c) for slips in SIZES] for c in (False, True))
    yield from _beside(ours, stock, cached)
    yield from _written(ours, stock, cached)
    yield from _from_a_shell(jars)


def _kept(
    ours: Sequence[Ours], said: str, times: int, before: Callable[[], object]
) -> Iterator[Line]:
    """Measure each change until its fsync returned, each after the same thing `before`."""
    actions = [
        partial(_after, before, action)
        for one in ours
        for action in (
            partial(until_fsync, one.insert),
            partial(until_fsync, one.edit),
            partial(bare_fsync, one.home),
        )
    ]
    found = in_turn(times, *actions)
    bare = found[2::3]
    for name, taken in (("insert", found[0::3]), ("edit", found[1::3])):
        for slips, mine, theirs in zip(_sizes(ours), taken, bare, strict=True):
            yield Figure(
                f"{name}, {slips:,}{said}",
                ratio(mine, theirs) or 0,
                "times",
                milliseconds(mine, theirs),
            )
        if not said:
            grown = ratio(taken[-1], taken[0]) or 0
            yield Figure(f"{name}, 100,000 against 1,000", grown, "times")


def _returned(ours: Sequence[Ours], before: Callable[[], object]) -> Iterator[Line]:
    """Measure the calls whole: the jar in memory has the change as well."""
    names = [(name, one) for name in CHANGES for one in ours]
    actions = [partial(seconds_of, getattr(one, name)) for name, one in names]
    found = in_turn(TIMES // 3, *(partial(_after, before, action) for action in actions))
    for (name, _), slips, taken in zip(names, SIZES * 2, found, strict=True):
        yield Figure(f"{name}, {slips:,}, until it returned", _median(taken), "ms")


def _beside(
    ours: Sequence[Ours], stock: Sequence[Stock], cached: Sequence[Stock]
) -> Iterator[Line]:
    """Measure the calls of TinyDB whole, ours in turn with them."""
    for slips, one, plain, quick in zip(SIZES, ours, stock, cached, strict=True):
        theirs = {
            "TinyDB, insert": (plain.insert, one.insert),
            "TinyDB, edit": (plain.edit, one.edit),
            "its cache, insert": (quick.insert, one.insert),
            "its cache, flush": (quick.flush, one.insert),
        }
        actions = [partial(seconds_of, action) for pair in theirs.values() for action in pair]
        found = in_turn(SLOW_TIMES, *actions)
        for name, taken, mine in zip(theirs, found[0::2], found[1::2], strict=True):
            yield Peer(f"{name}, {slips:,}", _median(taken), "ms", ratio(mine, taken))


def _written(
    ours: Sequence[Ours], stock: Sequence[Stock], cached: Sequence[Stock]
) -> Iterator[Line]:
    """Count the bytes of each change."""
    if written() is None:
        yield Missing("bytes of a change", "this system does not count them")
        return
    for name in CHANGES:
        counts = [_bytes_of(getattr(one, name)) for one in ours]
        for slips, mine in zip(SIZES, counts, strict=True):
            yield Figure(f"{name}, {slips:,}, written", mine, "bytes")
        yield Figure(f"{name}, written, against 1,000", counts[-1] / counts[0], "times")
        for slips, mine, plain in zip(SIZES, counts, stock, strict=True):
            theirs = _bytes_of(getattr(plain, name))
            yield _kilobytes(f"TinyDB, {name}, {slips:,}", mine, theirs)
        if name == "insert":
            for slips, mine, quick in zip(SIZES, counts, cached, strict=True):
                quick.insert()
                theirs = _bytes_of(quick.flush, 1)
                yield _kilobytes(f"its cache, flush, {slips:,}", mine, theirs)


def _from_a_shell(jars: Jars) -> Iterator[Line]:
    """Measure a slip from stdin beside an entry of jrnl."""
    theirs = to_jrnl(jars)
    if isinstance(theirs, Missing):
        yield theirs
        return
    mine = to_jar(jars.to_change(10_000))
    took, taken = in_turn(SLOW_TIMES, partial(seconds_of, mine), partial(seconds_of, theirs))
    yield Figure("jar-tui add, 10,000", _median(took), "ms")
    yield Peer("jrnl, from stdin, 10,000 entries", _median(taken), "ms", ratio(took, taken))
    if written() is not None:
        few, many = _bytes_of(mine), _bytes_of(theirs)
        yield Figure("jar-tui add, 10,000, written", few, "bytes")
        yield _kilobytes("jrnl, 10,000 entries", few, many)


def _stock(jars: Jars, slips: int, *, cached: bool) -> Stock:
    path = jars.folder / f"{'cached' if cached else 'stock'}-{slips}.json"
    return Stock(as_tinydb(path, jars.of(slips)), slips, cached=cached)


def _after(before: Callable[[], object], action: Callable[[], float]) -> float:
    before()
    return action()


def _bytes_of(action: Callable[[], object], times: int = 3) -> float:
    """Return how many bytes an action hands to the system, children included."""
    found = []
    for _ in range(times):
        begun = written() or 0
        action()
        found.append((written() or 0) - begun)
    return statistics.median(found)


def _sizes(ours: Sequence[Ours]) -> tuple[int, ...]:
    return SIZES if len(ours) == len(SIZES) else (SIZES[0], SIZES[-1])


def _kilobytes(name: str, ours: float, theirs: float) -> Peer:
    return Peer(f"{name}, written", theirs / 1000, "kB", ours / theirs)


def _median(seconds: Sequence[float]) -> float:
    return statistics.median(seconds) * 1000


def tinydb_file(jars: Jars, slips: int) -> Path:
    """Return the slips of a jar as TinyDB keeps them, for looking only."""
    path = jars.folder / f"tinydb-{slips}.json"
    return path if path.exists() else as_tinydb(path, jars.of(slips))
