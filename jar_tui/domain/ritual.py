"""How openings go in this jar: the day, the order, what is asked; nothing until it was chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final, Literal

from jar_tui.domain.clean import is_blank
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import NO_NAMES, WORD, choice
from jar_tui.domain.records import Opening
from jar_tui.domain.selecting import Order, is_readable
from jar_tui.domain.when import When, WhenError, civil_today

DAY: Final = "opening-day"
"""The day of the week on which one line says so: one of `WEEKDAYS`."""
FULL: Final = "opening-full"
"""How many folded slips there are when one line says so, on that day alone: a number."""
ORDER: Final = "opening-order"
"""In which order slips are read: one of `ORDERS`."""
AFTER: Final = "opening-end"
"""What follows an opening: one of `AFTERS`."""
SHUT: Final = "opening-shut"
"""Until which day somebody asked for the jar to stay shut, as an ISO date; it holds nobody back."""
WAVED: Final = "opening-waved"
"""Whether "how it usually gets waved away" may be written under a slip: `on`."""
UNDER: Final = "opening-lines"
"""Whether lines that were written under a slip before show in an opening at once: `SHOWN`."""
MONTHLY: Final = "opening-monthly"
"""Whether a question about what is possible now is asked, once a month at most: `on`."""
ASKED: Final = "opening-asked"
"""The day on which it was asked last, as an ISO date."""

WEEKDAYS: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
ORDERS: Final[tuple[Order, ...]] = ("day", "name", "mixed")
AFTERS: Final = ("question", "five", "kind", "ground")
ON: Final = "on"
SHOWN: Final = "shown"
FULLEST: Final = 1000
"""The most folded slips that may be chosen for a full jar."""
FIVE: Final = 5
"""Slips on the page of five, at most."""
MONTH: Final = 28
"""Days before the question of the month may be asked again."""
_ALLOWED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        DAY: WEEKDAYS,
        ORDER: ORDERS,
        AFTER: AFTERS,
        WAVED: (ON,),
        MONTHLY: (ON,),
        UNDER: (SHOWN,),
    }
)
NUDGES: Final = "nudges"
"""How lines for "too small" slips come, which is kept on this machine and not in the jar."""
LINES: Final = "lines"
"""The lines themselves, which stand with what can be chosen and are no choice."""
WAYS: Final = (DAY, FULL, ORDER, WAVED, MONTHLY, AFTER, SHUT, UNDER)
"""Everything that can be chosen here, by the name it is kept under."""


WEEK: Final = 7
_BEHIND: Final = re.compile(r"\d{4}|yesterday|today|\bago\b|\blast\b", re.IGNORECASE)
"""Words of a day that is over, or of a year."""


def is_allowed(name: str, value: str) -> bool:
    """Say whether something may be chosen; the empty value takes every choice back."""
    if name == FULL:
        return not value or (value.isdecimal() and len(value) <= 4 and 1 <= int(value) <= FULLEST)
    if name == SHUT and value:
        return _iso_day(value) is not None
    return not value or value in _ALLOWED.get(name, ())


def read_size(text: str) -> str | None:
    """Return the size of a full jar as it is kept, empty for never; None where it is none."""
    size = "" if is_blank(text) else text.strip()
    if not is_allowed(FULL, size):
        return None
    return str(int(size)) if size else ""


def read_shut(text: str, when: Callable[[str], When], today: date) -> str | None:
    """Return a day to come as it is kept, empty for none; None where it is no such day."""
    if is_blank(text):
        return ""
    try:
        found = when(text)
    except WhenError as error:  # as of any day to come
        day = error.understood
    else:
        day = _to_come(found, today) if not _BEHIND.search(text) else None
    return day.isoformat() if day is not None and day > today else None


def _to_come(found: When, today: date) -> date | None:
    """Return the next day of that name or date: words without a year mean the last one else."""
    day = found.happened
    if day is None or found.precision != "day":
        return None
    from dateutil.relativedelta import relativedelta

    behind = (today - day).days
    if behind > WEEK:
        return day + relativedelta(years=1)
    return day + timedelta(days=WEEK if behind < WEEK else 2 * WEEK)


def shut_until(jar: Jar, today: date) -> date | None:
    """Return until which day it was asked that the jar stay shut; None once that day is there."""
    day = _iso_day(choice(jar, SHUT))
    return day if day is not None and day > today else None


def _iso_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def order_of(jar: Jar) -> Order:
    """Return in which order slips are read here."""
    found = choice(jar, ORDER)
    if found == "name" and choice(jar, WORD) == NO_NAMES:
        return "day"
    return next((order for order in ORDERS if order == found), "day")


def after(jar: Jar) -> str:
    """Return what follows an opening here; empty for nothing."""
    found = choice(jar, AFTER)
    return found if found in AFTERS else ""


def full(jar: Jar) -> int:
    """Return after how many folded slips the jar counts as full here; 0 for never."""
    found = choice(jar, FULL)
    return int(found) if found and is_allowed(FULL, found) else 0


def shows_earlier(jar: Jar) -> bool:
    """Say whether lines written under a slip before show in openings without being asked for."""
    return choice(jar, UNDER) == SHOWN


def is_on(jar: Jar, name: str) -> bool:
    """Say whether something that is off until it is chosen was chosen."""
    return choice(jar, name) == ON


def due(jar: Jar, today: date, day_begins: int = 0) -> Literal["", "day", "full"]:
    """Return why today is a day to say that the jar may be opened; empty on every other day.

    Nothing is due on the day of an opening any more, and nothing is ever due later. A day begins
    at the hour `day_begins`.
    """
    if any(day_of(one.written, day_begins) == today for one in _openings(jar)):
        return ""
    if choice(jar, DAY) == WEEKDAYS[today.weekday()]:
        return "day"
    size = full(jar)
    if not size:
        return ""
    folded = sorted((s for s in jar.folded() if is_readable(s)), key=lambda slip: slip.stamp)
    filled = len(folded) >= size and day_of(folded[size - 1].written, day_begins) == today
    return "full" if filled else ""


def asks_monthly(jar: Jar, today: date) -> bool:
    """Say whether the question of the month may be asked today; a clock set back asks nothing."""
    if not is_on(jar, MONTHLY):
        return False
    last = day_of(choice(jar, ASKED))
    return last is None or (today - last).days >= MONTH


def day_of(written: str, day_begins: int = 0) -> date | None:
    """Return the day of a time as records carry it; None where it is none."""
    try:
        return civil_today(datetime.fromisoformat(written), day_begins)
    except (ValueError, OverflowError):
        return None


def past(jar: Jar) -> list[Opening]:
    """Return the openings that were read in, newest first."""
    read = {slip.reached for slip in jar.ordered if slip.reached}
    openings = (one for one in _openings(jar) if one.id in read or one.ended or one.closing)
    return sorted(openings, key=lambda opening: opening.stamp, reverse=True)


def _openings(jar: Jar) -> list[Opening]:
    return [one for one in jar.tables["openings"].values() if isinstance(one, Opening)]
