"""Line mode: the help, and the page for whoever is here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from jar_tui.domain.people import AGREEMENTS, PAGE, choice
from jar_tui.service import JarService
from jar_tui.service.telling import phrased, wants_names
from jar_tui.words import habit, line_mode, shell
from jar_tui.words import page as said

HABIT: Final[Mapping[str, Sequence[str]]] = {
    "?": (habit.TITLE, *habit.SHORT.split("\n\n"), line_mode.HABIT_MORE),
    "? more": (
        *(part for title, text in habit.LONGER for part in f"{title}. {text}".split("\n\n")),
        line_mode.HABIT_SOURCES,
    ),
    "? sources": habit.SOURCES,
}
"""The page about the habit as it is read out, by what asks for it."""


class HelpCommands:
    """Answers the commands that explain."""

    def __init__(self, service: JarService, say: Callable[[str], object]) -> None:
        self._service = service
        self._say = say

    def first(self) -> None:
        """Name the commands that come first."""
        self._read_out(shell.PLAIN_HELP)

    def more(self) -> None:
        """Name the others, those about names where there are names."""
        self._read_out(shell.PLAIN_HELP_MORE)

    def page(self) -> None:
        """Say the day, and what this is: in their own words, where somebody wrote a page."""
        jar = self._service.jar
        self._say(said.today_is(self._service.almanac.today()))
        own = choice(jar, PAGE)
        starter = said.FOR_WHOEVER if wants_names(jar) else said.FOR_ONE
        self._say(line_mode.set_in(own) if own else starter)

    def agreements(self) -> None:
        """Say what is agreed on here."""
        self._say(said.AGREEMENTS if wants_names(self._service.jar) else said.AGREED)
        own = choice(self._service.jar, AGREEMENTS)
        self._say(line_mode.set_in(own) if own else said.AGREEMENTS_NONE)

    def _read_out(self, lines: Iterable[str]) -> None:
        jar = self._service.jar
        for line in lines:
            if wants_names(jar) or "{name" not in line.casefold():
                self._say(phrased(line, jar))
