"""The names on a screen of their own, for the slip in the entry or for one in the jar."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from jar_tui.commands import Place, Standing
from jar_tui.domain.jar import Jar
from jar_tui.domain.signing import NO_SIGNATURE, Signature
from jar_tui.tui.screens.keys import KeysLine
from jar_tui.tui.screens.names_pane import NamesPane
from jar_tui.tui.screens.naming import Naming, Way
from jar_tui.words import LEFT
from jar_tui.words.history import GONE
from jar_tui.words.names import not_taken


class NamesScreen(Naming):
    """Shows the names, and hands back who was picked."""

    PLACE: ClassVar[Place] = "names"
    about_names = True

    def __init__(
        self,
        signature: Signature,
        *,
        keep: Callable[[Signature], Awaitable[str]],
        on_jar: Callable[[], Awaitable[None]] | None = None,
        others: Signature = NO_SIGNATURE,
        about: str = "",
        slip: str = "",
    ) -> None:
        """Take who is on the slip, and what to do with who is on it then.

        `keep` returns why it could not, and then the screen stays. `on_jar` goes on to the jar.
        `about` shows which `slip` of the jar it is.
        """
        super().__init__()
        self._signature = signature
        self._keep = keep
        self._on_jar = on_jar
        self._others = others
        self._about = about
        self._slip = slip
        self._refused = False
        """Whether who was picked could not be kept: then the way out keeps nothing."""

    def compose(self) -> ComposeResult:
        """Show the pane and the keys."""
        yield NamesPane(self._about)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the names, none of them chosen."""
        self.names.show(self.app.jar, self.app.nouns)
        self.names.begin(self._signature, self._others)
        self.names.lines.focus()
        self.app.changed.subscribe(self, self.take_jar)

    def take_jar(self, jar: Jar) -> None:
        """Show the names of a newer jar."""
        self.names.show(jar, self.app.nouns)
        if self._slip and jar.get(self._slip) is None:
            self.query_one("#names-about", Static).update(Content(GONE))
        self.show_answer()
        self.name_keys()

    def place_now(self) -> Place:
        """Return whether names are found or picked."""
        return "filter" if self.names.bar.has_focus else "names"

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        listed, chosen = self.names.has_names, self.names.chosen is not None
        return Standing(
            blank=False, listed=listed, chosen=chosen, later=bool(self._slip), brief=self.narrow
        )

    def on_names_list_chosen(self) -> None:
        """Name the keys that mean something now."""
        self.name_keys()

    def on_descendant_focus(self) -> None:
        """Name the keys of what has them."""
        self.name_keys()

    def show_answer(self) -> None:
        """Show what was said last in the place of who is on the slip."""
        self.names.show_state(self.said)

    async def leave_names(self, way: Way = "slip") -> None:
        """Keep who was picked and go back, or on to the jar."""
        trouble = await self._keep(self.names.picks.signature)
        if trouble:
            self._refused = True
            self.say(not_taken(trouble))
            return
        self.close()
        if way == "jar" and self._on_jar is not None:
            await self._on_jar()

    async def leave_as_it_was(self, way: Way = "slip") -> None:
        """Go back as leaving does; where that was refused before, with nothing changed."""
        if self._refused:
            self.leave_saying(LEFT)
        else:
            await self.leave_names(way)
