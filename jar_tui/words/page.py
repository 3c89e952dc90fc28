"""Sentences of the page that says where one is."""

from __future__ import annotations

from datetime import date
from typing import Final

from jar_tui.domain.when import shown

FOR_WHOEVER: Final = (
    "This is a jar for small steps. Whoever is here may add one, with a name or with none. "
    "Nobody is in trouble for reading it, or for leaving it alone."
)
FOR_ONE: Final = (
    "This is a jar for small steps. Whoever is here may add one. "
    "Nobody is in trouble for reading it, or for leaving it alone."
)
"""The same where no names are wanted."""
PAGE_KEYS: Final = "e  write a page of your own here\nk  keys   a  agreements\nl  look back"
PAGE_TITLE: Final = "A page of your own, for whoever is here. Blank brings the first one back."
AGREEMENTS: Final = "Our agreements"
AGREED: Final = "What is agreed on here"
"""The same where no names are wanted."""
AGREEMENTS_NONE: Final = (
    "Nothing is written here yet. What is agreed on here may stand here: about reading, covering, "
    "setting aside, when the jar is opened. The jar shows it and holds nobody to it."
)
AGREEMENTS_TITLE: Final = "What is agreed on here. Enter keeps it, Ctrl-J starts a new line."
AGREEMENTS_KEPT: Final = "The agreements are kept."
PAGE_KEPT: Final = "The page is kept."


def today_is(today: date) -> str:
    """Say the day, its year too."""
    return f"Today is {shown(today, 'day', date.min)}."
