"""One question and an entry for its answer: words, a date or kinds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from jar_tui.commands import Place, Standing
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.widgets.quick_entry import QuickEntry


class PromptScreen(JarScreen[None]):
    """Shows what is there now, and keeps what it is changed into."""

    entry = getters.query_one("#words", QuickEntry)
    answer = getters.query_one("#answer", Static)

    def __init__(
        self,
        title: str,
        text: str,
        *,
        hint: Callable[[str], str],
        keep: Callable[[str], Awaitable[str]],
        note: Callable[[str], None] = lambda text: None,
        leave: Callable[[str], None] = lambda text: None,
    ) -> None:
        """Take the question and what to do at Enter, at each change and at Esc.

        `keep` returns why it could not, and then the screen stays.
        """
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint
        self._keep = keep
        self._note = note
        self._leave = leave

    def compose(self) -> ComposeResult:
        """Show the question, the entry, what was understood, and the keys."""
        yield Static(Content(self._title), id="title")
        yield QuickEntry(self._text, id="words")
        yield Static(Content(self._hint(self._text)), id="answer")
        yield KeysLine()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Note the words and say what is understood of them."""
        self._note(self.entry.text)
        self.answer.update(Content(self._hint(self.entry.text)))

    async def on_quick_entry_submitted(self, event: QuickEntry.Submitted) -> None:
        """Keep the words; where that fails, say why and stay."""
        await self.action_keep()

    async def action_keep(self) -> None:
        """Keep the words and go back."""
        trouble = await self._keep(self.entry.text)
        if trouble:
            self.answer.update(Content(trouble))
        else:
            self.close()

    def action_back(self) -> None:
        """Go back without keeping anything."""
        self._leave(self.entry.text)
        self.close()

    def action_new_line(self) -> None:
        """Start a new line."""
        self.entry.new_line()


class EditScreen(PromptScreen):
    """The words of a slip."""

    PLACE: ClassVar[Place] = "edit"
    BINDINGS: ClassVar[list[BindingType]] = bindings("edit")


class PassingScreen(PromptScreen):
    """A question whose half answer is not kept when the program is left."""

    def standing(self) -> Standing:
        """Return what decides which keys are named, and how."""
        return Standing(blank=False, brief=True)


class DateScreen(PassingScreen):
    """The day a slip's step happened."""

    PLACE: ClassVar[Place] = "date"
    BINDINGS: ClassVar[list[BindingType]] = bindings("date")


class KindScreen(PassingScreen):
    """What kinds of step a slip is."""

    PLACE: ClassVar[Place] = "kind"
    BINDINGS: ClassVar[list[BindingType]] = bindings("kind")


class NameScreen(PassingScreen):
    """A name, or a word for names."""

    PLACE: ClassVar[Place] = "name"
    BINDINGS: ClassVar[list[BindingType]] = bindings("name")
