"""The jar as a picture that fills in steps with folded paper, and the shelf of full ones."""

from __future__ import annotations

from math import ceil
from typing import ClassVar, Final, NamedTuple

from textual.color import Color
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from jar_tui.domain.jar import Jar
from jar_tui.domain.people import signature_of
from jar_tui.domain.pile import FULL, shelf
from jar_tui.domain.records import Slip

STEPS: Final = (1, 2, 3, 4, 5, 6, 8, 11, 15, 21, 30, 45, 70, 110, 180, FULL)
"""How many slips it takes for one more folded paper to show; a jar only ever fills."""
PAPER: Final = "▄▄▄"
WIDTH: Final = 19
ON_SHELF: Final = "▄"
"""A full jar on the shelf."""
PLACES: Final = (*range(1, WIDTH, 4), *range(3, WIDTH, 4), *range(2, WIDTH - 1, 2))
"""Where on the shelf each full jar stands: apart, then side by side, then closer still."""


class Shape(NamedTuple):
    """A jar of one height."""

    top: tuple[str, ...]
    rows: tuple[int, ...]
    """How many papers lie in each row, from the bottom up."""
    air: int
    """Rows above the papers that stay empty."""

    @property
    def height(self) -> int:
        """Return the number of lines."""
        return len(self.top) + self.air + len(self.rows) + 1


_LID: Final = "  ╭─────────────╮  "
SHAPES: Final = (
    Shape((_LID, "  ╰┬───────────┬╯  ", "╭──╯           ╰──╮"), (4, 3, 4, 3, 2), 1),
    Shape((_LID, "╭─┴─────────────┴─╮"), (4, 3, 4), 0),
    Shape(("╭─┬─────────────┬─╮",), (4, 4), 0),
)
"""From the tallest to the lowest."""
BOTTOM: Final = "╰─────────────────╯"
ORDER: Final = {4: (1, 2, 0, 3), 3: (1, 0, 2), 2: (0, 1)}
"""In which order papers come to lie in a row of so many: the middle first."""


def papers(slips: int) -> int:
    """Return how many folded papers show for a number of slips."""
    return sum(1 for step in STEPS if slips >= step)


def colors_of(jar: Jar) -> list[str]:
    """Return for each folded paper the colour of whoever signed the slip it came with, if any.

    Papers show for the slips in the jar in use; those in full jars are on the shelf.
    """
    slips = jar.ordered
    full, lying = shelf(len(slips))
    first = full * FULL
    return [_color_of(jar, slips[first + step - 1]) for step in STEPS[: papers(lying)]]


def _color_of(jar: Jar, slip: Slip) -> str:
    signed = signature_of(jar, slip).parts("by")
    part = jar.part(signed[0]) if signed else None
    return part.color if part is not None else ""


def lying(count: int, shape: Shape) -> list[list[int]]:
    """Return for each row, bottom up, which paper lies at each place; -1 for none.

    In a lower jar fewer papers stand for the same slips, so that a full jar is full in each.
    """
    room = sum(shape.rows)
    left, number = ceil(count * room / len(STEPS)), 0
    heap: list[list[int]] = []
    for places in shape.rows:
        row = [-1] * places
        for place in ORDER[places][:left]:
            row[place], number = number, number + 1
        left -= min(left, places)
        heap.append(row)
    return heap


def drawing(colors: tuple[str, ...], shape: Shape) -> Content:
    """Return the jar with a folded paper in each of these colours, lying from the bottom up."""
    lines = [Content(line) for line in (*shape.top, *[f"│{' ' * 17}│"] * shape.air)]
    for row in reversed(lying(len(colors), shape)):
        places = [
            Content.styled(PAPER, Style(foreground=Color.parse(colors[at])))
            if at >= 0
            else Content(" " * len(PAPER))
            for at in row
        ]
        inside = Content(" ").join(places)
        side = Content(" " * ((17 - len(inside)) // 2))
        lines.append(Content.assemble("│", side, inside, side, "│"))
    return Content("\n").join([*lines, Content(BOTTOM)])


def shelf_of(jars: int) -> str:
    """Return the line of full jars; once every place is taken it is full, and stays so."""
    taken = PLACES[:jars]
    walls = {place + side for place in taken for side in (-1, 1)}
    signs = (ON_SHELF if at in taken else "│" if at in walls else " " for at in range(WIDTH))
    return "".join(signs)


class JarPicture(Widget):
    """Draws the jar; how full it is never falls because of anything but an erasing."""

    DEFAULT_CSS: ClassVar[str] = "JarPicture { width: 19; height: auto; }"

    papers: reactive[tuple[str, ...]] = reactive(())
    """The colour of each folded paper that shows."""
    shelf: reactive[int] = reactive(0, layout=True)
    """How many full jars there are."""

    def fill(self, jar: Jar, papers: tuple[str, ...]) -> None:
        """Show as many slips as there are in the jar, the papers in these colours."""
        self.papers = papers
        self.shelf = shelf(len(jar.ordered)).jars

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height of the tallest jar there is room for; 0 where there is none."""
        shape = _fitting(container.height)
        if shape is None:
            return 0
        return shape.height + (self.shelf > 0 and shape.height < container.height)

    def render(self) -> Content:
        """Return the drawing, with the shelf under the jar; without room its line is cut off."""
        shape = _fitting(self.size.height)
        if shape is None:
            return Content()
        jar = drawing(self.papers, shape)
        return Content("\n").join([jar, Content(shelf_of(self.shelf))]) if self.shelf else jar


def _fitting(height: int) -> Shape | None:
    return next((shape for shape in SHAPES if shape.height <= height), None)
