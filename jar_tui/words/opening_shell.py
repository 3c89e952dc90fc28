"""The sentences about openings on the command line."""

from __future__ import annotations

from typing import Final

NONE: Final = "none"
"""The value that takes a choice back."""
_WAYS: Final = {
    "opening-day": (NONE, "the day on which one line says so: none, monday to sunday"),
    "opening-full": (NONE, "or with so many folded slips, on that day: none, 1 to 1000"),
    "opening-order": ("day", "the order slips are read in: day, name or mixed"),
    "opening-waved": ("off", '"how it usually gets waved away" under a slip: on or off'),
    "opening-monthly": ("off", "a question about now, at most monthly: on or off"),
    "opening-end": (NONE, "what follows an opening: none, question, five, kind or ground"),
    "opening-shut": (NONE, "a wish that it stay shut until a day: none, or as in 2026-12-01"),
    "opening-lines": ("folded", "lines written under slips before: folded or shown"),
}
"""What stands for the empty value of each, and what it is about."""
_ALONE: Final = {"opening-order": "the order slips are read in: day or mixed"}
"""What it is about where no names are wanted."""
NO_OPENING: Final = "No opening was read in yet. Nothing was written."
NO_FIVE: Final = "Nothing was written at the end of an opening yet, so there is no page of it."
HELP_BRING: Final = "have openings bring a slip again that they left out"
BRING_AGAIN: Final = "Openings may bring it again."
BRING_AS_BEFORE: Final = "Openings bring it already."
HELP_EXPORT_KIND: Final = (
    "json: an array of slips, those set aside included; "
    "markdown: slips under their days, to read or print, those set aside left out; "
    "opening: the last opening on one page; five: what was written at its end"
)


def way(name: str, value: str, *, names: bool = True) -> str:
    """Show how openings go in one matter, and what may be chosen; `names` are in use here."""
    empty, about = _WAYS[name]
    about = about if names else _ALONE.get(name, about)
    return f"{name} = {value or empty}    ({about})"


def as_kept(name: str, typed: str) -> str:
    """Return what was typed as it is kept: what stands for the empty value is empty."""
    value = typed.strip().casefold()
    return "" if value in (NONE, _WAYS[name][0]) else value
