"""The names, of which one is picked: whose slips are read, or whom a slip is for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

from textual.app import ComposeResult

from jar_tui.commands import Place
from jar_tui.domain.records import Role
from jar_tui.domain.signing import NO_SIGNATURE, Signature
from jar_tui.service.telling import name_told
from jar_tui.tui.screens.help import HelpScreen
from jar_tui.tui.screens.keys import KeysLine
from jar_tui.tui.screens.names import NamesScreen
from jar_tui.tui.screens.names_pane import NamesPane
from jar_tui.words.names import signed

NOT_HERE: Final = frozenset(
    f"names_{name}" for name in ("for", "noticed", "near", "also", "how", "keep_signing")
)
"""What is of no use where nothing is signed."""
STATES: Final = frozenset(f"names_{name}" for name in ("unsure", "nobody", "someone", "all"))
"""What says who a slip is by, and nothing of whom it is for."""


class WhoPane(NamesPane):
    """The names, each picked in one role, with nothing said about signing."""

    def __init__(self, role: Role, title: str, hint: str) -> None:
        self.usual = role
        super().__init__(title)
        self._hint = hint

    def _standing(self) -> str:
        told = signed(self.picks.signature, partial(name_told, self._jar))
        return told or self.how_to_find(self._hint)


class WhoScreen(NamesScreen):
    """Hands back who was picked, in one role."""

    def __init__(
        self, role: Role, keep: Callable[[Signature], Awaitable[str]], title: str, hint: str = ""
    ) -> None:
        """Take the question, and a sentence to stand below the names until one is picked."""
        super().__init__(NO_SIGNATURE, keep=keep)
        self._left_out = NOT_HERE if role == "by" else NOT_HERE | STATES
        self._pane = partial(WhoPane, role, title, hint)

    def compose(self) -> ComposeResult:
        """Show the names and the keys."""
        yield self._pane()
        yield KeysLine()

    def place_now(self) -> Place:
        """Name the keys of a list: nothing is signed here."""
        found = super().place_now()
        return "menu" if found == "names" else found

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys for what else is said on a slip, and those that answer nothing."""
        return action not in self._left_out and super().check_action(action, parameters)

    def action_names_help(self) -> None:
        """Explain the names and their keys."""
        self.app.push_screen(HelpScreen("names"))
