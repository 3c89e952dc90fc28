"""The entry for a line to keep with a slip or an opening."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from jar_tui import words
from jar_tui.commands import Place
from jar_tui.domain.clean import is_blank
from jar_tui.domain.nudge import TOOK, WAVED
from jar_tui.domain.signing import NO_SIGNATURE, Signature, Tie
from jar_tui.service import JarService
from jar_tui.service.lines import Typed, read_line
from jar_tui.service.telling import name_told, names_of
from jar_tui.store.drafts import Half
from jar_tui.store.errors import StoreError
from jar_tui.tui.screens.keys import bindings
from jar_tui.tui.screens.prompt import PromptScreen
from jar_tui.tui.screens.rescue import Rescue
from jar_tui.words import history, ritual
from jar_tui.words import opening as said
from jar_tui.words.names import entry_signing

if TYPE_CHECKING:
    from jar_tui.tui.screens.saying import Saying

Job = Callable[[JarService], object]


class LineScreen(PromptScreen):
    """A line to keep."""

    PLACE: ClassVar[Place] = "line"
    BINDINGS: ClassVar[list[BindingType]] = bindings("line")
    gone = history.GONE_TYPING


class AnswerScreen(LineScreen):
    """An answer, or none; a hand that shook on the Enter before gives none yet."""

    async def action_keep(self) -> None:
        """Keep the answer and go back."""
        if not (self.app.bounced and is_blank(self.entry.text)):
            await super().action_keep()


class SlipScreen(AnswerScreen):
    """An answer that goes in as a slip."""

    PLACE: ClassVar[Place] = "answer"
    BINDINGS: ClassVar[list[BindingType]] = bindings("answer")


class Asking:
    """Words being asked for; what is not kept yet waits under a key of its own."""

    def __init__(
        self,
        screen: Saying,
        key: str,
        keep: Callable[[str], Job],
        answer: str,
        *,
        present: Callable[[], str] = str,
        is_page: bool = False,
        slip: str = "",
        left: str = said.LINE_OUT,
        as_slip: Signature | None = None,
    ) -> None:
        """Take how to keep the words, and those `present` now, in whose place they come.

        A page may be blank, and waits when Esc is pressed; a line is then left out, and `left`
        is said. `slip` is the id of the slip they are for. Words that would be a slip, with who is
        on it, wait as an unfinished slip.
        """
        self._screen = screen
        self._key = key
        self._keep = keep
        self._answer = answer
        self._present = present
        self._is_page = is_page
        self._slip = slip
        self._left = left
        self._as_slip = as_slip
        self._rescue = Rescue(screen.app, slip)
        self._before = present()
        self._seen = {self._before}

    def ask(
        self, title: str, *, hint: str = "", entry: Callable[..., LineScreen] = LineScreen
    ) -> None:
        """Open the entry, with a hint under it where no words wait."""
        waiting = self._screen.app.saver.unfinished.edit(self._key)
        told = said.LINE_WAITED if waiting else hint
        text = self._before if waiting is None else waiting
        self._screen.app.push_screen(
            entry(
                title,
                text,
                hint=lambda now: self._understood(now) or told,
                keep=self._keep_words,
                note=self._note,
                leave=self._leave,
                about=self._slip,
            )
        )

    def _understood(self, now: str) -> str:
        """Return what the words are understood as, where that is to be said before Enter."""
        return ""

    def _answer_to(self, now: str) -> str:
        """Return what is said once the words are kept."""
        return self._answer

    def _answered(self) -> str:
        """Return what is said anyhow, after an opening: that it is closed."""
        return self._left if self._left != said.LINE_OUT else ""

    def _note(self, now: str) -> None:
        if self._rescue.gone:
            self._rescue.take(now)
            return
        changed = now != self._before and (self._is_page or not is_blank(now))
        self._forget(now if changed else None)

    def _forget(self, now: str | None = None) -> None:
        app = self._screen.app
        app.saver.unfinished.keep_edit(self._key, now)
        app.saver.nudge()

    def _leave(self, now: str) -> None:
        if self._is_page and now != self._before:
            self._screen.say(words.EDIT_WAITS)
            return
        self._forget()
        if self._as_slip is not None and not is_blank(now):
            self._screen.app.saver.unfinished.put_by(Half(now, signature=self._as_slip))
            self._screen.app.saver.nudge()
            self._screen.say(" ".join(filter(None, (self._answered(), words.DRAFT_WAITS))))
            return
        left_out = words.LEFT if self._is_page else self._left
        self._screen.say(self._rescue.told() if self._rescue.gone else left_out)

    async def _keep_words(self, now: str) -> str:
        if is_blank(now) and not self._is_page:
            self._leave(now)
            return ""
        with suppress(StoreError):  # what cannot be read now must not keep words out
            await self._screen.app.ask(lambda jar: jar.catch_up())
        if self._rescue.gone:
            return history.GONE
        if self._present() not in self._seen:
            self._seen.add(self._present())
            return words.CHANGED_ELSEWHERE
        trouble = await self._screen.kept(self._keep(now), screen=False)
        if not trouble:
            self._forget()
            self._screen.say(self._answer_to(now))
        return trouble


class SlipLine(Asking):
    """A line under a slip; a tag in front of it says who signs it."""

    def __init__(self, screen: Saying, slip: str, opening: str, nudge: str) -> None:
        def keep(text: str) -> Job:
            read = self._read(text)
            return lambda jar: jar.write_line(
                slip, read.text, opening=opening, nudge=nudge, part=read.part
            )

        key = f"{nudge if nudge in (TOOK, WAVED) else 'line'} {slip}"
        super().__init__(screen, key, keep, said.LINE_KEPT, slip=slip)

    def _read(self, text: str) -> Typed:
        app = self._screen.app
        return read_line(text, app.jar, app.almanac)

    def _understood(self, now: str) -> str:
        part = self._read(now).part
        signature = Signature(ties=(Tie("by", part),)) if part else NO_SIGNATURE
        return entry_signing(signature, partial(name_told, self._screen.app.jar), by_tag=True)

    def _answer_to(self, now: str) -> str:
        part = self._read(now).part
        by = names_of((part,), self._screen.app.jar) if part else ""
        return f"{ritual.KEPT_BY.format(by)} {ritual.TAKES_BACK}" if by else self._answer


def ask_for_slip_line(
    screen: Saying, slip: str, opening: str, nudge: str, *, title: str = said.LINE_TITLE
) -> None:
    """Ask for a line to keep with a slip; what it took, and how it is waved away, wait apart."""

    SlipLine(screen, slip, opening, nudge).ask(title)
