"""The hidden hardware cursor kept where the focus is, for readers and magnifiers that follow it."""

from __future__ import annotations

from textual.geometry import Offset
from textual.widget import Widget


def place(widget: Widget, x: int, y: int) -> None:
    """Put the cursor on a cell of this widget's content, if the widget has the focus.

    Call it where the highlighted row changes and in on_focus: the position is written at the
    end of the next update. It stays hidden, so nothing blinks.
    """
    if widget.app.focused is widget:  # has_focus is not yet true in the widget's own on_focus
        widget.app.cursor_position = widget.content_region.offset + Offset(x, y)
