"""Changing the words of a slip, and showing those it had before."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from jar_tui import words
from jar_tui.domain.clean import is_blank, slip_text
from jar_tui.store.errors import StoreError
from jar_tui.tui.screens.rescue import Rescue
from jar_tui.tui.screens.saying import Saying
from jar_tui.words import history

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip


class Wording(Saying):
    """A screen that changes the words of slips."""

    def edit(self, slip: Slip) -> None:
        """Open the words of a slip."""
        from jar_tui.tui.screens.prompt import EditScreen

        unfinished, rescue = self.app.saver.unfinished, Rescue(self.app, slip.id)
        waiting = unfinished.edit(slip.id)
        seen = {slip.text}

        def note(text: str) -> None:
            if rescue.gone:
                rescue.take(text)
                return
            changed = slip_text(text) not in (slip.text, "")
            unfinished.keep_edit(slip.id, text if changed else None)
            self.app.saver.nudge()

        def leave(text: str) -> None:
            answer = words.LEFT if unfinished.edit(slip.id) is None else words.EDIT_WAITS
            self.say(rescue.told() if rescue.gone else answer)

        self.app.push_screen(
            EditScreen(
                words.EDIT_TITLE,
                waiting if waiting is not None else slip.text,
                hint=lambda text: words.EDIT_WAITED if waiting is not None else "",
                keep=lambda text: self._keep_words(slip, slip_text(text), seen),
                note=note,
                leave=leave,
                about=slip.id,
            )
        )

    async def _keep_words(self, slip: Slip, changed: str, seen: set[str]) -> str:
        """Change a slip's words; return why that was not done, or nothing.

        `seen` are the words the person knows they replace; others are named before.
        """
        if is_blank(changed):
            return words.BLANK
        with suppress(StoreError):  # what cannot be read now must not keep words out
            await self.app.ask(lambda service: service.catch_up())
        now = self.app.jar.get(slip.id)
        if now is None:
            return history.GONE
        if now.text not in seen:
            seen.add(now.text)
            return words.CHANGED_ELSEWHERE
        answer = words.WORDS_SAME
        if changed != now.text:
            trouble = await self.kept(lambda service: service.edit(slip.id, changed))
            if trouble:
                return trouble
            answer = history.KEPT_OVER if len(seen) > 1 else words.WORDS_KEPT
            present = self.app.jar.get(slip.id)
            if present is not None and present.text != changed:
                answer = history.KEPT_UNDER
        self.app.saver.unfinished.keep_edit(slip.id, None)
        self.app.saver.nudge()
        self.say(answer)
        return ""

    def earlier(self, slip: Slip) -> None:
        """Show the words a slip had before."""
        from jar_tui.tui.screens.earlier import EarlierScreen

        self.app.push_screen(EarlierScreen(slip))
