"""Line mode: slips of an opening, read out one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from jar_tui import words
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Opening, Slip
from jar_tui.domain.selecting import read_in, shown_in, written_in
from jar_tui.plain.pages import Sitting
from jar_tui.service.lines import lines_under, told_in
from jar_tui.service.telling import on_slip
from jar_tui.words import line_mode, ritual
from jar_tui.words import opening as said


def read_slips(sitting: Sitting, slips: Iterable[Slip], opening: str = "") -> None:
    """Read out slips, with the lines written under them in one opening.

    Of a covered one the day and the names are read.
    """
    jar, today = sitting.jar, sitting.today
    for slip in slips:
        sitting.say(said.beside(slip, today, on_slip(slip, jar)))
        sitting.say(line_mode.set_in(words.COVERED_WORDS if slip.covered else slip.text))
        if opening and not slip.covered:
            for line in lines_told(jar, slip, opening):
                sitting.say(line)


def lines_told(jar: Jar, slip: Slip, opening: str = "") -> list[str]:
    """Return the lines under a slip, or those of one opening, as they are read out."""
    found = told_in(jar, slip, opening) if opening else lines_under(jar, slip)
    return list(map(line_mode.line_with, found))


def read_opening(sitting: Sitting, opening: Opening, *, unread: bool = True) -> None:
    """Read out the slips of an opening, and those written at its end.

    Those that no opening has reached are left out unless the `unread` are wanted as well.
    """
    jar = sitting.jar
    read = shown_in(jar, opening.slips) if unread else read_in(jar, opening)
    written = written_in(jar, opening.id)
    read_slips(sitting, read, opening.id)
    if not (read or written):
        sitting.say(ritual.PAST_NONE)
    if written:
        sitting.say(ritual.PAST_WRITTEN)
        read_slips(sitting, written, opening.id)
