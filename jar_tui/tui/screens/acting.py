"""What keys do to the chosen slip, for every screen that has one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from jar_tui import words
from jar_tui.domain.clean import slug
from jar_tui.domain.people import signature_of
from jar_tui.domain.when import When, WhenError
from jar_tui.service.telling import wishes_told
from jar_tui.store.errors import StoreError
from jar_tui.tui.screens.saying import refused
from jar_tui.tui.screens.wording import Wording
from jar_tui.words import history
from jar_tui.words.names import resigned, with_wishes

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip
    from jar_tui.domain.signing import Signature
    from jar_tui.service import Undone


class Acting(Wording):
    """A screen with a chosen slip and a line for answers."""

    _offer = ""
    """The answer that named a change of an earlier run, and that change."""
    _named: Undone | None = None

    def target(self) -> Slip | None:
        """Return the slip keys act on, where there is one."""
        return None

    async def mark(self, slip: Slip) -> None:
        """Put the label "too small" on, or take it off."""
        small = not slip.too_small
        done = await self.try_to(lambda service: service.label(slip.id, small=small))
        if done is not None:
            self.say(words.marked(done))

    async def cover(self, slip: Slip) -> None:
        """Fold the words of a slip until they are asked for, or show them again."""
        covered = not slip.covered
        done = await self.try_to(lambda service: service.cover(slip.id, covered=covered))
        if done is not None:
            self.say(words.covered(done))

    async def set_aside(self, slip: Slip) -> None:
        """Take a slip out of the jar and keep it, or bring it back."""
        aside = not slip.set_aside
        done = await self.try_to(lambda service: service.set_aside(slip.id, aside=aside))
        if done is not None:
            self.say(words.set_aside(done))

    def sign(self, slip: Slip) -> None:
        """Pick who is on a slip."""
        from jar_tui.tui.screens.names import NamesScreen

        before = signature_of(self.app.jar, slip)

        async def keep(signature: Signature) -> str:
            if signature == before:
                self.say(words.LEFT)
                return ""
            trouble = await self.kept(
                lambda service: service.sign(slip.id, signature, before), screen=False
            )
            if not trouble:
                now = self.app.jar.get(slip.id) or slip
                wishes = wishes_told(signature_of(self.app.jar, now), self.app.jar)
                self.say(with_wishes(resigned(self.app.signed(now)), wishes))
            return trouble

        if self.app.nouns is not None:
            self.app.push_screen(
                NamesScreen(before, about=words.excerpt(slip), slip=slip.id, keep=keep)
            )

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
        except StoreError as error:
            self.say(refused(error))
            return
        if would.fields:
            today = self.app.almanac.today()
            self._offer = f"{words.would_take_back(would, today)} {words.U_AGAIN}"
            self._named = would
        self.say(self._offer or words.NOTHING_TO_TAKE_BACK)

    def erase(self, slip: Slip) -> None:
        """Open the page about erasing a slip, where it is set aside."""
        from jar_tui.tui.screens.erase import EraseScreen

        if slip.set_aside:
            self.app.push_screen(EraseScreen(slip, self.erased))
        else:
            self.say(history.ASIDE_FIRST)

    def erased(self, answer: str) -> None:
        """Say that a slip is no more."""
        self.say(answer)

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
            done = await self.kept(lambda service: service.date(slip.id, when))
            if not done:
                now = self.app.jar.get(slip.id) or slip
                self.say(words.redated(now, almanac.today()))
            return done

        self.app.push_screen(
            DateScreen(words.DATE_TITLE, "", hint=understood, keep=keep, about=slip.id)
        )

    def rekind(self, slip: Slip) -> None:
        """Ask what kinds of step a slip is."""
        from jar_tui.tui.screens.prompt import KindScreen

        async def keep(text: str) -> str:
            kinds = list(dict.fromkeys(filter(None, map(slug, text.split(",")))))
            done = await self.kept(lambda service: service.kinds(slip.id, kinds))
            if not done:
                self.say(words.KINDS_KEPT)
            return done

        self.app.push_screen(
            KindScreen(
                words.KIND_TITLE,
                words.kinds_of(slip),
                hint=lambda text: words.KIND_HINT,
                keep=keep,
                about=slip.id,
            )
        )

    async def on_slip(self, act: Callable[[Slip], Awaitable[None] | None]) -> None:
        """Do something to the chosen slip, where there is one."""
        slip = self.target()
        if slip is not None:
            waits = act(slip)
            if waits is not None:
                await waits
