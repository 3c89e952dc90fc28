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
from jar_tui.domain.ritual import order_of
from jar_tui.domain.selecting import Selection, between, of_these
from jar_tui.domain.span import read_span
from jar_tui.domain.when import WhenError
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.prompt import PassingScreen
from jar_tui.tui.widgets.jar_picture import JarPicture
from jar_tui.words import opening as words


class DaysScreen(PassingScreen):
    """The days whose slips are to be read."""

    PLACE: ClassVar[Place] = "days"
    BINDINGS: ClassVar[list[BindingType]] = bindings("days")


class ThresholdScreen(JarScreen[None]):
    """Says what there is to read, and gives way to the first slip."""

    PLACE: ClassVar[Place] = "threshold"
    BINDINGS: ClassVar[list[BindingType]] = bindings("threshold")

    said = getters.query_one("#said", Static)

    def __init__(self, found: Selection, begin: Callable[[Selection], Awaitable[str]]) -> None:
        """Take what there is to read, and how to begin, which says why it could not."""
        super().__init__()
        self._found = found
        self._begin = begin

    def compose(self) -> ComposeResult:
        """Ask whether to open the jar."""
        yield Static(Content(words.OPEN_THE_JAR), id="title")
        with Horizontal(id="threshold"):
            yield JarPicture(id="picture")
            yield Static(Content(self._sentences()), id="said")
        yield KeysLine()

    def on_mount(self) -> None:
        """Draw the jar as full as it is."""
        self.query_one(JarPicture).fill(self.app.jar, self.app.papers)

    def _sentences(self) -> str:
        return "\n".join(words.threshold(self._found, self.app.almanac.today()))

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
        """Ask for the days of other slips."""
        self.app.push_screen(
            DaysScreen(words.WHICH_TITLE, "", hint=self._understood, keep=self._choose)
        )

    def _spanned(self, text: str) -> Selection:
        jar, almanac = self.app.jar, self.app.almanac
        return of_these(
            between(jar, *read_span(text, almanac.when)), almanac.today(), order_of(jar)
        )

    def _understood(self, text: str) -> str:
        try:
            found = self._spanned(text)
        except WhenError:
            return words.WHICH_HINT
        if not found.slips:
            return words.WHICH_NONE
        return words.threshold(found, self.app.almanac.today())[0]

    async def _choose(self, text: str) -> str:
        """Take the slips of these days; return why that cannot be done, or nothing."""
        try:
            found = self._spanned(text)
        except WhenError:
            return words.WHICH_UNKNOWN
        if not found.slips:
            return words.WHICH_NONE
        self._found = found
        self.said.update(Content(self._sentences()))
        return ""
