"""Line mode: what there is to read, before any older words."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui.domain.clean import is_blank
from jar_tui.domain.ritual import order_of
from jar_tui.domain.selecting import Selection, between, of_these
from jar_tui.domain.span import read_span
from jar_tui.domain.when import WhenError
from jar_tui.service import JarService
from jar_tui.words import line_mode
from jar_tui.words import opening as said


class Threshold:
    """Says what there is to read, and has it begun, left, or other days chosen."""

    def __init__(
        self,
        service: JarService,
        say: Callable[[str], object],
        found: Selection,
        *,
        begin: Callable[[Selection], object],
        leave: Callable[[], object],
    ) -> None:
        self.takes_all = False
        """The next line is words and no command, whatever it starts with."""
        self._service = service
        self._say = say
        self._found = found
        self._begin = begin
        self._leave = leave
        say(said.OPEN_THE_JAR)
        self._show()

    def take(self, line: str) -> None:
        """Do what a line says."""
        if self.takes_all:
            self._choose(line)
            return
        match line.strip().casefold():
            case "" if self._found.slips:
                self._begin(self._found)
            case "" | "q":
                self._leave()
            case "c":
                self._say(said.WHICH_TITLE)
                self._say(said.WHICH_HINT)
                self.takes_all = True
            case _:
                self._say(line_mode.BEGIN if self._found.slips else line_mode.OTHERS)

    def _choose(self, line: str) -> None:
        """Choose the slips of some days; a blank line leaves it as it was."""
        if not is_blank(line):
            try:
                days = read_span(line, self._service.almanac.when)
            except WhenError:
                self._say(said.WHICH_UNKNOWN)
                return
            jar = self._service.jar
            found = of_these(between(jar, *days), self._service.almanac.today(), order_of(jar))
            if not found.slips:
                self._say(said.WHICH_NONE)
                return
            self._found = found
        self.takes_all = False
        self._show()

    def _show(self) -> None:
        found = self._found
        for sentence in filter(None, said.threshold(found, self._service.almanac.today())):
            self._say(line_mode.ONE_AT_A_TIME if sentence == said.ONE_AT_A_TIME else sentence)
        self._say(line_mode.BEGIN if found.slips else line_mode.OTHERS)
