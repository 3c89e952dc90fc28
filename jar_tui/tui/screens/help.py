"""What a screen is for and what its keys do, from the registry."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jar_tui import words
from jar_tui.commands import Place, commands_of
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.words.names import with_nouns


class HelpScreen(JarScreen[None]):
    """Explains the place it was opened from."""

    PLACE: ClassVar[Place] = "help"
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, about: Place) -> None:
        super().__init__()
        self._about: Place = about

    def compose(self) -> ComposeResult:
        """Say what this is, then the keys."""
        with VerticalScroll(id="body"):
            yield Static(Content(words.ABOUT), id="about")
            for row in (*commands_of(self._about), *commands_of("anywhere")):
                if "{name" in row.help and self.app.nouns is None:
                    continue
                with Horizontal(classes="row"):
                    yield Static(Content(row.shown), classes="key")
                    said = with_nouns(row.help, self.app.nouns)
                    yield Static(Content(said), classes="what")
        yield KeysLine()

    def action_more(self) -> None:
        """Show more of the page."""
        self.query_one("#body").scroll_down(animate=False)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
