"""Lines and signs drawn with ASCII alone, for terminals and fonts that have no others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("╭╮", "."),
        **dict.fromkeys("╰╯", "'"),
        **dict.fromkeys("┬┴├┤┼", "+"),
        "─": "-",
        "│": "|",
        "▌": "|",
        "▄": "=",
        "·": "-",
        "…": "~",
    }
)
"""Every sign of the screens that is not ASCII, and the one that takes its place."""
_FEW: Final = frozenset(("linux", "vt100", "vt102", "vt220", "ansi", "cons25"))
"""Terminals whose font may have few signs."""


def wants_ascii(chosen: str, environ: Mapping[str, str]) -> bool:
    """Say whether to draw with ASCII: by what was chosen, or by what the terminal is called."""
    if chosen != "auto":
        return chosen == "ascii"
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    charset = locale.partition("@")[0].partition(".")[2].replace("-", "").lower()
    return environ.get("TERM", "") in _FEW or charset not in ("", "utf8")


class AsciiOnly(LineFilter):
    """Puts an ASCII sign in the place of each sign the screens draw with, in words too."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with other signs."""
        return [Segment(text.translate(SIGNS), style, control) for text, style, control in segments]
