"""The least a Textual app can be: what the jar's start and memory are held against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Input


class Bare(App[None]):
    """One line to write in, and a footer."""

    def compose(self) -> ComposeResult:
        """Lay out the two widgets."""
        yield Input()
        yield Footer()


if __name__ == "__main__":
    Bare().run()
