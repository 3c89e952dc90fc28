"""Openings from before, and what was read in one of them."""

from __future__ import annotations

from functools import partial

from textual import getters
from textual.content import Content
from textual.widgets import Static

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Opening, Slip
from jar_tui.domain.ritual import past
from jar_tui.domain.selecting import read_in
from jar_tui.service.telling import openings_told
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.opening.pages import LeafScreen
from jar_tui.tui.screens.opening.telling import laid_out
from jar_tui.words import opening as words
from jar_tui.words import ritual


class PastScreen(MenuScreen):
    """Offers the openings there were, newest first."""

    def __init__(self) -> None:
        super().__init__(ritual.PAST_TITLE, self._openings)

    def _openings(self) -> list[Row]:
        found = past(self.app.jar)
        begins = self.app.almanac.settings.day_begins
        return [
            Row(told, partial(self._show_one, one, told))
            for one, told in zip(found, openings_told(found, begins), strict=True)
        ]

    def _show_one(self, opening: Opening, told: str) -> None:
        self.app.push_screen(ReadScreen(opening, told))


class ReadScreen(LeafScreen):
    """Shows what was read in one opening, as it is in the jar now."""

    told = getters.query_one("#told", Static)

    def __init__(self, opening: Opening, day: str) -> None:
        """Take the opening, and what it is called."""
        super().__init__(day)
        self._opening = opening

    def on_mount(self) -> None:
        """Show the slips, and what becomes of them."""
        self.app.changed.subscribe(self, self.take_jar)
        self.take_jar(self.app.jar)

    def take_jar(self, jar: Jar) -> None:
        """Show what is not folded any more, as it is in a newer jar."""
        read = [slip.id for slip in read_in(jar, self._opening)]
        told = laid_out(jar, self._opening.id, read, self._head)
        self.told.update(Content(told or ritual.PAST_NONE))

    def _head(self, slip: Slip) -> str:
        return words.beside(slip, self.app.almanac.today(), self.app.signed(slip))
