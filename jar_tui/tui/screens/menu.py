"""A short list of things to do, one of them chosen with the arrows, Enter or a digit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from jar_tui.commands import Place, Standing
from jar_tui.domain.jar import Jar
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.offered import Offered


class Row(NamedTuple):
    """One thing to do."""

    text: str
    act: Callable[[], Awaitable[None] | None]
    """Does it; it says what came of it, opens another screen, or leaves the list."""


class MenuScreen(Saying):
    """Offers rows, which are made anew when the jar changes."""

    PLACE: ClassVar[Place] = "menu"
    BINDINGS: ClassVar[list[BindingType]] = bindings("menu")

    offered = getters.query_one("#offered", Offered)

    def __init__(
        self,
        title: str,
        rows: Callable[[], Sequence[Row]],
        *,
        hint: str = "",
        at: int = 0,
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
        yield Offered(id="offered")
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Choose a row; where the hint has no room of its own, say it until the first key."""
        self._show(self._at)
        self.name_keys_by(self.offered)
        self.app.changed.subscribe(self, self.take_jar)
        if self.short and self._hint:
            self.say(self._hint)

    def take_jar(self, jar: Jar) -> None:
        """Show the rows as they are in a newer jar."""
        at, before = self.offered.highlighted, self._rows
        self._rows = list(self._make())
        if at is not None and len(self._rows) != len(before):  # stay on the same row, or begin anew
            texts = [row.text for row in self._rows]
            at = texts.index(before[at].text) if before[at].text in texts else 0
        self._show(at)

    def _show(self, chosen: int | None) -> None:
        self.offered.offer([row.text for row in self._rows], chosen)

    def on_resize(self) -> None:
        """Show the first rows again, where there is room for the chosen one among them."""
        self.offered.scroll_home(animate=False, immediate=True)
        self.call_after_refresh(self.offered.follow)

    def on_screen_resume(self) -> None:
        """Have the cursor on the chosen row again."""
        self.call_after_refresh(self.offered.follow)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the chosen row says."""
        await self._act(event.option_index)

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        offered = self.offered
        return Standing(more=offered.scroll_offset.y < offered.max_scroll_y)

    def action_down(self) -> None:
        """Choose the next row."""
        self.offered.action_cursor_down()

    async def action_digit(self) -> None:
        """Choose the row of a digit, and do what it says."""
        place = int(self.app.key) - 1
        if place < len(self._rows):
            self.offered.highlighted = place
            await self._act(place)

    def action_take(self) -> None:
        """Do what the chosen row says."""
        self.offered.action_select()

    async def action_undo(self) -> None:
        """Do nothing: there is no slip here."""

    def action_back(self) -> None:
        """Go back."""
        self.close()

    async def _act(self, place: int) -> None:
        waits = self._rows[place].act()
        if waits is not None:
            await waits
