"""What a reader takes for one letter or sign, however many code points it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from unicodedata import category, combining

from rich.cells import split_graphemes

_FLAG_LETTERS: Final = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_HANGING: Final = "\u0e33\u0eb3\uff9e\uff9f"
"""Vowels and sound marks with a cell of their own that belong to the letter before."""
_VIRAMA: Final = 9
"""The combining class of what joins a letter to the next one."""


def is_typed(char: str | None) -> bool:
    """Say whether what a key types belongs in words; joiners do, though nothing prints them."""
    return char is not None and (char.isprintable() or category(char) == "Cf")


def is_flag(before: str, letter: str) -> bool:
    """Tell whether a letter is the second of a flag's two."""
    return letter in _FLAG_LETTERS and (len(before) - len(before.rstrip(_FLAG_LETTERS))) % 2 == 1


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each letter or sign begins and ends."""
    begin = 0
    for _, end, _ in split_graphemes(text)[0]:
        if not _goes_on(text, end):
            yield begin, end
            begin = end


def before(text: str, offset: int) -> int:
    """Return where the letter or sign in front of an offset begins."""
    return max((begin for begin, _ in clusters(text) if begin < offset), default=0)


def after(text: str, offset: int) -> int:
    """Return where the letter or sign at an offset ends."""
    return min((end for _, end in clusters(text) if end > offset), default=len(text))


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a cut here would part what belongs together, as the letters of a flag."""
    if end == len(text):
        return False
    following = text[end]
    joined = following.isalpha() and combining(text[end - 1]) == _VIRAMA
    return joined or following in _HANGING or is_flag(text[:end], following)
