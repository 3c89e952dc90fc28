"""Line mode: all slips of an opening side by side, and the closing of the jar."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui.domain.people import kindnesses
from jar_tui.domain.records import Opening
from jar_tui.plain.closing import closing_line
from jar_tui.plain.further import further_menu
from jar_tui.plain.pages import Page, Sitting
from jar_tui.plain.telling import read_opening
from jar_tui.words import line_mode
from jar_tui.words import opening as said


class Beside(Page):
    """Shows what was read, and closes the jar."""

    def __init__(
        self,
        sitting: Sitting,
        opening: str,
        *,
        back: Callable[[], object],
        close: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        """Take what goes back to the last slip, what closes the jar, and what closes it at once."""
        self._sitting = sitting
        self._opening = opening
        self._keys = {"b": back, "w": self._write, "f": self._further, "": close, "q": leave}

    def show(self) -> None:
        """Read out every slip with its day, its names and the lines written in this opening."""
        self._sitting.say(said.SIDE_BY_SIDE)
        opening = self._sitting.jar.tables["openings"].get(self._opening)
        if isinstance(opening, Opening):
            read_opening(self._sitting, opening)
        self.again()

    def again(self) -> None:
        """Say what may be done."""
        self._sitting.say(line_mode.BESIDE)

    def take(self, line: str) -> None:
        """Do what a line says."""
        key = line.strip().casefold()
        if key in self._keys:
            self._keys[key]()
        elif key == "y":
            for kindness in kindnesses(self._sitting.jar, said.KINDNESSES):
                self._sitting.say(kindness)
        elif key == "g":
            self._sitting.say(said.GROUND)
        else:
            self.again()

    def _write(self) -> None:
        title, left_out = line_mode.CLOSING_TITLE, said.LINE_OUT
        page = closing_line(self._sitting, self._opening, title, left_out=left_out)
        self._sitting.pages.open(page)

    def _further(self) -> None:
        self._sitting.pages.open(further_menu(self._sitting, self._opening))
