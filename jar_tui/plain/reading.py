"""Line mode: the slips of an opening one at a time, each with its nudge where it has one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from jar_tui.domain import review as steps
from jar_tui.domain.clean import one_line
from jar_tui.domain.nudge import lines_of
from jar_tui.domain.records import Label, Opening, Slip
from jar_tui.domain.ritual import shows_earlier
from jar_tui.plain.helping import HABIT
from jar_tui.plain.more import More
from jar_tui.plain.pages import Page, Sitting
from jar_tui.plain.writing import write_under
from jar_tui.service.lines import told_before, told_in
from jar_tui.service.telling import on_slip
from jar_tui.words import line_mode, nudges, ritual
from jar_tui.words import opening as said

ANSWERS: Final[dict[str, Label]] = {"1": "small", "2": "lifted", "3": "both"}


class Reading(Page):
    """Shows one slip after the other; every step is on disk before it is shown."""

    def __init__(
        self,
        sitting: Sitting,
        opening: Opening,
        *,
        beside: Callable[[Reading], object],
        stop: Callable[[], object],
    ) -> None:
        """Stand at the first slip, or where the opening was stopped; raises `NotKept`."""
        self._sitting = sitting
        self._say = sitting.say
        self._keys = {
            "b": self.back,
            "w": self._write,
            "l": self._lines,
            "m": self._more,
            "q": stop,
        }
        self._beside = beside
        hushed = steps.is_hushed(sitting.jar, sitting.today)
        outcome = steps.begun(opening, sitting.jar, self._ways, hushed=hushed)
        self.review = steps.Review()
        self._keep(outcome)

    def take(self, line: str) -> None:
        """Do what a line says; raises `NotKept`, and stands where it stood then."""
        key = one_line(line).casefold()
        nudged = bool(self.review.line)
        if key in self._keys:
            self._keys[key]()
        elif key == "":
            self._step(steps.Next())
            self.show()
        elif key in ANSWERS and nudged:
            noted = self._step(steps.Answer(ANSWERS[key]))
            noted_line = f"{said.NOTED} {line_mode.UNDO_LINE}"
            self._say(noted_line if noted else said.NOT_IN_VIEW)
        elif key == "0" and nudged:
            self._step(steps.Hush())
            self._say(said.HUSHED)
        elif key == "n":
            self._another()
        elif key in HABIT:
            for paragraph in HABIT[key]:
                self._say(paragraph)
        else:
            self.again()

    def back(self) -> None:
        """Show the slip before."""
        self._step(steps.Back())
        self.show()

    def show(self) -> None:
        """Show the slip in view, or all of them after the last."""
        review, slip = self.review, self.slip()
        if review.is_over:
            self._beside(self)
        elif slip is None:
            self._say(said.NOT_IN_VIEW)
        else:
            who, today = on_slip(slip, self._sitting.jar), self._sitting.today
            self._say(said.header(review.at, len(review.slips), slip, today, who))
            self._say(line_mode.set_in(slip.text))
            self._show_lines(slip)
            self._show_nudge(slip)

    def again(self) -> None:
        """Say what may be done."""
        self._say(line_mode.READING)

    def slip(self) -> Slip | None:
        """Return the slip in view, where it may be read."""
        return steps.in_view(self.review, self._sitting.jar)

    @property
    def _ways(self) -> steps.Ways:
        lines = lines_of(self._sitting.jar, nudges.NUDGES)
        return steps.Ways(lines, self._sitting.service.almanac.settings.nudges)

    def _step(self, step: steps.Step) -> bool:
        """Go where a step leads; say whether it led anywhere."""
        outcome = steps.update(self.review, step, self._sitting.jar, self._ways)
        if outcome == (self.review, ()):
            return False
        self._keep(outcome)
        return True

    def _keep(self, outcome: steps.Outcome) -> None:
        review, effects = outcome
        if effects:
            self._sitting.keeping(
                lambda: self._sitting.service.openings.keep(review.opening, effects)
            )
        self.review = review

    def _show_lines(self, slip: Slip) -> None:
        """Read what is written under a slip; lines from before this opening may be folded."""
        jar, opening = self._sitting.jar, self.review.opening
        before = told_before(jar, slip, opening)
        if before and not shows_earlier(jar):
            self._say(ritual.UNDER_FOLDED)
        else:
            self._read_lines(before)
        self._read_lines(told_in(jar, slip, opening))

    def _lines(self) -> None:
        """Read what was written under the slip in view before."""
        slip = self.slip()
        if slip is None:
            self._say(said.NOT_IN_VIEW)
            return
        before = told_before(self._sitting.jar, slip, self.review.opening)
        self._read_lines(before)
        if not before:
            self._say(ritual.UNDER_NONE)

    def _read_lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._say(line_mode.line_with(line))

    def _show_nudge(self, slip: Slip) -> None:
        if self.review.line:
            lines = lines_of(self._sitting.jar, nudges.NUDGES, off=True)
            self._say(nudges.remark(self.review.line, lines))
            self._say(line_mode.answers())
        elif steps.may_ask(self.review, slip, self._sitting.jar, self._ways):
            self._say(said.ON_REQUEST)

    def _another(self) -> None:
        slip, there = self.slip(), bool(self.review.line)
        if slip and self._step(steps.More()) and self.review.line:
            self._show_nudge(slip)
            return
        self._say(said.NO_MORE_LINES if there else said.NOT_MARKED)

    def _write(self) -> None:
        """Ask for a line to keep with the slip in view."""
        slip, review = self.slip(), self.review
        if slip is None:
            self._say(said.NOT_IN_VIEW)
            return
        title = line_mode.LINE_TITLE
        page = write_under(self._sitting, title, slip.id, review.opening, review.line)
        self._sitting.pages.open(page)

    def _more(self) -> None:
        """Offer what else can be done with the slip in view."""
        slip = self.slip()
        if slip is None:
            self._say(said.NOT_IN_VIEW)
            return
        self._sitting.pages.open(More(self._sitting, slip, self.review.opening).menu())
