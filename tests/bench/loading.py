"""Reading a jar without a screen, and what one change of a large one costs."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.folders import Folders
from jar_tui.store.repository import Repository
from jar_tui.tui.app import now
from jar_tui.tui.widgets.rows import under_days
from tests.bench.programs import jar
from tests.bench.seed import RARE, Jars
from tests.bench.table import Figure, Line
from tests.bench.timing import seconds_of


def beside(jars: Jars) -> Iterator[Line]:
    """Measure reading, alone and behind the first screen, and what a change costs each side."""
    for slips in (10_000, 100_000):
        times = [seconds_of(partial(_open, jars.of(slips))) for _ in range(5)]
        yield Figure(f"reading {slips:,} slips", statistics.median(times) * 1000, "ms")
    for slips in (1, 10_000, 100_000):
        with jar(jars.of(slips)) as glass:
            glass.at_rest()
            yield Figure(f"processor, until {slips:,} slips are read", glass.cpu(), "s")
    yield from _change(jars)


def _change(jars: Jars) -> Iterator[Line]:
    kept, _ = JarService.open(jars.to_change(100_000), now)
    today = kept.almanac.today()
    kept.add(NewSlip("one more"))
    jar = kept.jar
    slip = jar.ordered[-1]
    steps = {
        "a changed slip folded in": lambda: jar.with_records("slips", {slip.id: slip}),
        "the slips of a new jar": lambda: jar.with_records("parts", {}).slips,
        "all slips as rows": lambda: under_days(jar.slips[::-1], today),
        "all slips that hold a word": lambda: jar.containing(RARE).slips,
    }
    for what, step in steps.items():
        times = [seconds_of(step) * 1000 for _ in range(15)]
        yield Figure(f"{what}, 100,000", statistics.median(times), "ms")


def _open(home: Path) -> None:
    Repository(Folders(home), now).open()
