"""A text area as Textual comes with it: what each letter of the jar's entry is held against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Stock(App[None]):
    """One text area, three lines within its border."""

    def compose(self) -> ComposeResult:
        """Lay out the one widget."""
        area = TextArea()
        area.styles.height = 5
        yield area


if __name__ == "__main__":
    Stock().run()
