"""What came into the jar since a day or an opening, and what is for somebody."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import date, datetime

from jar_tui.domain.jar import Jar
from jar_tui.domain.people import signature_of
from jar_tui.domain.records import Opening, Slip, Stamp
from jar_tui.domain.ritual import day_of, past
from jar_tui.domain.selecting import is_readable
from jar_tui.domain.signing import Tie
from jar_tui.domain.span import read_span
from jar_tui.domain.when import When, WhenError


def since_day(jar: Jar, day: date, day_begins: int = 0) -> tuple[Slip, ...]:
    """Return the slips that were written on a day or later, in the order they were."""
    return _in_order(slip for slip in jar if _on_or_after(day, slip, day_begins))


def since_opening(jar: Jar, opening: Opening) -> tuple[Slip, ...]:
    """Return the slips that were written after an opening was begun, in the order they were.

    Its own slips and those written at its end are not among them.
    """
    begun = moment(opening.written)
    if begun is None:
        return ()
    own = frozenset(opening.slips)
    found = (slip for slip in jar if slip.id not in own and slip.made_in != opening.id)
    return _in_order(
        slip for slip in found if (then := moment(slip.written)) is not None and then >= begun
    )


def for_parts(jar: Jar, parts: Collection[str]) -> tuple[Slip, ...]:
    """Return the slips for any of some parts but those by that part alone, as they were written."""
    return _in_order(slip for slip in jar if any(_by_others(jar, slip, part) for part in parts))


def slips_for(jar: Jar, part: str) -> Jar:
    """Keep slips that are for a part, whoever wrote them."""
    tie = Tie("for", part)
    return jar.narrowed("for", part, lambda jar, slip: tie in signature_of(jar, slip).ties)


def openings_with_time(jar: Jar) -> list[Opening]:
    """Return the openings that were read in and whose time is known, newest first."""
    return [opening for opening in past(jar) if moment(opening.written) is not None]


def days_written(slips: Iterable[Slip], day_begins: int = 0) -> tuple[date, date] | None:
    """Return the first and the last day on which some slips were written, where any is known."""
    days = [day for slip in slips if (day := day_of(slip.written, day_begins)) is not None]
    return (min(days), max(days)) if days else None


def first_day(words: str, read: Callable[[str], When]) -> date:
    """Return the day some words begin with; raises `WhenError`, as where there is none.

    "last week" is a stretch of days and a day before it: the earlier one counts, so that nothing
    is left out.
    """
    day = read_span(words, read).first
    if day is None:
        raise WhenError("unknown", words)
    with suppress(WhenError):
        day = min(day, read(words).happened or day)
    return day


def moment(written: str) -> datetime | None:
    """Return the time a record carries; None where it is none."""
    try:
        return datetime.fromisoformat(written).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def _in_order(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    """Return those that may be read, by when they were written."""
    return tuple(sorted(filter(is_readable, slips), key=_turn))


def _turn(slip: Slip) -> tuple[float, Stamp]:
    written = moment(slip.written)
    return (written.timestamp() if written is not None else 0, slip.stamp)


def _on_or_after(day: date, slip: Slip, day_begins: int) -> bool:
    written = day_of(slip.written, day_begins)
    return written is not None and written >= day


def _by_others(jar: Jar, slip: Slip, part: str) -> bool:
    """Say whether a slip is for a part and not by that part alone."""
    signature = signature_of(jar, slip)
    if part not in signature.parts("for"):
        return False
    wrote = {*signature.parts("by"), *signature.parts("noticed")}
    return wrote != {part}
