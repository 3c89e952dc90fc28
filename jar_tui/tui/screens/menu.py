"""A short list of things to do, one of them chosen with the arrows, Enter or a digit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from jar_tui.commands import Place
from jar_tui.domain.jar import Jar
from jar_tui.tui.screens.acting import Acting
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.widgets.choosing import option

DIGITS = 9
"""Rows that have a digit."""


class Row(NamedTuple):
    """One thing to do."""

    text: str
    act: Callable[[], Awaitable[None] | None]
    """Does it; it says what came of it, opens another screen, or leaves the list."""


class MenuScreen(Acting):
    """Offers rows, which are made anew when the jar changes."""

    PLACE: ClassVar[Place] = "menu"
    BINDINGS: ClassVar[list[BindingType]] = bindings("menu")

    offered = getters.query_one("#offered", OptionList)

    def __init__(
        self, title: str, rows: Callable[[], Sequence[Row]], *, hint: str = "", at: int = 0
    ) -> None:
        """Take what makes the rows, a sentence to stand above them, and which row is chosen."""
        super().__init__()
        self._title = title
        self._make = rows
        self._rows = list(rows())
        self._hint = hint
        self._at = at

    def compose(self) -> ComposeResult:
        """Show the rows."""
        yield Static(Content(self._title), id="title")
        if self._hint:
            yield Static(Content(self._hint), id="hint")
        yield OptionList(*self._prompts(self._at), id="offered", markup=False, compact=True)
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Choose a row."""
        self.offered.highlighted = min(self._at, len(self._rows) - 1) if self._rows else None
        self.app.changed.subscribe(self, self.take_jar)

    def take_jar(self, jar: Jar) -> None:
        """Show the rows as they are in a newer jar."""
        at, before = self.offered.highlighted, len(self._rows)
        self._rows = list(self._make())
        if len(self._rows) == before:
            self._show(at)
            return
        self.offered.set_options(self._prompts(at))
        self.offered.highlighted = min(at or 0, len(self._rows) - 1) if self._rows else None

    def _prompts(self, chosen: int | None) -> list[Content]:
        return [
            option(f"{place if place <= DIGITS else ' '}  {row.text}", chosen=place - 1 == chosen)
            for place, row in enumerate(self._rows, 1)
        ]

    def _show(self, chosen: int | None) -> None:
        for place, told in enumerate(self._prompts(chosen)):
            self.offered.replace_option_prompt_at_index(place, told)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show which one is chosen in a way that needs no colour."""
        self._show(self.offered.highlighted)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the chosen row says."""
        await self._act(event.option_index)

    async def action_digit(self) -> None:
        """Do what the row of a digit says."""
        await self._act(int(self.app.key) - 1)

    def action_take(self) -> None:
        """Do what the chosen row says."""
        self.offered.action_select()

    async def action_undo(self) -> None:
        """Take the last change back."""
        if not self.app.bounced:
            await self.undo()

    def action_back(self) -> None:
        """Go back."""
        self.close()

    async def _act(self, place: int) -> None:
        if place < len(self._rows):
            waits = self._rows[place].act()
            if waits is not None:
                await waits
