"""A screen with a page that may be longer than the glass."""

from __future__ import annotations

from textual import getters

from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.slip_page import Page


class Turning(Saying):
    """Turns its page by the screenful."""

    page = getters.query_one(Page)

    def on_mount(self) -> None:
        """Name the keys by what of the page shows."""
        self.name_keys_by(self.page)

    def action_down(self) -> None:
        """Show more of the page."""
        self.turned(1)

    def action_up(self) -> None:
        """Go back up the page."""
        self.turned(-1)

    def turned(self, by: int) -> bool:
        """Turn the page; say whether there was more of it."""
        return self.page.turn(by)
