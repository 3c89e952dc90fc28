"""Whose slips are read: the names, of which one is picked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from textual.app import ComposeResult

from jar_tui.commands import Place
from jar_tui.domain.people import name_of
from jar_tui.domain.records import Role
from jar_tui.domain.signing import NO_SIGNATURE, Signature
from jar_tui.tui.screens.help import HelpScreen
from jar_tui.tui.screens.keys import KeysLine
from jar_tui.tui.screens.names import NamesScreen
from jar_tui.tui.screens.names_pane import NamesPane
from jar_tui.words import ritual
from jar_tui.words.names import signed


class WhoPane(NamesPane):
    """The names, each picked in one role, with nothing said about signing."""

    def __init__(self, role: Role) -> None:
        super().__init__(ritual.WHO[role])
        self._asked: Role = role

    def begin(self, signature: Signature, others: Signature = NO_SIGNATURE) -> None:
        """Begin a visit: whoever is picked first has the role that was asked for."""
        super().begin(signature, others)
        self.role = self._asked

    def _standing(self) -> str:
        return signed(self.signature, partial(name_of, self._jar)) or ritual.WHO_HINT


class WhoScreen(NamesScreen):
    """Hands back whose slips are to be read."""

    def __init__(self, role: Role, keep: Callable[[Signature], Awaitable[str]]) -> None:
        super().__init__(NO_SIGNATURE, keep=keep)
        self._role: Role = role

    def compose(self) -> ComposeResult:
        """Show the names and the keys."""
        yield WhoPane(self._role)
        yield KeysLine()

    def place_now(self) -> Place:
        """Name the keys of a list: nothing is signed here."""
        found = super().place_now()
        return "menu" if found == "names" else found

    def action_names_help(self) -> None:
        """Explain the names and their keys."""
        self.app.push_screen(HelpScreen("names"))
