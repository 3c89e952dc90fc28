"""Line mode: openings from before, one of them read out whole."""

from __future__ import annotations

from collections import Counter
from functools import partial

from jar_tui.domain.records import Opening
from jar_tui.domain.ritual import day_of, past
from jar_tui.plain.menu import Menu, Row
from jar_tui.plain.pages import Sitting
from jar_tui.plain.telling import read_opening
from jar_tui.words import line_mode, ritual


def past_menu(sitting: Sitting) -> Menu:
    """Return the list of openings from before, newest first."""

    def rows() -> list[Row]:
        openings = past(sitting.jar)
        begins = sitting.service.almanac.settings.day_begins
        days = [ritual.day(day_of(one.written, begins)) for one in openings]
        many = Counter(days)
        many[ritual.day(None)] = 1  # without a day there is no clock time either
        return [
            Row(
                line_mode.at_time(day, one.written) if many[day] > 1 else day,
                partial(read, one, day),
            )
            for one, day in zip(openings, days, strict=True)
        ]

    def read(opening: Opening, day: str) -> None:
        sitting.say(f"{day}:")
        read_opening(sitting, opening, unread=False)
        if opening.closing:
            sitting.say(line_mode.PAST_CLOSING)
            sitting.say(line_mode.set_in(opening.closing))
        menu.prompt()

    menu = Menu(sitting, ritual.PAST_TITLE, rows)
    return menu
