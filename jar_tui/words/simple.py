"""Sentences of the simple screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from jar_tui.words import day_heading

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip

WRITE: Final = "Write one small step."
STARTER: Final = "a breath, a rest ..."
LOOKING_BACK: Final = "Slips, newest first"
OLDER: Final = "Down shows older slips."
NO_SLIPS: Final = "No slips are here. The next one may be any size."
NOTHING_OLDER: Final = "There are no older slips."
NOTHING_NEWER: Final = "These are the newest slips."
COVERED: Final = "(covered)"


def about(slip: Slip, today: date, signed: str) -> str:
    """Return what stands before a slip's words: its day, and who is on it."""
    return ", ".join(filter(None, (day_heading(slip, today), signed)))
