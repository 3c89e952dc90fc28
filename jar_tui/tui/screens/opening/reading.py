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
from jar_tui.domain.records import Label, Opening, Slip
from jar_tui.domain.selecting import still_in
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.opening.beside import BesideScreen
from jar_tui.tui.screens.opening.keeping import ask_for_slip_line
from jar_tui.tui.screens.opening.turning import Turning
from jar_tui.tui.widgets.slip_page import SlipPage
from jar_tui.words import opening as said
from jar_tui.words.nudges import NUDGES, remark


class OpeningScreen(Turning):
    """Reads the slips of one opening; goes when it is stopped or closed, and says which."""

    PLACE: ClassVar[Place] = "opening"
    BINDINGS: ClassVar[list[BindingType]] = bindings("opening")

    facts = getters.query_one("#facts", Static)
    page = getters.query_one(SlipPage)

    def __init__(
        self, opening: Opening, *, stopped: Callable[[str], None], closed: Callable[[str], None]
    ) -> None:
        """Take the opening, and what to do with the sentence said at its end."""
        super().__init__()
        self._opening = opening
        self._when_stopped = stopped
        self._when_closed = closed
        self._review = steps.Review(opening.id)
        self._owed: tuple[steps.Effect, ...] = ()
        """What the disk refused; it goes with the next step."""

    def compose(self) -> ComposeResult:
        """Lay out the slip between its day and the answers."""
        yield Static(id="facts", markup=False)
        yield SlipPage()
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the first slip, or the one where it was stopped."""
        jar = self.app.jar
        self.app.changed.subscribe(self, self.take_jar)
        hushed = steps.is_hushed(jar, self.app.almanac.today())
        outcome = steps.begun(self._opening, jar, self._ways, hushed=hushed)
        self._review = outcome[0]
        self._show()
        self.run_worker(self._take(outcome), group="opening")

    @property
    def _ways(self) -> steps.Ways:
        lines = lines_of(self.app.jar, NUDGES)
        return steps.Ways(lines, self.app.almanac.settings.nudges)

    def target(self) -> Slip | None:
        """Return the slip in view."""
        return self.app.jar.get(self._review.slip)

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        return Standing(chosen=True, nudged=bool(self._review.line), more=self.page.has_more)

    # What is shown

    def take_jar(self, jar: Jar) -> None:
        """Show the slip as it is in a newer jar."""
        self._show()

    def on_resize(self) -> None:
        """Fit the answers to the screen."""
        self._show()

    def _show(self) -> None:
        review, found = self._review, still_in(self.app.jar, [self._review.slip])
        self.call_after_refresh(self.name_keys)
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
        lines = "\n".join(steps.lines_in(self.app.jar, slip, review.opening))
        met = self._remark(review.line) if review.line else self._on_request(slip)
        answers = _answers(narrow=self.narrow) if review.line else Content()
        self.page.show(slip.text, lines, met, answers)

    def _remark(self, line: str) -> str:
        return remark(line, lines_of(self.app.jar, NUDGES, off=True))

    def _on_request(self, slip: Slip) -> str:
        """Say that a line is there, where nudges come when they are asked for."""
        return (
            said.ON_REQUEST if steps.may_ask(self._review, slip, self.app.jar, self._ways) else ""
        )

    # Steps

    async def _step(self, step: steps.Step) -> bool:
        """Go where a step leads; say whether it led anywhere."""
        outcome = steps.update(self._review, step, self.app.jar, self._ways)
        if outcome == (self._review, ()):
            return False
        await self._take(outcome)
        return True

    async def _take(self, outcome: steps.Outcome) -> None:
        """Keep what a step came to, then show it."""
        before, (self._review, effects) = self._review.slip, outcome
        self._owed = owed = (*self._owed, *effects)
        trouble = ""
        if effects:
            key = self._opening.id
            trouble = await self.kept(lambda jar: jar.openings.keep(key, owed), screen=False)
            self._owed = owed if trouble else ()
        if self._review.is_over:
            self._side_by_side(trouble)
            return
        if before != self._review.slip:
            self.page.scroll_home(animate=False)
        self._show()
        if trouble:
            self.say(trouble)

    def _side_by_side(self, trouble: str) -> None:
        """Show all slips; an opening none of whose slips are left is over at once."""

        def back() -> None:
            self.run_worker(self._step(steps.Back()))

        def close(sentence: str) -> None:
            self.close()
            self._when_closed(sentence)

        beside = BesideScreen(self._opening.id, self._review.slips, back=back, closed=close)
        beside.said = trouble
        self.app.push_screen(beside)

    async def action_next(self) -> None:
        """Show the rest of a long slip, then the next one."""
        if not self.turned(1):
            await self._step(steps.Next())

    async def action_back(self) -> None:
        """Show the slip before."""
        await self._step(steps.Back())

    def action_stop(self) -> None:
        """Stop here."""
        review = self._review
        folded = steps.are_folded(review, self.app.jar)
        self.close()
        self._when_stopped(said.stopped(review.read, len(review.slips), folded=folded))

    async def action_stays(self) -> None:
        """Leave the label on."""
        await self._answer("small")

    async def action_lifted(self) -> None:
        """Take the label off."""
        await self._answer("lifted")

    async def action_both(self) -> None:
        """Say that it is small, and that it happened."""
        await self._answer("both")

    async def _answer(self, label: Label) -> None:
        if await self._step(steps.Answer(label)) and not self.said:
            self.say(said.NOTED)

    async def action_hush(self) -> None:
        """Have no more nudges today."""
        if not self._review.line:
            self.say(said.NOT_MARKED)
        elif await self._step(steps.Hush()) and not self.said:
            self.say(said.HUSHED)

    async def action_another(self) -> None:
        """Ask for one more nudge."""
        if self.app.bounced:
            return
        there = bool(self._review.line)
        if not await self._step(steps.More()):
            self.say(said.NO_MORE_LINES if there else said.NOT_MARKED)

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
        """Show the whole slip and what can be done with it."""
        from jar_tui.tui.screens.whole import WholeScreen

        slip = self.target()
        if slip is not None:
            self.app.push_screen(WholeScreen(slip))


def _answers(*, narrow: bool) -> Content:
    """Return the answers under a nudge: on one line, or where it is narrow on one each."""
    rows = [row for row in commands_of("opening") if row.name in said.ANSWERS]
    pieces = [
        Content.assemble((row.shown, "bold $glass"), f" {said.ANSWERS[row.name]}")
        for row in rows
        if narrow or row.name != "hush"
    ]
    return Content("\n" if narrow else "   ").join(pieces)
