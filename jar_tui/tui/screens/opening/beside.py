"""All slips of an opening side by side, and the closing of the jar."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from jar_tui.commands import Place, Standing, commands_of
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip
from jar_tui.domain.ritual import after
from jar_tui.domain.selecting import still_in
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.opening.closing import ask_for_line, follow
from jar_tui.tui.screens.opening.further import further_back
from jar_tui.tui.screens.opening.pages import KindnessScreen
from jar_tui.tui.screens.opening.telling import laid_out
from jar_tui.tui.screens.opening.turning import Turning
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.slip_page import Page
from jar_tui.words import opening as words


class BesideScreen(Turning):
    """Shows what was read, with each slip's day, names and written lines."""

    PLACE: ClassVar[Place] = "beside"
    BINDINGS: ClassVar[list[BindingType]] = bindings("beside")

    told = getters.query_one("#told", Static)

    def __init__(
        self,
        opening: str,
        slips: Sequence[str],
        *,
        pay: Callable[[], Awaitable[str]],
        back: Callable[[], None],
        closed: Callable[[str], None],
    ) -> None:
        """Take the ids, and what to do before closing, when going back and once it is closed.

        `pay` keeps what the disk refused; it returns why it was refused again, or nothing.
        """
        super().__init__()
        self._opening = opening
        self._slips = slips
        self._pay = pay
        self._when_back = back
        self._when_closed = closed

    def compose(self) -> ComposeResult:
        """Lay the slips out under each other."""
        yield Static(id="title", markup=False)
        with Page():
            yield Static(id="told", markup=False)
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the slips, and what becomes of them."""
        self.app.changed.subscribe(self, self.take_jar)
        self.take_jar(self.app.jar)
        self.show_answer()

    def on_resize(self) -> None:
        """Name the way further back beside the title, where there is room for it."""
        row = next(row for row in commands_of("beside") if row.name == "further")
        key = () if self.narrow else ("   ", (row.shown, "bold $glass"), f" {row.footer}")
        self.query_one("#title", Static).update(Content.assemble(words.SIDE_BY_SIDE, *key))

    def take_jar(self, jar: Jar) -> None:
        """Show the slips as they are in a newer jar."""
        told = laid_out(jar, self._opening, self._slips, self._head)
        self.told.update(Content(told))

    def _head(self, slip: Slip) -> str:
        return words.beside(slip, self.app.almanac.today(), self.app.signed(slip))

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        return Standing(chosen=True, more=self.page.has_more)

    async def action_close(self) -> None:
        """Show the rest of a long page, then close the jar; what was chosen for it follows."""
        if self.turned(1):
            return
        sentence, is_kept = await self._end()
        below = self.app.screen
        if is_kept and isinstance(below, Saying):
            follow(below, self._opening, after(self.app.jar), sentence)

    async def action_stop(self) -> None:
        """Close the jar; nothing follows."""
        await self._end()

    async def _end(self) -> tuple[str, bool]:
        """Close the jar on disk and go; return what was said, and whether it is kept."""
        trouble = await self._pay()
        if not trouble:
            trouble = await self.kept(lambda jar: jar.openings.end(self._opening), screen=False)
        self.close()
        left = still_in(self.app.jar, self._slips)
        sentence = trouble or words.closed(len(left))
        self._when_closed(sentence)
        return sentence, not trouble

    def action_back(self) -> None:
        """Show the last slip again."""
        self.close()
        self._when_back()

    def action_write(self) -> None:
        """Ask for a closing line, or for other words in its place."""
        ask_for_line(self, self._opening, words.CLOSING_TITLE, words.CLOSING_KEPT)

    def action_further(self) -> None:
        """Show what lies further back."""
        further_back(self, self._opening)

    def action_kind(self) -> None:
        """Show something kind to do."""
        self.app.push_screen(KindnessScreen())

    def action_ground(self) -> None:
        """Show a line for coming back to the room."""
        self.say(words.GROUND)
