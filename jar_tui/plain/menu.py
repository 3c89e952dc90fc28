"""Line mode: a list that is read out, twelve rows at a time; a number does what its row says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from jar_tui.domain.clean import one_line
from jar_tui.plain.pages import Page, Sitting
from jar_tui.words import line_mode

AT_ONCE: Final = 12
"""Rows read out at a time."""
_LONGEST: Final = 6
"""Digits of a number that may mean a row."""


class Row(NamedTuple):
    """One thing to do."""

    text: str
    act: Callable[[], object]
    """Does it; it says what came of it, opens another page, or closes the list."""


def number_in(line: str) -> int:
    """Return the number a line is; 0 where it is none."""
    typed = line.strip()
    return int(typed) if typed.isdecimal() and len(typed) <= _LONGEST else 0


class Menu(Page):
    """Reads rows out and does the one whose number is typed; a blank line goes back."""

    def __init__(
        self,
        sitting: Sitting,
        title: str,
        rows: Callable[[], Sequence[Row]],
        *,
        hint: str = "",
        pick: str = line_mode.PICK,
        other: Callable[[str], object] | None = None,
    ) -> None:
        """Take what makes the rows, and what is done with words that are no row's number."""
        self._sitting = sitting
        self._title = title
        self._make = rows
        self._hint = hint
        self._pick = pick
        self._other = other
        self._rows: Sequence[Row] = ()
        self._first = 0

    def take(self, line: str) -> None:
        """Do what a line says."""
        key = one_line(line)
        number = number_in(key)
        if not key:
            self._sitting.pages.back()
        elif 1 <= number <= len(self._rows):  # as they were read out, whatever came since
            self._rows[number - 1].act()
        elif key.casefold() == "more" and self._first + AT_ONCE < len(self._rows):
            self._first += AT_ONCE
            self._read_out()
        elif self._other is not None:
            self._other(line)
        else:
            self.prompt()

    def show(self) -> None:
        """Read the title and the first rows out."""
        self._sitting.say(self._title)
        if self._hint:
            self._sitting.say(self._hint)
        self._read_out()

    def again(self) -> None:
        """Read the title and the rows out, from where the list was left."""
        self._sitting.say(self._title)
        self._read_out()

    def prompt(self) -> None:
        """Say what may be typed."""
        self._sitting.say(self._pick)

    def _read_out(self) -> None:
        self._rows = self._make()
        end = self._first + AT_ONCE
        for number, row in enumerate(self._rows[self._first : end], self._first + 1):
            self._sitting.say(f"{number}. {row.text}")
        if end < len(self._rows):
            self._sitting.say(line_mode.batch(end, len(self._rows)))
        self.prompt()
