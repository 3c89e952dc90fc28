"""Line mode: slips looked back at, first that they are folded, then one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from jar_tui.domain.clean import one_line
from jar_tui.domain.looking_back import first_day, openings_with_time
from jar_tui.domain.records import Slip
from jar_tui.domain.ritual import shows_earlier
from jar_tui.domain.selecting import still_in
from jar_tui.domain.when import WhenError
from jar_tui.plain.pages import Mode, Page, Sitting
from jar_tui.plain.telling import lines_told
from jar_tui.plain.whom import one_meant
from jar_tui.plain.writing import write_under
from jar_tui.service import JarService
from jar_tui.service.lines import lines_under
from jar_tui.service.looking_back import (
    Look,
    facts,
    folded,
    for_names,
    since_day,
    since_opening,
)
from jar_tui.service.telling import openings_told
from jar_tui.words import line_mode, opening, ritual, shell
from jar_tui.words import looking_back as said

Say = Callable[[str], object]
Which = Callable[[JarService, Say, str], Look | None]
"""Returns what some words behind a command mean; where that is nothing, it says why."""


def since(service: JarService, say: Say, typed: str) -> Look | None:
    """Return a look since a day, or since the last opening; where there is none, say why."""
    almanac = service.almanac
    if typed:
        try:
            return since_day(first_day(typed, almanac.when), almanac)
        except WhenError as error:
            say(shell.date_refused(error, almanac.today()))
            return None
    openings = openings_with_time(service.jar)
    if not openings:
        say(said.NO_OPENING)
        return None
    (told,) = openings_told(openings[:1], almanac.settings.day_begins)
    return since_opening(openings[0], told)


def for_me(service: JarService, say: Say, typed: str) -> Look | None:
    """Return a look at what is for a name; where there is no such name, say so."""
    part = one_meant(typed, service.jar, say)
    return for_names([part.id]) if part else None


LOOKS: Final[Mapping[str, Which]] = {"/since": since, "/for-me": for_me}
"""What is looked back at, by the command that asks for it."""


class LookingMode(Mode):
    """Answers one line at a time over some slips, until they were read."""

    def __init__(self, sitting: Sitting, look: Look) -> None:
        """Say that there are slips, where there are any."""
        super().__init__(sitting)
        self.is_over = not look.select(sitting.jar)
        self._reading: ReadingBack | None = None
        if self.is_over:
            sitting.say(said.NOTHING)
        else:
            self._pages.open(Folded(sitting, look, begin=self._begin, leave=self._over))

    @property
    def slip(self) -> str:
        """Return the id of the slip in view; empty where none is."""
        return self._reading.slip_id if self._reading else ""

    def stop(self) -> None:
        """Stop where it is."""
        self.is_over = True
        self._sitting.say(opening.STOPPED_HERE)

    def _begin(self, slips: Sequence[Slip]) -> None:
        ids = [slip.id for slip in slips]
        self._reading = ReadingBack(self._sitting, ids, stop=self.stop, over=self._over)
        self._sitting.say(said.READING)
        self._pages.turn_to(self._reading)

    def _over(self) -> None:
        self.is_over = True


class Folded(Page):
    """Says from when to when there are slips, and has them begun or left."""

    def __init__(
        self,
        sitting: Sitting,
        look: Look,
        *,
        begin: Callable[[Sequence[Slip]], object],
        leave: Callable[[], object],
    ) -> None:
        self._sitting = sitting
        self._look = look
        self._begin = begin
        self._leave = leave

    def show(self) -> None:
        """Say what there is to read."""
        sitting = self._sitting
        sitting.say(self._look.title(sitting.jar))
        sitting.say(folded(self._look, sitting.jar, sitting.service.almanac))
        sitting.say(said.PLAIN_ONE_AT_A_TIME)
        sitting.say(said.BEGIN)

    def take(self, line: str) -> None:
        """Do what a line says."""
        found = self._look.select(self._sitting.jar)
        match line.strip().casefold():
            case "" if found:
                self._begin(found)
            case "":
                self._sitting.say(said.NOTHING)
                self._leave()
            case "q":
                self._sitting.say(said.LEFT)
                self._leave()
            case _:
                self._sitting.say(said.BEGIN)


class ReadingBack(Page):
    """Reads one slip after the other, and changes nothing by that."""

    def __init__(
        self,
        sitting: Sitting,
        slips: Sequence[str],
        *,
        stop: Callable[[], object],
        over: Callable[[], object],
    ) -> None:
        self._sitting = sitting
        self._slips = slips
        self._at = 0
        self._over = over
        self._keys = {
            "": self._next,
            "b": self._back,
            "w": self._write,
            "l": self._lines,
            "q": stop,
        }

    @property
    def slip_id(self) -> str:
        """Return the id of the slip in view."""
        return self._slips[self._at]

    def take(self, line: str) -> None:
        """Do what a line says."""
        self._keys.get(one_line(line).casefold(), self.again)()

    def show(self) -> None:
        """Read the slip in view."""
        slip, sitting = self._slip(self._at), self._sitting
        if slip is None:
            sitting.say(opening.NOT_IN_VIEW)
            return
        sitting.say(facts(slip, sitting.jar, sitting.service.almanac))
        sitting.say(line_mode.set_in(slip.text))
        if shows_earlier(sitting.jar):
            self._read_lines(slip)
        elif lines_under(sitting.jar, slip):
            sitting.say(ritual.UNDER_FOLDED)

    def again(self) -> None:
        """Say what may be done."""
        self._sitting.say(said.READING)

    def _slip(self, place: int) -> Slip | None:
        """Return a slip that may be read."""
        found = still_in(self._sitting.jar, [self._slips[place]])
        return found[0] if found and not found[0].covered else None

    def _go(self, places: Iterable[int]) -> bool:
        """Go to the first of some places whose slip may be read, if there is one."""
        place = next((at for at in places if self._slip(at) is not None), None)
        if place is None:
            return False
        self._at = place
        self.show()
        return True

    def _next(self) -> None:
        if not self._go(range(self._at + 1, len(self._slips))):
            self._sitting.say(said.LAST)
            self._over()

    def _back(self) -> None:
        if not self._go(range(self._at - 1, -1, -1)):
            self.show()

    def _write(self) -> None:
        if self._slip(self._at) is None:
            self._sitting.say(opening.NOT_IN_VIEW)
        else:
            page = write_under(self._sitting, line_mode.LINE_TITLE, self.slip_id, "")
            self._sitting.pages.open(page)

    def _lines(self) -> None:
        """Read what is written under the slip in view."""
        slip = self._slip(self._at)
        if slip is None:
            self._sitting.say(opening.NOT_IN_VIEW)
            return
        self._read_lines(slip)
        if not lines_under(self._sitting.jar, slip):
            self._sitting.say(ritual.UNDER_NONE)

    def _read_lines(self, slip: Slip) -> None:
        for line in lines_told(self._sitting.jar, slip):
            self._sitting.say(line)
