"""What to look back at, and how it is told, for every face of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from jar_tui.domain import looking_back as slips
from jar_tui.domain.ritual import day_of
from jar_tui.service.telling import names_of, on_slip
from jar_tui.words import facts_of
from jar_tui.words import looking_back as said

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.records import Opening, Slip
    from jar_tui.service.almanac import Almanac


class Look(NamedTuple):
    """What to look back at."""

    title: Callable[[Jar], str]
    """Returns what it is called."""
    select: Callable[[Jar], tuple[Slip, ...]]
    """Returns its slips in a jar, in the order they are read."""
    about_names: bool = False


def since_day(day: date, almanac: Almanac) -> Look:
    """Return a look at what was written on a day or later."""
    begins = almanac.settings.day_begins
    return Look(lambda _: said.since(day), partial(slips.since_day, day=day, day_begins=begins))


def since_opening(opening: Opening, told: str) -> Look:
    """Return a look at what was written after an opening; `told` is what that one is called."""
    title = said.SINCE_OPENING.format(told)
    return Look(lambda _: title, partial(slips.since_opening, opening=opening))


def for_names(parts: Sequence[str]) -> Look:
    """Return a look at what is for some names, by their ids."""

    def title(jar: Jar) -> str:
        return said.FOR.format(names_of(parts, jar))

    return Look(title, partial(slips.for_parts, parts=parts), about_names=True)


def folded(look: Look, jar: Jar, almanac: Almanac) -> str:
    """Say from when to when there are slips, where there are any."""
    found = look.select(jar)
    if not found:
        return said.NOTHING
    days = slips.days_written(found, almanac.settings.day_begins)
    return said.there_are(days, almanac.today(), one=len(found) == 1)


def facts(slip: Slip, jar: Jar, almanac: Almanac) -> str:
    """Return the line above a slip, with the day it was written where that is another one."""
    today = almanac.today()
    told = [facts_of(slip, today, on_slip(slip, jar))]
    day = day_of(slip.written, almanac.settings.day_begins)
    if day is not None and (day, "day") != (slip.happened, slip.precision):
        told.append(said.written(day, today))
    return " · ".join(told)
