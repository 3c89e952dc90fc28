"""How it was when a slip was written: a word on the slip that is no name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jar_tui.domain.signing import as_how
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.opening.asked import AskedScreen
from jar_tui.words import names as said


class HowScreen(MenuScreen):
    """Offers words for how it was."""

    def __init__(self, present: str, keep: Callable[[str], None], hint: str) -> None:
        """Take what the slip says of it now, and what to do with another word."""
        self._present = present
        self._keep = keep
        at = said.HOW.index(present) if present in said.HOW else 0
        super().__init__(said.HOW_TITLE, self._offers, hint=hint, at=at)

    def _offers(self) -> list[Row]:
        rows = [Row(how, partial(self._take, how)) for how in said.HOW]
        rows.append(Row(said.HOW_OWN, self._ask))
        return [*rows, Row(said.HOW_NONE, partial(self._take, ""))] if self._present else rows

    def _take(self, how: str) -> None:
        self._keep(how)
        self.close()

    def _ask(self) -> None:
        own = "" if self._present in said.HOW else self._present
        screen = AskedScreen(said.HOW_ASKED, own, hint=lambda _: "", keep=self._keep_own)
        self.app.push_screen(screen)

    async def _keep_own(self, text: str) -> str:
        """Keep words of one's own; return why that was not done, or nothing."""
        how = as_how(text)
        if how is None:
            return said.HOW_TOO_LONG
        if not how:
            return said.HOW_BLANK
        self._take(how)
        return ""
