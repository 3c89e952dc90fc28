"""Adding names, one to a line."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from jar_tui.commands import Place, Standing
from jar_tui.domain.people import digits
from jar_tui.domain.signing import read_name
from jar_tui.service.telling import noticed
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.names_rows import row_of
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.quick_entry import QuickEntry
from jar_tui.words import names as said

TYPED: Final = "names"
"""What names that were typed and not added wait under."""


class AddScreen(Saying):
    """Adds names and shows each as it is added."""

    PLACE: ClassVar[Place] = "add"
    BINDINGS: ClassVar[list[BindingType]] = bindings("add")

    entry = getters.query_one("#words", QuickEntry)
    added = getters.query_one("#added", Static)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[str] = []

    def compose(self) -> ComposeResult:
        """Show the entry, then what was added."""
        yield Static(Content(said.ADD_TITLE), id="title")
        yield Static(Content(said.ADD_HINT))
        waiting = self.app.saver.unfinished.edit(TYPED) or ""
        self.said = said.NAMES_WAITED if waiting else ""
        yield QuickEntry(waiting, id="words")
        yield Static(id="answer", markup=False)
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="added", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Take names at once."""
        self.entry.focus()
        self.show_answer()

    def standing(self) -> Standing:
        """Return what decides which keys are named, and how."""
        return Standing(blank=False, brief=True)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Note names that are not added yet."""
        waiting = None if self.entry.blank else self.entry.text
        self.app.saver.unfinished.keep_edit(TYPED, waiting)
        self.app.saver.nudge()

    async def on_quick_entry_submitted(self, event: QuickEntry.Submitted) -> None:
        """Add the names, or be done."""
        await self.action_keep()

    async def action_keep(self) -> None:
        """Add the names on the lines of the entry; on a blank one, be done."""
        names = [named for line in self.entry.text.splitlines() if (named := read_name(line))]
        if not names:
            self.close()
            return
        done = await self.try_to(lambda service: service.people.add(names))
        if done is None:
            return
        self.entry.fill("")
        keys = {part.id: str(digit) for digit, part in digits(self.app.jar).items()}
        for part, how in done:
            row = f"{keys.get(part.id, ' ')} {row_of(part)}"
            self._rows.append(said.added(row, how))
            self._rows += filter(None, [noticed(part, self.app.jar, self.app.almanac.settings)])
        self.added.update(Content("\n".join(self._rows)))
        self.query_one("#body").scroll_end(animate=False)

    def action_back(self) -> None:
        """Go back; names that were typed and not added wait."""
        if self.entry.blank:
            self.close()
        else:
            self.leave_saying(said.NAMES_WAIT)
