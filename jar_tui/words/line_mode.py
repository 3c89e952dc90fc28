"""The sentences of line mode about names, about one slip, and about an opening."""

from __future__ import annotations

from typing import Final

from jar_tui.words import opening

UNDO_LINE: Final = "/undo takes that back."
NAMES_NONE: Final = "No {names} are listed yet. /name and a {name} behind it adds one."
NO_SUCH_NAME: Final = "That is no {name} and no tag here. /names lists the {names}."
MANY_NAMES: Final = "More than one {name} goes by that. A tag that one of them has will do."
NAME_WANTED: Final = "A {name} belongs behind that. /names lists the {names}."

BEGIN: Final = "Enter begins. c chooses others. q leaves it."
OTHERS: Final = "c chooses others. Enter leaves it."
READING: Final = "Enter next, b back, w write a line, m more, ? about this habit, q stop."
NO_MORE_KEPT: Final = "Nothing more is kept with this slip."
LINE_WAITS: Final = "The line waits here. Enter tries again."
BESIDE: Final = "Enter close, w a closing line, y something kind, g feet on the floor, b back."


def in_lines(sentence: str) -> str:
    """Return a sentence of the full screen with what is typed in line mode in the place of Esc."""
    return sentence.replace("Esc leaves", "a blank one leaves").replace("Esc stops", "q stops")


def answers() -> str:
    """Name the answers under a nudge."""
    said = opening.ANSWERS
    return f"1 {said['stays']}. 2 {said['lifted']}. 3 {said['both']}. 0 {said['hush']}. n one more."


def set_in(text: str) -> str:
    """Return the words of a slip set in, so that none of them looks like a line of the program."""
    return "\n".join(f"    {row}" for row in text.split("\n"))


def line_with(text: str) -> str:
    """Return a line that was written under a slip."""
    rows = text.split("\n")
    return "\n".join([f"    with it: {rows[0]}", *(f"             {row}" for row in rows[1:])])
