"""One line that says so on a day somebody chose for opening, and on no other day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import getters
from textual.content import Content
from textual.widgets import Static

from jar_tui.domain.jar import Jar
from jar_tui.domain.ritual import due
from jar_tui.words.ritual import DUE

if TYPE_CHECKING:
    from jar_tui.tui.app import JarApp


class DueLine(Static):
    """Takes no room where nothing is due."""

    if TYPE_CHECKING:
        app: getters.app[JarApp]

    def __init__(self) -> None:
        super().__init__(id="due", markup=False)
        self._known: tuple[Jar, date] | None = None
        """The jar and the day that were looked at last."""
        self._why = ""

    def tell(self) -> None:
        """Say whether this is such a day."""
        jar, almanac = self.app.jar, self.app.almanac
        today, known = almanac.today(), self._known
        if known is not None and known[0] is jar and known[1] == today:
            return
        self._known = jar, today
        why = due(jar, today, almanac.settings.day_begins)
        if why != self._why:
            self._why = why
            self.update(Content(DUE[why] if why else ""))
            self.set_class(bool(why), "-due")
