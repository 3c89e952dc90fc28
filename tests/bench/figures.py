"""What was measured against what was promised, and the table that shows it."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.seed import Jars

Bench = Callable[[Jars], Iterator["Figure"]]
WIDTHS = (52, 22, 42, 4)


@dataclass(frozen=True)
class Figure:
    """One line of the table; a figure without a limit is told and not judged."""

    what: str
    unit: str
    measured: float
    limit: float | None = None
    detail: str = ""

    @property
    def met(self) -> str:
        """Say whether the promise holds."""
        if self.limit is None:
            return ""
        return "yes" if self.measured <= self.limit else "NO"

    def cells(self) -> tuple[str, ...]:
        """Return the cells of the line."""
        promised = "" if self.limit is None else f"{self.limit:g} {self.unit}"
        detail = f" ({self.detail})" if self.detail else ""
        return (self.what, promised, f"{self.measured:.4g} {self.unit}{detail}", self.met)


def row(cells: Sequence[str]) -> str:
    """Return one line of the table."""
    padded = (cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True))
    return "  ".join(padded).rstrip()


@dataclass(frozen=True)
class Pair:
    """Two things timed in turn; only their ratio and medians within one run mean anything."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Return the median of the ratios, pair by pair."""
        pairs = zip(self.ours, self.theirs, strict=True)
        return statistics.median(one / other for one, other in pairs)

    @property
    def detail(self) -> str:
        """Return the two medians in milliseconds."""
        one, other = (statistics.median(some) * 1000 for some in (self.ours, self.theirs))
        return f"{one:.3g} ms to {other:.3g} ms, n={len(self.ours)}"


def in_turn(ours: Callable[[], float], theirs: Callable[[], float], times: int) -> Pair:
    """Time two things alternately, after one uncounted turn of each."""
    ours()
    theirs()
    found = [(ours(), theirs()) for _ in range(times)]
    return Pair(tuple(one for one, _ in found), tuple(other for _, other in found))


def seconds_of(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def bare_fsync(folder: Path) -> float:
    """Return how long writing and syncing 300 bytes takes on the disk of a folder."""
    handle = os.open(folder / "fsync", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        begun = time.perf_counter()
        os.write(handle, b"x" * 300)
        os.fsync(handle)
        return time.perf_counter() - begun
    finally:
        os.close(handle)
