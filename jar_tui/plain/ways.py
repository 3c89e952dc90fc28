"""Line mode: how openings go here, and what each of it may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, cast

from jar_tui.domain import ritual as ways
from jar_tui.domain.clean import is_blank
from jar_tui.domain.people import choice
from jar_tui.domain.review import Manner
from jar_tui.plain.lines import lines_menu
from jar_tui.plain.menu import Menu, Row, number_in
from jar_tui.plain.pages import Sitting
from jar_tui.plain.writing import Asking
from jar_tui.service.telling import phrased, wants_names
from jar_tui.words import line_mode, ritual

NUDGES: Final = "nudges"
"""What is this machine's own, and not the jar's."""


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
        return label if name == "lines" else line_mode.way(label, self._value_told(name))

    def _value_told(self, name: str) -> str:
        return phrased(ritual.value_of(name, self._present(name)), self._sitting.jar)

    def _present(self, name: str) -> str:
        """Return what is chosen now; an order by names is none where there are no names."""
        if name == NUDGES:
            return self._sitting.service.almanac.settings.nudges
        found = choice(self._sitting.jar, name)
        return found if name == ways.FULL or found in self._values(name) else ""

    def _values(self, name: str) -> Mapping[str, str]:
        jar = self._sitting.jar
        return {
            value: phrased(text, jar)
            for value, text in ritual.VALUES[name].items()
            if wants_names(jar) or "{name" not in text
        }

    def _act(self, name: str) -> None:
        """Flip what has two values; else ask."""
        pages = self._sitting.pages
        if name == "lines":
            pages.open(lines_menu(self._sitting))
        elif name == ways.FULL:
            asked = (ritual.FULL_TITLE, ritual.FULL_HINT)
            pages.open(Asking(self._sitting, asked, self._full))
        elif len(values := [*self._values(name)]) == 2:
            self._choose(name, values[self._present(name) == values[0]])
        else:
            pages.open(Menu(self._sitting, ritual.WAYS[name], lambda: self._value_rows(name)))

    def _value_rows(self, name: str) -> list[Row]:
        def choosing(value: str) -> Callable[[], None]:
            def choose() -> None:
                self._choose(name, value)
                self._sitting.pages.close()

            return choose

        return [Row(text, choosing(value)) for value, text in self._values(name).items()]

    def _full(self, line: str) -> None:
        value = "" if is_blank(line) else str(number_in(line))
        if not ways.is_allowed(ways.FULL, value):
            self._sitting.say(ritual.FULL_HINT)
            return
        self._choose(ways.FULL, value)
        self._sitting.pages.close()

    def _choose(self, name: str, value: str) -> None:
        """Keep what was chosen, and say so."""
        service = self._sitting.service
        if name == NUDGES:
            service.openings.nudges(cast("Manner", value))
        else:
            service.people.choose(name, value)
        told = self._value_told(name)
        bare = name == ways.FULL  # its label goes on from the row above it
        said = ritual.KEPT.format(told) if bare else line_mode.kept_way(ritual.WAYS[name], told)
        self._sitting.say(said)
