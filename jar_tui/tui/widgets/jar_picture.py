"""The jar as a picture that fills in steps with folded paper."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

STEPS: Final = (1, 2, 3, 4, 5, 6, 8, 11, 15, 21, 30, 45, 70, 110, 180, 300)
"""How many slips it takes for one more folded paper to show; a jar only ever fills."""
PAPER: Final = "<>"
_ACROSS: Final = 4
TALL: Final = 7
SHORT: Final = 4


def papers(slips: int) -> int:
    """Return how many folded papers show for a number of slips."""
    return sum(1 for step in STEPS if slips >= step)


def drawing(slips: int, height: int) -> list[str]:
    """Return the jar's lines, `height` of them, papers lying from the bottom up."""
    neck = ["   ._________.   ", "  /           \\  "][: 2 if height > SHORT else 1]
    rows = height - len(neck) - 1
    count = min(papers(slips), rows * _ACROSS)
    lines = list(neck)
    for row in range(rows, 0, -1):
        lying = min(max(count - (row - 1) * _ACROSS, 0), _ACROSS)
        inside = " ".join([PAPER] * lying).center(11)
        lines.append(f" | {inside} | ")
    lines.append(" '-------------' ")
    return lines


class JarPicture(Widget):
    """Draws the jar; how full it is never falls because of anything but an erasing."""

    DEFAULT_CSS: ClassVar[str] = "JarPicture { width: 19; height: auto; }"

    slips: reactive[int] = reactive(0, layout=True)
    tall: reactive[bool] = reactive(True, layout=True)

    def render(self) -> Content:
        """Return the drawing."""
        return Content("\n".join(drawing(self.slips, TALL if self.tall else SHORT)))
