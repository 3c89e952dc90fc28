"""What may follow an opening, where it was chosen; the opening is over before that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jar_tui.domain.clean import is_blank
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Opening
from jar_tui.domain.ritual import FIVE
from jar_tui.domain.selecting import written_in
from jar_tui.domain.signing import NO_SIGNATURE
from jar_tui.tui.screens.opening.keeping import AnswerScreen, Asking, Job, SlipScreen
from jar_tui.tui.screens.opening.pages import KindnessScreen, LeafScreen
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.unfinished import FIVES, MONTH, WEEK
from jar_tui.words import excerpt as words_of
from jar_tui.words import opening as words
from jar_tui.words import ritual as said

LAST_LINE: Final = "closing"
"""What a half line waits under."""


class FiveScreen(SlipScreen):
    """Keeps answers one after the other and lists them; ends at any number."""

    told = getters.query_one("#told", Static)
    body = getters.query_one("#body", VerticalScroll)

    def __init__(self, *args: Any, opening: str, ended: Callable[[], None], **kwargs: Any) -> None:
        """Take what an entry takes, the opening, and what to do after the last one."""
        super().__init__(*args, **kwargs)
        self._ended = ended
        self._opening = opening
        self._kept = 0

    def compose(self) -> ComposeResult:
        """Show the question, the entry, and what was kept so far."""
        *above, keys = super().compose()
        yield from above
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="told", markup=False)
        yield keys

    async def action_keep(self) -> None:
        """Keep one; a blank line or the last one ends it."""
        text = self.entry.text
        if is_blank(text):
            if not self.app.bounced:
                self._end()
            return
        trouble = await self._keep(text)
        if trouble:
            self.answer.update(Content(trouble))
            return
        self._kept += 1
        if self._kept == FIVE:
            self._end()
            return
        self._hint = lambda _: said.FIVE_HINT
        self.entry.fill("")
        self.take_jar(self.app.jar)
        self.body.scroll_end(animate=False)

    def take_jar(self, jar: Jar) -> None:
        """Show the slips that were written here and are still in the jar."""
        super().take_jar(jar)
        here = written_in(jar, self._opening)
        self.told.update(Content("\n".join(words_of(slip) for slip in here)))

    def _end(self) -> None:
        self.close()
        self._ended()


def follow(screen: Saying, opening: str, what: str, sentence: str) -> None:
    """Have what was chosen follow an opening, over the first screen; the sentence stays there."""
    match what:
        case "question":
            asking = _asking(screen, WEEK, opening, sentence)
            asking.ask(said.WEEK_QUESTION, hint=said.ANSWER_HINT, entry=SlipScreen)
        case "five":
            asking = _asking(screen, FIVES, opening, sentence)
            then = partial(ask_for_line, screen, opening, said.FIVE_LINE, sentence, left=sentence)
            five = partial(FiveScreen, opening=opening, ended=then)
            asking.ask(said.FIVE_TITLE, hint=said.FIVE_HINT, entry=five)
        case "kind":
            screen.app.push_screen(KindnessScreen())
        case "ground":
            screen.app.push_screen(LeafScreen("", words.GROUND))


def _asking(screen: Saying, key: str, opening: str, sentence: str) -> Asking:
    """Return how to ask for words that become a slip of an opening."""

    def keep(text: str) -> Job:
        return lambda jar: jar.openings.drop_in(opening, text)

    return Asking(screen, key, keep, sentence, left=sentence, as_slip=NO_SIGNATURE)


def ask_about_now(screen: Saying, opening: str) -> None:
    """Ask the question of the month."""
    asking = _asking(screen, MONTH, opening, said.ANSWER_KEPT)
    asking.ask(said.MONTH_QUESTION, hint=said.ANSWER_HINT, entry=SlipScreen)


def ask_for_line(
    screen: Saying, opening: str, title: str, answer: str, *, left: str = words.LINE_OUT
) -> None:
    """Ask for a line to close with; blank leaves the one there is."""

    def keep(text: str) -> Job:
        return lambda jar: jar.openings.write_closing(opening, text)

    def present() -> str:
        found = screen.app.jar.tables["openings"].get(opening)
        return found.closing if isinstance(found, Opening) else ""

    asking = Asking(screen, LAST_LINE, keep, answer, present=present, left=left)
    asking.ask(title, entry=AnswerScreen)
