"""Line mode: the names, to pick one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jar_tui.domain.records import Part
from jar_tui.domain.signing import find_parts
from jar_tui.plain.menu import Menu, Row
from jar_tui.plain.pages import Sitting
from jar_tui.service.telling import part_told, phrased, tagged
from jar_tui.words import line_mode


def names_menu(
    sitting: Sitting, title: str, picked: Callable[[Part], object], *, hint: str = ""
) -> Menu:
    """Return the list of names, of which a number or a name picks one."""

    def rows() -> list[Row]:
        return [Row(part_told(part), partial(picked, part)) for part in tagged(sitting.jar)]

    def named(words: str) -> None:
        found = find_parts(words, tagged(sitting.jar))
        if len(found) == 1:
            picked(found[0])
        else:
            refused = line_mode.MANY_NAMES if found else line_mode.NO_SUCH_NAME
            sitting.say(phrased(refused, sitting.jar))

    pick = phrased(line_mode.PICK_NAME, sitting.jar)
    return Menu(sitting, title, rows, hint=hint, pick=pick, other=named)
