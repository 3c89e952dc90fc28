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
from tests.bench.figures import Figure, seconds_of
from tests.bench.seed import RARE, Jars


def load(jars: Jars) -> Iterator[Figure]:
    """Measure opening the jar in a thread of its own process, the screen aside."""
    for slips, limit in ((10_000, None), (100_000, 0.8)):
        times = [seconds_of(partial(_open, jars.of(slips))) for _ in range(7)]
        yield Figure(f"reading the jar, {slips:,} slips", "s", statistics.median(times), limit)


def change(jars: Jars) -> Iterator[Figure]:
    """Measure what a change costs each side, without the disk."""
    kept, _ = JarService.open(jars.of(100_000), now)
    today = kept.almanac.today()
    kept.add(NewSlip("one more"))
    jar = kept.jar
    slip = jar.ordered[-1]
    steps = {
        "a changed slip folded into the jar": lambda: jar.with_records("slips", {slip.id: slip}),
        "jar.slips of a new jar": lambda: jar.with_records("parts", {}).slips,
        "all slips as rows": lambda: under_days(jar.slips[::-1], today),
        "all slips that hold a word": lambda: jar.containing(RARE).slips,
    }
    for what, step in steps.items():
        times = [seconds_of(step) * 1000 for _ in range(15)]
        yield Figure(f"{what}, 100,000", "ms", statistics.median(times))


def _open(home: Path) -> None:
    Repository(Folders(home), now).open()
