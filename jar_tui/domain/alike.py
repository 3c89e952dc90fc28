"""Names that are not the same and look it."""

from __future__ import annotations

import unicodedata
from typing import Final

from jar_tui.domain.clean import clean, one_line

_ACCENTS: Final = 200
"""From this combining class on, a mark stands above or below a letter that stays the same."""
_LEFT_OUT: Final = frozenset("CPZ")
"""Joiners, punctuation and spaces, by the first letter of their category."""
_VARIATIONS: Final = ("\ufe00", "\ufe0f")
_CAPITALS: Final = str.maketrans("I\u0399\u0406\u04c0", "llll")  # Greek and Cyrillic ones last
"""Capitals that look like a small l."""
_LETTERS: Final = str.maketrans(
    "01|"
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445"  # Cyrillic
    "\u0456\u0458\u0455\u0501\u051b\u051d\u04bb"
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7",  # Greek
    "oll" + "abekmhopctyx" + "ijsdqwh" + "abezhikmnoptyx",
)
"""Letters and digits that look like others, small or as capitals."""


def looks_like(one: str, other: str) -> bool:
    """Say whether two names look alike and are not the same."""
    if _same(one) == _same(other):
        return False
    return bool(_looks(one) & _looks(other))


def _same(name: str) -> str:
    """Return what a name is known by; who has the same is the same."""
    return one_line(clean(name)).casefold()


def _looks(name: str) -> set[str]:
    """Return what a name looks like: an I may be an i, or look like a small l."""
    letters = "".join(filter(_is_seen, unicodedata.normalize("NFKD", clean(name))))
    return set(filter(None, map(_look, (letters, letters.translate(_CAPITALS)))))


def _look(letters: str) -> str:
    return letters.casefold().translate(_LETTERS).replace("rn", "m").replace("vv", "w")


def _is_seen(sign: str) -> bool:
    """Say whether a sign is more than an accent, a joiner, punctuation or a space."""
    is_variation = _VARIATIONS[0] <= sign <= _VARIATIONS[1]
    is_accent = unicodedata.combining(sign) >= _ACCENTS
    return not (is_accent or is_variation or unicodedata.category(sign)[0] in _LEFT_OUT)
