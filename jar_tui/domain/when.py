"""Reads the day a step happened from the words a person writes for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final, Literal, NamedTuple

Precision = Literal["day", "month", "year", "about", "sometime"]
Reason = Literal["future", "unknown"]


@dataclass(frozen=True, slots=True)
class When:
    """A civil date, how exactly it is known, and the words it was written in."""

    happened: date | None
    precision: Precision
    words: str


class WhenError(ValueError):
    """The words name no date, or one that has not come yet; the message never repeats them."""

    def __init__(self, reason: Reason, words: str, understood: date | None = None) -> None:
        super().__init__(f"{reason} date")
        self.reason: Final = reason
        self.words: Final = words
        self.understood: Final = understood


def civil_today(now: datetime, day_begins: int = 0) -> date:
    """Return the day `now` belongs to, when days begin at the hour `day_begins`."""
    return now.date() - timedelta(days=now.hour < day_begins)


def parse_when(words: str, today: date, *, day_first: bool = True) -> When:
    """Return the date `words` stand for, never later than `today`."""
    when = _read(words, today, (*_ROWS, _NUMERIC[day_first]))
    if when is None:
        raise WhenError("unknown", words.strip())
    return when


def split_when(text: str, today: date) -> tuple[When, str] | None:
    """Return the date before the first colon and the text after it, or None without such a date."""
    found = _PREFIX.fullmatch(text)
    if not found:
        return None
    when = _read(found["words"], today, (row for row in _ROWS if row.leads))
    return (when, found["rest"]) if when else None


def shown(happened: date | None, precision: Precision, today: date) -> str:
    """Return a date as it is shown back; `parse_when` reads it to the same date again."""
    if happened is None or precision == "sometime":
        return "sometime"
    if precision == "year":
        return str(happened.year)
    month = _MONTHS[happened.month - 1]
    if precision == "month":
        return f"{month} {happened.year}"
    about = "about " if precision == "about" else ""
    year = "" if happened.year == today.year else f" {happened.year}"
    return f"{about}{_WEEKDAYS[happened.weekday()]} {happened.day} {month}{year}"


# How words are read: plain text is held against a table of patterns, each with its own reader.

_Reader = Callable[[re.Match[str], date], date | None]


class _Row(NamedTuple):
    pattern: str
    precision: Precision
    read: _Reader
    leads: bool = True
    """Whether the words may stand before a colon, in front of a slip."""


def _read(words: str, today: date, rows: Iterable[_Row]) -> When | None:
    plain = _plain(words)
    for row in rows:
        if not (match := re.fullmatch(row.pattern, plain)):
            continue
        try:
            happened = row.read(match, today)
        except (ValueError, ArithmeticError):  # no such day, or none the calendar reaches
            return None
        if happened and happened > today:
            raise WhenError("future", words.strip(), happened)
        return When(happened, row.precision, words.strip())
    return None


def _plain(words: str) -> str:
    """Return `words` in lower case, single spaces, no commas or closing dots; "" unless ASCII."""
    plain = " ".join(re.sub(r"[.,](?=\s|$)|,", " ", words).split())
    return plain.lower() if plain.isascii() else ""


# Readers: some are made for one row of the table, with what that row fixes.


def _back(step: Callable[[date, int], date], fixed: int | None = None) -> _Reader:
    """Go back by a `fixed` number of steps (ahead when negative), else by the number written."""

    def read(match: re.Match[str], today: date) -> date:
        return step(today, _number(match["n"]) if fixed is None else fixed)

    return read


def _number(words: str) -> int:
    return _NUMBERS.get(words) or int(words)


def _days(today: date, number: int) -> date:
    return today - timedelta(days=number)


def _weeks(today: date, number: int) -> date:
    return today - timedelta(weeks=number)


def _months(today: date, number: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 - number, 12)
    return date(year, month + 1, 1)


def _years(today: date, number: int) -> date:
    return date(today.year - number, 1, 1)


def _past_weekday(match: re.Match[str], today: date) -> date:
    back = (today.weekday() - _place(match["weekday"], _WEEKDAYS) - 1) % 7 + 1
    return _days(today, back)


def _next_weekday(match: re.Match[str], today: date) -> date:
    return _days(_past_weekday(match, today + timedelta(days=1)), -7)


def _last_saturday(_: re.Match[str], today: date) -> date:
    return _days(today, (today.weekday() + 1) % 7 + 1)


def _month(match: re.Match[str], today: date) -> date:
    month = _place(match["month"], _MONTHS) + 1
    year = match.groupdict().get("year") or today.year - (month > today.month)
    return date(int(year), month, 1)


def _written(match: re.Match[str], today: date, *, day_first: bool = True) -> date:
    """Read a date by dateutil, which fills what it misses: only the year may be missing."""
    from dateutil.parser import parse

    words = match["date"]
    if short := match.groupdict().get("short"):
        words = words.removesuffix(short) + str(today.year - (today.year - int(short)) % 100)
    one, other = (parse(words, dayfirst=day_first, default=blank).date() for blank in _BLANKS)
    if one.replace(year=other.year) != other:
        raise ValueError("day or month missing")
    day = one if one == other else _latest(one, today)
    if match["weekday"] and _place(match["weekday"], _WEEKDAYS) != day.weekday():
        raise ValueError("another weekday")
    return day


def _latest(day: date, today: date) -> date:
    """Return the last day with the month and day of `day` that is not after `today`."""
    for year in range(today.year, 0, -1):
        with suppress(ValueError):  # most years have no 29 February
            if (past := day.replace(year=year)) <= today:
                return past
    raise ValueError("before the calendar")


def _place(name: str, names: tuple[str, ...]) -> int:
    return next(place for place, full in enumerate(names) if full.lower()[:3] == name[:3])


# The table. Names are our own, never the locale's.

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_TWELVE: Final = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBERS: Final = {"a": 1, "an": 1} | {name: number for number, name in enumerate(_TWELVE, 1)}
_BLANKS: Final = (
    datetime.combine(date(2000, 1, 1), time()),
    datetime.combine(date(2004, 2, 2), time()),
)

_N: Final = rf"(?P<n>[0-9]+|{'|'.join(_NUMBERS)})"
_FULL: Final = "|".join(_WEEKDAYS).lower()
_WEEKDAY: Final = rf"(?P<weekday>{_FULL}|{'|'.join(name[:3] for name in _WEEKDAYS).lower()})"
_MONTH_NAME: Final = "|".join((*_MONTHS, *(name[:3] for name in _MONTHS), "sept")).lower()
_MONTH: Final = rf"(?P<month>{_MONTH_NAME})"
_DAY: Final = "[0-9]{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = "(?:19|[2-9][0-9])[0-9]{2}"
_PAST: Final = "(?:on |last |(?:this )?past )?"
_ON: Final = rf"(?:on )?(?:{_WEEKDAY} )?(?:the )?"  # ahead of a date in full
_NAMED: Final = (
    rf"{_ON}(?P<date>(?:{_DAY}(?: of |[ -])(?:{_MONTH_NAME})|(?:{_MONTH_NAME})[ -]{_DAY})"
    rf"(?:[ -]{_YEAR})?)"
)
_DIGITS: Final = (
    r"(?P<date>[0-9]{1,2}/[0-9]{1,2}|"
    rf"[0-9]{{1,2}}(?P<mark>[./-])[0-9]{{1,2}}(?P=mark)(?:{_YEAR}|(?P<short>[0-9]{{2}})))"
)

_PREFIX: Final = re.compile(
    r"(?P<words>[^:\n]{1,40}):"
    r"(?!(?<=[0-9]:)[0-9])"  # 10:30 is a time
    r"\s*(?P<rest>.*)",
    re.DOTALL,
)

_ROWS: Final = (
    _Row("today|tonight|earlier today|this (?:morning|afternoon|evening)", "day", _back(_days, 0)),
    _Row("yesterday(?: morning| afternoon| evening)?|last night", "day", _back(_days, 1)),
    _Row("(?:the )?day before yesterday", "day", _back(_days, 2)),
    _Row("tomorrow(?: morning| afternoon| evening| night)?", "day", _back(_days, -1)),
    _Row("(?:the )?day after tomorrow", "day", _back(_days, -2)),
    _Row(rf"{_N} days? ago", "day", _back(_days)),
    _Row("a couple of days ago", "about", _back(_days, 2)),
    _Row("a few days ago", "about", _back(_days, 3)),
    _Row(rf"{_N} weeks? ago", "about", _back(_weeks)),
    _Row("last week", "about", _back(_weeks, 1)),
    _Row("next week", "about", _back(_weeks, -1)),
    _Row("last weekend", "about", _last_saturday),
    _Row(rf"{_N} months? ago", "month", _back(_months)),
    _Row("last month", "month", _back(_months, 1)),
    _Row("next month", "month", _back(_months, -1)),
    _Row(rf"{_N} years? ago", "year", _back(_years)),
    _Row("last year", "year", _back(_years, 1)),
    _Row("next year", "year", _back(_years, -1)),
    _Row(rf"{_PAST}(?P<weekday>{_FULL})", "day", _past_weekday),
    _Row(rf"{_PAST}{_WEEKDAY}", "day", _past_weekday, leads=False),
    _Row(rf"next (?P<weekday>{_FULL})", "day", _next_weekday),
    _Row(rf"next {_WEEKDAY}", "day", _next_weekday, leads=False),
    _Row("some ?time|(?:a )?long (?:time )?ago|a while ago", "sometime", lambda *_: None),
    _Row("once", "sometime", lambda *_: None, leads=False),
    _Row(rf"(?:in )?{_MONTH} (?P<year>{_YEAR})", "month", _month),
    _Row(rf"(?:in )?{_MONTH}", "month", _month, leads=False),
    _Row(rf"(?:in )?(?P<n>{_YEAR})", "year", lambda m, _: date(int(m["n"]), 1, 1), leads=False),
    _Row("[0-9]{4}-[0-9]{2}-[0-9]{2}", "day", lambda m, _: date.fromisoformat(m[0])),
    _Row("[0-9]{4}-[0-9]{2}", "month", lambda m, _: date.fromisoformat(f"{m[0]}-01")),
    _Row(_NAMED, "day", _written),
    _Row(rf"about {_NAMED}", "about", _written, leads=False),
)
_NUMERIC: Final = {
    first: _Row(_ON + _DIGITS, "day", partial(_written, day_first=first)) for first in (True, False)
}

SOMETIME: Final = When(None, "sometime", "")


def last_day(when: When) -> date | None:
    """Return the last day a date may mean: a month's last, a year's last, or the day itself."""
    day = when.happened
    if day is None:
        return None
    if when.precision == "year":
        return date(day.year, 12, 31)
    if when.precision == "month":
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return following - timedelta(days=1)
    return day
