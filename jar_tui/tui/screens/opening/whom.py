"""Whom a slip is for, picked from the names."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.app import ComposeResult

from jar_tui.domain.signing import Signature
from jar_tui.tui.screens.keys import KeysLine
from jar_tui.tui.screens.opening.who import WhoPane, WhoScreen
from jar_tui.words import ritual


class WhomPane(WhoPane):
    """The names, of which one is picked to write to."""

    def __init__(self) -> None:
        super().__init__("for")
        self._about = ritual.THANK_WHOM

    def _standing(self) -> str:
        return super()._standing() if self.signature else ""


class WhomScreen(WhoScreen):
    """Hands back whom a slip is for."""

    def __init__(self, keep: Callable[[Signature], Awaitable[str]]) -> None:
        super().__init__("for", keep)

    def compose(self) -> ComposeResult:
        """Show the names and the keys."""
        yield WhomPane()
        yield KeysLine()
