"""The page before older words: what there is to read, and the choice not to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from jar_tui.commands import Place
from jar_tui.domain.jar import Jar
from jar_tui.domain.ritual import shut_until
from jar_tui.domain.selecting import Selection
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.widgets.jar_picture import JarPicture
from jar_tui.words import opening as words
from jar_tui.words import ritual

Select = Callable[[], Selection]
"""Returns what there is to read in the present jar."""


class ThresholdScreen(JarScreen[None]):
    """Says what there is to read, and gives way to the first slip."""

    PLACE: ClassVar[Place] = "threshold"
    BINDINGS: ClassVar[list[BindingType]] = bindings("threshold")

    said = getters.query_one("#said", Static)

    def __init__(self, select: Select, begin: Callable[[Selection], Awaitable[str]]) -> None:
        """Take what finds what to read, and how to begin, which says why it could not."""
        super().__init__()
        self._select = select
        self._found = select()
        self._begin = begin

    def compose(self) -> ComposeResult:
        """Ask whether to open the jar."""
        yield Static(Content(words.OPEN_THE_JAR), id="title")
        with Horizontal(id="threshold"):
            yield JarPicture(id="picture")
            yield Static(Content(self._sentences()), id="said")
        yield KeysLine()

    def on_mount(self) -> None:
        """Draw the jar as full as it is, and follow what becomes of it."""
        self.query_one(JarPicture).fill(self.app.jar, self.app.papers)
        self.app.changed.subscribe(self, self.take_jar)

    def take_jar(self, jar: Jar) -> None:
        """Say what there is to read in a newer jar; where that is nothing, what there was."""
        found = self._select()
        if found.slips:
            self._found = found
            self.said.update(Content(self._sentences()))

    def _sentences(self) -> str:
        today = self.app.almanac.today()
        note = ritual.shut_note(shut_until(self.app.jar, today), today)
        return "\n".join([*words.threshold(self._found, today), *note])

    async def action_begin(self) -> None:
        """Begin with the first slip, where there is any."""
        if self._found.slips:
            trouble = await self._begin(self._found)
            if trouble:
                self.said.update(Content(trouble))

    def action_stop(self) -> None:
        """Leave the jar unopened."""
        self.close()

    def action_others(self) -> None:
        """Choose other slips, and how openings go."""
        from jar_tui.tui.screens.opening.choosing import ChoosingScreen

        self.app.push_screen(ChoosingScreen(self._choose))

    def _choose(self, select: Select) -> None:
        self._select = select
        self.take_jar(self.app.jar)
