"""Sentences of looking back: what came in since a day, and what is for somebody."""

from __future__ import annotations

from datetime import date
from typing import Final

from jar_tui.domain.when import shown

TITLE: Final = "Look back"
ROWS: Final = {
    "last": "since the last opening",
    "earlier": "since an earlier opening",
    "day": "since a day",
    "for": "for one {name}",
}
"""What can be looked back at, by name."""
EARLIER_TITLE: Final = "Since which opening?"
DAY_TITLE: Final = "Since which day?"
DAY_HINT: Final = "yesterday, tuesday, 3 days ago, 5 March"
WHO_TITLE: Final = "Slips for whom?"
WHO_HINT: Final = "Slips for whoever is picked are read."
NOTHING: Final = "There is nothing to read there."
NO_OPENING: Final = "No opening was read in yet. /since with a day behind works all the same."

# Before the first slip, and while reading

SINCE: Final = "Since {}"
SINCE_OPENING: Final = "Since the opening of {}"
FOR: Final = "For {}"
SLIPS: Final = "There are slips{}. They stay folded until Enter."
SLIP: Final = "There is a slip{}. It stays folded until Enter."
FROM: Final = " from {}"
ONE_AT_A_TIME: Final = "One at a time. Esc stops at any of them. Reading here changes nothing."
WRITTEN: Final = "written {}"
LAST: Final = "That was the last one."

# Line mode

PLAIN_ONE_AT_A_TIME: Final = "One at a time. q stops at any of them. Reading here changes nothing."
BEGIN: Final = "Enter begins. q leaves it."
LEFT: Final = "Left folded."
READING: Final = "Enter next, b back, w write a line, l lines under it, q stop."


def since(day: date) -> str:
    """Return what stands above slips since a day, its year too."""
    return SINCE.format(shown(day, "day", date.min))


def there_are(days: tuple[date, date] | None, today: date, *, one: bool) -> str:
    """Say from when to when slips were written, where that is known, and that they are folded."""
    told = dict.fromkeys(_day(day, today) for day in days or ())
    return (SLIP if one else SLIPS).format(FROM.format(" to ".join(told)) if told else "")


def written(day: date, today: date) -> str:
    """Say on which day a slip was written."""
    return WRITTEN.format(_day(day, today))


def _day(day: date, today: date) -> str:
    return "today" if day == today else shown(day, "day", today)
