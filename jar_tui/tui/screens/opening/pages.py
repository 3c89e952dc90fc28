"""Pages beside an opening: one to read, about the habit, and something kind."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jar_tui.commands import Place, Standing
from jar_tui.domain.people import KINDNESSES, kindnesses
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.opening.keeping import Asking, Job
from jar_tui.tui.screens.opening.turning import Turning
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.slip_page import Page
from jar_tui.words import habit
from jar_tui.words import opening as words


class LeafScreen(Turning):
    """A page to read, under a title or under none."""

    PLACE: ClassVar[Place] = "leaf"
    BINDINGS: ClassVar[list[BindingType]] = bindings("leaf")

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Show the page."""
        if self._title:
            yield Static(Content(self._title), id="title")
        with Page():
            yield from self.body()
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def body(self) -> ComposeResult:
        """Lay out what is on the page."""
        yield Static(Content(self._text), id="told")

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        return Standing(chosen=True, more=self.page.has_more)

    def action_next(self) -> None:
        """Show the rest of the page, then go back; a hand that shook goes nowhere."""
        if not self.turned(1) and not self.app.bounced:
            self.close()

    def action_back(self) -> None:
        """Go back."""
        self.close()


class HabitScreen(LeafScreen):
    """Tells what discounting the positive is."""

    PLACE: ClassVar[Place] = "habit"
    BINDINGS: ClassVar[list[BindingType]] = bindings("habit")

    def __init__(self) -> None:
        super().__init__(habit.TITLE, habit.SHORT)

    def action_more(self) -> None:
        """Show the longer page."""
        chapters = (f"{heading}\n{text}" for heading, text in habit.LONGER)
        sources = "\n\n".join((habit.SOURCES_TITLE, *habit.SOURCES))
        self.app.push_screen(LeafScreen(habit.TITLE, "\n\n".join((*chapters, sources))))


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
        """Go back to the slips; a hand that shook on Enter stays."""
        if not (self.app.bounced and self.app.key == "enter"):
            self.close()
