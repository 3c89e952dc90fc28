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
PAGE_KEYS: Final = "e  write a page of your own here\nk  keys"
PAGE_TITLE: Final = "A page of your own, for whoever is here. Blank brings the first one back."
PAGE_KEPT: Final = "The page is kept."


def today_is(today: date) -> str:
    """Say the day, its year too."""
    return f"Today is {shown(today, 'day', date.min)}."
