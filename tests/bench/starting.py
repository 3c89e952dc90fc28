"""From the command to the first letter on the glass, and what the program then weighs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial

from tests.bench.figures import Figure, in_turn
from tests.bench.glass import Glass, bare, jar
from tests.bench.seed import Jars

LETTER = "Z"
"""A letter no screen shows by itself."""
TIMES = 9
Program = Callable[[], AbstractContextManager[Glass]]


def start(jars: Jars) -> Iterator[Figure]:
    """Measure the time to the first typed letter."""
    for slips, limit in ((1, None), (10_000, 1.3), (100_000, 1.6)):
        ours = partial(_first_letter, partial(jar, jars.of(slips)))
        pair = in_turn(ours, partial(_first_letter, bare), TIMES)
        yield Figure(
            f"start to first letter, {slips:,} slips / bare", "x", pair.ratio, limit, pair.detail
        )


def loaded(jars: Jars) -> Iterator[Figure]:
    """Measure the processor time from the start until the jar is read, without judging it."""
    for slips in (1, 10_000, 100_000):
        with jar(jars.of(slips)) as glass:
            glass.at_rest()
            yield Figure(f"processor time until read, {slips:,} slips", "s", glass.cpu())


def memory(jars: Jars) -> Iterator[Figure]:
    """Measure the memory once the jar is read."""
    plain = statistics.median(_resident(bare) for _ in range(3))
    for slips, limit in ((10_000, 1.6), (100_000, 3.5)):
        ours = statistics.median(_resident(partial(jar, jars.of(slips))) for _ in range(3))
        detail = f"{ours:.0f} MB to {plain:.0f} MB"
        yield Figure(f"memory, {slips:,} slips / bare", "x", ours / plain, limit, detail)


def _first_letter(program: Program) -> float:
    begun = time.perf_counter()
    with program() as glass:
        glass.send(LETTER)
        return glass.seconds_until(LETTER.encode(), begun)


def _resident(program: Program) -> float:
    with program() as glass:
        glass.at_rest()
        return glass.resident()
