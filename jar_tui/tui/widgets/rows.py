"""What the list of slips shows: which slips, under which days, in which words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, Literal

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from jar_tui import words
from jar_tui.domain.clean import one_line
from jar_tui.domain.records import Slip
from jar_tui.tui.clusters import clusters

Resting = Literal["today", "all", "none"]
_LONGEST: Final = 400
"""Characters of a slip that can ever show in the list."""


def at_rest(
    slips: Sequence[Slip], resting: Resting, today: date, sitting: Collection[str]
) -> Sequence[Slip]:
    """Return what shows before anyone asks for older slips, newest first.

    `slips` are oldest first; those of this `sitting` always show, whatever their day.
    """
    if resting == "all":
        return slips[::-1]
    kept: list[Slip] = []
    missing = set(sitting)
    for slip in reversed(slips):
        is_today = slip.happened == today and resting == "today"
        if is_today or slip.id in missing:
            kept.append(slip)
            missing.discard(slip.id)
        elif not missing and (slip.happened is None or slip.happened < today):
            break
    return kept


def under_days(slips: Sequence[Slip], today: date) -> list[Slip | str]:
    """Return slips with a heading before those of each day."""
    rows: list[Slip | str] = []
    under: tuple[object, str] | None = None
    for slip in slips:
        if under != (slip.happened, slip.precision):
            under = (slip.happened, slip.precision)
            rows.append(words.day_heading(slip, today))
        rows.append(slip)
    return rows


def note_row(note: str, line: int, *, focused: bool) -> tuple[str, str]:
    """Return one line of a heading, or of the note about what waits below, and its style."""
    name = "slips--note" if note in (words.OLDER, words.ASIDE_BELOW) else "slips--day"
    if not focused:
        note = {words.OLDER: words.OLDER_AWAY, words.ASIDE_BELOW: ""}.get(note, note)
    return note if line == 0 else "", name


def one_row(slip: Slip, width: int, today: date, signed: str = "") -> list[str]:
    """Return a slip as one line under its day, with who is on it and its mark at the end."""
    signed = cut(signed, width // 2)
    facts = "".join(
        f"   {fact}" for fact in (signed, words.SMALL if slip.too_small else "") if fact
    )
    told, room = _excerpt(slip), width - cell_len(facts)
    if cell_len(told) > room:
        told = set_cell_size(cut(told, room), room)
    return [told + facts]


def two_rows(slip: Slip, width: int, today: date, signed: str = "") -> list[str]:
    """Return a slip as a sentence of at most two lines, its day first."""
    about = words.about_slip(slip, today, cut(signed, width * 2 // 3))
    told = f"{about}: {_excerpt(slip)}"
    first = Content(told).wrap(max(width, 1))[0].plain
    lines = [first.rstrip(), cut(told[len(first) :].lstrip(), width)]
    return [line for line in lines if line]


def cut(text: str, width: int) -> str:
    """Return a text cut to a number of cells, with dots where something is missing."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    return f"{text[: width - 1 if text.isascii() else _fitting(text, width - 1)]}…"


def _fitting(text: str, width: int) -> int:
    """Return how many characters fit, none of which is parted from what belongs to it."""
    fitting = 0
    for begin, end in clusters(text):
        width -= cell_len(text[begin:end])
        if width < 0:
            break
        fitting = end
    return fitting


def _excerpt(slip: Slip) -> str:
    if slip.covered:
        return words.COVERED_WORDS
    told = one_line(slip.text[:_LONGEST])
    if len(slip.text) > _LONGEST and cell_len(told) < _LONGEST // 2:
        # With so many marks all of it may fit; then too it shows that there is more.
        return cut(told, cell_len(told) - 1)
    return told
