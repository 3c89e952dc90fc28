"""Slips looked back at: first that they are folded, then one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from jar_tui import words
from jar_tui.commands import Place, Standing
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip
from jar_tui.domain.selecting import still_in
from jar_tui.service.lines import lines_under
from jar_tui.service.looking_back import Look, facts, folded
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.folding import Folding
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.opening.keeping import ask_for_slip_line
from jar_tui.tui.screens.opening.turning import Turning
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.screens.slip_keys import SlipKeys
from jar_tui.tui.widgets.slip_page import SlipPage
from jar_tui.words import looking_back as said
from jar_tui.words import opening


def look_back(screen: Saying, look: Look) -> None:
    """Go to slips that are folded; where there are none, have the screen say so."""
    if look.select(screen.app.jar):
        screen.app.push_screen(FoldedScreen(look))
    else:
        screen.say(said.NOTHING)


class FoldedScreen(JarScreen[None]):
    """Says from when to when there are slips, and gives way to the first of them."""

    PLACE: ClassVar[Place] = "folded"
    BINDINGS: ClassVar[list[BindingType]] = bindings("folded")

    told = getters.query_one("#told", Static)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.about_names = look.about_names

    def compose(self) -> ComposeResult:
        """Say that there are slips."""
        yield Static(Content(self._look.title(self.app.jar)), id="title")
        yield Static(Content(self._sentences()), id="told")
        yield KeysLine()

    def on_mount(self) -> None:
        """Follow what comes and goes."""
        self.app.changed.subscribe(self, self.take_jar)

    def take_jar(self, jar: Jar) -> None:
        """Say what there is in a newer jar."""
        self.query_one("#title", Static).update(Content(self._look.title(jar)))
        self.told.update(Content(self._sentences()))

    def _sentences(self) -> str:
        first = folded(self._look, self.app.jar, self.app.almanac)
        return "\n".join(filter(None, (first, said.ONE_AT_A_TIME)))

    async def action_begin(self) -> None:
        """Show the first slip; a hand that shook on the Enter before shows none yet."""
        found = self._look.select(self.app.jar)
        if found and not self.app.bounced:
            await self.app.switch_screen(ReadingBackScreen([slip.id for slip in found]))

    def action_back(self) -> None:
        """Leave them folded."""
        self.close()


class ReadingBackScreen(Folding, Turning, SlipKeys):
    """Shows one slip after the other, and changes nothing by that."""

    PLACE: ClassVar[Place] = "looking"
    BINDINGS: ClassVar[list[BindingType]] = bindings("looking")

    facts = getters.query_one("#facts", Static)
    page = getters.query_one(SlipPage)

    def __init__(self, slips: Sequence[str]) -> None:
        """Take the ids of the slips, in order."""
        super().__init__()
        self._slips = slips
        self._at = 0

    def compose(self) -> ComposeResult:
        """Lay out the slip between its day and the answers."""
        yield Static(id="facts", markup=False)
        yield SlipPage()
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the first slip, and what becomes of it."""
        self.app.changed.subscribe(self, self.take_jar)
        self._show()

    def take_jar(self, jar: Jar) -> None:
        """Show the slip as it is in a newer jar."""
        self._show()

    def target(self) -> Slip | None:
        """Return the slip in view, where it is still in the jar."""
        return self._here(self._at)

    def _here(self, place: int) -> Slip | None:
        return next(iter(still_in(self.app.jar, [self._slips[place]])), None)

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        return Standing(chosen=self.target() is not None, more=self.page.has_more)

    # What is shown

    def _show(self) -> None:
        slip = self.target()
        self.name_keys()
        if slip is None:
            self.facts.update(Content(opening.NOT_IN_VIEW))
            self.page.show()
            return
        self.facts.update(Content(facts(slip, self.app.jar, self.app.almanac)))
        if slip.covered:
            self.page.show(words.COVERED_WORDS)
        else:
            self.page.show(slip.text, "\n".join(self.under(slip)))

    def from_before(self, slip: Slip) -> list[str]:
        """Return every line under a slip."""
        return lines_under(self.app.jar, slip)

    def _go(self, places: Iterable[int]) -> bool:
        """Go to the first of some places whose slip is there and not covered, if there is one."""
        for place in places:
            slip = self._here(place)
            if slip is not None and not slip.covered:
                self._at = place
                self.page.scroll_home(animate=False)
                self._show()
                return True
        return False

    # Keys

    def action_next(self) -> None:
        """Show the rest of a long slip, then the next one; after the last one, go back."""
        if self.app.bounced or self.turned(1):
            return
        if not self._go(range(self._at + 1, len(self._slips))):
            self.leave_saying(said.LAST)

    def action_back(self) -> None:
        """Show the slip before."""
        self._go(range(self._at - 1, -1, -1))

    def action_stop(self) -> None:
        """Stop here."""
        self.close()

    def action_line(self) -> None:
        """Ask for a line to keep with the slip."""
        slip = self.target()
        if slip is not None:
            ask_for_slip_line(self, slip.id, "", "")

    def action_whole(self) -> None:
        """Show the whole slip, with all its keys."""
        from jar_tui.tui.screens.whole import WholeScreen

        slip = self.target()
        if slip is not None:
            self.app.push_screen(WholeScreen(slip))
