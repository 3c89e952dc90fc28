"""A screen with a page that may be longer than the glass."""

from __future__ import annotations

from textual import getters

from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.slip_page import Page


class Turning(Saying):
    """Turns its page by the screenful."""

    page = getters.query_one(Page)

    _goes_on: bool | None = None
    """Whether there was more of the page when the keys were named last."""

    def on_mount(self) -> None:
        """Name the keys by what of the page shows, whenever that changes."""
        self.screen_layout_refresh_signal.subscribe(self, self._laid_out)
        self.watch(self.page, "scroll_y", self._laid_out, init=False)

    def _laid_out(self, *_: object) -> None:
        goes_on = self.page.has_more
        if goes_on != self._goes_on:
            self._goes_on = goes_on
            self.name_keys()

    def action_down(self) -> None:
        """Show more of the page."""
        self.turned(1)

    def action_up(self) -> None:
        """Go back up the page."""
        self.turned(-1)

    def turned(self, by: int) -> bool:
        """Turn the page; say whether there was more of it."""
        return self.page.turn(by)
