"""Line mode: how openings go here, and what each of it may be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from jar_tui.domain.review import Manner
from jar_tui.domain.ritual import FULL, LINES, NUDGES, SHUT, read_shut, read_size
from jar_tui.plain.lines import lines_menu
from jar_tui.plain.menu import Menu, Row
from jar_tui.plain.pages import Sitting
from jar_tui.plain.writing import Asking
from jar_tui.service import ways
from jar_tui.words import line_mode, ritual


def ways_menu(sitting: Sitting) -> Menu:
    """Return the list of what can be set."""
    return Menu(sitting, ritual.WAYS_TITLE, Ways(sitting).rows, hint=ritual.WAYS_HINT)


class Ways:
    """Says how openings go, and has that changed."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def rows(self) -> list[Row]:
        """Return what can be set, with what it is now."""
        return [Row(self._told(name), partial(self._act, name)) for name in ritual.WAYS]

    def _told(self, name: str) -> str:
        label = ritual.WAYS[name]
        return label if name == LINES else line_mode.way(label, self._value_told(name))

    def _value_told(self, name: str) -> str:
        sitting = self._sitting
        return ways.present_told(name, sitting.jar, sitting.service.almanac.settings)

    def _act(self, name: str) -> None:
        """Flip what has two values; else ask."""
        sitting, pages = self._sitting, self._sitting.pages
        if name == LINES:
            pages.open(lines_menu(sitting))
            return
        if name == FULL:
            asked = (ritual.FULL_TITLE, ritual.FULL_HINT)
            pages.open(Asking(sitting, asked, partial(self._take, name, read_size, asked[1])))
            return
        if name == SHUT:
            asked = (ritual.SHUT_TITLE, ritual.SHUT_HINT)
            pages.open(Asking(sitting, asked, partial(self._take, name, self._day, asked[1])))
            return
        other = ways.other(name, sitting.jar, sitting.service.almanac.settings)
        if other is not None:
            self._choose(name, other)
        else:
            pages.open(Menu(sitting, ritual.WAYS[name], lambda: self._value_rows(name)))

    def _value_rows(self, name: str) -> list[Row]:
        def choosing(value: str) -> Callable[[], None]:
            def choose() -> None:
                self._choose(name, value)
                self._sitting.pages.close()

            return choose

        offered = ways.offered(name, self._sitting.jar)
        return [Row(text, choosing(value)) for value, text in offered.items()]

    def _day(self, line: str) -> str | None:
        return read_shut(line, self._sitting.service.almanac.when, self._sitting.today)

    def _take(self, name: str, read: Callable[[str], str | None], hint: str, line: str) -> None:
        value = read(line)
        if value is None:
            self._sitting.say(hint)
            return
        self._choose(name, value)
        self._sitting.pages.close()

    def _choose(self, name: str, value: str) -> None:
        """Keep what was chosen, and say so."""
        service = self._sitting.service
        if name == NUDGES:
            service.openings.nudges(cast("Manner", value))
        else:
            service.people.choose(name, value)
        told = self._value_told(name)
        bare = name == FULL  # its label goes on from the row above it
        said = ritual.KEPT.format(told) if bare else line_mode.kept_way(ritual.WAYS[name], told)
        self._sitting.say(said)
