"""Those who can sign, and what was chosen for the whole jar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jar_tui.domain.clean import clean, is_blank, one_line
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Choice, Part, Slip
from jar_tui.domain.signing import Signature, signs_of

WORD: Final = "word"
"""What those who sign are called: `name`, `part`, `none`, or an own word and its plural."""
NO_NAMES: Final = "none"
"""The word that stands for no names at all."""
PAGE: Final = "page"
"""A page of the person's own, for whoever opens the help."""
AGREEMENTS: Final = "agreements"
"""What those who are here agreed on, in their own words."""
KINDNESSES: Final = "kindnesses"
"""Something kind to do after an opening, one to a line."""
MOST_SIGNS: Final = 2
"""How many signs a mark may have."""
DIGITS: Final = 9
"""How many names have a digit that signs with them."""


def everyone(jar: Jar) -> tuple[Part, ...]:
    """Return every part there is, resting ones too, in the order somebody gave them."""
    return tuple(part for part in _ever(jar) if not part.removed)


def _ever(jar: Jar) -> list[Part]:
    """Return every part there ever was, in the same order."""
    found = (part for part in jar.tables["parts"].values() if isinstance(part, Part))
    return sorted(
        (part for part in found if part.name), key=lambda part: (part.order, part.stamp, part.id)
    )


def listed(jar: Jar) -> tuple[Part, ...]:
    """Return the parts that names are picked from; those that rest are left out."""
    return tuple(part for part in everyone(jar) if not part.resting)


def moved(jar: Jar, part_id: str, place: int) -> list[Part]:
    """Return every part there ever was, one of them at a place of the list, 1 being the first.

    Those that were removed go to the end.
    """
    others = [part for part in everyone(jar) if part.id != part_id]
    rows = [part for part in others if not part.resting]
    at = others.index(rows[place - 1]) if 0 < place <= len(rows) else len(others)
    there = [part for part in everyone(jar) if part.id == part_id]
    return [*others[:at], *there, *others[at:], *(part for part in _ever(jar) if part.removed)]


def digits(jar: Jar) -> dict[int, Part]:
    """Return the listed parts that digits sign with, by digit.

    A digit goes by the place among all there ever were: it stays with its part whoever rests or
    is taken away, and comes back with those who come back.
    """
    first = enumerate(_ever(jar)[:DIGITS], 1)
    return {digit: part for digit, part in first if not part.removed and not part.resting}


def as_mark(typed: str) -> str | None:
    """Return a mark as it is kept; None where that is more than two signs."""
    mark = one_line(clean(typed))
    return mark if len(signs_of(mark)) <= MOST_SIGNS else None


def as_color(typed: str) -> str | None:
    """Return a colour as it is kept, six hex digits; None where that is none."""
    color = one_line(clean(typed)).removeprefix("#").casefold()
    return color if not color or re.fullmatch("[0-9a-f]{6}", color) else None


def shown(part: Part) -> str:
    """Return a part as it stands on slips: its mark and its name, or what is shown for that."""
    return " ".join(filter(None, (part.mark, part.display or part.name)))


def name_of(jar: Jar, part_id: str) -> str:
    """Return what is shown for a part; empty where it is no name any more."""
    part = jar.part(part_id)
    return shown(part) if part is not None and (part.stays or not part.removed) else ""


def signature_of(jar: Jar, slip: Slip) -> Signature:
    """Return who is on a slip."""
    return Signature.of(slip.state, jar.marks_of(slip), slip.how)


def to_thank(jar: Jar, slip: Slip) -> tuple[str, ...]:
    """Return who signed a slip, else whom it is for; nobody who is no name any more."""
    signature = signature_of(jar, slip)
    by, for_whom = (
        tuple(part for part in signature.parts(role) if name_of(jar, part))
        for role in ("by", "for")
    )
    return by or for_whom


def choice(jar: Jar, name: str) -> str:
    """Return what was chosen for the whole jar; empty where nothing was."""
    found = jar.tables["choices"].get(name)
    return found.value if isinstance(found, Choice) else ""


def kindnesses(jar: Jar, first: Sequence[str]) -> Sequence[str]:
    """Return something kind to do, one by one: their own list, or the `first` there is."""
    own = choice(jar, KINDNESSES)
    return first if is_blank(own) else own.split("\n")
