"""Dropping a slip in: from a shell, through the service, and with Enter."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest import mock

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.app import now
from tests.bench.figures import Figure, bare_fsync, in_turn, seconds_of
from tests.bench.glass import COMMAND, Glass, jar
from tests.bench.seed import Jars

SLIP = "went outside for a minute and felt the sun"
TINYDB = [sys.executable, "-c", "import tinydb"]
ADD = [*COMMAND, "add"]
DROPPED = b"Dropped in"


def shell(jars: Jars) -> Iterator[Figure]:
    """Measure `jar-tui add` from stdin."""
    bare = partial(seconds_of, partial(subprocess.run, TINYDB, check=True))
    for slips in (1_000, 10_000, 100_000):
        pair = in_turn(partial(_add, jars.of(slips)), bare, 15)
        limit = 2.5 if slips == 10_000 else None
        yield Figure(f"add, {slips:,} slips / import tinydb", "x", pair.ratio, limit, pair.detail)
    few, many = (partial(_add, jars.of(slips)) for slips in (1_000, 100_000))
    pair = in_turn(many, few, 15)
    yield Figure("add, 100,000 slips / 1,000 slips", "x", pair.ratio, 1.2, pair.detail)
    for when in ("yesterday", "12 march 2024"):
        pair = in_turn(partial(_add, jars.of(10_000), "--when", when), bare, 15)
        yield Figure(f"add --when {when!r} / import tinydb", "x", pair.ratio, 4, pair.detail)


def service(jars: Jars) -> Iterator[Figure]:
    """Measure `service.add` until its fsync returned."""
    for slips in (10_000, 100_000):
        home = jars.of(slips)
        kept, _ = JarService.open(home, now)
        pair = in_turn(partial(_to_fsync, kept), partial(bare_fsync, home), 41)
        yield Figure(
            f"add to fsync, {slips:,} slips / write + fsync", "x", pair.ratio, 3, pair.detail
        )
        whole = partial(seconds_of, partial(kept.add, NewSlip(SLIP)))
        pair = in_turn(whole, partial(bare_fsync, home), 21)
        yield Figure(
            f"  the same until add returned, {slips:,}", "x", pair.ratio, None, pair.detail
        )


def enter(jars: Jars) -> Iterator[Figure]:
    """Measure Enter to "Dropped in" on the glass, less one fsync."""
    for slips in (10_000, 100_000):
        home = jars.of(slips)
        with jar(home) as glass:
            glass.at_rest()
            pair = in_turn(partial(_drop, glass), partial(bare_fsync, home), 9)
        beyond = [one - other for one, other in zip(pair.ours, pair.theirs, strict=True)]
        yield Figure(
            f'Enter to "Dropped in" less an fsync, {slips:,} slips',
            "ms",
            statistics.median(beyond) * 1000,
            20,
            pair.detail,
        )


def _add(home: Path, *options: str) -> float:
    run = partial(
        subprocess.run,
        [*ADD, *options],
        input=SLIP.encode(),
        env={**os.environ, "JAR_TUI_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return seconds_of(run)


def _to_fsync(kept: JarService) -> float:
    """Return how long it takes until the last fsync of one drop returned."""
    real, returned = os.fsync, 0.0

    def fsync(handle: int) -> None:
        nonlocal returned
        real(handle)
        returned = time.perf_counter()

    with mock.patch("os.fsync", fsync):
        begun = time.perf_counter()
        kept.add(NewSlip(SLIP))
    return returned - begun


def _drop(glass: Glass) -> float:
    glass.send(SLIP)
    glass.settle()
    begun = time.perf_counter()
    glass.send("\r")
    taken = glass.seconds_until(DROPPED, begun)
    glass.settle()
    return taken
