"""Those who can sign, and what was chosen for the whole jar."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from jar_tui.domain.alike import looks_like
from jar_tui.domain.clean import clean, is_blank, one_line
from jar_tui.domain.jar import Jar, search_form
from jar_tui.domain.records import Choice, Part, Slip
from jar_tui.domain.signing import Signature, as_tag, signs_of

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


def place_of(jar: Jar, part_id: str) -> int:
    """Return the place of a part among the listed ones, 1 being the first."""
    parts = everyone(jar)
    before = next((at for at, part in enumerate(parts) if part.id == part_id), len(parts))
    return 1 + sum(not part.resting for part in parts[:before])


def looks_like_another(jar: Jar, part: Part) -> bool:
    """Say whether a part may be taken for another, by what they are called or shown as."""
    others = (other for other in everyone(jar) if other.id != part.id)
    called = [name for other in others for name in (other.name, other.display) if name]
    own = [name for name in (part.name, part.display) if name]
    return any(looks_like(a, b) or a.casefold() == b.casefold() for a in own for b in called)


def shares_tag(jar: Jar, part: Part, *, exact: bool = False) -> bool:
    """Say whether another part has one of its tags; `exact` tells upper and lower case apart."""
    form = str if exact else search_form
    own = {form(tag) for tag in part.tags}
    others = (other for other in everyone(jar) if other.id != part.id)
    return any(form(tag) in own for one in others for tag in one.tags)


def digits(jar: Jar) -> dict[int, Part]:
    """Return the listed parts that digits sign with, by digit.

    A digit goes by the place among all there ever were: it stays with its part whoever rests or
    is taken away, and comes back with those who come back.
    """
    first = enumerate(_ever(jar)[:DIGITS], 1)
    return {digit: part for digit, part in first if not part.removed and not part.resting}


def as_words(typed: str) -> str:
    """Return words about a part as they are kept, on one line; empty where nothing would show."""
    return "" if is_blank(clean(typed)) else one_line(clean(typed))


def as_tags(typed: str, present: Sequence[str]) -> tuple[str, ...]:
    """Return tags typed one to a line or with commas, each once.

    Where one that is `present` has a comma of its own, commas stand between none.
    """
    between = "\n" if any("," in tag for tag in present) else "[\n,]"
    tags = [as_tag(tag) for tag in re.split(between, typed) if not is_blank(clean(tag))]
    return tuple(dict.fromkeys(filter(None, tags)))


def as_mark(typed: str) -> str | None:
    """Return a mark as it is kept; None where that is more than two signs."""
    mark = as_words(typed)
    return mark if len(signs_of(mark)) <= MOST_SIGNS else None


def as_color(typed: str) -> str | None:
    """Return a colour as it is kept, six hex digits; None where that is none."""
    color = one_line(clean(typed)).removeprefix("#").casefold()
    return color if not color or re.fullmatch("[0-9a-f]{6}", color) else None


def as_place(typed: str) -> int | None:
    """Return a place in the list, 1 being the first; None where that is none."""
    digits = one_line(clean(typed))
    return int(digits) or None if re.fullmatch(r"\d{1,99}", digits) else None


READERS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "display": as_words,
    "mark": as_mark,
    "pronouns": as_words,
    "color": as_color,
}
"""How what is known of a part is read as it is kept; None where it cannot be."""


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


def wishes(jar: Jar, signature: Signature) -> tuple[Part, ...]:
    """Return whom a slip is for and who wish something about that; nobody who signs it."""
    signs = signature.parts("by")
    found = (jar.part(part) for part in signature.parts("for") if part not in signs)
    return tuple(part for part in found if part is not None and part.wish and not part.removed)


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
