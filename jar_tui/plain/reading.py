"""Line mode: the slips of an opening one at a time, each with its nudge where it has one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jar_tui import words
from jar_tui.domain import review as steps
from jar_tui.domain.nudge import lines_of
from jar_tui.domain.records import Label, Opening, Slip
from jar_tui.plain.keeping import Keeping
from jar_tui.service import JarService
from jar_tui.service.telling import on_slip
from jar_tui.words import line_mode, nudges
from jar_tui.words import opening as said

ANSWERS: Final[dict[str, Label]] = {"1": "small", "2": "lifted", "3": "both"}


class Reading:
    """Shows one slip after the other; every step is on disk before it is shown."""

    takes_all = False

    def __init__(
        self,
        service: JarService,
        say: Callable[[str], object],
        opening: Opening,
        keeping: Keeping,
        *,
        beside: Callable[[], object],
        write: Callable[[], object],
        stop: Callable[[], object],
    ) -> None:
        """Stand at the first slip, or where the opening was stopped; raises `NotKept`."""
        self._service = service
        self._say = say
        self._keeping = keeping
        self._keys = {"w": write, "q": stop}
        self._beside = beside
        hushed = steps.is_hushed(service.jar, service.almanac.today())
        outcome = steps.begun(opening, service.jar, self._ways, hushed=hushed)
        self.review = steps.Review()
        self._keep(outcome)

    def take(self, line: str) -> None:
        """Do what a line says; raises `NotKept`, and stands where it stood then."""
        key = line.strip().casefold()
        nudged = bool(self.review.line)
        if key in self._keys:
            self._keys[key]()
        elif key == "":
            self._step(steps.Next())
            self.show()
        elif key == "b":
            self.back()
        elif key in ANSWERS and nudged:
            noted = self._step(steps.Answer(ANSWERS[key]))
            noted_line = f"{said.NOTED} {line_mode.UNDO_LINE}"
            self._say(noted_line if noted else said.NOT_IN_VIEW)
        elif key == "0" and nudged:
            self._step(steps.Hush())
            self._say(said.HUSHED)
        elif key == "n":
            self._another()
        elif key == "m":
            self._more()
        elif key == "?":
            self._say(f"{said.HABIT_TITLE}. {said.HABIT}")
        else:
            self._say(line_mode.READING)

    def back(self) -> None:
        """Show the slip before."""
        self._step(steps.Back())
        self.show()

    def show(self) -> None:
        """Show the slip in view, or all of them after the last."""
        review, slip = self.review, self.slip()
        if review.is_over:
            self._beside()
        elif slip is None:
            self._say(said.NOT_IN_VIEW)
        else:
            who, today = on_slip(slip, self._service.jar), self._service.almanac.today()
            self._say(said.header(review.at, len(review.slips), slip, today, who))
            self._say(line_mode.set_in(slip.text))
            self._show_nudge(slip)

    def slip(self) -> Slip | None:
        """Return the slip in view, where it may be read."""
        return steps.in_view(self.review, self._service.jar)

    @property
    def _ways(self) -> steps.Ways:
        lines = lines_of(self._service.jar, nudges.NUDGES)
        return steps.Ways(lines, self._service.almanac.settings.nudges)

    def _step(self, step: steps.Step) -> bool:
        """Go where a step leads; say whether it led anywhere."""
        outcome = steps.update(self.review, step, self._service.jar, self._ways)
        if outcome == (self.review, ()):
            return False
        self._keep(outcome)
        return True

    def _keep(self, outcome: steps.Outcome) -> None:
        review, effects = outcome
        if effects:
            self._keeping(lambda: self._service.openings.keep(review.opening, effects))
        self.review = review

    def _show_nudge(self, slip: Slip) -> None:
        if self.review.line:
            lines = lines_of(self._service.jar, nudges.NUDGES, off=True)
            self._say(nudges.remark(self.review.line, lines))
            self._say(line_mode.answers())
        elif steps.may_ask(self.review, slip, self._service.jar, self._ways):
            self._say(said.ON_REQUEST)

    def _another(self) -> None:
        slip, there = self.slip(), bool(self.review.line)
        if slip and self._step(steps.More()) and self.review.line:
            self._show_nudge(slip)
            return
        self._say(said.NO_MORE_LINES if there else said.NOT_MARKED)

    def _more(self) -> None:
        """Read what else is kept with the slip: its kinds, and lines written under it."""
        slip = self.slip()
        kept = [words.kinds_of(slip)] if slip and slip.kinds else []
        if slip:
            kept += [line_mode.line_with(line.text) for line in self._service.jar.lines_of(slip)]
        for line in kept or [line_mode.NO_MORE_KEPT]:
            self._say(line)
