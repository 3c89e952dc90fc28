"""Lines under a slip: read from what was typed, and told with who signed them."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING, NamedTuple

from jar_tui.domain.clean import slip_text
from jar_tui.domain.signing import read_tag
from jar_tui.service.telling import names_of, tagged
from jar_tui.words import ritual

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.records import Line, Slip
    from jar_tui.service.almanac import Almanac


class Typed(NamedTuple):
    """The words of a line, and whom a tag in front of them names."""

    text: str
    part: str = ""

    def __repr__(self) -> str:
        return "Typed(...)"


def read_line(text: str, jar: Jar, almanac: Almanac) -> Typed:
    """Return what was typed for a line, as a slip is read; only one name signs a line."""
    parts = tagged(jar)
    if not parts:
        return Typed(text)
    reading = almanac.read(text, parts, dates=False)
    if reading.signature is None:
        return Typed(reading.text)
    found = read_tag(slip_text(text), parts, almanac.settings.tag_case == "exact")
    return Typed(found[1], found[0].parts("by")[0]) if found else Typed(text)


def line_told(line: Line, jar: Jar) -> str:
    """Return a line as it stands under its slip, with who signed it where names are wanted."""
    who = names_of((line.part,), jar) if line.part else ""
    return ritual.under(line.text, line.nudge, who)


def lines_under(jar: Jar, slip: Slip) -> list[str]:
    """Return every line under a slip, oldest first."""
    return [line_told(line, jar) for line in jar.lines_of(slip)]


def told_in(jar: Jar, slip: Slip, opening: str) -> list[str]:
    """Return the lines that were written under a slip in one opening, oldest first."""
    return [line_told(line, jar) for line in jar.lines_of(slip) if line.opening == opening]


def told_before(jar: Jar, slip: Slip, opening: str) -> list[str]:
    """Return the lines that were not written in that opening, oldest first."""
    return [line_told(line, jar) for line in jar.lines_of(slip) if line.opening != opening]


def whole_told(jar: Jar, slip: Slip) -> str:
    """Return the words of a slip with every line under them."""
    lines = (indent(line, "  ") for line in lines_under(jar, slip))
    return "\n\n".join([slip.text, *lines])
