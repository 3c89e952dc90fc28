"""Reads a stretch of days from the words a person writes for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from jar_tui.domain.when import When, WhenError, last_day


class Span(NamedTuple):
    """From one day to another, both included; None leaves that end open."""

    first: date | None = None
    last: date | None = None


_FAR: Final = 36_500
"""Days that count as far back as anything goes."""
_LAST: Final = re.compile(
    r"(?:the\s+)?(?:last|past|this)\s+(?:(?P<count>\d{1,4})\s+)?(?P<unit>day|week)s?", re.IGNORECASE
)
_SINCE: Final = re.compile(r"(?:since|from)\s+(?P<first>.+)", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"(?:from\s+)?(?P<first>.+?)\s+(?:to|until|till|-|–)\s+(?P<last>.+)",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"(?:until|till|up to)\s+(?P<last>.+)", re.IGNORECASE)


def read_span(words: str, read: Callable[[str], When]) -> Span:
    """Return the days some words mean; `read` reads one date and raises `WhenError`."""
    said = words.strip()
    if said.casefold() in ("all", "everything", "all of them"):
        return Span()
    if found := _LAST.fullmatch(said):
        count = int(found["count"] or 1) * (7 if found["unit"].casefold() == "week" else 1)
        today = _first(read("today"))
        return Span(today - timedelta(days=min(count, _FAR) - 1), today)
    if found := _UNTIL.fullmatch(said):
        return Span(None, last_day(read(found["last"])))
    if found := _BETWEEN.fullmatch(said):
        return Span(_first(read(found["first"])), last_day(read(found["last"])))
    if found := _SINCE.fullmatch(said):
        return Span(_first(read(found["first"])))
    when = read(said)
    return Span(_first(when), last_day(when))


def _first(when: When) -> date:
    if when.happened is None:
        raise WhenError("unknown", when.words)
    return when.happened
