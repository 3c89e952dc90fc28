"""How openings go in a jar: what each of it may be, and what it is now, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jar_tui.domain.people import choice
from jar_tui.domain.ritual import FULL, NUDGES, SHUT, is_allowed
from jar_tui.service.telling import phrased, wants_names
from jar_tui.words import ritual

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.store.settings import Settings

ASKED: Final = (FULL, SHUT)
"""Ways without a list of values."""


def offered(way: str, jar: Jar) -> dict[str, str]:
    """Return the values there are, with their words; none by names where no names are wanted."""
    return {
        value: phrased(text, jar)
        for value, text in ritual.VALUES[way].items()
        if wants_names(jar) or "{name" not in text
    }


def present(way: str, jar: Jar, settings: Settings) -> str:
    """Return the value now; the first, which is empty, where it is none that is offered here."""
    if way == NUDGES:
        return settings.nudges
    found = choice(jar, way)
    fits = is_allowed(way, found) if way in ASKED else found in offered(way, jar)
    return found if fits else ""


def present_told(way: str, jar: Jar, settings: Settings) -> str:
    """Return the value now, in words."""
    return phrased(ritual.value_of(way, present(way, jar, settings)), jar)


def other(way: str, jar: Jar, settings: Settings) -> str | None:
    """Return the other value where there are two, which need no list; else None."""
    left = [value for value in offered(way, jar) if value != present(way, jar, settings)]
    return left[0] if len(left) == 1 else None
