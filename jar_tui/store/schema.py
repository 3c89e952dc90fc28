"""From the lines of older formats to lines of today's; the files they are in stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jar_tui.store.line import FORMAT, Entry

Step = Callable[[Entry], Entry]
"""Returns a line of one format as the next format would have it."""
STEPS: Final[dict[int, Step]] = {}
"""By the version a step leads away from; the first format needs none."""


def steps(version: int) -> tuple[Step, ...]:
    """Return what makes a line of that version one of today's, in order."""
    return tuple(STEPS[one] for one in range(version, FORMAT) if one in STEPS)


def of_today(entry: Entry, way: tuple[Step, ...]) -> Entry:
    """Return a line as today's format would have it."""
    for step in way:
        entry = step(entry)
    return entry
