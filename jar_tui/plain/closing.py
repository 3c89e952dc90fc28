"""Line mode: what follows an opening that was closed, where something was chosen."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui.domain import ritual as ways
from jar_tui.domain.people import kindnesses
from jar_tui.domain.records import Opening
from jar_tui.domain.selecting import still_in
from jar_tui.plain.pages import Sitting
from jar_tui.plain.writing import Writing
from jar_tui.words import line_mode, ritual, shell
from jar_tui.words import opening as said


class Closing:
    """Has at most one thing follow, and then says that it is over."""

    def __init__(self, sitting: Sitting, opening: str, over: Callable[[], object]) -> None:
        self._sitting = sitting
        self._opening = opening
        self._over = over
        self._kept: list[str] = []
        """Slips written here, by id."""
        self._wants_more = False

    def begin(self) -> None:
        """Have follow what was chosen."""
        match ways.after(self._sitting.jar):
            case "question":
                asked = (ritual.WEEK_QUESTION, line_mode.ANSWER_HINT)
                self._write(asked, self._keep_answer, self._over)
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
        self._write(asked, self._keep_one, self._five_or_line)

    def _five_or_line(self) -> None:
        if self._wants_more:
            self._five()
            return
        page = closing_line(
            self._sitting,
            self._opening,
            line_mode.FIVE_LINE,
            left_out="",
            then=self._over,
            commands=True,
        )
        self._sitting.pages.open(page)

    def _keep_answer(self, text: str) -> str:
        self._sitting.service.openings.drop_in(self._opening, text)
        return ritual.ANSWER_KEPT

    def _keep_one(self, text: str) -> str:
        slip = self._sitting.service.openings.drop_in(self._opening, text)
        self._kept.append(slip.id)
        self._wants_more = len(still_in(self._sitting.jar, self._kept)) < ways.FIVE
        return f"{ritual.ANSWER_KEPT} {shell.UNDO_DROP_LINE}"

    def _write(
        self, asked: tuple[str, ...], keep: Callable[[str], str], then: Callable[[], object]
    ) -> None:
        page = Writing(self._sitting, asked, keep, left_out="", then=then, commands=True)
        self._sitting.pages.open(page)


def closing_line(
    sitting: Sitting,
    opening: str,
    title: str,
    *,
    left_out: str,
    then: Callable[[], object] = lambda: None,
    commands: bool = False,
) -> Writing:
    """Return what asks for a line to close with, or reads out the one there is to be replaced."""

    def keep(text: str) -> str:
        sitting.service.openings.write_closing(opening, text)
        return said.CLOSING_KEPT

    found = sitting.jar.tables["openings"].get(opening)
    present = found.closing if isinstance(found, Opening) else ""
    asked: tuple[str, ...] = (title,)
    if present:
        asked = (line_mode.CLOSING_THERE, line_mode.set_in(present), line_mode.CLOSING_NEW)
        left_out = line_mode.CLOSING_STAYS
    return Writing(sitting, asked, keep, left_out=left_out, then=then, commands=commands)
