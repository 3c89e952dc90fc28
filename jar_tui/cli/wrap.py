"""Rows of a list on a terminal, broken so that no word of a slip starts a line of the glass."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import Final, TextIO

SHORT_ID: Final = 8
"""Characters of an id that are shown; any start of it that is unlike the others will do."""
_INDENT: Final = " " * (SHORT_ID + 2)
_NARROW: Final = 24
"""Columns below which a terminal is left to break rows as it likes."""
_TAB: Final = 8


def row_of(row: str, out: TextIO) -> str:
    """Return a slip's row as it is written to `out`: broken and set in where that is a terminal."""
    columns = _columns(out)
    if columns < _NARROW:
        return row
    return "\n".join(_broken(line, columns) for line in row.split("\n"))


def _broken(line: str, columns: int) -> str:
    """Break one line at spaces, or within a word that is longer than a line."""
    done: list[str] = []
    rest = line.expandtabs(_TAB).rstrip()
    while (end := _fitting(rest, columns - 1)) < len(rest):
        space = rest.rfind(" ", len(_INDENT) + 1, end + 1)
        cut = space if space > 0 else end
        done.append(rest[:cut].rstrip())
        rest = _INDENT + rest[cut:].lstrip(" ")
    return "\n".join([*done, rest])


def _fitting(line: str, columns: int) -> int:
    """Return how many characters of `line` fit."""
    used = 0
    for place, wide in enumerate(_widths(line)):
        used += wide
        if used > columns:
            return place
    return len(line)


def _widths(line: str) -> Iterator[int]:
    for char in line:
        if char < "\x7f":
            yield 1
        elif unicodedata.combining(char):
            yield 0
        else:
            yield 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _columns(out: TextIO) -> int:
    """Return how wide the terminal is, 0 where there is none."""
    with suppress(OSError, ValueError):
        if out.isatty():
            return os.get_terminal_size(out.fileno()).columns
    return 0
