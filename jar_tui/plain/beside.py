"""Line mode: all slips of an opening side by side, and the closing of the jar."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui import words
from jar_tui.domain.people import kindnesses
from jar_tui.domain.review import Review, lines_in
from jar_tui.domain.selecting import still_in
from jar_tui.service import JarService
from jar_tui.service.telling import on_slip
from jar_tui.words import line_mode
from jar_tui.words import opening as said


class Beside:
    """Shows what was read, and closes the jar."""

    takes_all = False

    def __init__(
        self,
        service: JarService,
        say: Callable[[str], object],
        review: Review,
        *,
        back: Callable[[], object],
        write: Callable[[], object],
        close: Callable[[], object],
    ) -> None:
        self._service = service
        self._say = say
        self._review = review
        self._keys = {"b": back, "w": write, "": close, "q": close}

    def take(self, line: str) -> None:
        """Do what a line says."""
        key = line.strip().casefold()
        if key in self._keys:
            self._keys[key]()
        elif key == "y":
            for kindness in kindnesses(self._service.jar, said.KINDNESSES):
                self._say(kindness)
        elif key == "g":
            self._say(said.GROUND)
        else:
            self._say(line_mode.BESIDE)

    def show(self) -> None:
        """Read out every slip with its day, its names and the lines written in this opening."""
        jar, today = self._service.jar, self._service.almanac.today()
        self._say(said.SIDE_BY_SIDE)
        for slip in still_in(jar, self._review.slips):
            self._say(said.beside(slip, today, on_slip(slip, jar)))
            self._say(line_mode.set_in(words.COVERED_WORDS if slip.covered else slip.text))
            if not slip.covered:
                for line in lines_in(jar, slip, self._review.opening):
                    self._say(line_mode.line_with(line))
        self._say(line_mode.BESIDE)
