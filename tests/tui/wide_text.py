"""Words that are wide, joined or marked, and terminals that disagree about their width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final
from unicodedata import category, east_asian_width

from rich.cells import cell_len, get_character_cell_size, split_graphemes

from jar_tui.domain.clean import clean
from tests.tui.conftest import Hand

EMOJI: Final[Mapping[str, tuple[str, ...]]] = {
    "family": ("👨\u200d👩\u200d👧\u200d👦",),
    "flags": ("🇳🇱", "🇯🇵", "🇧🇷"),
    "odd flags": ("x", "🇳🇱", "🇯🇵"),
    "skin": ("👍🏽", "👩🏿\u200d🌾"),
    "keycaps": ("#\ufe0f\u20e3", "*\ufe0f\u20e3"),
    "hearts": ("❤\ufe0f", "☺\ufe0f", "💛"),
    "rainbow": ("🏳\ufe0f\u200d🌈", "🏴\u200d☠\ufe0f"),
    "as text": ("☺\ufe0e", "❤\ufe0e"),
    "marks": ("a" + "\u0336\u0320\u0301" * 8, "b\u0337\u0323"),
    "nothing seen": ("a\u200b", "b\u200b", "c\u2060", "so", "\u00ad", "ft"),
}
SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    "japanese": tuple("日本語のことば"),
    "variants": ("葛\U000e0100", "辻\U000e0101"),
    "halfwidth": ("ｶﾞ", "ｷﾞ", "ﾊﾟ", "ｱ"),
    "jamo": ("ᄒᆞᆫ", "글", "ᄀᆞᆯ"),
    "thai": ("ที่", "นี่", "น้ำ", "ดื่", "ม"),
    "hindi": ("हि", "न्दी", "क्ष", "मा"),
    "bengali": ("বাং", "লা"),
    "arabic": ("سَ", "لَ", "ا", "مٌ"),
    "hebrew": ("שָׁ", "ל", "וֹ", "ם"),
    "mixed": (*"abc ", "ש", "ל", "ם", *" def ", "م", "ن"),
}
WIDE: Final = {
    kind: tuple(map(clean, pieces)) for kind, pieces in (*EMOJI.items(), *SCRIPTS.items())
}
"""By what they are: letters, signs and emoji, each of which is never to be cut in two."""
SIZES: Final = ((110, 36), (80, 24), (40, 20), (30, 12))
_WHOLE: Final = sorted({one for pieces in WIDE.values() for one in pieces}, key=len, reverse=True)
_KEY: Final = "* all of us"
"""Stands among the keys named, where nothing was cut in two."""
_ODD: Final = {char for one in _WHOLE for char in one if not char.isascii()} | {"#", "*"}

Parts = Callable[[str], Iterable[tuple[str, int]]]
_OUTPUT: Final = re.compile("\x1b\\[\\??([0-9;]*)([A-Za-z])|([^\x1b]+)|\x1b")


def word(name: str) -> str:
    """Return one word of a kind."""
    return "".join(WIDE[name])


def words(name: str, count: int = 6) -> list[str]:
    """Return words of a kind, each with a number of its own."""
    return [f"{word(name)}{number}" for number in range(count)]


def cut_in(text: str) -> str:
    """Return what is left of a text without everything in it that is whole."""
    for one in (_KEY, *_WHOLE):
        text = text.replace(one, " ")
    return "".join(char for char in text if char in _ODD)


def crooked(hand: Hand, *, folded: bool = False) -> list[str]:
    """Return the rows that are not as wide as the screen, and those with something cut in two.

    Words longer than a line are `folded` or run out of it, and that may be anywhere in them.
    """
    strips = hand.app.screen._compositor.render_strips()
    assert len(strips) == hand.app.size.height
    found = []
    for strip in strips:
        widths = strip.cell_length, cell_len(strip.text), sum(cell_len(one.text) for one in strip)
        if {*widths} != {hand.app.size.width} or (cut_in(strip.text) and not folded):
            found.append(strip.text)
    return found


def squeezed(text: str) -> str:
    """Return a text without what lies between its words, frames included."""
    return "".join(char for char in text if char not in "│|▌" and not char.isspace())


def as_measured(text: str) -> Iterable[tuple[str, int]]:
    """Return the pieces of a text and their widths on a terminal that joins what is joined."""
    return [(text[start:end], width) for start, end, width in split_graphemes(text)[0]]


def one_by_one(text: str) -> Iterable[tuple[str, int]]:
    """Return the same for a terminal that joins no emoji."""
    return [(char, get_character_cell_size(char)) for char in text]


def the_old_way(text: str) -> Iterable[tuple[str, int]]:
    """Return the same for a terminal that knows wide letters and marks, and nothing more."""
    return [(char, 0 if category(char) in ("Mn", "Me", "Cf") else _wide(char)) for char in text]


def marks_apart(text: str) -> Iterable[tuple[str, int]]:
    """Return the same for a terminal on which everything takes a place of its own."""
    return [(char, _wide(char)) for char in text]


def _wide(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


TERMINALS: Final = (as_measured, one_by_one, the_old_way, marks_apart)


class Glass:
    """A terminal that never wraps, as wide text comes out on it."""

    def __init__(self, width: int, height: int, parts: Parts) -> None:
        """Begin blank; `parts` says how wide the pieces of a text are."""
        self._width, self._parts = width, parts
        self.rows = [[(" ", "")] * width for _ in range(height)]
        """Each cell with its style; the second half of a wide one holds no text."""
        self._x, self._y, self._style = 0, 0, ""

    def feed(self, output: str) -> Glass:
        """Show what a program wrote."""
        for found in _OUTPUT.finditer(output):
            if found[3]:
                for piece, width in self._parts(found[3]):
                    self._put(piece, width)
            elif found[2]:
                self._obey(found[2], found[1])
        return self

    def line(self, y: int) -> str:
        """Return the text of one row."""
        return "".join(text for text, _ in self.rows[y])

    def _obey(self, letter: str, numbers: str) -> None:
        first, _, second = numbers.partition(";")
        if letter == "H":
            self._y, self._x = int(first or 1) - 1, int(second or 1) - 1
        elif letter == "G":
            self._x = int(first or 1) - 1
        elif letter == "C":
            self._x += int(first or 1)
        elif letter == "K":
            self.rows[self._y] = [(" ", "")] * self._width
        elif letter == "J":
            self.rows = [[(" ", "")] * self._width for _ in self.rows]
        elif letter == "m":
            self._style = numbers.removeprefix("0;")

    def _put(self, piece: str, width: int) -> None:
        row = self.rows[self._y]
        if not width:
            base = max((x for x in range(self._x) if row[x][0]), default=-1)
            if base >= 0:
                row[base] = (row[base][0] + piece, row[base][1])
            return
        x = min(self._x, self._width - width)
        if not row[x][0]:
            row[x - 1] = (" ", row[x - 1][1])
        self._x = x + width
        if self._x < self._width and not row[self._x][0]:
            row[self._x] = (" ", row[self._x][1])
        row[x : self._x] = [(piece, self._style), *[("", self._style)] * (width - 1)]
