"""Line mode: the lines "too small" slips may meet: read out, changed, switched off, added."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jar_tui import words
from jar_tui.domain.nudge import is_off, lines_of, own_first
from jar_tui.domain.records import Nudge
from jar_tui.plain.menu import Menu, Row
from jar_tui.plain.pages import Sitting
from jar_tui.plain.writing import Writing
from jar_tui.words import line_mode, nudges, ritual


def lines_menu(sitting: Sitting) -> Menu:
    """Return the list of lines, one's own first."""
    return Menu(sitting, ritual.LINES_TITLE, Lines(sitting).rows)


class Lines:
    """Says which lines there are, and has them changed."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def rows(self) -> list[Row]:
        """Return the line that adds one, then every line there is."""
        lines = own_first(self._words())
        return [
            Row(ritual.LINES_ADD, self._add),
            *(Row(self._told(line), partial(self._open, line)) for line in lines),
        ]

    def _words(self) -> dict[str, str]:
        return lines_of(self._sitting.jar, nudges.NUDGES, off=True)

    def _told(self, line: str) -> str:
        text = self._words().get(line, "")
        return ritual.LINES_OFF.format(text) if is_off(self._sitting.jar, line) else text

    def _open(self, line: str) -> None:
        self._sitting.pages.open(Menu(self._sitting, self._told(line), lambda: self._acts(line)))

    def _acts(self, line: str) -> list[Row]:
        """Return what can be done with one line."""
        off = is_off(self._sitting.jar, line)
        rows = [
            Row(ritual.LINE_WORD, lambda: self._word(line)),
            Row(ritual.LINE_ON if off else ritual.LINE_OFF, lambda: self._switch(line, not off)),
        ]
        if self._is_changed(line):
            rows.append(Row(line_mode.LINE_FIRST, lambda: self._first(line)))
        return rows

    def _is_changed(self, line: str) -> bool:
        """Say whether a line that came with the program has other words here."""
        found = self._sitting.jar.tables["nudges"].get(line)
        return line in nudges.NUDGES and isinstance(found, Nudge) and bool(found.text)

    def _add(self) -> None:
        def keep(text: str) -> str:
            self._sitting.service.openings.add_line(text)
            return ritual.LINE_KEPT

        self._write(keep)

    def _word(self, line: str) -> None:
        def keep(text: str) -> str:
            self._sitting.service.openings.word(line, text)
            return ritual.LINE_KEPT

        self._sitting.pages.close()
        self._write(keep)

    def _write(self, keep: Callable[[str], str]) -> None:
        asked = (line_mode.NUDGE_TITLE, ritual.LINE_HINT)
        self._sitting.pages.open(Writing(self._sitting, asked, keep, left_out=words.LEFT))

    def _switch(self, line: str, off: bool) -> None:
        self._sitting.service.openings.switch(line, off=off)
        self._sitting.pages.close()
        self._sitting.say(ritual.LINE_IS_OFF if off else ritual.LINE_IS_ON)

    def _first(self, line: str) -> None:
        self._sitting.service.openings.word(line, "")
        self._sitting.pages.close()
        self._sitting.say(ritual.LINE_KEPT)
