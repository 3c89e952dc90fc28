"""The names to pick from, in the order somebody gave them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from jar_tui.tui.guard.cursor import place
from jar_tui.tui.widgets.choosing import ChoosingList
from jar_tui.tui.widgets.rows import cut


class NameRow(NamedTuple):
    """One name as it stands in the list."""

    id: str
    digit: str
    """The key that signs with it; a space where it has none."""
    told: str
    """The name with its tags; cut to the width of the list, and nowhere else."""
    tail: str
    """What it has to do with the slip."""
    color: str = ""
    """What the name is written in, as #rrggbb; empty for the colour of all words."""
    named: int = 0
    """How many characters of what is told are the name."""


class NamesList(ChoosingList[NameRow]):
    """Shows names, which of them are on the slip, and which one is chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"names--chosen"}

    leads = False
    """Whether the chosen name shows although the keys go elsewhere."""

    class Chosen(Message):
        """A name is chosen where none was, or none any more."""

    def watch_chosen_id(self, before: str, after: str) -> None:
        """Tell when the keys for a chosen name begin or cease to mean something."""
        if bool(before) != bool(after):
            self.post_message(self.Chosen())

    def show(self, rows: Sequence[NameRow]) -> None:
        """Show these names, the chosen one still chosen where it is among them."""
        self._rows = list(rows)
        self._row_of = {row.id: y for y, row in enumerate(rows)}
        if self.chosen_id not in self._row_of:
            self.choose_none()
        self.virtual_size = Size(self.size.width, len(rows))
        self.refresh()

    def choose_none(self) -> None:
        """Choose no name."""
        self.chosen_id = ""
        self.scroll_to(y=0, animate=False)
        place(self, 0, 0)
        self.refresh()

    def choose_first(self) -> None:
        """Choose the first name, where there is one."""
        self.choose("")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        width, row = self.size.width, y + self.scroll_offset.y
        if not 0 <= row < len(self._rows):
            return Strip.blank(width, self.rich_style)
        found = self._rows[row]
        chosen = found.id == self.chosen_id and (self.has_focus or self.leads)
        tail = f"   {found.tail}" if found.tail else ""
        head = f"{'>' if chosen else ' '} {found.digit} "
        told = cut(found.told, max(width - len(head) - len(tail), 1))
        if chosen:
            return self._strip(f"{head}{told}{tail}", "names--chosen", width)
        style = self.rich_style
        colored = style + Style(color=found.color) if found.color else style
        name, rest = told[: found.named], told[found.named :] + tail
        pieces = [Segment(head, style), Segment(name, colored), Segment(rest, style)]
        return Strip(pieces).adjust_cell_length(width, style)

    def on_resize(self) -> None:
        """Keep the chosen name in view."""
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._follow()
