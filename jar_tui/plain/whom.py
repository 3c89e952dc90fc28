"""Line mode: the names, to pick one of them, and what may stand in the place of a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from jar_tui.domain.clean import is_blank
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import digits, everyone
from jar_tui.domain.records import Part, State
from jar_tui.domain.signing import find_parts
from jar_tui.plain.menu import Menu, Row
from jar_tui.plain.pages import Sitting
from jar_tui.service.telling import part_told, phrased, tagged
from jar_tui.words import line_mode

Say = Callable[[str], object]


def names_menu(
    sitting: Sitting, title: str, picked: Callable[[Part], object], *, hint: str = ""
) -> Menu:
    """Return the list of names, of which a number or a name picks one."""

    def rows() -> list[Row]:
        return [Row(part_told(part), partial(picked, part)) for part in tagged(sitting.jar)]

    def named(words: str) -> None:
        found = find_parts(words, tagged(sitting.jar))  # a digit is the number of a row here
        if part := _only(found, words, sitting.jar, sitting.say):
            picked(part)

    pick = phrased(line_mode.PICK_NAME, sitting.jar)
    return Menu(sitting, title, rows, hint=hint, pick=pick, other=named)


def names_told(jar: Jar) -> list[str]:
    """Return the names as they are read out, with the digit that picks one where it has any."""
    digit_of = {part.id: digit for digit, part in digits(jar).items()}
    return [
        f"{digit_of[part.id]}. {part_told(part)}" if part.id in digit_of else part_told(part)
        for part in everyone(jar)
    ]


def one_meant(typed: str, jar: Jar, say: Say) -> Part | None:
    """Return whom a name, a tag or a digit means; where that is nobody, say so."""
    found = find_parts(typed, everyone(jar))
    if not found and typed.isdecimal() and len(typed) == 1:
        found = [part for digit, part in digits(jar).items() if digit == int(typed)]
    return _only(found, typed, jar, say)


def _only(found: Sequence[Part], typed: str, jar: Jar, say: Say) -> Part | None:
    """Return the one that was found; where that is none or many, say so."""
    if len(found) == 1:
        return found[0]
    refused = line_mode.MANY_NAMES if found else line_mode.NO_SUCH_NAME
    say(phrased(line_mode.NAME_WANTED if is_blank(typed) else refused, jar))
    return None


def state_meant(typed: str, jar: Jar) -> State | None:
    """Return what stands in the place of a name; whoever is called by such words comes first."""
    state = line_mode.STATES.get(typed.casefold())
    is_a_name = len(typed) > 1 and bool(find_parts(typed, everyone(jar)))
    return None if is_a_name else state
