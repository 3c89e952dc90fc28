"""Every screen there is: in which jar, and with which keys one gets there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from jar_tui.domain.review import Read
from jar_tui.domain.ritual import AFTER, AFTERS, DAY
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.screens.opening.beside import BesideScreen
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.script import week

SIZES: Final = ((110, 36), (80, 24), (40, 20), (30, 12))
SUNDAY: Final = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


class Shown(NamedTuple):
    """A way to one screen."""

    keys: tuple[str, ...] = ()
    jar: str = "week"
    typed: str = ""
    """Words typed after the keys."""


def _keys(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_BEGUN = _keys("escape o enter")
_TO_THE_END = "to the end"
"""Stands for Enter, until all slips of an opening are side by side."""
_CLOSING = (*_BEGUN, _TO_THE_END)
_CLOSED = "closed"
"""Stands for Enter, until the last page of an opening is left."""
_AFTER = (*_CLOSING, _CLOSED)
SCREENS: Final[Mapping[str, Shown]] = {
    "first": Shown(jar="empty"),
    "entry": Shown(),
    "writing": Shown(typed="yesterday: w: sat by the window, said nothing and was not asked"),
    "several-lines": Shown(typed="rest\nand a glass of water\nand the door stayed closed"),
    "dropped": Shown(keys=(*"water", "enter")),
    "jar": Shown(_keys("escape")),
    "older": Shown(_keys("escape down down down")),
    "find": Shown(_keys("escape slash"), typed="said"),
    "ideas": Shown(_keys("down")),
    "names-none": Shown(_keys("tab"), jar="empty"),
    "names": Shown(_keys("tab down")),
    "filter": Shown(_keys("tab slash"), typed="k"),
    "near": Shown(_keys("tab down c")),
    "how": Shown(_keys("tab t")),
    "how-own": Shown(_keys("tab t 3"), typed="far off"),
    "keep-signing": Shown(_keys("tab k")),
    "kept-signing": Shown(_keys("tab k 1 a enter"), typed="yesterday: k: said no"),
    "add": Shown(_keys("tab a"), typed="Ash a:"),
    "name": Shown(_keys("tab down e")),
    "one-name": Shown(_keys("tab down m")),
    "one-tags": Shown(_keys("tab down m 5"), typed=", text -w"),
    "taking-away": Shown(_keys("tab down x")),
    "word": Shown(_keys("tab w")),
    "sign": Shown(_keys("escape down down s")),
    "whole": Shown(_keys("escape down down enter")),
    "whole-covered": Shown(_keys("escape down down c enter")),
    "earlier": Shown(_keys("escape down down h"), jar="reworded"),
    "erase": Shown(_keys("escape down down enter x r")),
    "edit": Shown(_keys("escape down down e")),
    "date": Shown(_keys("escape down down d"), typed="tuesday"),
    "kind": Shown(_keys("escape down down k"), typed="rest"),
    "page": Shown(_keys("escape question_mark")),
    "agreements": Shown(_keys("escape question_mark a")),
    "own-page": Shown(_keys("escape question_mark e")),
    "keys": Shown(_keys("escape question_mark k")),
    "help-writing": Shown(_keys("ctrl+g")),
    "look-back": Shown(_keys("escape question_mark l"), jar="read"),
    "since-opening": Shown(_keys("escape question_mark l 2"), jar="read"),
    "since-day": Shown(_keys("escape question_mark l 1"), typed="tuesday"),
    "looking-back": Shown(_keys("escape question_mark l 2 2")),
    "looked-back": Shown(_keys("escape question_mark l 2 2 enter")),
    "threshold": Shown(_keys("escape o")),
    "choosing": Shown(_keys("escape o c")),
    "days": Shown(_keys("escape o c 3"), typed="monday to wednesday"),
    "who": Shown(_keys("escape o c 4 down")),
    "asked": Shown(_keys("escape o c 6")),
    "past": Shown(_keys("escape o c 8"), jar="read"),
    "read-before": Shown(_keys("escape o c 8 enter"), jar="read"),
    "ways": Shown(_keys("escape o c 9")),
    "way": Shown(_keys("escape o c 9 8")),
    "full": Shown(_keys("escape o c 9 2"), typed="30"),
    "lines": Shown(_keys("escape o c 9 5 down")),
    "own-line": Shown(_keys("escape o c 9 5 1"), typed="It was enough to be there."),
    "one-line": Shown(_keys("escape o c 9 5 9")),
    "due": Shown(jar="due"),
    "slip": Shown(_BEGUN),
    "nudge": Shown((*_BEGUN, "enter")),
    "answered": Shown((*_BEGUN, "enter", "3")),
    "habit": Shown(_BEGUN + _keys("enter question_mark")),
    "habit-longer": Shown(_BEGUN + _keys("enter question_mark m")),
    "more": Shown(_BEGUN + _keys("m 3 m")),
    "marked": Shown(_BEGUN + _keys("m 3")),
    "stay": Shown(_BEGUN + _keys("m 1")),
    "thank": Shown(_BEGUN + _keys("enter m 9"), typed="thank you for the tea"),
    "whom": Shown(_BEGUN + _keys("m 9")),
    "took": Shown(_BEGUN + _keys("m 8"), typed="most of a morning"),
    "line": Shown((*_BEGUN, "w"), typed="three tries, cold kitchen"),
    "signed-line": Shown((*_BEGUN, "w"), typed="k: it took three tries"),
    "folded-lines": Shown((*_BEGUN, "enter"), jar="under"),
    "earlier-lines": Shown((*_BEGUN, "enter", "l"), jar="under"),
    "beside": Shown(_CLOSING),
    "ground": Shown((*_CLOSING, "g")),
    "closing-line": Shown((*_CLOSING, "w"), typed="a quiet week"),
    "kindness": Shown((*_CLOSING, "y")),
    "further": Shown((*_CLOSING, "f")),
    "pile": Shown((*_CLOSING, "f", "1"), jar="months"),
    "lately": Shown((*_CLOSING, "f", "2"), jar="six read"),
    "question": Shown(_AFTER, jar="question", typed="left a party early"),
    "five": Shown((*_AFTER, *"rested", "enter", *"no", "enter"), jar="five", typed="felt it"),
    "something-kind": Shown(_AFTER, jar="kind"),
    "grounded": Shown(_AFTER, jar="ground"),
    "simple": Shown(_keys("ctrl+o")),
    "simple-writing": Shown(_keys("ctrl+o"), typed="yesterday: w: sat by the window, and no more"),
    "simple-back": Shown(_keys("ctrl+o escape")),
    "simple-older": Shown(_keys("ctrl+o escape down")),
    "curtain": Shown(_keys("ctrl+l")),
}


def reworded(home: Path) -> None:
    """Put the week into a jar, with one slip whose words were changed twice on Sunday."""
    morning, noon, afternoon = (SUNDAY - timedelta(hours=n) for n in (9, 6, 2))
    service = week(home, lambda: morning)
    service.people.choose("word", "part")
    key = next(slip.id for slip in service.jar if slip.text == "made toast")
    for at, text in ((noon, "made toast, three tries"), (afternoon, "toast, cold kitchen")):
        JarService.open(home, lambda at=at: at)[0].edit(key, text)  # type: ignore[misc]


def months(home: Path) -> None:
    """Put the week into a jar in which slips of four months were read."""
    for days, count in ((120, 3), (90, 40), (31, 9)):
        then = SUNDAY - timedelta(days=days)
        service = JarService.open(home, lambda then=then: then)[0]  # type: ignore[misc]
        made = service.add_all([NewSlip(f"step {n + 1}") for n in range(count)])
        opening = service.openings.begin([slip.id for slip in made])
        service.openings.keep(opening.id, [Read(slip.id) for slip in made])
        service.openings.end(opening.id)
    week(home, lambda: SUNDAY)


def under(service: JarService) -> None:
    """Write lines under a slip of the week, one of them signed."""
    slip = next(slip for slip in service.jar if slip.text == "got dressed")
    (wren,) = (mark.part for mark in service.jar.marks_of(slip))
    service.write_line(slip.id, "anyone can get dressed")
    service.write_line(slip.id, "most of a morning", part=wren, nudge="took")


def read(service: JarService) -> None:
    """Read the week in two openings, with a line written under a slip and one at the end."""
    slips = [slip.id for slip in service.jar]
    for count in (1, len(slips)):
        opening = service.openings.begin(slips[:count])
        service.openings.keep(opening.id, [Read(key) for key in slips[:count]])
        service.write_line(slips[0], "two tries", opening=opening.id, nudge="took")
        service.openings.drop_in(opening.id, "a rest on the stairs")
        service.openings.write_closing(opening.id, "a quiet week")
        service.openings.end(opening.id)


@asynccontextmanager
async def shown(
    name: str,
    home: Path,
    size: tuple[int, int],
    clock: Callable[[], datetime] = lambda: SUNDAY,
    word: str = "part",
) -> AsyncIterator[Hand]:
    """Go to a screen of the gallery; `word` is what those who sign are called."""
    way = SCREENS[name]
    if way.jar == "reworded":
        reworded(home)
    elif way.jar == "months":
        months(home)
    elif way.jar != "empty":
        service = week(home, clock)
        service.people.choose("word", word)
        if way.jar == "read":
            read(service)
        elif way.jar == "under":
            under(service)
        elif way.jar == "six read":
            keys = [slip.id for slip in service.jar]
            opening = service.openings.begin(keys)
            service.openings.keep(opening.id, [Read(key) for key in keys])
            service.openings.end(opening.id)
        elif way.jar == "due":
            service.people.choose(DAY, "sunday")
        elif way.jar in AFTERS:
            service.people.choose(AFTER, way.jar)
    async with at_the_jar(home, clock, size) as hand:
        for key in way.keys:
            hand.pause()
            await hand.press("enter" if key in (_TO_THE_END, _CLOSED) else key)
            while key == _TO_THE_END and not isinstance(hand.app.screen, BesideScreen):
                await hand.press("enter")
            while key == _CLOSED and isinstance(hand.app.screen, BesideScreen):
                await hand.press("enter")
        if way.typed:
            await hand.type(way.typed)
        yield hand
