"""Bytes for a terminal: where to write, in which style, with nothing said twice."""

from __future__ import annotations

Cell = tuple[str, str]


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
        """Write a row from its start; where the cursor ends up is the terminal's own opinion."""
        self._move(y, 0)
        self._set_style("")
        self._out.append("\x1b[2K")
        self._write(cells)
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
