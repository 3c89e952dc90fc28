"""The simple screen: an entry, a look back, and few keys, all of them written on it."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from jar_tui import words
from jar_tui.commands import Place, Standing
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import SIMPLE
from jar_tui.service import NOTHING_TO_UNDO, JarService, Undone
from jar_tui.tui.screens.arriving import Arriving
from jar_tui.tui.screens.first import First
from jar_tui.tui.screens.keys import KeysByLine, bindings
from jar_tui.tui.screens.slip_keys import SlipKeys
from jar_tui.tui.widgets.few_slips import FewSlips
from jar_tui.tui.widgets.quick_entry import QuickEntry
from jar_tui.tui.widgets.rows import at_rest
from jar_tui.words import health
from jar_tui.words import simple as said


class SimpleEntry(QuickEntry):
    """The entry with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("simple")


class Recent(FewSlips):
    """The slips with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("recent")


class SimpleScreen(First, SlipKeys, Arriving):
    """Writes slips, or shows a few of them."""

    PLACE: ClassVar[Place] = "simple"
    source = SIMPLE
    latched = False
    noticing = False

    recent = getters.query_one("#recent", Recent)

    def compose(self) -> ComposeResult:
        """Lay out one column; what is written and what is looked back on show in turn."""
        with Vertical(id="column"):
            yield Static(Content(said.WRITE), id="title")
            yield SimpleEntry(self.begun, placeholder=said.STARTER, id="entry")
            yield Static(id="answer", markup=False)
            yield Recent(id="recent")
            yield KeysByLine()

    def on_mount(self) -> None:
        """Put the cursor in the slip."""
        self.entry.focus()
        self.app.changed.subscribe(self, self.take_jar)
        if not self.app.saver.opened.done():
            self.run_worker(self.wait_for_jar(), group="opening")
        self.refresh_hints()

    async def undo(self) -> None:
        """Take back the last change, where it is a slip dropped in here; none of another screen."""
        undone = await self.try_to(_taken_back)
        if undone is not None:
            self.say(words.taken_back(undone))

    # What is shown

    def take_jar(self, jar: Jar) -> None:
        """Show a newer jar."""
        self.refresh_hints()
        if not self.recent.has_focus:
            return
        today, resting = self.app.almanac.today(), self.app.almanac.settings.first_screen
        self.recent.show(
            jar.slips,
            at_rest(jar.slips, resting, today, self.app.sitting),
            today=today,
            signed=self.app.signed,
            empty=self._nothing(),
        )

    def _nothing(self) -> str:
        """Say that there are no slips, or why none show."""
        opened = self.app.saver.opened
        if not opened.done():
            return ""
        unread = opened.exception() is not None or opened.result().nothing_read
        return health.STANDS if unread else said.NO_SLIPS

    def _tell(self, answer: str, stands: str, brief: str) -> None:
        """Say in short what is wrong with the jar's files, until the next key."""
        self.say(brief)

    def place_now(self) -> Place:
        """Return whether slips are written or looked back on."""
        return "recent" if self.recent.has_focus else "simple"

    def standing(self) -> Standing:
        """Return what decides how keys are named."""
        return Standing(brief=self.short)

    def on_descendant_focus(self) -> None:
        """Show what belongs to what has the keys."""
        back = self.recent.has_focus
        self.set_class(back, "-back")
        title = said.LOOKING_BACK if back else said.WRITE
        self.query_one("#title", Static).update(Content(title))
        self.take_jar(self.app.jar)

    def on_resize(self) -> None:
        """Name the keys there is room for."""
        self.refresh_hints()

    def enter_does(self) -> str:
        """Leave out what the keys below say."""
        return words.MARKED_SMALL if self.small else ""

    def _waiting(self) -> str:
        """Say that an unfinished slip waits; what waits elsewhere is not spoken of here."""
        return words.DRAFT_KEPT if self.app.saver.unfinished.kept else ""

    # Writing

    def action_entry_drop(self) -> None:
        """Drop the slip in; not by the second Enter of a hand that shook on the way here."""
        if self.entry.blank or not self.app.bounced:
            super().action_entry_drop()

    def action_drop(self) -> None:
        """Drop the slip in."""
        self.action_entry_drop()

    def action_new_line(self) -> None:
        """Start a new line in the slip."""
        self.action_entry_new_line()

    def action_draft(self) -> None:
        """In an empty slip show an unfinished one; else go up a line."""
        self.action_entry_draft()

    async def action_look(self) -> None:
        """Look back on the newest slips."""
        await self.app.settled()
        self.recent.newest()
        self.recent.focus()

    # Looking back

    def action_older(self) -> None:
        """Show older slips."""
        if not self.recent.turn(1):
            self.say(said.NOTHING_OLDER)

    def action_newer(self) -> None:
        """Show the newer slips again."""
        if not self.recent.turn(-1):
            self.say(said.NOTHING_NEWER)

    def action_newest(self) -> None:
        """Show the newest slips."""
        self.recent.newest()

    def action_write(self) -> None:
        """Go back to the slip."""
        self.entry.focus()

    async def action_whole_jar(self) -> None:
        """Go to the whole jar."""
        from jar_tui.tui.screens.main import MainScreen

        await self.give_way(MainScreen())


def _taken_back(service: JarService) -> Undone:
    """Take back the last change of this sitting, where that is a slip dropped in here."""
    would = service.undoable()
    slip = service.jar.get(would.slip)
    here = would.made_slips and slip is not None and slip.source == SIMPLE
    return service.undo(named=would) if here else NOTHING_TO_UNDO
