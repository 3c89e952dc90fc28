"""Line mode: what follows an opening that was closed, where something was chosen."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui.domain import ritual as ways
from jar_tui.domain.people import kindnesses
from jar_tui.plain.pages import Sitting
from jar_tui.plain.writing import Writing
from jar_tui.words import line_mode, ritual
from jar_tui.words import opening as said


class Closing:
    """Has at most one thing follow, and then says that it is over."""

    def __init__(self, sitting: Sitting, opening: str, over: Callable[[], object]) -> None:
        self._sitting = sitting
        self._opening = opening
        self._over = over
        self._kept = 0
        self._wants_more = False

    def begin(self) -> None:
        """Have follow what was chosen."""
        match ways.after(self._sitting.jar):
            case "question":
                self._write((ritual.WEEK_QUESTION, line_mode.ANSWER_HINT), self._keep, self._over)
            case "five":
                self._five(ritual.FIVE_TITLE, line_mode.FIVE_HINT)
            case "kind":
                for kindness in kindnesses(self._sitting.jar, said.KINDNESSES):
                    self._sitting.say(kindness)
                self._over()
            case "ground":
                self._sitting.say(said.GROUND)
                self._over()
            case _:
                self._over()

    def _five(self, *asked: str) -> None:
        """Ask for one of up to five; a blank line is enough."""
        self._wants_more = False
        self._write(asked, self._keep, self._five_or_line)

    def _five_or_line(self) -> None:
        if self._wants_more:
            self._five()
        else:
            self._write((ritual.FIVE_LINE,), self._close_with, self._over)

    def _keep(self, text: str) -> str:
        self._sitting.service.openings.drop_in(self._opening, text)
        self._kept += 1
        self._wants_more = self._kept < ways.FIVE
        return ritual.ANSWER_KEPT

    def _close_with(self, text: str) -> str:
        self._sitting.service.openings.write_closing(self._opening, text)
        return said.CLOSING_KEPT

    def _write(
        self, asked: tuple[str, ...], keep: Callable[[str], str], then: Callable[[], object]
    ) -> None:
        self._sitting.pages.open(Writing(self._sitting, asked, keep, left_out="", then=then))
