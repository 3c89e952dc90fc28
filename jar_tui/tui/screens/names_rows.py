"""How a name stands in a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from jar_tui.domain.people import shown
from jar_tui.domain.records import Part
from jar_tui.domain.signing import Signature, tag_shown
from jar_tui.tui.theme import PALETTES, TERMINAL, TEXT, contrast
from jar_tui.tui.widgets.names_list import NameRow
from jar_tui.words import names as said


def row_of(part: Part) -> str:
    """Return a name as it stands in a list."""
    return said.name_row(shown(part), [tag_shown(tag) for tag in part.tags], part.pronouns)


@cache
def name_color(look: str, color: str) -> str:
    """Return the colour a name is written in; empty where none was chosen or it would not read.

    The terminal's own ground is not known, so with that look nothing would be sure to.
    """
    if not color or look == TERMINAL:
        return ""
    reads = contrast(f"#{color}", PALETTES[look].ground) >= TEXT
    return f"#{color}" if reads else ""


class Told(NamedTuple):
    """A name as it stands in any list, whoever is on the slip."""

    part: Part
    row: str
    named: int
    """How many characters of the row are the name."""


def rows_of(parts: Sequence[Part]) -> dict[str, Told]:
    """Return every name as it stands in a list, by its id."""
    return {part.id: Told(part, row_of(part), len(shown(part))) for part in parts}


def name_row(told: Told, digit: str, signature: Signature, look: str) -> NameRow:
    """Return the row of one name: its digit, and what it has to do with the slip."""
    part = told.part
    roles = [said.TIED[tie.role] for tie in signature.ties if tie.part == part.id]
    tail = ", ".join([*roles, *([said.RESTING] if part.resting else [])])
    return NameRow(part.id, digit, told.row, tail, name_color(look, part.color), told.named)
