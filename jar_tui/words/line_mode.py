"""The sentences of line mode about names, about one slip, and about an opening."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from jar_tui.words import day_heading, excerpt, opening, ritual

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip, State

UNDO_LINE: Final = "/undo takes that back."
NAMES_NONE: Final = "No {names} are listed yet. /name and a {name} behind it adds one."
NO_SUCH_NAME: Final = (
    "That {name} is not in the list yet. /name with it behind puts it there. Nothing was changed."
)
MANY_NAMES: Final = "More than one {name} goes by that. A tag that one of them has will do."
NAME_WANTED: Final = "A {name} belongs behind that. /names lists the {names}."

STATES: Final[Mapping[str, State]] = {
    "?": "unsure",
    "not sure": "unsure",
    "-": "nobody",
    "nobody in particular": "nobody",
    "someone": "someone",
    "*": "all",
    "all of us": "all",
}
"""What may be typed in the place of a name."""
HOW_WANTED: Final = (
    "How it was belongs behind that: blurry, asleep or a word of your own. /how - takes it off."
)

EARLIER_TAKE: Final = "/earlier and a number behind it puts those words on the slip again."

MARKED: Final = 'Marked "too small".'
UNMARKED: Final = 'No longer marked "too small".'

BEGIN: Final = "Enter begins. c chooses others. q leaves it."
OTHERS: Final = "c chooses others. Enter leaves it."
READING: Final = "Enter next, b back, w write a line, m more, ? about this habit, q stop."
PICK: Final = "A number, or Enter to go back."
PICK_NAME: Final = "A number or a {name}, or Enter to go back."
PICK_KIND: Final = "A number or a kind, or Enter to go back."
NO_LINES: Final = "No line is kept with it."
LINE_WAITS: Final = "The line waits here. Enter tries again."
GONE_WAITS: Final = "The words wait here. Enter drops them in as a slip of their own."
UNOPENED: Final = "Left unopened."
NOT_CLOSED: Final = "The slips stay in the jar. That it was closed is not on disk."
BESIDE: Final = (
    "Enter close, w a closing line, y something kind, g feet on the floor, f further back, b back."
)

ONE_AT_A_TIME: Final = "One at a time. q stops at any of them; what is unread stays folded."
STOPPED: Final = "Stopped here. /open goes on from there."
LINE_TITLE: Final = "A line to keep with this slip. Enter keeps it, a blank one leaves it out."
CLOSING_TITLE: Final = "A closing line. Enter keeps it, a blank one leaves it out."
CLOSING_THERE: Final = "The closing line there is:"
CLOSING_NEW: Final = "A new one takes its place. A blank one leaves it."
CLOSING_STAYS: Final = "The closing line is as it was."
TOOK_TITLE: Final = "What it took that day. Enter keeps it, a blank line leaves it out."
WAVED_TITLE: Final = "How it usually gets waved away. Enter keeps it, a blank line leaves it out."
THANK_TITLE: Final = "A slip for {}. Enter drops it in, a blank line leaves it out."
ANSWER_HINT: Final = "The answer goes in as a slip. A blank line leaves it out."
FIVE_HINT: Final = "Enter keeps one as a slip. A blank line is enough."
FIVE_LINE: Final = "A line to close with, in your own words, or blank."
WHOLE: Final = "all that is kept with it"
STAYING: Final = "Enter goes back."
HABIT_MORE: Final = "? more reads a longer page."
HABIT_SOURCES: Final = "? sources reads where this is from."
NUDGE_TITLE: Final = (
    'A line for slips marked "too small". Enter keeps it, a blank one changes nothing.'
)
PAST_CLOSING: Final = "The closing line:"
LINE_FIRST: Final = "bring back the words it came with"
_FIRST_WORDS: Final = 40
"""Letters of a slip that tell it from others."""


def this_one(slip: Slip, today: date) -> str:
    """Say which slip an answer is about: its day and its first words."""
    first = excerpt(slip)
    if len(first) > _FIRST_WORDS:
        cut = first[:_FIRST_WORDS]
        first = f"{cut.rpartition(' ')[0] or cut} ..."
    return f'This one: {day_heading(slip, today)}, "{first}".'


def answers() -> str:
    """Name the answers under a nudge."""
    said = opening.ANSWERS
    return f"1 {said['stays']}. 2 {said['lifted']}. 3 {said['both']}. 0 {said['hush']}. n one more."


def batch(told: int, count: int) -> str:
    """Say how far a long list was read out."""
    return f"{told} of {count}. more reads on."


def by_then(month: str, count: int) -> str:
    """Say how many slips the pile had by the end of a month."""
    return f"{month}: {count} by then"


def kept_way(label: str, value: str) -> str:
    """Say what was chosen, and for what."""
    return ritual.KEPT.format(f"{label}, {value}")


def way(label: str, value: str) -> str:
    """Return what can be set, and what it is now."""
    return f"{label}: {value}"


def marked(kind: str, slip: Slip) -> str:
    """Say that a slip was marked, or no longer is, and how that is taken back."""
    return f"{ritual.marked(kind, slip)} {UNDO_LINE}"


def set_in(text: str) -> str:
    """Return the words of a slip set in, so that none of them looks like a line of the program."""
    return "\n".join(f"    {row}" for row in text.split("\n"))


def line_with(text: str) -> str:
    """Return a line that was written under a slip."""
    rows = text.split("\n")
    return "\n".join([f"    with it: {rows[0]}", *(f"             {row}" for row in rows[1:])])
