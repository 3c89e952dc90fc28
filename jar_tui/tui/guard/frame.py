"""What the terminal shows now, and the fewest bytes that make it show something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import category

from rich.cells import split_graphemes
from rich.color import ColorSystem
from textual._cells import cell_len
from textual.strip import Strip

from jar_tui.tui.clusters import is_flag
from jar_tui.tui.guard.pen import Cell, Pen

Run = tuple[int, int, Strip]
BLANK: Cell = (" ", "")
_GAP = 4
_EMOJI_PLANE = 0x1F000
_JOINER = "\u200d"
_CLEAR = "\x1b[m\x1b[H\x1b[2J"


@lru_cache(4096)
def is_plain(text: str) -> bool:
    """Tell whether every character fills one cell of its own on any terminal."""
    if text.isascii():
        return text.isprintable()
    return all(
        ord(char) < _EMOJI_PLANE and category(char)[0] not in "MC" and cell_len(char) == 1
        for char in text
    )


@lru_cache(4096)
def lean(sgr: str) -> str:
    """Drop "default colour" from a style: each style here is written after a reset."""
    kept: list[str] = []
    parts = iter(sgr.split(";"))
    for part in parts:
        if part in {"38", "48"}:
            kind = next(parts, "")
            count = 1 if kind == "5" else 3
            kept += [part, kind, *(next(parts, "") for _ in range(count))]
        elif part not in {"39", "49"}:
            kept.append(part)
    return ";".join(kept)


class Frame:
    """A shadow of the screen, cell by cell; the second cell of a wide character is empty."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._width = 0
        self._rows: list[list[Cell]] = []
        self._odd: set[int] = set()

    @property
    def is_known(self) -> bool:
        """Tell whether a part of the screen can be compared with what is there."""
        return bool(self._rows)

    def forget(self) -> None:
        """Forget what the terminal shows; the next full frame clears it first."""
        self._width, self._rows, self._odd = 0, [], set()

    def begin(self, width: int, height: int) -> str:
        """Begin a full frame; return the clearing bytes if the glass holds none of this size."""
        if self._width == width and len(self._rows) == height:
            return ""
        self._width, self._odd = width, set()
        self._rows = [[BLANK] * width for _ in range(height)]
        return _CLEAR

    def update(self, runs: Iterable[Run], colors: ColorSystem) -> str:
        """Take in pieces (row, column, strip) and return the bytes for what differs."""
        painted: dict[int, list[Cell]] = {}
        odd: set[int] = set()
        for y, x, strip in runs:
            if 0 <= y < len(self._rows):
                row = painted.setdefault(y, self._rows[y].copy())
                if not _paint(row, x, strip, colors):
                    odd.add(y)
        pen = Pen()
        for y, row in painted.items():
            self._send(y, row, odd=y in odd, pen=pen)
        return pen.finish()

    def _send(self, y: int, row: list[Cell], *, odd: bool, pen: Pen) -> None:
        """Write what changed of one row and remember it."""
        old = self._rows[y]
        if odd or y in self._odd:
            _mend(row)
            odd = any(not is_plain(text) for text, _ in row if text)
            if row != old:
                # Terminals disagree about the width of such text: never trust cells after it.
                pen.whole_row(y, row)
        else:
            for start, end in _changes(old, row):
                pen.cells(y, start, row[start:end])
        self._rows[y] = row
        (self._odd.add if odd else self._odd.discard)(y)


def _changes(old: list[Cell], new: list[Cell]) -> list[tuple[int, int]]:
    """Return the spans that differ, joined where skipping would cost more than writing."""
    spans: list[tuple[int, int]] = []
    for x, (before, after) in enumerate(zip(old, new, strict=True)):
        if before == after:
            continue
        if spans and x - spans[-1][1] <= _GAP:
            spans[-1] = (spans[-1][0], x + 1)
        else:
            spans.append((x, x + 1))
    return spans


def _paint(row: list[Cell], x: int, strip: Strip, colors: ColorSystem) -> bool:
    """Lay a strip over a row of cells and tell whether all of it was plain."""
    pieces = [
        (text, lean(Strip.render_ansi(style, colors)) if style else "")
        for text, style, control in strip
        if not control
    ]
    plain = all(is_plain(text) for text, _ in pieces)
    if plain:
        cells = [(char, sgr) for text, sgr in pieces for char in text]
    else:
        cells = [cell for run in _runs(pieces) for cell in _odd_cells(run)]
    row[x : x + len(cells)] = cells[: max(len(row) - x, 0)]
    # Text can be measured wider than it comes out: what is left of its place is blank.
    start, end = x + len(cells), min(x + strip.cell_length, len(row))
    row[start:end] = [BLANK] * (end - start)
    return plain


def _runs(pieces: list[Cell]) -> Iterator[list[Cell]]:
    """Yield the pieces of a row, those together that share a cluster.

    The cursor parts clusters: on a letter with marks it is on the letter and not on its marks.
    """
    run: list[Cell] = []
    for text, sgr in pieces:
        if not _goes_on("".join(before for before, _ in run), text):
            yield run
            run = []
        run.append((text, sgr))
    yield run


def _goes_on(before: str, text: str) -> bool:
    """Tell whether a text begins in the middle of a cluster."""
    if not (before and text):
        return True
    joined = before[-1] == _JOINER and category(text[0]) == "So"
    return joined or not cell_len(text[0]) or is_flag(before, text[0])


def _odd_cells(run: list[Cell]) -> list[Cell]:
    """Return one cell for each cluster of text, and an empty one for its second half."""
    text = "".join(piece for piece, _ in run)
    styles = [sgr for piece, sgr in run for _ in piece]
    cells: list[Cell] = []
    for start, end, counted in split_graphemes(text)[0]:
        cluster, sgr = text[start:end], styles[start]
        width = counted or cell_len(cluster)
        if width and not is_flag(text[:start], text[start]):
            cells += [(cluster, sgr), *[("", sgr)] * (width - 1)]
        elif cells:
            base = max(x for x, (before, _) in enumerate(cells) if before)
            before, sgr = cells[base]
            cells[base] = (before + cluster, sgr)
            cells += [("", sgr)] * width
    return cells


def _mend(row: list[Cell]) -> None:
    """Blank the halves of wide characters that lost their other half to a neighbour."""
    for x, (text, sgr) in enumerate(row):
        orphan = not text and (x == 0 or cell_len(row[x - 1][0]) != 2)
        if orphan or (cell_len(text) == 2 and (x + 1 >= len(row) or row[x + 1][0])):
            row[x] = (" ", sgr)
