"""One slip, alone on the screen."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from jar_tui.commands import Place
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.widgets.slip_page import SlipPage
from jar_tui.words import COVERED_WORDS

ONWARD: Final = frozenset(("down", "pagedown", "enter", "space"))
BACKWARD: Final = frozenset(("up", "pageup"))


class StayScreen(JarScreen[None]):
    """Shows a slip and nothing else, until a key."""

    PLACE: ClassVar[Place] = "stay"
    BINDINGS: ClassVar[list[BindingType]] = bindings("stay")

    def __init__(self, slip: Slip) -> None:
        super().__init__()
        self._slip = slip

    def compose(self) -> ComposeResult:
        """Lay the slip out."""
        yield SlipPage()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the slip, and what becomes of it."""
        self._show()
        self.app.changed.subscribe(self, self.take_jar)

    def take_jar(self, jar: Jar) -> None:
        """Show the slip as it is in a newer jar; one that is gone is not stayed with."""
        found = jar.get(self._slip.id)
        if found is None or found.set_aside:
            self.close()
            return
        self._slip = found
        self._show()

    def _show(self) -> None:
        told = COVERED_WORDS if self._slip.covered else self._slip.text
        self.query_one(SlipPage).show(told)

    def on_key(self, event: events.Key) -> None:
        """Show the rest of a long slip; any other key goes back and does nothing else."""
        event.stop()
        event.prevent_default()
        self._turn_or_go(event.key)

    def action_back(self) -> None:
        """Show the rest of a long slip, then go back."""
        self._turn_or_go(self.app.key)

    def _turn_or_go(self, key: str) -> None:
        page = self.query_one(SlipPage)
        by = 1 if key in ONWARD else -1 if key in BACKWARD else 0
        if not (by and page.turn(by)):
            self.close()
