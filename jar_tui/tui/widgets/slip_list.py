"""The slips of the jar, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from jar_tui import words
from jar_tui.domain.records import Slip
from jar_tui.tui.widgets.choosing import ChoosingList
from jar_tui.tui.widgets.passing import PassesOn
from jar_tui.tui.widgets.rows import (
    Resting,
    at_rest,
    note_row,
    one_row,
    two_rows,
    under_days,
)

WIDE = 44
"""From this many columns a slip is one line under its day; below, it is a sentence of two."""


def _unsigned(slip: Slip) -> str:
    return ""


class SlipList(PassesOn, ChoosingList[Slip | str], can_focus=True):
    """Shows slips and which one is chosen; the whole of each is one key away."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"slips--day", "slips--chosen", "slips--note"}

    slips: var[tuple[Slip, ...]] = var(())
    """What may be shown, oldest first, as the jar has it."""
    aside: var[tuple[Slip, ...]] = var(())
    """What was set aside, oldest first; it shows when it is asked for, below the oldest slip."""
    today: var[date] = var(date.min)
    shown_at_rest: var[frozenset[str]] = var(frozenset())
    """Ids shown at rest besides the slips of today: those dropped in this sitting."""
    resting: var[Resting] = var("today")
    """Which slips show at rest, besides those of this sitting."""
    at_rest: var[bool] = var(True)
    """Whether older slips wait to be asked for."""
    aside_waits: var[bool] = var(True)
    """Whether what was set aside waits to be asked for."""

    class Chosen(Message):
        """A slip is chosen for which other keys mean something than for the one before."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._signed: Callable[[Slip], str] = _unsigned

    def watch_chosen_id(self, before: str, after: str) -> None:
        """Tell when keys for a chosen slip begin or cease to mean something."""
        if bool(before) != bool(after) or self._reworded(before) != self._reworded(after):
            self.post_message(self.Chosen())

    def _reworded(self, slip_id: str) -> bool:
        row = self._row_of.get(slip_id)
        found = self._rows[row] if row is not None else None
        return isinstance(found, Slip) and found.reworded

    # What is shown

    @property
    def chosen(self) -> Slip | None:
        """Return the chosen slip, where one is shown."""
        row = self._row_of.get(self.chosen_id)
        found = self._rows[row] if row is not None else None
        return found if isinstance(found, Slip) else None

    def show(
        self,
        slips: tuple[Slip, ...],
        *,
        today: date,
        sitting: frozenset[str],
        aside: tuple[Slip, ...] = (),
        signed: Callable[[Slip], str] = _unsigned,
    ) -> None:
        """Show the slips of a jar, keeping the chosen one chosen and where it is on the screen.

        `signed` says who is on a slip.
        """
        chosen, row = self.chosen_id, self._row_of.get(self.chosen_id)
        self.today, self.shown_at_rest, self._signed = today, sitting, signed
        self.slips, self.aside = slips, aside
        self._arrange()
        if self.has_focus and row is not None and chosen not in self._row_of:
            self._choose_near(row, 1)

    def rest(self, at_rest: bool = True) -> None:
        """Show today's slips only, or older ones too."""
        self.at_rest, self.aside_waits = at_rest, True
        self._arrange()

    @property
    def _line_height(self) -> int:
        return 1 if self._wide else 2

    @property
    def _wide(self) -> bool:
        return self.size.width >= WIDE

    def _above(self, row: int) -> int:
        return int(row > 0 and self._wide and isinstance(self._rows[row - 1], str))

    def _arrange(self) -> None:
        """Work out the rows: newest first, with a heading for each day where there is room."""
        before = self._row_of.get(self.chosen_id)
        kept: Sequence[Slip] = self.slips[::-1]
        if self.at_rest:
            kept = at_rest(self.slips, self.resting, self.today, self.shown_at_rest)
        self._rows = list(under_days(kept, self.today) if self._wide else kept)
        if len(kept) < len(self.slips):
            self._rows.append(words.OLDER)
        elif self.aside:
            self._rows += self._below()
        self._row_of = {row.id: y for y, row in enumerate(self._rows) if isinstance(row, Slip)}
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

    def _below(self) -> list[Slip | str]:
        """Return the rows below the oldest slip: what was set aside, or that there is some."""
        if self.aside_waits:
            return [words.ASIDE_BELOW]
        heading = [words.ASIDE_HEADING] if self._wide else []
        return [*heading, *self.aside[::-1]]

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        width = self.size.width
        row, line = divmod(y + self.scroll_offset.y, self._line_height)
        if not 0 <= row < len(self._rows):
            return Strip.blank(width, self.rich_style)
        found = self._rows[row]
        if isinstance(found, Slip):
            chosen = found.id == self.chosen_id and self.has_focus
            draw = one_row if self._wide else two_rows
            lines = draw(found, width - 2, self.today, self._signed(found))
            text = ("> " if chosen and line == 0 else "  ") + "".join(lines[line : line + 1])
            name = "slips--chosen" if chosen else ""
        else:
            text, name = note_row(found, line, focused=self.has_focus)
        return self._strip(text, name, width)

    def unfold(self, row: Slip | str) -> bool:
        """Show the older slips, or those set aside."""
        if row not in (words.OLDER, words.ASIDE_BELOW):
            return False
        last = self.chosen_id
        if row == words.OLDER:
            self.rest(False)
        else:
            self.aside_waits = False
            self._arrange()
        self.chosen_id = last
        self.action_move(1)
        return True

    def on_focus(self) -> None:
        """Choose the newest slip where none is chosen."""
        if not self.chosen_id:
            self.choose("")

    def on_resize(self) -> None:
        """Arrange the rows for the new width."""
        self._arrange()
        self._follow()
