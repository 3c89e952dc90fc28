"""What a screen is for and what its keys do, from the registry."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jar_tui.commands import Place, Standing, commands_of
from jar_tui.domain.clean import is_blank
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import AGREEMENTS, PAGE, choice
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.slip_page import Page
from jar_tui.words import page as said
from jar_tui.words.help import ABOUT
from jar_tui.words.names import with_nouns


class OwnWords(Saying):
    """A page in the words of whoever is here."""

    told = getters.query_one("#told", Static)
    body = getters.query_one("#body", Page)
    kept_as: ClassVar[str]
    """Under which name the words are kept."""
    asked: ClassVar[str]
    """What is said above the entry for them."""
    answer_kept: ClassVar[str]
    """What is said once they are kept."""
    starters: ClassVar[tuple[str, str]]
    """What stands there until somebody wrote something: with names in use, and without."""

    def laid_out(self, heading: str, *below: Static) -> ComposeResult:
        """Lay out the page under its heading, what stands `below` it, and the keys."""
        yield Static(Content(heading), id="title")
        with Page(id="body"):
            yield Static(Content(self._words()), id="told")
        yield from below
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show what becomes of the page."""
        self.app.changed.subscribe(self, self.take_jar)
        self.name_keys_by(self.body)

    def take_jar(self, jar: Jar) -> None:
        """Show the page as it is in a newer jar."""
        self.told.update(Content(self._words()))

    def _words(self) -> str:
        shared, alone = self.starters
        return choice(self.app.jar, self.kept_as) or (shared if self.app.nouns else alone)

    def standing(self) -> Standing:
        """Return what decides which keys are named, and how."""
        return Standing(blank=False, brief=True, more=self.body.has_more)

    def action_more(self) -> None:
        """Show more of the page."""
        self.body.scroll_down(animate=False)

    def action_write(self) -> None:
        """Write the page."""
        from jar_tui.tui.screens.opening.keeping import Asking, Job

        name = self.kept_as

        def keep(text: str) -> Job:
            return lambda jar: jar.people.choose(name, "" if is_blank(text) else text)

        def present() -> str:
            return choice(self.app.jar, name)

        asking = Asking(self, name, keep, self.answer_kept, present=present, is_page=True)
        asking.ask(self.asked)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


class PageScreen(OwnWords):
    """Says what day it is and what this is, in the words of whoever is here where there are any."""

    PLACE: ClassVar[Place] = "page"
    BINDINGS: ClassVar[list[BindingType]] = bindings("page")
    kept_as = PAGE
    asked = said.PAGE_TITLE
    answer_kept = said.PAGE_KEPT
    starters = (said.FOR_WHOEVER, said.FOR_ONE)

    def __init__(self, about: Place) -> None:
        """Take the place whose keys are one key away."""
        super().__init__()
        self._about: Place = about

    def compose(self) -> ComposeResult:
        """Show the day, the page, and the ways on."""
        ways = Static(Content(said.PAGE_KEYS), id="ways")
        yield from self.laid_out(said.today_is(self.app.almanac.today()), ways)

    def action_keys(self) -> None:
        """Show what the keys do where this was opened."""
        self.app.push_screen(HelpScreen(self._about))

    def action_agreements(self) -> None:
        """Show what is agreed on here."""
        self.app.push_screen(AgreementsScreen())

    def action_look(self) -> None:
        """Offer what can be looked back at."""
        from jar_tui.tui.screens.looking_back import LookingBackScreen

        self.app.push_screen(LookingBackScreen())


class AgreementsScreen(OwnWords):
    """Shows what is agreed on here."""

    PLACE: ClassVar[Place] = "agreements"
    BINDINGS: ClassVar[list[BindingType]] = bindings("agreements")
    kept_as = AGREEMENTS
    asked = said.AGREEMENTS_TITLE
    answer_kept = said.AGREEMENTS_KEPT
    starters = (said.AGREEMENTS_NONE, said.AGREEMENTS_NONE)

    def compose(self) -> ComposeResult:
        """Show the page."""
        yield from self.laid_out(said.AGREEMENTS if self.app.nouns else said.AGREED)


class HelpScreen(JarScreen[None]):
    """Explains the place it was opened from."""

    PLACE: ClassVar[Place] = "help"
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, about: Place) -> None:
        super().__init__()
        self._about: Place = about

    def compose(self) -> ComposeResult:
        """Say what this is, then the keys."""
        nouns = self.app.nouns
        with VerticalScroll(id="body"):
            yield Static(Content(with_nouns(ABOUT.get(self._about, ""), nouns)), id="about")
            for row in (*commands_of(self._about), *commands_of("anywhere")):
                if "{name" in row.help and nouns is None:
                    continue
                with Horizontal(classes="row"):
                    yield Static(Content(row.shown), classes="key")
                    yield Static(Content(with_nouns(row.help, nouns)), classes="what")
        yield KeysLine()

    def action_more(self) -> None:
        """Show more of the page."""
        self.query_one("#body").scroll_down(animate=False)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
