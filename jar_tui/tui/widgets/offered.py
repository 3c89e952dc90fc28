"""A short list of things to choose from, long ones wrapped beside their digits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from jar_tui.tui.guard.cursor import place

DIGITS: Final = 9
"""Rows that have a digit."""
BESIDE: Final = 5
"""Columns that the mark of the chosen row and the digit take."""


class OfferedRow(Visual):
    """One row: a digit, and words that never run under it."""

    def __init__(self, number: int, words: str, *, chosen: bool) -> None:
        mark = f"{'>' if chosen else ' '} {number if number <= DIGITS else ' '}"
        style = "bold" if chosen else ""
        self._mark = Content.styled(mark.ljust(BESIDE), style)
        self._words = Content.styled(words, style)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return how wide it is where nothing is wrapped."""
        return BESIDE + self._words.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines it takes."""
        return max(1, self._words.get_height(rules, max(1, width - BESIDE)))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw it."""
        mark = self._mark.render_strips(BESIDE, 1, style, options)
        told = self._words.render_strips(max(1, width - BESIDE), height, style, options)
        empty = Strip.blank(BESIDE, style.rich_style)
        return [Strip.join([mark[0] if n == 0 else empty, line]) for n, line in enumerate(told)]


class Offered(OptionList):
    """Shows rows, and which one is chosen in a way that needs no colour."""

    def __init__(self, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False, compact=True)
        self._words: list[str] = []
        self._rows: list[OfferedRow] = []
        self._marked: int | None = None

    def offer(self, words: Sequence[str], chosen: int | None) -> None:
        """Show these rows, one of them chosen; the nearest where there are fewer."""
        before, self._words = self._words, list(words)
        if len(before) == len(words):
            for at, text in enumerate(words):
                if text != before[at]:
                    self._draw(at)
            return
        self._marked = min(max(chosen or 0, 0), len(words) - 1) if words else None
        self._rows = [self._row(at, chosen=at == self._marked) for at in range(len(words))]
        self.set_options(map(Option, self._rows))
        self.highlighted = self._marked
        self.scroll_to_highlight()

    def _row(self, at: int, *, chosen: bool) -> OfferedRow:
        return OfferedRow(at + 1, self._words[at], chosen=chosen)

    def _draw(self, at: int) -> None:
        self._rows[at] = self._row(at, chosen=at == self.highlighted)
        self.replace_option_prompt_at_index(at, self._rows[at])

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Mark the row that is chosen now, and no other."""
        for at in {self._marked, self.highlighted}:
            if at is not None and at < len(self._rows):
                self._draw(at)
        self._marked = self.highlighted
        self._mark_place()

    def on_focus(self) -> None:
        """Have the cursor where the chosen row is."""
        self._mark_place()

    def on_resize(self) -> None:
        """Keep up with the size."""
        self.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Have the chosen row in view, and the cursor on it."""
        self.scroll_to_highlight()
        self._mark_place()
        self.refresh()  # the cursor goes where it is to be at the end of an update

    def _mark_place(self) -> None:
        width = self.scrollable_content_region.width
        rules = self.styles.get_rules()
        above = self._rows[: self.highlighted or 0]
        y = sum(row.get_height(rules, width) for row in above)
        place(self, 2, y - self.scroll_offset.y)
