"""Sentences of how an opening goes: what to read, what one key more does, what may follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from jar_tui.domain.when import shown

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip

# The first screen, on the day somebody chose and on no other

DUE: Final = {
    "day": "The day chosen for opening: Esc, o",
    "full": "As full as was chosen: Esc, o opens",
}
DUE_IN_LINES: Final = {
    "day": "The day chosen for opening: /open",
    "full": "As full as was chosen: /open opens",
}

# Which slips

CHOOSE_TITLE: Final = "What to read"
CHOOSE: Final = {
    "folded": "what is folded",
    "again": "the last seven days, again",
    "days": "some days",
    "by": "by one {name}",
    "for": "for one {name}",
    "kind": "one kind of step",
    "therapy": 'marked "for therapy"',
    "past": "an opening from before",
    "ways": "how openings go here",
}
"""What can be chosen, by name, in the order it is offered."""
NONE_SUCH: Final = "There is no such slip to read."
NONE_FOLDED: Final = "Nothing is folded."
KIND_TITLE: Final = "Which kind of step?"
KINDS_HERE: Final = "Here: {}"
NO_KINDS: Final = "No slip has a kind yet."
WHO: Final = {"by": "Slips by whom?", "for": "Slips for whom?"}
WHO_HINT: Final = "The slips of whoever is picked are read."
NO_PAST: Final = "No opening was read in yet."
PAST_TITLE: Final = "Openings from before"
PAST_WRITTEN: Final = "Written at the end:"
PAST_NONE: Final = "None of its slips is here to be read now."

# More, with one slip

MORE_TITLE: Final = "With this slip"
MORE: Final = {
    "stay": "stay with this one",
    "cover": "cover it",
    "first-time": "first time",
    "sooner-than-before": "sooner than before",
    "felt-bad-and-counts": "felt bad and counts",
    "for-therapy": "for therapy",
    "not-again": "do not bring back",
    "took": "write what it took that day",
    "thank": "thank someone: a slip for them",
    "waved": "write how it usually gets waved away",
    "write": "write a line to keep with it",
    "whole": "the whole slip, and all its keys",
}
"""What can be done with the slip in view, by name, in the order it is offered."""
UNCOVER: Final = "uncover it"
IS_MARKED: Final = "{}: marked"
MARK_ON: Final = "Marked: {}."
MARK_OFF: Final = "No longer marked: {}."
NOT_AGAIN: Final = "Openings leave it out from now on."
AGAIN: Final = "Openings may bring it again."
COVERED_HERE: Final = "Covered: openings go past it. It stays in the jar."
THANK_TITLE: Final = "A slip for {}. Enter drops it in."
THANK_WHOM: Final = "Whom is it for?"
THANKED: Final = "Dropped in, for {}."
TAKES_BACK: Final = "u takes that back."
"""Stands behind answers on the full screen; line mode has a command in its place."""
TOOK_TITLE: Final = "What it took that day. Enter keeps it, Esc leaves it out."
WAVED_TITLE: Final = "How it usually gets waved away. Enter keeps it, Esc leaves it out."
UNDER: Final = {
    "took": "what it took",
    "waved": "usually waved away",
}
"""What stands before such a line under its slip."""
UNDER_BY: Final = "by {}"
"""What stands before a line that somebody signed."""
UNDER_FOLDED: Final = "Words are under it. l shows them."
UNDER_NONE: Final = "Nothing else is under it."
KEPT_BY: Final = "Kept with the slip, by {}."

# How openings go

WAYS_TITLE: Final = "How openings go here"
WAYS: Final = {
    "opening-day": "a day for opening",
    "opening-full": "or when the jar is full",
    "opening-order": "slips come",
    "nudges": 'lines under "too small"',
    "lines": "those lines, and your own",
    "opening-waved": '"how it gets waved away"',
    "opening-monthly": "a question now and then",
    "opening-end": "after an opening",
    "opening-shut": "a wish to keep the jar shut",
    "opening-lines": "earlier lines under a slip",
}
"""What can be set, by the name it is kept under, in the order it is offered."""
VALUES: Final[Mapping[str, Mapping[str, str]]] = {
    "opening-day": {
        "": "none",
        "monday": "Monday",
        "tuesday": "Tuesday",
        "wednesday": "Wednesday",
        "thursday": "Thursday",
        "friday": "Friday",
        "saturday": "Saturday",
        "sunday": "Sunday",
    },
    "opening-order": {
        "": "by day",
        "name": "by {name}",
        "mixed": "mixed, the same all day",
    },
    "nudges": {"show": "shown", "ask": "shown when n asks", "off": "never"},
    "opening-waved": {"": "not offered", "on": "offered"},
    "opening-monthly": {"": "not asked", "on": "at most monthly, further back"},
    "opening-end": {
        "": "nothing",
        "question": "one question; the answer is a slip",
        "five": "up to five from the week",
        "kind": "something kind, from your list",
        "ground": "feet on the floor",
    },
    "opening-lines": {"": "folded", "shown": "shown"},
}
"""The values of each, by how they are kept; what was never chosen comes first."""
WAYS_HINT: Final = (
    "None of this is needed. On a day that was chosen one line says so, and on no other day."
)
NONE: Final = "none"
SHUT_TITLE: Final = "Until which day may it stay shut?"
SHUT_HINT: Final = "A day to come, as in  tomorrow, 1 December. Blank takes the wish back."
SHUT_UNTIL: Final = "until {}"
SHUT_NOTE: Final = "It was asked that the jar stay shut until {}. Enter opens it all the same."
"""Before the first slip, with no name; it goes by itself when that day is there."""
FULL_TITLE: Final = "Full with how many folded slips?"
FULL_HINT: Final = "A number from 1 to 1000. Blank means never."
FULL_REFUSED: Final = "That is no number from 1 to 1000, so nothing was changed."
FULL_NEVER: Final = "no size chosen"
FULL_AT: Final = "with {} folded slips"
KEPT: Final = "Kept: {}."
LINES_TITLE: Final = 'Lines under "too small"'
LINES_ADD: Final = "add a line of your own"
LINES_OFF: Final = "off: {}"
LINE_TITLE: Final = 'A line for slips marked "too small". Enter keeps it, Esc leaves it out.'
LINE_HINT: Final = 'It will come after: It was marked "too small".'
LINE_BACK: Final = "Blank brings back the words it came with."
LINE_GOES: Final = "Blank switches it off."
LINE_KEPT: Final = "The line is kept."
LINE_WORD: Final = "change its words"
LINE_OFF: Final = "switch it off"
LINE_ON: Final = "have it come again"
LINE_IS_OFF: Final = "It comes no more."
LINE_IS_ON: Final = "It may come again."

# Further back

BACK_TITLE: Final = "Further back"
BACK: Final = {
    "pile": "the pile, month by month",
    "lately": "some from before, some from lately",
    "question": "a question about now",
}
PILE_TITLE: Final = "The pile, as it grew"
PILE_HINT: Final = (
    "How many slips had been written by the end of each month. Those set aside count too."
)
BEFORE: Final = "From before:"
LATELY: Final = "From lately:"
WEEKS: Final = 28
"""Days that are lately."""
LATER: Final = "From later on:"
"""The same where the newest of them is no longer of these weeks."""
NO_BEFORE: Final = "There is no before and lately yet. It comes with more slips."
MONTH_QUESTION: Final = "Is anything possible now that was not, some time ago?"

# What may follow

ANSWER_HINT: Final = "The answer goes in as a slip, or there is none."
WEEK_QUESTION: Final = "Was there a new way this week, of any size, of being on one's own side?"
FIVE_TITLE: Final = "From this week, up to five: a rest, a boundary, a feeling said."
FIVE_HINT: Final = "Enter keeps one as a slip. Enter on a blank line is enough."
FIVE_LINE: Final = "A line to close with, in your own words, or blank. Esc leaves it out."
ANSWER_KEPT: Final = "Dropped in."


def lately(slips: Sequence[Slip], today: date) -> str:
    """Return what stands above the later ones of the slips that were read."""
    newest = max((slip.happened for slip in slips if slip.happened), default=today)
    return LATELY if (today - newest).days <= WEEKS else LATER


def month(year: int, number: int) -> str:
    """Return a month as it stands in the pile."""
    return shown(date(year, number, 1), "month", date.min)


def shut_note(day: date | None, today: date) -> list[str]:
    """Say that the jar was asked to stay shut until a day, where it was."""
    return [SHUT_NOTE.format(shown(day, "day", today))] if day is not None else []


def day(when: date | None) -> str:
    """Return the day of an opening, its year too."""
    return shown(when, "day", date.min) if when else "an opening"


def under(text: str, nudge: str, who: str = "") -> str:
    """Return a line as it stands under its slip, signed by `who` where somebody signed it."""
    before = [UNDER_BY.format(who)] if who else []
    before += [UNDER[nudge]] if nudge in UNDER else []
    return f"{', '.join(before)}: {text}" if before else text


def value_of(name: str, value: str) -> str:
    """Return what was chosen, in words."""
    if name == "opening-shut":
        return (
            SHUT_UNTIL.format(shown(date.fromisoformat(value), "day", date.min)) if value else NONE
        )
    if name == "opening-full":
        return FULL_AT.format(value) if value else FULL_NEVER
    return VALUES[name].get(value, next(iter(VALUES[name].values())))


def marked(kind: str, slip: Slip) -> str:
    """Say that a slip was marked, or no longer is."""
    return (MARK_ON if kind in slip.kinds else MARK_OFF).format(MORE[kind])
