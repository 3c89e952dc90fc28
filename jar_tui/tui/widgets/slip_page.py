"""One slip alone on a page, with what was written under it and the nudge it meets."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

PARTS = ("told", "lines", "remark", "answers")
"""From the top: the words, lines written under them, the nudge, the answers to it."""

_NONE = Content()


class Page(VerticalScroll, can_focus=False):
    """What may be longer than the screen, turned by the screenful."""

    DEFAULT_CSS: ClassVar[str] = "Page { height: 1fr; }"

    @property
    def has_more(self) -> bool:
        """Say whether there is more below."""
        return self.scroll_offset.y < self.max_scroll_y

    def turn(self, by: int) -> bool:
        """Show the next screenful or the one before; say whether there was one."""
        there = self.has_more if by > 0 else self.scroll_offset.y > 0
        (self.scroll_page_down if by > 0 else self.scroll_page_up)(animate=False)
        return there


class SlipPage(Page):
    """Shows a slip in the middle, or from the top where there is little room."""

    def compose(self) -> ComposeResult:
        """Lay out the parts under each other."""
        with Vertical(id="slip"):
            for part in PARTS:
                yield Static(id=part, markup=False)

    def show(
        self, told: str = "", lines: str = "", remark: str = "", answers: Content = _NONE
    ) -> None:
        """Show these texts; an empty one takes no room."""
        texts = (Content(told), Content(lines), Content(remark), answers)
        for part, text in zip(PARTS, texts, strict=True):
            place = self.query_one(f"#{part}", Static)
            place.update(text)
            place.display = bool(text.plain)
