"""Bytes for a terminal: where to write, in which style, with nothing said twice."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category

Cell = tuple[str, str]
_FRAMES = ("│", "|")
_EMOJI_PLANE = range(0x1F000, 0x20000)
_EMOJI_SIGNS = "\ufe0f\u20e3"


def _is_agreed(text: str) -> bool:
    """Tell whether all terminals give a cluster the same width."""
    return len(text) == 1 and category(text)[0] not in "MC" and ord(text) not in _EMOJI_PLANE


@lru_cache(4096)
def _is_emoji(text: str) -> bool:
    """Tell whether a cluster is an emoji, and no letter hangs on it by a stray joiner."""
    has_sign = any(char in _EMOJI_SIGNS or ord(char) in _EMOJI_PLANE for char in text)
    return has_sign and category(text[-1])[0] in "SMC"


def _begins_column(cells: list[Cell], x: int) -> bool:
    """Tell whether a cell stands behind a gap of two blanks, or is a frame behind a blank."""
    before = [text for text, _ in cells[max(x - 2, 0) : x]]
    text = cells[x][0]
    return text != " " and (before == [" ", " "] or (text in _FRAMES and before[-1:] == [" "]))


class Pen:
    """Collects output, knowing where the cursor stands and which style is on."""

    def __init__(self) -> None:
        """Begin somewhere unknown, with no style."""
        self._out: list[str] = []
        self._at: tuple[int, int] | None = None
        self._style = ""

    def cells(self, y: int, x: int, cells: list[Cell]) -> None:
        """Write plain cells, each as wide as its one character."""
        self._move(y, x)
        self._write(cells)
        self._at = (y, x + len(cells))

    def whole_row(self, y: int, cells: list[Cell]) -> None:
        """Write a row from its start; where the cursor ends up is the terminal's own opinion.

        Columns stay straight whatever that is: after an emoji the cursor is put where it should
        be, and after other text only behind a gap, lest a letter be written over.
        """
        self._move(y, 0)
        self._set_style("")
        self._out.append("\x1b[2K")
        doubted = ""
        for x, (text, style) in enumerate(cells):
            if doubted and text and (_is_emoji(doubted) or _begins_column(cells, x)):
                self._out.append(f"\x1b[{x + 1}G")
                doubted = ""
            self._write([(text, style)])
            if text and not _is_agreed(text):
                doubted = text
        self._at = None

    def finish(self) -> str:
        """Return everything, with the style off again."""
        self._set_style("")
        return "".join(self._out)

    def _write(self, cells: list[Cell]) -> None:
        for text, style in cells:
            self._set_style(style)
            self._out.append(text)

    def _move(self, y: int, x: int) -> None:
        if self._at == (y, x):
            return
        if self._at is not None and self._at[0] == y and self._at[1] < x:
            self._out.append(f"\x1b[{x - self._at[1]}C")
        elif x == 0:
            self._out.append(f"\x1b[{y + 1}H" if y else "\x1b[H")
        else:
            self._out.append(f"\x1b[{y + 1};{x + 1}H")

    def _set_style(self, style: str) -> None:
        if style == self._style:
            return
        if not style:
            self._out.append("\x1b[m")
        elif self._style:
            self._out.append(f"\x1b[0;{style}m")
        else:
            self._out.append(f"\x1b[{style}m")
        self._style = style
