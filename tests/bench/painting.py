"""What keys cost on the glass: bytes, the time to the first of them, and the peace between."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.bench.figures import Figure
from tests.bench.glass import Answer, Glass, jar
from tests.bench.seed import TODAY, Jars

DOWN, TAB = "\x1b[B", "\t"
IDLE = 10.0
WANTED = "tobanda"
"""Letters of which each leaves fewer slips found, so that each changes the list."""


def paint(jars: Jars) -> Iterator[Figure]:
    """Measure the bytes of the first paint, of letters and of arrows, and idle peace."""
    with jar(jars.of(10_000)) as glass:
        glass.at_rest()
        yield Figure("first paint 80x24", "bytes", len(glass.output), 8_000)
        used = glass.cpu()
        came = glass.idle(IDLE)
        share = (glass.cpu() - used) / IDLE * 100
        yield Figure(f"idle {IDLE:g} s", "bytes", came, 0)
        yield Figure(f"idle {IDLE:g} s", "% CPU", share, 0.5)
        letters = [glass.answer(letter) for letter in "a small step "]
        yield _bytes("a letter typed (median)", letters, 60)
        yield Figure("a letter typed (most)", "bytes", max(one.size for one in letters))
        yield _first_byte("first byte after a letter, 10,000 slips", letters, None)


def arrows(jars: Jars) -> Iterator[Figure]:
    """Measure arrows in the list of the largest jar."""
    with jar(jars.of(100_000)) as glass:
        glass.at_rest()
        _all_slips(glass)
        plain = [glass.answer(DOWN) for _ in range(5)]
        for _ in range(20):
            glass.answer(DOWN, quiet=0.1)
        scrolling = [glass.answer(DOWN) for _ in range(9)]
    yield _bytes("an arrow in the list", plain, 500)
    yield _bytes("a scrolling arrow", scrolling, 500)
    yield _first_byte("first byte after an arrow, 100,000 slips", plain, 15)
    yield _first_byte("first byte after a scrolling arrow, 100,000", scrolling, 15)


def find(jars: Jars) -> Iterator[Figure]:
    """Measure finding as one types, in the largest jar."""
    with jar(jars.of(100_000)) as glass:
        glass.at_rest()
        glass.answer(TAB)
        glass.answer("/")
        answers = [glass.answer(letter, quiet=0.6) for letter in WANTED]
    yield _first_byte("find: key to first byte, 100,000 slips", answers, 250)
    last = [one.last * 1000 for one in answers]
    detail = f"median {statistics.median(last):.0f}, n={len(last)}"
    yield Figure("find: key to last byte, the slowest letter", "ms", max(last), 250, detail)


def _all_slips(glass: Glass) -> None:
    """Go to the list and down past the slips of today, which brings the older ones."""
    glass.answer(TAB)
    for _ in range(TODAY):
        glass.answer(DOWN)


def _bytes(what: str, answers: list[Answer], limit: float) -> Figure:
    sizes = [one.size for one in answers]
    detail = f"most {max(sizes)}, n={len(sizes)}"
    return Figure(what, "bytes", statistics.median(sizes), limit, detail)


def _first_byte(what: str, answers: list[Answer], limit: float | None) -> Figure:
    times = [one.first * 1000 for one in answers]
    detail = f"most {max(times):.0f}, n={len(times)}"
    return Figure(what, "ms", statistics.median(times), limit, detail)
