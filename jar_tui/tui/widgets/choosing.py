"""A list drawn line by line, so that any number of rows is quick, in which one row is chosen."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from jar_tui.tui.guard.cursor import place

Row = TypeVar("Row")


class ChoosingList(ScrollView, Generic[Row], can_focus=True):
    """Shows rows and which one is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
    ]

    chosen_id: reactive[str] = reactive("")

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: list[Row] = []
        self._row_of: dict[str, int] = {}
        self._height = 0

    def on_mount(self) -> None:
        """Watch the layout: Textual tells no new size where something scrolled meanwhile."""
        layouts = self.screen.screen_layout_refresh_signal
        layouts.subscribe(self, lambda _: self.call_next(self._laid_out))

    def _laid_out(self) -> None:
        if self.size.height != self._height:
            self._height = self.size.height
            self._follow()

    @property
    def _line_height(self) -> int:
        return 1

    def id_of(self, row: Row) -> str:
        """Return what a row is chosen by; empty where it cannot be chosen."""
        return str(getattr(row, "id", ""))

    def unfold(self, row: Row) -> bool:
        """Show what waits behind a row that cannot be chosen, and choose its first one."""
        return False

    def _above(self, row: int) -> int:
        """Return how many rows above this one come into view with it."""
        return 0

    def choose(self, row_id: str) -> None:
        """Choose a row and bring it into view; the first where this one is not shown."""
        if row_id not in self._row_of:
            row_id = next(iter(self._row_of), "")
        self.chosen_id = row_id
        self._follow()

    def action_move(self, by: int) -> None:
        """Choose the next row up or down; at the end, ask for what waits there."""
        row = self._row_of.get(self.chosen_id, -1 if by > 0 else len(self._rows)) + by
        while 0 <= row < len(self._rows):
            found = self.id_of(self._rows[row])
            if found:
                self.choose(found)
                return
            if self.unfold(self._rows[row]):
                return
            row += by

    def action_page(self, by: int) -> None:
        """Go a screenful up or down."""
        step = max(1, self.size.height // self._line_height - 1)
        self._choose_near(self._row_of.get(self.chosen_id, 0) + by * step, by)

    def action_end(self, by: int) -> None:
        """Go to the first row or the last one shown."""
        self._choose_near(len(self._rows) if by > 0 else 0, by)

    def _choose_near(self, row: int, by: int) -> None:
        if not self._row_of:
            return
        row = min(max(row, 0), len(self._rows) - 1)
        for way in (-by, by):
            for y in range(row, len(self._rows) if way > 0 else -1, way):
                found = self.id_of(self._rows[y])
                if found:
                    self.choose(found)
                    return

    def _follow(self) -> None:
        row = self._row_of.get(self.chosen_id)
        if row is None:
            return
        height, view, top = self._line_height, self.size.height, self.scroll_offset.y
        first, end = (row - self._above(row)) * height, (row + 1) * height
        if view and not top <= first <= end <= top + view:
            # Half a screen at once: most arrows then cost a slow link two rows and not all.
            # Forced: rows that came just now were not laid out yet, and nothing else scrolls.
            self.scroll_to(y=max(0, first - view // 2), animate=False, force=True)
        self._mark_place()

    def _mark_place(self) -> None:
        row = self._row_of.get(self.chosen_id)
        if row is not None:
            place(self, 2, row * self._line_height - self.scroll_offset.y)

    def _strip(self, text: str, component: str, width: int) -> Strip:
        style = self.get_component_rich_style(component) if component else self.rich_style
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def on_focus(self) -> None:
        """Show which row is chosen."""
        self._mark_place()
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.refresh()


def option(text: str, *, chosen: bool = False) -> Content:
    """Return a row of a short list; the chosen one is told from the others without colour."""
    return Content.styled(f"> {text}", "bold") if chosen else Content(f"  {text}")
