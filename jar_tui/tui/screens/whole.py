"""The whole slip, every word of it."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jar_tui import words
from jar_tui.commands import Place, Standing
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip
from jar_tui.service.lines import whole_told
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.screens.slip_keys import SlipKeys
from jar_tui.words import history, ritual


class WholeScreen(SlipKeys):
    """Shows one slip and changes it."""

    PLACE: ClassVar[Place] = "whole"
    BINDINGS: ClassVar[list[BindingType]] = bindings("whole")

    facts = getters.query_one("#facts", Static)
    told = getters.query_one("#told", Static)

    def __init__(self, slip: Slip) -> None:
        super().__init__()
        self._slip = slip
        self._uncovered = False
        """Whether covered words show, here and now."""
        self._gone = False
        """Whether another session erased the slip."""

    def compose(self) -> ComposeResult:
        """Show the day, the words, the kinds, and the keys."""
        yield Static(id="facts", markup=False)
        with VerticalScroll(id="body"):
            yield Static(id="told", markup=False)
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the slip, and what becomes of it."""
        self.app.changed.subscribe(self, self.take_jar)
        self._show()

    def take_jar(self, jar: Jar) -> None:
        """Show the slip as it is in a newer jar."""
        found = jar.get(self._slip.id)
        self._gone = found is None
        if found is not None:
            self._uncovered = self._uncovered and self._slip.covered
            self._slip = found
        self._show()

    def target(self) -> Slip | None:
        """Return the slip shown, unless another session erased it."""
        return None if self._gone else self._slip

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        slip = self._slip
        return Standing(
            chosen=not self._gone,
            covered=self._folded and not self._gone,
            earlier=slip.reworded,
            aside=slip.set_aside,
            left_out=slip.not_again,
        )

    @property
    def _folded(self) -> bool:
        return self._slip.covered and not self._uncovered

    def _show(self) -> None:
        slip, today = self._slip, self.app.almanac.today()
        if self._gone:
            self.facts.update(Content())
            self.told.update(Content(history.GONE))
            self.name_keys()
            return
        self.facts.update(Content(words.facts_of(slip, today, self.app.signed(slip))))
        told = words.COVER_HINT if self._folded else whole_told(self.app.jar, slip)
        self.told.update(Content(told))
        self.name_keys()

    def action_back(self) -> None:
        """Go back to the jar."""
        self.close()

    def action_show(self) -> None:
        """Show covered words, in this view."""
        self._uncovered = True
        self._show()

    async def action_bring(self) -> None:
        """Have openings leave the slip out, or bring it again."""
        if self._gone or self.app.bounced:
            return
        key, wanted = self._slip.id, not self._slip.not_again
        if await self.try_to(lambda service: service.not_again(key, wanted=wanted)) is not None:
            answer = ritual.NOT_AGAIN if wanted else ritual.AGAIN
            self.say(f"{answer} {ritual.TAKES_BACK}")

    def action_line(self) -> None:
        """Write a line to keep with the slip."""
        from jar_tui.tui.screens.opening.keeping import ask_for_slip_line

        if not self._gone:
            ask_for_slip_line(self, self._slip.id, "", "")

    def erased(self, answer: str) -> None:
        """Go back from a slip that is no more, and have the screen below say so."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1]
        self.close()
        if isinstance(below, Saying):
            below.say(answer)
