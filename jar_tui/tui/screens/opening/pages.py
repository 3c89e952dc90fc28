"""Pages beside an opening: about the habit, and something kind."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jar_tui.commands import Place
from jar_tui.domain.people import KINDNESSES, kindnesses
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.opening.keeping import Asking, Job
from jar_tui.tui.screens.saying import Saying
from jar_tui.words import opening as words


class HabitScreen(JarScreen[None]):
    """Tells what discounting the positive is."""

    PLACE: ClassVar[Place] = "habit"
    BINDINGS: ClassVar[list[BindingType]] = bindings("habit")

    def compose(self) -> ComposeResult:
        """Show the page."""
        yield Static(Content(words.HABIT_TITLE), id="title")
        with VerticalScroll(id="body"):
            yield Static(Content(words.HABIT))
        yield KeysLine()

    def action_back(self) -> None:
        """Go back to the slip."""
        self.close()


class KindnessScreen(Saying):
    """Shows something kind to do, from a list of their own."""

    PLACE: ClassVar[Place] = "kindness"
    BINDINGS: ClassVar[list[BindingType]] = bindings("kindness")

    told = getters.query_one("#told", Static)

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield Static(Content(words.KIND_TITLE), id="title")
        with VerticalScroll(id="body"):
            yield Static(Content(self._list()), id="told")
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Follow changes of the list."""
        self.app.changed.subscribe(self, lambda jar: self.told.update(Content(self._list())))
        self.name_keys()

    def _list(self) -> str:
        return "\n".join(kindnesses(self.app.jar, words.KINDNESSES))

    def action_edit(self) -> None:
        """Change the list."""

        def keep(text: str) -> Job:
            return lambda jar: jar.people.choose(KINDNESSES, text)

        asking = Asking(self, KINDNESSES, keep, words.KIND_KEPT, present=self._list, is_page=True)
        asking.ask(words.KIND_HINT)

    def action_back(self) -> None:
        """Go back to the slips."""
        self.close()
