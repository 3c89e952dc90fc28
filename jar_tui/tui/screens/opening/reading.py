"""One slip at a time, with its nudge where it has one."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from jar_tui import words
from jar_tui.commands import Place, Standing, commands_of
from jar_tui.domain import review as steps
from jar_tui.domain.jar import Jar
from jar_tui.domain.nudge import lines_of
from jar_tui.domain.records import Opening, Slip
from jar_tui.domain.selecting import still_in
from jar_tui.service.lines import told_before, told_in
from jar_tui.tui.screens.folding import Folding
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.opening.beside import BesideScreen
from jar_tui.tui.screens.opening.keeping import ask_for_slip_line
from jar_tui.tui.screens.opening.stepping import Stepping
from jar_tui.tui.widgets.slip_page import SlipPage
from jar_tui.words import opening as said
from jar_tui.words.nudges import NUDGES, remark


class OpeningScreen(Folding, Stepping):
    """Reads the slips of one opening; goes when it is stopped or closed, and says which."""

    PLACE: ClassVar[Place] = "opening"
    BINDINGS: ClassVar[list[BindingType]] = bindings("opening")

    facts = getters.query_one("#facts", Static)
    page = getters.query_one(SlipPage)

    def __init__(
        self, opening: Opening, *, stopped: Callable[[str], None], closed: Callable[[str], None]
    ) -> None:
        """Take the opening, and what to do with the sentence said at its end."""
        super().__init__(opening, show=self.show_step, end=self.show_end)
        self._when_stopped = stopped
        self._when_closed = closed

    def compose(self) -> ComposeResult:
        """Lay out the slip between its day and the answers."""
        yield Static(id="facts", markup=False)
        yield SlipPage()
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show what becomes of the slip in view."""
        self.app.changed.subscribe(self, self.take_jar)

    def target(self) -> Slip | None:
        """Return the slip in view."""
        return next(iter(still_in(self.app.jar, [self._review.slip])), None)

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        shown = steps.in_view(self._review, self.app.jar) is not None
        nudged = shown and bool(self._review.line)
        return Standing(chosen=True, nudged=nudged, more=self.page.has_more)

    # What is shown

    def take_jar(self, jar: Jar) -> None:
        """Show the slip as it is in a newer jar."""
        self.show_step()

    def on_resize(self) -> None:
        """Fit the answers to the screen."""
        self.show_step()

    def show_step(self) -> None:
        """Show the slip in view with what was written under it, and its nudge."""
        review, found = self._review, still_in(self.app.jar, [self._review.slip])
        self.name_keys()
        if not found:
            self.facts.update(Content(said.NOT_IN_VIEW if review.slip else ""))
            self.page.show()
            return
        slip = found[0]
        today, who = self.app.almanac.today(), self.app.signed(slip)
        self.facts.update(Content(said.header(review.at, len(review.slips), slip, today, who)))
        if slip.covered:
            self.page.show(words.COVERED_WORDS)
            return
        met = self._remark(review.line) if review.line else self._on_request(slip)
        answers = _answers(narrow=self.narrow) if review.line else Content()
        under = [*self.under(slip), *told_in(self.app.jar, slip, review.opening)]
        self.page.show(slip.text, "\n".join(under), met, answers)

    def from_before(self, slip: Slip) -> list[str]:
        """Return the lines that were not written in this opening."""
        return told_before(self.app.jar, slip, self._review.opening)

    def _remark(self, line: str) -> str:
        return remark(line, lines_of(self.app.jar, NUDGES, off=True))

    def _on_request(self, slip: Slip) -> str:
        """Say that a line is there, where nudges come when they are asked for."""
        return said.ON_REQUEST if steps.may_ask(self._review, slip, self.app.jar, self.ways) else ""

    def show_end(self, trouble: str) -> None:
        """Show all slips side by side; an opening none of whose slips are left is over at once."""

        def back() -> None:
            self.run_worker(self.step(steps.Back()))

        def close(sentence: str) -> None:
            self.close()
            self._when_closed(sentence)

        key, slips = self._opening.id, self._review.slips
        beside = BesideScreen(key, slips, pay=self.pay, back=back, closed=close)
        beside.said = trouble
        self.app.push_screen(beside)

    # Keys

    async def action_stop(self) -> None:
        """Stop here."""
        trouble = await self.pay()
        review = self._review
        left = steps.left(review, self.app.jar)
        self.close()
        self._when_stopped(trouble or said.stopped(review.read, len(review.slips), left))

    def action_habit(self) -> None:
        """Tell about the habit under a nudge, and elsewhere about the keys."""
        if not self._review.line:
            self.action_help()
            return
        from jar_tui.tui.screens.opening.pages import HabitScreen

        self.app.push_screen(HabitScreen())

    def action_write(self) -> None:
        """Ask for a line to keep with the slip."""
        slip = self.target()
        if slip is not None:
            ask_for_slip_line(self, slip.id, self._opening.id, self._review.line)

    def action_more(self) -> None:
        """Show what can be done with the slip."""
        from jar_tui.tui.screens.opening.more import More

        slip = self.target()
        if slip is not None:
            More(self, slip, self._opening.id).open()


def _answers(*, narrow: bool) -> Content:
    """Return the answers under a nudge: on one line, or where it is narrow on one each."""
    rows = [row for row in commands_of("opening") if row.name in said.ANSWERS]
    pieces = [
        Content.assemble((row.shown, "bold $glass"), f" {said.ANSWERS[row.name]}")
        for row in rows
        if narrow or row.name != "hush"
    ]
    return Content("\n" if narrow else "   ").join(pieces)
