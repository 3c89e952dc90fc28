"""A screen as SVG, the same bytes for the same screen, and nothing in it to fetch."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, Final

from rich.cells import cell_len
from textual.app import App

_FONTS: Final = "DejaVu Sans Mono, Menlo, Consolas, monospace"
_CELL: Final = 12.2
"""The width of a cell in rich's drawing."""
_SIZE: Final = 20.26
"""The size at which a letter of the first font is as wide as a cell."""
_TEXT: Final = re.compile(r'x="([\d.]+)" (y="[\d.]+") textLength="[\d.]+"([^>]*)>([^<]*)</text>')


def svg_of(app: App[Any]) -> str:
    """Return the present screen of a running app."""
    svg = app.export_screenshot(title="jar-tui", simplify=True)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]*;", f"font-family: {_FONTS};", svg)
    svg = svg.replace("font-size: 20px", f"font-size: {_SIZE:g}px")
    return _TEXT.sub(_without_ends, svg)


def _without_ends(found: re.Match[str]) -> str:
    """Leave blanks at both ends of a text out: not every viewer gives them their width."""
    x, y, rest, text = found.groups()
    words = text.replace("&#160;", " ")
    inner = words.strip(" ")
    start = float(x) + _CELL * (len(words) - len(words.lstrip(" ")))
    length = _CELL * cell_len(unescape(inner))
    kept = inner.replace(" ", "&#160;")
    return f'x="{start:g}" {y} textLength="{length:g}"{rest}>{kept}</text>'
