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
from jar_tui.domain.people import WORD, choice
from jar_tui.domain.signing import NO_SIGNATURE, Signature
from jar_tui.tui.screens.arriving import Arriving
from jar_tui.tui.screens.due import DueLine
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.looking import Looking
from jar_tui.tui.screens.names_pane import NamesPane
from jar_tui.tui.screens.naming import Naming, Way
from jar_tui.tui.widgets.jar_picture import JarPicture
from jar_tui.tui.widgets.quick_entry import QuickEntry
from jar_tui.tui.widgets.slip_list import SlipList
from jar_tui.words.names import NO_NAMES

LEAST_TOLD = 12
"""Below this many rows the first screen does not say where words are kept."""
BROAD = 110
"""From this many columns the names show beside the entry."""


class Entry(QuickEntry):
    """The entry with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("entry")


class JarList(SlipList):
    """The jar with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("jar")


class FindBar(Input):
    """The words to find, with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("find")


class MainScreen(Looking, Naming, Arriving):
    """Writes slips, shows them, finds them, and where there is room, shows the names beside."""

    PLACE: ClassVar[Place] = "entry"

    picture = getters.query_one("#picture", JarPicture)

    _pane: NamesPane | None = None

    def compose(self) -> ComposeResult:
        """Lay the panes out; which of them show is a matter of size and of what has the keys."""
        with Horizontal(id="panes"):
            yield from self._left()
            if self._wants_names:
                self._pane = NamesPane(classes="-beside")
                yield self._pane
        with Vertical(id="below"):
            yield DueLine()
            yield Static(Content(words.KEPT_WHERE), id="where")
            yield Static(id="what", markup=False)
        yield KeysLine()

    def _left(self) -> ComposeResult:
        with Vertical(id="left"):
            with Vertical(id="top"):
                yield Static(Content(words.WRITE), id="title")
                yield Entry(self.begun, placeholder=words.STARTER, id="entry")
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

    def on_mount(self) -> None:
        """Put the cursor in the empty slip and wait for the jar."""
        self.find.cursor_blink = False
        self.slips.resting = self.app.almanac.settings.first_screen
        self.find.display = False
        self.entry.focus()
        self._fit()
        self.app.changed.subscribe(self, self.take_jar)
        self.run_worker(self._wait_for_jar(), group="opening")
        self.refresh_hints()

    async def _wait_for_jar(self) -> None:
        await self.wait_for_jar()
        if not self.said:
            self.refresh_hints()

    # What is shown

    def take_jar(self, jar: Jar) -> None:
        """Show a newer jar, once no other screen is on top."""
        self.stale = not self.is_active
        if self.stale:
            return
        self.picture.fill(self.app.jar, self.app.papers)
        self.meet(jar)
        self.query_one("#empty").display = len(jar) == 0 and not self.stands
        self.show_slips()
        self._fit_names()
        self.refresh_hints()

    def on_screen_resume(self) -> None:
        """Show what changed under another screen."""
        if self.stale:
            self.take_jar(self.app.jar)

    def refresh_hints(self) -> None:
        """Show the answer or a hint, and on a day for opening that it is one."""
        super().refresh_hints()
        self.query_one(DueLine).tell()

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        place = self.place_now()
        if place in ("names", "filter"):
            chosen = self.names.chosen is not None
            return Standing(listed=self.names.has_names, chosen=chosen)
        writing = self.narrow and place == "entry" and not self.entry.blank
        new = not self.app.jar.tables["parts"] and not choice(self.app.jar, WORD)
        chosen, earlier = self.slips.chosen is not None, self.chosen_is_reworded
        return Standing(self.entry.blank, chosen, brief=writing, new=new, earlier=earlier)

    def place_now(self) -> Place:
        """Return the pane that has the keys."""
        if self.find.has_focus:
            return "find"
        if self._beside is not None and self._beside.lines.has_focus:
            return "names"
        if self._beside is not None and self._beside.bar.has_focus:
            return "filter"
        return "jar" if self.slips.has_focus else "entry"

    def on_descendant_focus(self) -> None:
        """Show what belongs to the pane that has the keys."""
        self.set_class(not self.entry.has_focus, "-in-jar")
        if self._beside is not None:
            self._beside.show_state()
        self.refresh_hints()

    def on_resize(self) -> None:
        """Fit everything to the screen."""
        self._fit()
        self.refresh_hints()

    # The names beside the entry

    @property
    def _beside(self) -> NamesPane | None:
        """Return the pane of names, where there is room for it and names are wanted."""
        return self._pane if self._pane is not None and self._pane.display else None

    @property
    def _wants_names(self) -> bool:
        return self.app.size.width >= BROAD and self.app.nouns is not None

    def _fit_names(self) -> None:
        """Show the names beside the entry where there is room and they are wanted."""
        pane = self._pane
        if pane is None:
            if self._wants_names:
                self.call_later(self._mount_names)
            return
        had_keys, pane.display = pane.has_keys, self._wants_names
        if pane.display:
            pane.show(self.app.jar, self.app.nouns)
        elif had_keys:
            self.entry.focus()
            if self.app.nouns is None:
                self.say(NO_NAMES)

    async def _mount_names(self) -> None:
        if self._pane is None:
            pane = NamesPane(classes="-beside")
            await self.query_one("#panes").mount(pane)
            self._pane = pane
            pane.begin(self.signature)
            self._fit_names()

    def pick(self, signature: Signature) -> None:
        """Take who is on the slip being written, and show it beside the entry."""
        super().pick(signature)
        if self._pane is not None and self._pane.picks.signature != signature:
            self._pane.begin(signature)

    async def action_entry_names(self) -> None:
        """Go to the names, beside the entry or on a screen of their own."""
        from jar_tui.tui.screens.names import NamesScreen

        async def keep(signature: Signature) -> str:
            self.pick(signature)
            self.refresh_hints()
            return ""

        others = self.read(self.entry.text).signature or NO_SIGNATURE
        if self.app.nouns is None:
            await self.action_entry_to_jar()
        elif self._beside is not None:
            self._beside.begin(self.signature, others)
            self._beside.lines.focus()
        else:
            on_jar = self.action_entry_to_jar
            screen = NamesScreen(self.signature, others=others, keep=keep, on_jar=on_jar)
            await self.app.push_screen(screen)

    async def action_jar_names(self) -> None:
        """Go back to the names; without names, to the slip."""
        self.action_jar_write()
        if self.app.nouns is not None:
            await self.action_entry_names()

    def names_changed(self) -> None:
        """Take note of who is picked so far."""
        self.pick(self.names.picks.signature)

    async def leave_names(self, way: Way = "slip") -> None:
        """Go back to the slip or on to the jar."""
        await super().leave_names(way)
        self.entry.focus()
        if way == "jar":
            await self.action_entry_to_jar()

    def on_names_list_chosen(self) -> None:
        """Name the keys that mean something now."""
        self.refresh_hints()

    def _fit(self) -> None:
        self._fit_names()
        self.set_class(self.app.size.height < LEAST_TOLD, "-least")
        hide = "" if self.narrow else f"{words.CURTAIN_HINT}   "
        self.entry.placeholder = words.STARTER if self.app.size.width > 36 else words.STARTER_SHORT
        self.query_one("#what", Static).update(Content(f"{hide}{words.WHAT_IS_THIS}"))
