"""The looks to choose from: the colours of each, and what they are named in the styles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

if TYPE_CHECKING:
    from jar_tui.store.settings import Look

TERMINAL: Final[Look] = "terminal"
"""The look that takes the terminal's own colours; it has nothing to be measured."""

TEXT: Final = 4.5
"""The least contrast of words with what is behind them (WCAG 2.2, 1.4.3)."""
SHAPE: Final = 3.0
"""The least contrast of shapes and of what shows the focus (WCAG 2.2, 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one look, each as #rrggbb or a colour of the terminal's own."""

    ground: str
    """Behind everything."""
    ink: str
    """Words."""
    quiet: str
    """Words beside the words: days, hints."""
    glass: str
    """The jar, titles, and the keys named below."""
    line: str
    """Frames and rules around what does not have the keys."""
    chosen: str
    """Behind the chosen row."""
    papers: tuple[str, ...]
    """Folded slips that nobody with a colour signed, in turn."""
    is_dark: bool = True


PALETTES: Final[Mapping[str, Palette]] = {
    TERMINAL: Palette(
        ground="ansi_default",
        ink="ansi_default",
        quiet="ansi_default",
        glass="ansi_default",
        line="ansi_default",
        chosen="ansi_default",
        papers=("ansi_default", "ansi_cyan", "ansi_default", "ansi_green"),
    ),
    "dark": Palette(
        ground="#1b1e24",
        ink="#e3ded4",
        quiet="#a9a59c",
        glass="#9cc3cf",
        line="#6f7683",
        chosen="#9cc3cf",
        papers=("#d8c7a1", "#a9c0a0", "#c9aeb2", "#a9b6d3"),
    ),
    "light": Palette(
        ground="#f6f1e7",
        ink="#2c2a27",
        quiet="#5f5a51",
        glass="#2b5f70",
        line="#8b8475",
        chosen="#2b5f70",
        papers=("#94783c", "#5f7d57", "#97666c", "#60719b"),
        is_dark=False,
    ),
    "contrast": Palette(
        ground="#000000",
        ink="#ffffff",
        quiet="#ffffff",
        glass="#ffe680",
        line="#ffffff",
        chosen="#ffe680",
        papers=("#ffffff", "#ffe680"),
    ),
}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two #rrggbb colours, 1 to 21, as WCAG 2.2 has it."""
    dark, light = sorted(_luminance(Color.parse(color)) for color in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def paper_colors(look: str, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return a colour for each folded paper, from the colours of those who signed.

    A colour of six hex digits is taken where it reads against the ground; the terminal's own
    ground is not known, so there none is. All others get the colours of the look in turn.
    """
    palette, colors = PALETTES[look], []
    for at, color in enumerate(wanted):
        reads = color and look != TERMINAL and contrast(f"#{color}", palette.ground) >= SHAPE
        colors.append(f"#{color}" if reads else palette.papers[at % len(palette.papers)])
    return tuple(colors)


def theme_of(look: str) -> Theme:
    """Return a look as Textual wants it; its colours are variables of the styles."""
    palette, is_terminal = PALETTES[look], look == TERMINAL
    named = {
        "ground": palette.ground,
        "ink": palette.ink,
        "quiet": palette.quiet,
        "glass": palette.glass,
        "line": palette.line,
        "chosen-ground": palette.chosen,
        "chosen-ink": palette.ground,
        "chosen-style": "reverse" if is_terminal else "none",
        "faint-style": "dim" if is_terminal else "none",
    }
    if is_terminal:
        base = BUILTIN_THEMES["ansi-dark"]
        return replace(base, name=theme_name(look), variables={**base.variables, **named})
    return Theme(
        name=theme_name(look),
        primary=palette.glass,
        foreground=palette.ink,
        background=palette.ground,
        surface=palette.ground,
        panel=palette.ground,
        dark=palette.is_dark,
        variables=named,
    )


def theme_name(look: str) -> str:
    """Return what a look is called among Textual's themes."""
    return f"jar-{look}"
