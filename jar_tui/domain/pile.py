"""The pile: all that was ever dropped in, jar by jar and month by month; it never shrinks."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from heapq import nsmallest
from operator import attrgetter
from typing import Final, NamedTuple

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import UNBORN, Slip
from jar_tui.domain.selecting import mixing

FULL: Final = 300
"""Slips to a jar."""
SIDE: Final = 3
"""Slips shown from before, and as many from lately."""
LATELY: Final = 12
"""Lately goes back at most so many of the slips that were read."""
_LAST: Final = 253_402_300_799_999
"""The last millisecond of the year 9999; stamps may name later ones."""


class Shelf(NamedTuple):
    """Where slips lie."""

    jars: int
    """Full jars on the shelf."""
    lying: int
    """Slips in the jar in use; none only where there are no slips at all."""


class Month(NamedTuple):
    """One month in which something was dropped in."""

    year: int
    month: int
    dropped: int
    by_then: int
    """Slips dropped in from the beginning to the end of this month."""


Sides = tuple[tuple[Slip, ...], tuple[Slip, ...]]
"""Slips from before, and slips from lately."""


def counted(jar: Jar) -> tuple[Slip, ...]:
    """Return every slip dropped in and not erased, set aside or not, in order.

    A record whose making line has not arrived yet is none.
    """
    if UNBORN not in map(attrgetter("stamp"), jar.ordered):  # as nearly always; it is quicker
        return jar.ordered
    return tuple(slip for slip in jar.ordered if slip.stamp != UNBORN)


def shelf(count: int) -> Shelf:
    """Return where so many slips lie; a full jar stays in use until one more is dropped in."""
    jars = max(0, count - 1) // FULL
    return Shelf(jars, count - jars * FULL)


def months(jar: Jar) -> tuple[Month, ...]:
    """Return the pile as it grew, by the month slips were written in, oldest first."""
    dropped = Counter(map(_month_of, counted(jar)))
    found: list[Month] = []
    by_then = 0
    for month in sorted(dropped):
        by_then += dropped[month]
        found.append(Month(*month, dropped[month], by_then))
    return tuple(found)


def _month_of(slip: Slip) -> tuple[int, int]:
    """Return year and month in which a slip was written, by the calendar of where that was."""
    try:
        written = datetime.fromisoformat(slip.written)
    except ValueError:
        written = datetime.fromtimestamp(min(slip.stamp.time >> 16, _LAST) / 1000, UTC)
    return written.year, written.month


def before_and_lately(jar: Jar, today: date) -> Sides:
    """Return some slips from before and some from lately, the same all day; or none of either.

    Only slips that an opening has read, that are in the jar, not covered, and may be read again;
    "sometime" has no day and is left out.
    """
    read = [slip for slip in jar.ordered if _may_be_shown(slip)]
    if len(read) < 2 * SIDE:
        return (), ()
    half = len(read) // 2
    return _picked(read[:half], today), _picked(read[half:][-LATELY:], today)


def _may_be_shown(slip: Slip) -> bool:
    shows = slip.text and not (slip.covered or slip.set_aside or slip.not_again)
    return bool(slip.reached and shows and slip.happened)


def _picked(slips: list[Slip], today: date) -> tuple[Slip, ...]:
    """Return a few slips, the same for one day, in their order."""
    few = nsmallest(SIDE, slips, key=mixing(today))
    return tuple(sorted(few, key=lambda slip: slip.place))
