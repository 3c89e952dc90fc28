"""The slips of the jar, newest first, drawn line by line so that any number of them is quick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from jar_tui import words
from jar_tui.domain.records import Slip
from jar_tui.tui.guard.cursor import place
from jar_tui.tui.widgets.rows import Resting, at_rest, note_row, one_row, two_rows, under_days

WIDE = 50
"""From this many columns a slip is one line under its day; below, it is a sentence of two."""


class SlipList(ScrollView, can_focus=True):
    """Shows slips and which one is chosen; the whole of each is one key away."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"slips--day", "slips--chosen", "slips--note"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
    ]

    slips: var[tuple[Slip, ...]] = var(())
    """What may be shown, oldest first, as the jar has it."""
    today: var[date] = var(date.min)
    shown_at_rest: var[frozenset[str]] = var(frozenset())
    """Ids shown at rest besides the slips of today: those dropped in this sitting."""
    resting: var[Resting] = var("today")
    """Which slips show at rest, besides those of this sitting."""
    at_rest: var[bool] = var(True)
    """Whether older slips wait to be asked for."""
    chosen_id: reactive[str] = reactive("")

    class Chosen(Message):
        """A slip is chosen where none was, or none any more."""

    @dataclass
    class Typed(Message):
        """A letter that is no key here, or a paste: it belongs in the entry."""

        text: str

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: list[Slip | str] = []
        self._row_of: dict[str, int] = {}

    def watch_chosen_id(self, before: str, after: str) -> None:
        """Tell when the keys for a chosen slip begin or cease to mean something."""
        if bool(before) != bool(after):
            self.post_message(self.Chosen())

    # What is shown

    @property
    def chosen(self) -> Slip | None:
        """Return the chosen slip, where one is shown."""
        row = self._row_of.get(self.chosen_id)
        found = self._rows[row] if row is not None else None
        return found if isinstance(found, Slip) else None

    def show(self, slips: tuple[Slip, ...], *, today: date, sitting: frozenset[str]) -> None:
        """Show the slips of a jar, keeping the chosen one chosen and where it is on the screen."""
        self.today, self.shown_at_rest, self.slips = today, sitting, slips
        self._arrange()

    def rest(self, at_rest: bool = True) -> None:
        """Show today's slips only, or older ones too."""
        self.at_rest = at_rest
        self._arrange()

    def choose(self, slip_id: str) -> None:
        """Choose a slip and bring it into view; the newest where this one is not shown."""
        if slip_id not in self._row_of:
            slip_id = next((row.id for row in self._rows if isinstance(row, Slip)), "")
        self.chosen_id = slip_id
        self._follow()

    @property
    def _line_height(self) -> int:
        return 1 if self._wide else 2

    @property
    def _wide(self) -> bool:
        return self.size.width >= WIDE

    def _arrange(self) -> None:
        """Work out the rows: newest first, with a heading for each day where there is room."""
        before = self._row_of.get(self.chosen_id)
        kept: Sequence[Slip] = self.slips[::-1]
        if self.at_rest:
            kept = at_rest(self.slips, self.resting, self.today, self.shown_at_rest)
        self._rows = under_days(kept, self.today) if self._wide else list(kept)
        self._row_of = {row.id: y for y, row in enumerate(self._rows) if isinstance(row, Slip)}
        if len(kept) < len(self.slips):
            self._rows.append(words.OLDER)
        if self.chosen_id not in self._row_of:
            self.chosen_id = ""
            if self.has_focus:
                self.choose("")
        self.virtual_size = Size(self.size.width, len(self._rows) * self._line_height)
        after = self._row_of.get(self.chosen_id)
        if before is not None and after is not None and before != after and self.scroll_offset.y:
            self.scroll_to(y=self.scroll_offset.y + after - before, animate=False)
        self.refresh()
        self._mark_place()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        width = self.size.width
        row, line = divmod(y + self.scroll_offset.y, self._line_height)
        if not 0 <= row < len(self._rows):
            return Strip.blank(width, self.rich_style)
        found = self._rows[row]
        if isinstance(found, str):
            text, name = note_row(found, line, focused=self.has_focus)
        else:
            chosen = found.id == self.chosen_id and self.has_focus
            draw = one_row if self._wide else two_rows
            lines = draw(found, width - 2, self.today)
            text = ("> " if chosen and line == 0 else "  ") + "".join(lines[line : line + 1])
            name = "slips--chosen" if chosen else ""
        return self._strip(text, name, width)

    def _strip(self, text: str, component: str, width: int) -> Strip:
        style = self.get_component_rich_style(component) if component else self.rich_style
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def action_move(self, by: int) -> None:
        """Choose the next slip up or down; at the end, ask for older ones."""
        row = self._row_of.get(self.chosen_id, -1 if by > 0 else len(self._rows))
        row += by
        while 0 <= row < len(self._rows):
            found = self._rows[row]
            if isinstance(found, Slip):
                self.choose(found.id)
                return
            if found == words.OLDER:
                last = self.chosen_id
                self.rest(False)
                self.chosen_id = last
                self.action_move(1)
                return
            row += by

    def action_page(self, by: int) -> None:
        """Go a screenful up or down."""
        step = max(1, self.size.height // self._line_height - 1)
        row = self._row_of.get(self.chosen_id, 0) + by * step
        self._choose_near(row, by)

    def action_end(self, by: int) -> None:
        """Go to the newest slip or the oldest one shown."""
        self._choose_near(len(self._rows) if by > 0 else 0, by)

    def _choose_near(self, row: int, by: int) -> None:
        row = min(max(row, 0), len(self._rows) - 1)
        for way in (-by, by):
            for y in range(row, len(self._rows) if way > 0 else -1, way):
                found = self._rows[y]
                if isinstance(found, Slip):
                    self.choose(found.id)
                    return

    def _follow(self) -> None:
        row = self._row_of.get(self.chosen_id)
        if row is None:
            return
        height, view, top = self._line_height, self.size.height, self.scroll_offset.y
        under_day = row and self._wide and isinstance(self._rows[row - 1], str)
        first, end = (row - bool(under_day)) * height, (row + 1) * height
        if not top <= first <= end <= top + view:
            # Half a screen at once: most arrows then cost a slow link two rows and not all.
            self.scroll_to(y=max(0, first - view // 2), animate=False)
        self._mark_place()

    def _mark_place(self) -> None:
        row = self._row_of.get(self.chosen_id)
        if row is not None:
            place(self, 2, row * self._line_height - self.scroll_offset.y)

    def on_focus(self) -> None:
        """Show which slip is chosen."""
        if not self.chosen_id:
            self.choose("")
        self._mark_place()
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.refresh()

    def on_resize(self) -> None:
        """Arrange the rows for the new width."""
        self._arrange()
        self._follow()

    def on_key(self, event: events.Key) -> None:
        """Pass letters that are no key here on to the entry."""
        is_key = event.key in self.screen.active_bindings
        if event.is_printable and event.character and not is_key:
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Pass a paste on to the entry."""
        event.stop()
        self.post_message(self.Typed(event.text))
