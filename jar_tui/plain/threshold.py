"""Line mode: what there is to read, before any older words."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui.domain.ritual import shut_until
from jar_tui.domain.selecting import Selection
from jar_tui.plain.choosing import Choosing
from jar_tui.plain.pages import Page, Sitting
from jar_tui.words import line_mode, ritual
from jar_tui.words import opening as said


class Threshold(Page):
    """Says what there is to read, and has it begun, left, or other slips chosen."""

    def __init__(
        self,
        sitting: Sitting,
        found: Selection,
        *,
        begin: Callable[[Selection], object],
        leave: Callable[[], object],
    ) -> None:
        self._sitting = sitting
        self._found = found
        self._begin = begin
        self._leave = leave

    def show(self) -> None:
        """Say what there is to read."""
        self._sitting.say(said.OPEN_THE_JAR)
        self.again()

    def again(self) -> None:
        """Say what there is to read now."""
        found, say = self._found, self._sitting.say
        for sentence in filter(None, said.threshold(found, self._sitting.today)):
            say(line_mode.ONE_AT_A_TIME if sentence == said.ONE_AT_A_TIME else sentence)
        today = self._sitting.today
        for sentence in ritual.shut_note(shut_until(self._sitting.jar, today), today):
            say(sentence)
        say(line_mode.BEGIN if found.slips else line_mode.OTHERS)

    def take(self, line: str) -> None:
        """Do what a line says."""
        match line.strip().casefold():
            case "" if self._found.slips:
                self._begin(self._found)
            case "" | "q":
                self._leave()
            case "c":
                self._sitting.pages.open(Choosing(self._sitting, self._choose).menu())
            case _:
                self._sitting.say(line_mode.BEGIN if self._found.slips else line_mode.OTHERS)

    def _choose(self, found: Selection) -> None:
        self._found = found
        self._sitting.pages.back_to(self)
