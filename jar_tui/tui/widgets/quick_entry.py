"""The entry: an empty slip that grows with its words and never selects or wipes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from jar_tui.tui.clusters import after, before, is_typed


class QuickEntry(TextArea):
    """A text area in which Enter hands the words on, and in which nothing blinks."""

    DEFAULT_CSS: ClassVar[str] = """
    QuickEntry {
        height: auto;
        border: none;
        padding: 0;
        scrollbar-size-vertical: 0;
    }
    """

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        entry: QuickEntry

        @property
        def control(self) -> QuickEntry:
            """Return the entry, for handlers that ask for one by its id."""
            return self.entry

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            text,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
            placeholder=placeholder,
            compact=True,
            id=id,
        )
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    @property
    def blank(self) -> bool:
        """Say whether the entry holds no words."""
        return not self.text.strip()

    def on_key(self, event: events.Key) -> None:
        """Hand the words on at Enter, ahead of the text area's own new line."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
        elif event.character and is_typed(event.character) and not event.is_printable:
            # Textual takes a joiner for no letter, and words of some scripts need it.
            event.stop()
            event.prevent_default()
            self.insert(event.character)

    def on_resize(self) -> None:
        """Take the height the words have in the new width."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Show the words as they are wrapped now, which may be after they were painted."""
        self.refresh(layout=self.wrapped_document.height != self.size.height)

    def get_cursor_left_location(self) -> tuple[int, int]:
        """Return where the letter or sign on the left begins, or the line before ends."""
        row, column = self.cursor_location
        if not column:
            return super().get_cursor_left_location()
        return row, before(self.document.get_line(row), column)

    def get_cursor_right_location(self) -> tuple[int, int]:
        """Return where the letter or sign on the right ends, or the next line begins."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        if column == len(line):
            return super().get_cursor_right_location()
        return row, after(line, column)

    def new_line(self) -> None:
        """Start a new line where the cursor is."""
        self.insert("\n")

    def fill(self, text: str) -> None:
        """Hold `text` and nothing else; an undo key cannot bring other words back."""
        self.load_text(text)
        self.move_cursor(self.document.end)
