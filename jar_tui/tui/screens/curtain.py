"""The curtain: nothing of the jar is to be seen until it is drawn back."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from jar_tui import words


class CurtainScreen(Screen[None]):
    """An all but empty screen that answers to no key but its own."""

    def compose(self) -> ComposeResult:
        """Say how to come back."""
        yield Static(words.CURTAIN, id="curtain", markup=False)
