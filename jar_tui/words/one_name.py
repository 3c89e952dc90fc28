"""Sentences of the page of one name, and of taking a name away.

`{name}` and `{names}` stand for what those who sign are called.
"""

from __future__ import annotations

from typing import Final, NamedTuple

TITLE: Final = "More about {}"


class Question(NamedTuple):
    """What is asked in place of a value, what stands under it, and why an answer is not taken."""

    title: str
    hint: str
    refused: str = ""


LABELS: Final = {
    "display": "shown as",
    "mark": "mark",
    "pronouns": "pronouns",
    "color": "colour",
    "tags": "tags",
    "place": "place in the list",
    "nudges": 'lines under "too small"',
    "wish": "slips others write",
    "about": "about",
}
"""What is known of a name, in the order it is shown."""
QUESTIONS: Final = {
    "display": Question("What slips show in its place", "Blank shows the name itself."),
    "mark": Question(
        "A mark to stand before the name",
        "One or two signs, such as a letter. Blank takes it off.",
        "A mark is one or two signs. Nothing changed.",
    ),
    "pronouns": Question("Pronouns, in any words", "Blank takes them off."),
    "color": Question(
        "A colour, in six digits",
        "Digits are 0 to 9 and a to f, as in 7fb3d5. It shows where it can be read. "
        "Blank takes it off.",
        "A colour is six digits from 0 to 9 and a to f, as in 7fb3d5. Nothing changed.",
    ),
    "tags": Question(
        "Tags, with commas between",
        "As they are typed on a slip: w:  or  text-w  Blank takes them off.",
    ),
    "place": Question(
        "Which place in the list?",
        "A number. 1 is the first.",
        "A place is a number from 1 on. Nothing changed.",
    ),
}
"""What is asked about each that is typed on one line."""
ABOUT_TITLE: Final = "About, in any words"
NOTHING: Final = "none"
SWITCH: Final = {"": "on", "off": "off"}
"""Whether its slips meet lines in openings."""
WISH: Final = {"": "no wish", "ask": "please ask", "not": "not for me"}
"""What it wishes of slips that others write; each press goes on to the next."""
KEPT: Final = "Kept. The same line changes it again."

REST: Final = "leave the name out of the list"
REST_NO_MORE: Final = "list the name again"
RESTS: Final = "Out of the list: {}. The same line lists it again."
TAKE_AWAY: Final = "take the name away"
AWAY_TITLE: Final = "Take the name away: {}"
AWAY_HINT: Final = "The slips stay either way. Adding the name again brings it back."
AWAY_ROWS: Final = {
    "someone": 'The slips say "someone"',
    "stays": "The slips keep the name as written",
    "": "Leave all as it is",
}
"""What may become of the name on its slips, and the way back."""
AWAY_KEPT: Final = (
    "Taken away: {}. The slips keep the name as written. Adding the name again brings it back."
)
