"""A screen that answers: what was done, or why it could not be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual import getters
from textual.content import Content
from textual.widgets import Static

from jar_tui import words
from jar_tui.store.errors import NotKept, SlipGone, StoreError
from jar_tui.tui.screens.base import JarScreen
from jar_tui.words import history
from jar_tui.words.names import NO_NAMES

if TYPE_CHECKING:
    from jar_tui.service import JarService

Done = TypeVar("Done")


def refused(error: StoreError, *, screen: bool = True) -> str:
    """Say why something could not be done, and on a `screen` with words, where they are."""
    if isinstance(error, NotKept):
        return words.not_kept(error.reason, screen=screen)
    return words.NOT_OPENED


class Saying(JarScreen[None]):
    """A screen with a line for answers."""

    answer = getters.query_one("#answer", Static)

    said = ""
    """The answer that shows now."""
    _faded = ""
    """The answer that showed until the present key."""

    def say(self, answer: str) -> None:
        """Show an answer until the next key."""
        self.said = answer
        self.show_answer()

    def fade(self) -> None:
        """Take the last answer off: another key was pressed."""
        self._faded, self.said = self.said, ""
        if self._faded:
            self.show_answer()

    def show_answer(self) -> None:
        """Show what was said last."""
        self.write_answer(self.said)

    def write_answer(self, text: str, *, layout: bool = True) -> None:
        """Have the line for answers show a text."""
        # In the line's own turn: it keeps its height where a layout comes amid two updates.
        self.answer.call_later(self.answer.update, Content(text), layout=layout)

    def leave_saying(self, answer: str) -> None:
        """Go back from the top, and have the screen below answer."""
        if self.app.screen is self:
            below = self.app.screen_stack[-2]
            self.close()
            if isinstance(below, Saying):
                below.say(answer)

    def leave_unwanted(self) -> None:
        """Go back, as no names are wanted any more, and have the screen below say so."""
        self.leave_saying(NO_NAMES)

    async def try_to(
        self, job: Callable[[JarService], Done], *, screen: bool = True
    ) -> Done | None:
        """Have something changed; where that fails, say why and return None."""
        try:
            return await self.app.ask(job)
        except SlipGone:
            self.say(history.GONE)
        except StoreError as error:
            self.say(refused(error, screen=screen))
        return None

    async def kept(self, job: Callable[[JarService], object], *, screen: bool = True) -> str:
        """Have something changed; return why it was not kept, or nothing."""
        try:
            await self.app.ask(job)
        except SlipGone:
            return history.GONE
        except StoreError as error:
            return refused(error, screen=screen)
        return ""
