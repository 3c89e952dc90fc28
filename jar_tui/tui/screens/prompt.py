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
from jar_tui.domain.jar import Jar
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.widgets.quick_entry import QuickEntry
from jar_tui.words import history


class PromptScreen(JarScreen[None]):
    """Shows what is there now, and keeps what it is changed into."""

    entry = getters.query_one("#words", QuickEntry)
    answer = getters.query_one("#answer", Static)
    gone = history.GONE
    """What is said when another session has erased the slip this is about."""

    def __init__(
        self,
        title: str,
        text: str,
        *,
        hint: Callable[[str], str],
        keep: Callable[[str], Awaitable[str]],
        note: Callable[[str], None] = lambda text: None,
        leave: Callable[[str], None] = lambda text: None,
        about: str = "",
    ) -> None:
        """Take the question and what to do at Enter, at each change and at Esc.

        `keep` returns why it could not, and then the screen stays. `about` is the id of a slip.
        """
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint
        self._keep = keep
        self._note = note
        self._leave = leave
        self._about = about

    def compose(self) -> ComposeResult:
        """Show the question, the entry, what was understood, and the keys."""
        yield Static(Content(self._title), id="title")
        yield QuickEntry(self._text, id="words")
        yield Static(Content(self._hint(self._text)), id="answer")
        yield KeysLine()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Note the words and say what is understood of them."""
        self._note(self.entry.text)
        self._tell()

    def _tell(self) -> None:
        """Say what is understood of the words, or that what they are about is gone."""
        hint = self.gone if self._is_gone else self._hint(self.entry.text)
        self.answer.update(Content(hint))

    @property
    def _is_gone(self) -> bool:
        return bool(self._about) and self.app.jar.get(self._about) is None

    def on_mount(self) -> None:
        """Follow what becomes of the slip this is about."""
        self.app.changed.subscribe(self, self.take_jar)

    def take_jar(self, jar: Jar) -> None:
        """Show nothing of a slip that was erased elsewhere; what was typed since stays."""
        if self._is_gone:
            if self.entry.text == self._text:
                self.entry.fill("")
            self._text = ""
            self._note(self.entry.text)
            self._tell()

    async def on_quick_entry_submitted(self, event: QuickEntry.Submitted) -> None:
        """Keep the words; where that fails, say why and stay."""
        await self.action_keep()

    async def action_keep(self) -> None:
        """Keep the words and go back."""
        trouble = "" if self._is_gone else await self._keep(self.entry.text)
        if self._is_gone:
            self.action_back()
        elif trouble:
            self.answer.update(Content(trouble))
        else:
            self.close()

    def action_back(self) -> None:
        """Go back without keeping anything."""
        self.take_jar(self.app.jar)  # it may have been erased a moment ago
        self._leave(self.entry.text)
        self.close()

    def action_new_line(self) -> None:
        """Start a new line."""
        self.entry.new_line()


class EditScreen(PromptScreen):
    """The words of a slip."""

    PLACE: ClassVar[Place] = "edit"
    BINDINGS: ClassVar[list[BindingType]] = bindings("edit")
    gone = history.GONE_TYPING


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
