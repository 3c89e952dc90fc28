"""Line mode: openings from before, one of them read out whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from jar_tui.domain.records import Opening
from jar_tui.domain.ritual import past
from jar_tui.plain.menu import Menu, Row
from jar_tui.plain.pages import Sitting
from jar_tui.plain.telling import read_opening
from jar_tui.service.telling import openings_told
from jar_tui.words import line_mode, ritual


def past_menu(sitting: Sitting) -> Menu:
    """Return the list of openings from before, newest first."""

    def names(openings: Sequence[Opening]) -> list[str]:
        return openings_told(openings, sitting.service.almanac.settings.day_begins)

    def rows() -> list[Row]:
        openings = past(sitting.jar)
        return [
            Row(told, partial(read, one))
            for one, told in zip(openings, names(openings), strict=True)
        ]

    def read(opening: Opening) -> None:
        (day,) = names([opening])
        sitting.say(f"{day}:")
        read_opening(sitting, opening, unread=False)
        if opening.closing:
            sitting.say(line_mode.PAST_CLOSING)
            sitting.say(line_mode.set_in(opening.closing))
        menu.prompt()

    menu = Menu(sitting, ritual.PAST_TITLE, rows)
    return menu
