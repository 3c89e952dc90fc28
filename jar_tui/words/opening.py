"""Sentences of an opening: the threshold, each slip, what was answered, and the closing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from jar_tui.domain.when import shown

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip
    from jar_tui.domain.selecting import Selection

# Before the first slip

OPEN_THE_JAR: Final = "Open the jar?"
ONE_AT_A_TIME: Final = "One at a time. Esc stops at any of them; what is unread stays folded."
NOTHING_TO_READ: Final = (
    "Nothing is folded, and the last seven days hold nothing to read. Covered slips stay as they "
    "are. An empty jar may be opened, too: there is room in it."
)
AGAIN: Final = "Nothing new is folded. Enter opens the last seven days again."
WHICH_TITLE: Final = "Which slips?"
WHICH_HINT: Final = "last week, March, since 1 March, 1 March to 9 March, all"
WHICH_UNKNOWN: Final = "Those days were not understood."
WHICH_NONE: Final = "No slip is of those days."
REST_STAYS: Final = "Twelve now; what is left stays folded."
REST_WAITS: Final = "Twelve now; the others can be read another time."

# While reading

ON_REQUEST: Final = 'n shows a thought about "too small".'
NOTED: Final = "Noted."
HUSHED: Final = "No more of these today. n still brings one."
NO_MORE_LINES: Final = "There is no other line for this slip."
NOT_MARKED: Final = "There is no line for this slip."
NOT_IN_VIEW: Final = "This slip is not in the jar now. Enter goes on."
LINE_TITLE: Final = "A line to keep with this slip. Enter keeps it, Esc leaves it out."
LINE_KEPT: Final = "Kept with the slip."
LINE_OUT: Final = "Left out."
LINE_WAITED: Final = "These words were written before and not kept yet. Enter keeps them."
ANSWERS: Final = {
    "stays": '"too small" stays',
    "lifted": '"too small" comes off',
    "both": "small, and it happened",
    "hush": "none of these today",
}
"""The answers under a nudge by the name of their command; none is better than another."""

# At the end

SIDE_BY_SIDE: Final = "Side by side:"
CLOSING_TITLE: Final = "A closing line. Enter keeps it, Esc leaves it out."
CLOSING_KEPT: Final = "Kept with this opening."
GROUND: Final = (
    "Feet on the floor. One thing in view, and its colour. The jar can be closed at any time."
)
KIND_TITLE: Final = "Something kind"
KIND_HINT: Final = "One to a line. Enter keeps the list, Ctrl-J starts a new line."
KIND_KEPT: Final = "The list is kept."
KINDNESSES: Final = (
    "something warm to drink",
    "ten minutes of nothing",
    "say one of them out loud",
    "nothing",
)
STOPPED: Final = "Stopped here. o goes on from there."
STOPPED_HERE: Final = "Stopped here."
CLOSED: Final = "Closed."
CLOSED_ONE: Final = "Closed. The slip stays in the jar."


def threshold(found: Selection, today: date) -> list[str]:
    """Say what there is to read."""
    match found.why:
        case "unread" if found.read:
            again = any(slip.reached for slip in found.slips[found.read :])
            still = _still(found.read, len(found.slips), "is", "are")
            return [f"{still} {'not read again yet' if again else 'folded'}. {GO_ON}"]
        case "again":
            return [AGAIN, REST_WAITS] if found.waiting else [AGAIN]
        case "nothing":
            return [NOTHING_TO_READ]
        case why:
            is_folded = why in ("folded", "unread") and not any(s.reached for s in found.slips)
            folded = "folded " if is_folded else ""
            count = len(found.slips) + found.waiting
            slips = f"1 {folded}slip" if count == 1 else f"{count} {folded}slips"
            span = days(found.slips, today)
            said = f"{slips}, {span}." if span else f"{slips}."
            if found.waiting:
                rest = REST_STAYS if why == "folded" else REST_WAITS
                return [f"{slips}. {rest}", f"Now: {span}." if span else "", ONE_AT_A_TIME]
            return [said, ONE_AT_A_TIME]


GO_ON: Final = "Enter goes on from there."


def days(slips: Sequence[Slip], today: date) -> str:
    """Say from which day to which some slips are; empty where none has a day."""
    dated = sorted((s for s in slips if s.happened is not None), key=lambda slip: slip.place)
    if not dated:
        return ""
    first, last = dated[0], dated[-1]
    end = shown(last.happened, last.precision, today)
    start = shown(first.happened, first.precision, today)
    if start == end:
        return end
    if first.precision == last.precision == "day" and _month(first) == _month(last):
        start = " ".join(start.split()[:2])
    return f"{start} to {end}"


def _month(slip: Slip) -> tuple[int, int] | None:
    return (slip.happened.year, slip.happened.month) if slip.happened else None


def header(at: int, count: int, slip: Slip, today: date, signed: str) -> str:
    """Return the line above a slip: which of how many, its day, and who is on it."""
    facts = [f"{at + 1} of {count}", shown(slip.happened, slip.precision, today), signed]
    return " · ".join(filter(None, facts))


def beside(slip: Slip, today: date, signed: str) -> str:
    """Return the line above a slip where all of them are side by side."""
    return " · ".join(filter(None, (shown(slip.happened, slip.precision, today), signed)))


def stopped(read: int, count: int, left: str) -> str:
    """Say where an opening was stopped, and what is `left` of it: "folded", "again" or nothing."""
    match left:
        case "folded":
            return f"{STOPPED_HERE} {_still(read, count, 'stays', 'stay')} folded."
        case "again":
            return STOPPED
    return STOPPED_HERE


def closed(count: int) -> str:
    """Say that an opening is over and that nothing was taken out."""
    if not count:
        return CLOSED
    return f"Closed. All {count} slips stay in the jar." if count != 1 else CLOSED_ONE


def _still(read: int, count: int, one: str, many: str) -> str:
    if read + 1 >= count:
        return f"Slip {count} {one}"
    return f"Slips {read + 1} to {count} {many}"
