"""The pane of names: those there are, found by letters, and who of them is on one slip."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from jar_tui.domain.finding import DIGITS, Finder
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import digits, everyone
from jar_tui.domain.picks import Asked, Picks
from jar_tui.domain.records import Part
from jar_tui.domain.signing import NO_SIGNATURE, Signature
from jar_tui.service.telling import name_told, wishes_told
from jar_tui.tui.clusters import is_typed
from jar_tui.tui.screens.keys import bindings
from jar_tui.tui.screens.names_rows import name_row, rows_of
from jar_tui.tui.widgets.names_list import NamesList
from jar_tui.words import names as said
from jar_tui.words.names import Nouns, with_nouns

if TYPE_CHECKING:
    from jar_tui.tui.app import JarApp


class Names(NamesList):
    """The names with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("names")

    class Typed(Message):
        """A letter that is no key here."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_key(self, event: events.Key) -> None:
        """Find by a capital letter, or by any letter that keys are never named by."""
        char = event.character or ""
        begins = char.isupper() or (not char.isascii() and is_typed(char))
        if begins and event.key not in self.screen.active_bindings:
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(char))


class FilterBar(Input):
    """Letters of a name to find, with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("filter")

    held: frozenset[str] = frozenset(DIGITS)
    """The digits that some name has behind these letters: typed, they are more of it."""

    def on_key(self, event: events.Key) -> None:
        """Leave a digit that no name goes on with to the registry's key."""
        if event.character and event.character in DIGITS and event.character not in self.held:
            event.prevent_default()


class NamesPane(Vertical):
    """Shows the names and who is on the slip; the screen around it has the actions."""

    usual: Asked = "by"
    """What whoever is picked has to do with the slip, where nothing else was asked for."""

    if TYPE_CHECKING:
        app: getters.app[JarApp]

    def __init__(self, about: str = "", classes: str | None = None) -> None:
        super().__init__(id="names", classes=classes)
        self.picks = Picks(usual=self.usual)
        self.others = NO_SIGNATURE
        """Who is on it by a tag in its words; that is changed there."""
        self._about = about
        self._jar = Jar()
        self._nouns: Nouns | None = None
        self._everyone: tuple[Part, ...] = ()
        self._finder = Finder()
        self._told = rows_of(())

    def compose(self) -> ComposeResult:
        """Show the word for names, the slip they are for, the names, and who is on it."""
        yield Static(id="names-title", markup=False)
        yield Static(Content(self._about), id="names-about")
        yield FilterBar(select_on_focus=False, compact=True, id="filter")
        yield Static(id="names-frame", markup=False)
        yield Names(id="names-list")
        yield Static(id="names-hint", markup=False)

    def on_mount(self) -> None:
        """Have nothing blink and nothing filtered."""
        self.bar.cursor_blink = False
        self.bar.display = False
        self.query_one("#names-about").display = bool(self._about)

    @property
    def lines(self) -> Names:
        """Return the list of names."""
        return self.query_one(Names)

    @property
    def bar(self) -> FilterBar:
        """Return the line in which part of a name is typed."""
        return self.query_one(FilterBar)

    @property
    def chosen(self) -> Part | None:
        """Return the chosen name."""
        return self._jar.part(self.lines.chosen_id)

    @property
    def has_keys(self) -> bool:
        """Say whether keys come here."""
        return self.lines.has_focus or self.bar.has_focus

    @property
    def has_names(self) -> bool:
        """Say whether there are names to pick from, resting ones too."""
        return bool(self._everyone)

    def begin(self, signature: Signature, others: Signature = NO_SIGNATURE) -> None:
        """Begin a visit: nothing is chosen, and nothing picked."""
        self.picks, self.others = Picks(signature, self.usual), others
        self.stop_finding()
        self.lines.choose_none()
        self.show_state()

    def show(self, jar: Jar, nouns: Nouns | None) -> None:
        """Show the names of a jar."""
        self._jar, self._nouns = jar, nouns
        before, self._everyone = self._everyone, everyone(jar)
        if self._everyone != before:
            self._finder, self._told = Finder(self._everyone), rows_of(self._everyone)
        self.bar.placeholder = with_nouns(said.FILTER_HINT, nouns)
        self.show_state()

    def show_state(self, answer: str = "") -> None:
        """Show names and signature, and an answer in the place of the latter."""
        room = 0 if self.has_class("-beside") else self.app.size.width
        frame = with_nouns(said.no_names_yet(room), self._nouns)
        self._tell("#names-title", with_nouns(said.TITLE, self._nouns))
        self._tell("#names-frame", "" if self.has_names else frame)
        self._show_rows()
        silent = self.has_class("-beside") and not self.has_keys
        self._tell(
            "#names-hint", "" if silent else answer or self._found_none() or self._standing()
        )

    def _show_rows(self) -> None:
        finding = self.bar.has_focus
        if finding:
            self.bar.held = self._finder.digits_held(self.bar.value)
        keys = {
            part.id: str(digit)
            for digit, part in self.digits.items()
            if not finding or str(digit) not in self.bar.held
        }
        signature, look = self.picks.signature, self.app.look
        rows = [
            name_row(self._told[part.id], keys.get(part.id, " "), signature, look)
            for part in self._shown()
        ]
        self.lines.leads = finding and bool(self.typed)
        self.lines.show(rows)

    def _tell(self, where: str, sentence: str) -> None:
        line = self.query_one(where, Static)
        line.update(Content(sentence))
        line.display = bool(sentence)

    def _found_none(self) -> str:
        return "" if self._shown() or not self.typed else with_nouns(said.NONE_FOUND, self._nouns)

    def _standing(self) -> str:
        """Say what the next pick is for, or who is on the slip."""
        if self.picks.is_asked:
            return said.PICK[self.picks.asked]
        signature = self.picks.signature.joined(self.others)
        signing = said.signing(signature, partial(name_told, self._jar))
        told = said.with_wishes(signing, wishes_told(signature, self._jar))
        return told or (self.how_to_find(said.NEEDS_NONE) if self.has_names else "")

    def how_to_find(self, sentence: str) -> str:
        """Say how a name is found behind a sentence, where they are more than have a digit."""
        if len(self._everyone) > len(DIGITS) and not self.filtering:
            return f"{sentence} {said.HOW_TO_FIND}".strip()
        return sentence

    def _shown(self) -> list[Part]:
        """Return the names that are listed, or those that hold what was typed."""
        if self.typed:
            return self._finder.found(self.typed)
        return [part for part in self._everyone if not part.resting]

    @property
    def digits(self) -> dict[int, Part]:
        """Return the names the digits stand for: those found first, or those they stay with."""
        if self.typed:
            return dict(enumerate(self._finder.found(self.typed)[: len(DIGITS)], 1))
        return digits(self._jar)

    # Finding

    @property
    def typed(self) -> str:
        """Return the letters names are found by; empty where nothing is looked for."""
        return self.bar.value.strip()

    def on_descendant_focus(self) -> None:
        """Show the digits that mean something to what has the keys now."""
        self.show_state()

    def on_names_typed(self, event: Names.Typed) -> None:
        """Begin to find."""
        event.stop()
        if self.has_names:
            self.filter(event.text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as the letters are typed; the first name found is chosen."""
        event.stop()
        self.show_state()
        if self.typed:
            self.lines.choose_first()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Leave Enter to the registry's key."""
        event.stop()

    @property
    def filtering(self) -> bool:
        """Say whether some names are left out by what was typed."""
        return self.bar.display

    def filter(self, begun: str = "") -> None:
        """Take letters to find a name by, the first of which may be there."""
        if begun:
            self.bar.value = begun
        self.bar.cursor_position = len(self.bar.value)
        self.bar.display = True
        self.bar.focus()

    def stop_finding(self) -> None:
        """Look for nothing any more."""
        self.bar.value = ""
        self.bar.display = False

    def end_filter(self) -> None:
        """Show all names again."""
        self.stop_finding()
        self.lines.focus()
        self.show_state()
