"""What keys do to the chosen slip, for every screen that has one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from jar_tui import words
from jar_tui.domain.clean import is_blank, slip_text, slug
from jar_tui.domain.when import When, WhenError
from jar_tui.store.errors import NotKept, NotOpened
from jar_tui.tui.screens.base import JarScreen

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip
    from jar_tui.service import JarService, Undone


class Acting(JarScreen[None]):
    """A screen with a chosen slip and a line for answers."""

    said = ""
    """The answer that shows now."""
    _faded = ""
    """The answer that showed until the present key."""
    _offer = ""
    """The answer that named a change of an earlier run, and that change."""
    _named: Undone | None = None

    def target(self) -> Slip | None:
        """Return the slip keys act on."""
        raise NotImplementedError

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
        raise NotImplementedError

    async def try_to(self, job: Callable[[JarService], Slip]) -> Slip | None:
        """Have a slip changed; where that fails, say why and return None."""
        try:
            return await self.app.ask(job)
        except NotKept as error:
            self.say(words.not_kept(error.reason))
        except NotOpened:
            self.say(words.NOT_OPENED)
        return None

    async def mark(self, slip: Slip) -> None:
        """Put the label "too small" on, or take it off."""
        small = not slip.too_small
        done = await self.try_to(lambda service: service.label(slip.id, small=small))
        if done is not None:
            self.say(words.marked(done))

    async def undo(self) -> None:
        """Take the last change of this session back; an earlier one is named first."""
        named = self._named if self._faded and self._faded == self._offer else None
        self._offer, self._named = "", None
        earlier = named is not None
        try:
            undone = await self.app.ask(lambda jar: jar.undo(earlier=earlier, named=named))
            if undone.fields or named:
                self.say(words.taken_back(undone))
                return
            would = await self.app.ask(lambda jar: jar.undoable(earlier=True))
        except NotKept as error:
            self.say(words.not_kept(error.reason))
            return
        except NotOpened:
            self.say(words.NOT_OPENED)
            return
        if would.fields:
            today = self.app.almanac.today()
            self._offer = f"{words.would_take_back(would, today)} {words.U_AGAIN}"
            self._named = would
        self.say(self._offer or words.NOTHING_TO_TAKE_BACK)

    def edit(self, slip: Slip) -> None:
        """Open the words of a slip."""
        from jar_tui.tui.screens.prompt import EditScreen

        unfinished = self.app.saver.unfinished
        waiting = unfinished.edit(slip.id)
        seen = {slip.text}

        def note(text: str) -> None:
            changed = slip_text(text) not in (slip.text, "")
            unfinished.keep_edit(slip.id, text if changed else None)
            self.app.saver.nudge()

        def leave(text: str) -> None:
            self.say(words.LEFT if unfinished.edit(slip.id) is None else words.EDIT_WAITS)

        self.app.push_screen(
            EditScreen(
                words.EDIT_TITLE,
                waiting if waiting is not None else slip.text,
                hint=lambda text: words.EDIT_WAITED if waiting is not None else "",
                keep=lambda text: self._keep_words(slip, slip_text(text), seen),
                note=note,
                leave=leave,
            )
        )

    async def _keep_words(self, slip: Slip, changed: str, seen: set[str]) -> str:
        """Change a slip's words; return why that was not done, or nothing.

        `seen` are the words the person knows they replace; others are named before.
        """
        if is_blank(changed):
            return words.BLANK
        now = self.app.jar.get(slip.id) or slip
        if now.text not in seen:
            seen.add(now.text)
            return words.CHANGED_ELSEWHERE
        answer = words.WORDS_SAME
        if changed != now.text:
            trouble = await self._kept(lambda service: service.edit(slip.id, changed))
            if trouble:
                return trouble
            answer = words.WORDS_KEPT
        self.app.saver.unfinished.keep_edit(slip.id, None)
        self.app.saver.nudge()
        self.say(answer)
        return ""

    def redate(self, slip: Slip) -> None:
        """Ask for the day a slip's step happened."""
        from jar_tui.tui.screens.prompt import DateScreen

        almanac = self.app.almanac

        def understood(text: str) -> str:
            if not text.strip():
                return words.DATE_HINT
            try:
                when = almanac.when(text)
            except WhenError as error:
                return words.date_trouble(error, almanac.today())
            return words.dated(when.happened, when.precision, almanac.today())

        async def keep(text: str) -> str:
            if not text.strip():
                self.say(words.LEFT)
                return ""
            try:
                when: When = almanac.when(text)
            except WhenError as error:
                return words.date_trouble(error, almanac.today())
            done = await self._kept(lambda service: service.date(slip.id, when))
            if not done:
                now = self.app.jar.get(slip.id) or slip
                self.say(words.redated(now, almanac.today()))
            return done

        self.app.push_screen(DateScreen(words.DATE_TITLE, "", hint=understood, keep=keep))

    def rekind(self, slip: Slip) -> None:
        """Ask what kinds of step a slip is."""
        from jar_tui.tui.screens.prompt import KindScreen

        async def keep(text: str) -> str:
            kinds = list(dict.fromkeys(filter(None, map(slug, text.split(",")))))
            done = await self._kept(lambda service: service.kinds(slip.id, kinds))
            if not done:
                self.say(words.KINDS_KEPT)
            return done

        self.app.push_screen(
            KindScreen(
                words.KIND_TITLE,
                words.kinds_of(slip),
                hint=lambda text: words.KIND_HINT,
                keep=keep,
            )
        )

    async def _kept(self, job: Callable[[JarService], Slip]) -> str:
        """Have a slip changed; return why it was not kept, or nothing."""
        try:
            await self.app.ask(job)
        except NotKept as error:
            return words.not_kept(error.reason)
        except NotOpened:
            return words.NOT_OPENED
        return ""

    async def on_slip(self, act: Callable[[Slip], Awaitable[None] | None]) -> None:
        """Do something to the chosen slip, where there is one."""
        slip = self.target()
        if slip is not None:
            waits = act(slip)
            if waits is not None:
                await waits
