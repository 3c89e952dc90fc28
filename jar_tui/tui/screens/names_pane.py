"""The pane of names: who is on one slip, and what is picked on one visit to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from jar_tui.domain.jar import Jar, search_form
from jar_tui.domain.people import digits, everyone, listed, name_of
from jar_tui.domain.records import Part, Role, State
from jar_tui.domain.signing import NO_SIGNATURE, Signature, Tie, tag_shown
from jar_tui.tui.screens.keys import bindings
from jar_tui.tui.widgets.names_list import NameRow, NamesList
from jar_tui.words import names as said
from jar_tui.words.names import Nouns, with_nouns


class Names(NamesList):
    """The names with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("names")


class FilterBar(Input):
    """Part of a name to find, with the keys of the registry."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("filter")


def row_of(part: Part) -> str:
    """Return a name as it stands in a list."""
    return said.name_row(part.name, [tag_shown(tag) for tag in part.tags])


class NamesPane(Vertical):
    """Shows the names and who is on the slip; the screen around it has the actions."""

    def __init__(self, about: str = "", classes: str | None = None) -> None:
        super().__init__(id="names", classes=classes)
        self.signature = NO_SIGNATURE
        """Who is on the slip."""
        self.others = NO_SIGNATURE
        """Who is on it by a tag in its words; that is changed there."""
        self.role: Role = "by"
        """What the next one picked has to do with the slip."""
        self.picked = False
        """Whether anybody was picked on this visit."""
        self._about = about
        self._jar = Jar()
        self._nouns: Nouns | None = None

    def compose(self) -> ComposeResult:
        """Show the word for names, the slip they are for, the names, and who is on it."""
        yield Static(id="names-title", markup=False)
        yield Static(Content(self._about), id="names-about")
        yield FilterBar(
            placeholder=said.FILTER_HINT, select_on_focus=False, compact=True, id="filter"
        )
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
        return bool(everyone(self._jar))

    def begin(self, signature: Signature, others: Signature = NO_SIGNATURE) -> None:
        """Begin a visit: nothing is chosen, and nothing picked."""
        self.signature, self.others = signature, others
        self.role, self.picked = "by", False
        self.bar.value = ""
        self.bar.display = False
        self.lines.choose_none()
        self.show_state()

    def show(self, jar: Jar, nouns: Nouns | None) -> None:
        """Show the names of a jar."""
        self._jar, self._nouns = jar, nouns
        self.show_state()

    def show_state(self, answer: str = "") -> None:
        """Show names and signature, and an answer in the place of the latter."""
        room = 0 if self.has_class("-beside") else self.app.size.width
        frame = with_nouns(said.no_names_yet(room), self._nouns)
        self._tell("#names-title", with_nouns(said.TITLE, self._nouns))
        self._tell("#names-frame", "" if self.has_names else frame)
        keys = {part.id: str(digit) for digit, part in self.digits.items()}
        self.lines.show([self._row(part, keys.get(part.id, " ")) for part in self._shown()])
        silent = self.has_class("-beside") and not self.has_keys
        self._tell("#names-hint", "" if silent else answer or self._standing())

    def _tell(self, where: str, sentence: str) -> None:
        line = self.query_one(where, Static)
        line.update(Content(sentence))
        line.display = bool(sentence)

    def _standing(self) -> str:
        """Say what the next pick is for, or who is on the slip."""
        if self.role != "by":
            return said.PICK_FOR if self.role == "for" else said.PICK_NOTICED
        signing = said.signing(self.signature.joined(self.others), partial(name_of, self._jar))
        return signing or (said.NEEDS_NONE if self.has_names else "")

    def _shown(self) -> list[Part]:
        """Return the names that are listed, or those that hold what was typed."""
        wanted = search_form(self.bar.value.strip())
        if not wanted:
            return [*listed(self._jar)]
        return [
            part
            for part in everyone(self._jar)
            if any(wanted in search_form(text) for text in (part.name, *map(tag_shown, part.tags)))
        ]

    def _row(self, part: Part, digit: str) -> NameRow:
        roles = [tie.role for tie in self.signature.ties if tie.part == part.id]
        tail = ", ".join([*roles, *([said.RESTING] if part.resting else [])])
        return NameRow(part.id, digit, row_of(part), tail)

    @property
    def digits(self) -> dict[int, Part]:
        """Return the names the digits stand for."""
        return digits(self._jar)

    # What is picked

    def toggle(self, part: Part) -> None:
        """Put a name on the slip in the role that was asked for, or take it off."""
        self.signature = self.signature.toggled(self.role, part.id)
        self.role, self.picked = "by", True
        self.show_state()

    def sign(self, part: Part) -> None:
        """Have one name sign; with several picked before, that one too."""
        alone = Tie("by", part.id)
        by = [tie for tie in self.signature.ties if tie.role == "by"]
        if self.role == "by" and not self.picked and by != [alone]:
            others = [tie for tie in self.signature.ties if tie.role != "by"]
            self.signature = Signature(ties=(alone, *others))
            self.picked = True
        else:
            self.toggle(part)

    def take_chosen(self) -> None:
        """Have the chosen name sign, where nothing was picked on this visit."""
        if self.chosen is not None and (not self.picked or self.role != "by"):
            self.sign(self.chosen)

    def put_state(self, state: State) -> None:
        """Put a state in the place of those who sign, or take it off."""
        same = self.signature.state == state
        self.signature = self.signature.with_state("unsigned" if same else state)
        self.picked = True

    def ask_for(self, role: Role) -> None:
        """Ask who has a role; asked again, nobody."""
        self.role = "by" if self.role == role else role
        self.show_state()

    def forget(self, part: Part) -> None:
        """Take a name off the slip that was taken away."""
        ties = tuple(tie for tie in self.signature.ties if tie.part != part.id)
        self.signature = replace(self.signature, ties=ties)

    # Finding

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as the letters are typed; the first name found is chosen."""
        event.stop()
        self.show_state()
        if self.bar.value.strip():
            self.lines.choose_first()
            if not self.lines.chosen_id:
                self.show_state(with_nouns(said.NONE_FOUND, self._nouns))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Leave Enter to the registry's key."""
        event.stop()

    @property
    def filtering(self) -> bool:
        """Say whether some names are left out by what was typed."""
        return self.bar.display

    def filter(self) -> None:
        """Take letters to find a name by."""
        self.bar.display = True
        self.bar.focus()

    def end_filter(self) -> None:
        """Show all names again."""
        self.bar.value = ""
        self.bar.display = False
        self.lines.focus()
        self.show_state()
