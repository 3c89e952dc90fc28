"""The first screen: an empty slip, the drawing, and the slips of today."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from jar_tui import words
from jar_tui.commands import Place, Standing
from jar_tui.domain.jar import Jar
from jar_tui.service import Opened
from jar_tui.store.errors import NotOpened
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.looking import Looking
from jar_tui.tui.widgets.jar_picture import JarPicture
from jar_tui.tui.widgets.quick_entry import QuickEntry
from jar_tui.tui.widgets.slip_list import SlipList


class Entry(QuickEntry):
    """The entry with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("entry")


class JarList(SlipList):
    """The jar with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("jar")


class FindBar(Input):
    """The words to find, with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("find")


class MainScreen(Looking):
    """Writes slips, shows them, and finds them."""

    PLACE: ClassVar[Place] = "entry"

    answer = getters.query_one("#answer", Static)
    picture = getters.query_one("#picture", JarPicture)

    _answered = ""
    _answer_is_short = False

    def compose(self) -> ComposeResult:
        """Lay the panes out; which of them show is a matter of size and of what has the keys."""
        with Vertical(id="top"):
            yield Static(Content(words.WRITE), id="title")
            yield Entry(placeholder=words.STARTER, id="entry")
            yield Static(id="answer", markup=False)
        with Horizontal(id="middle"):
            with Vertical(id="drawing"):
                yield JarPicture(id="picture")
                yield Static(Content(words.SLIPS_GO_HERE), id="empty")
            with Vertical(id="pane"):
                yield FindBar(
                    placeholder=words.FIND_HINT, select_on_focus=False, compact=True, id="find"
                )
                yield JarList(id="slips")
        with Vertical(id="below"):
            yield Static(Content(words.KEPT_WHERE), id="where")
            yield Static(id="what", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Put the cursor in the empty slip and wait for the jar."""
        self.find.cursor_blink = False
        self.slips.resting = self.app.almanac.settings.first_screen
        self.find.display = False
        self._fit()
        self.entry.focus()
        self.app.changed.subscribe(self, self.take_jar)
        self.run_worker(self._wait_for_jar(), group="opening")
        self.refresh_hints()

    async def _wait_for_jar(self) -> None:
        try:
            opened: Opened = await self.app.arrival(self.app.saver.opened)
        except NotOpened:
            self.say(words.NOT_OPENED)
            return
        told = words.opened_with(opened)
        if told:
            self.say("\n".join(told))
        else:
            self.refresh_hints()

    # What is shown

    def take_jar(self, jar: Jar) -> None:
        """Show a newer jar."""
        self.picture.slips = len(jar.ordered)
        self.query_one("#empty").display = len(jar) == 0
        self.show_slips()

    def show_answer(self) -> None:
        """Show what was said last, in the line of hints."""
        self.refresh_hints()

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        writing = self.narrow and self.entry.has_focus and not self.entry.blank
        return Standing(self.entry.blank, self.slips.chosen is not None, brief=writing)

    def refresh_hints(self) -> None:
        """Show the answer, or else what is worth knowing about the words in the entry."""
        hint = self.entry_hint() if self.entry.has_focus else ""
        text = self.said or hint
        same_height = "\n" not in text + self._answered and len(text) < self.app.size.width - 2
        self.answer.update(Content(text), layout=not (same_height and self._answer_is_short))
        self._answered, self._answer_is_short = text, same_height
        self.name_keys()

    def place_now(self) -> Place:
        """Return the pane that has the keys."""
        if self.find.has_focus:
            return "find"
        return "jar" if self.slips.has_focus else "entry"

    def on_descendant_focus(self) -> None:
        """Show what belongs to the pane that has the keys."""
        self.set_class(not self.entry.has_focus, "-in-jar")
        self.refresh_hints()

    def on_resize(self) -> None:
        """Fit everything to the screen."""
        self._fit()
        self.refresh_hints()

    def _fit(self) -> None:
        self.picture.tall = not self.narrow
        hide = "" if self.narrow else f"{words.CURTAIN_HINT}   "
        self.query_one("#what", Static).update(Content(f"{hide}{words.WHAT_IS_THIS}"))
