"""What can be done with the slip in view of an opening."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from jar_tui import words
from jar_tui.domain.kinds import MARKS, toggled
from jar_tui.domain.nudge import TOOK, WAVED
from jar_tui.domain.people import to_thank
from jar_tui.domain.ritual import WAVED as WAVED_CHOSEN
from jar_tui.domain.ritual import is_on
from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service.telling import names_of, tagged, wishes_told
from jar_tui.store.errors import StoreError
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.opening.keeping import Asking, Job, SlipScreen, ask_for_slip_line
from jar_tui.tui.screens.opening.stepping import Stepping
from jar_tui.tui.unfinished import THANKS
from jar_tui.words import opening
from jar_tui.words import ritual as said
from jar_tui.words.names import with_nouns

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip
    from jar_tui.service import JarService
    from jar_tui.tui.screens.saying import Saying


class MoreScreen(MenuScreen):
    """Offers what can be done with the slip; `u` goes back to it and takes back as there."""

    async def action_undo(self) -> None:
        """Take back what was changed in this opening."""
        below = self.app.screen_stack[-2]
        self.close()
        if isinstance(below, Stepping):
            await below.action_undo()


class More:
    """Rows of things to do with one slip; what they come to is said in the opening."""

    def __init__(self, screen: Saying, slip: Slip, opening: str) -> None:
        """Take the screen of the opening, the slip in view there, and the opening's id."""
        self._screen = screen
        self._app = screen.app
        self._first = slip
        self._opening = opening
        self._menu = MoreScreen(said.MORE_TITLE, self._rows)

    def open(self) -> None:
        """Show the rows."""
        self._app.push_screen(self._menu)

    @property
    def _slip(self) -> Slip:
        return self._app.jar.get(self._first.id) or self._first

    def _rows(self) -> list[Row]:
        acts = self._acts()
        if not tagged(self._app.jar):
            del acts["thank"]
        if not is_on(self._app.jar, WAVED_CHOSEN):
            del acts["waved"]
        return [Row(self._told(name), acts[name]) for name in said.MORE if name in acts]

    def _acts(self) -> dict[str, Callable[[], Awaitable[None] | None]]:
        return {
            "stay": self._stay,
            "thank": self._thank,
            "cover": self._cover,
            **{kind: self._marker(kind) for kind in MARKS},
            "not-again": self._not_again,
            "took": lambda: self._write(TOOK, said.TOOK_TITLE),
            "waved": lambda: self._write(WAVED, said.WAVED_TITLE),
            "write": lambda: self._write("", opening.LINE_TITLE),
            "whole": self._whole,
        }

    def _told(self, name: str) -> str:
        slip = self._slip
        if name == "cover" and slip.covered:
            return said.UNCOVER
        told = with_nouns(said.MORE[name], self._app.nouns)
        is_marked = name in slip.kinds or (name == "not-again" and slip.not_again)
        return said.IS_MARKED.format(told) if is_marked else told

    # What changes the slip

    async def _do(self, job: Callable[[JarService], Slip], answer: Callable[[Slip], str]) -> None:
        """Change the slip and go back to it; where that fails, stay and say why."""
        done = await self._menu.try_to(job, screen=False)
        if done is not None:
            self._menu.leave_saying(answer(done))

    def _marker(self, kind: str) -> Callable[[], Awaitable[None]]:
        async def mark() -> None:
            key, wanted = self._first.id, kind not in self._slip.kinds

            def job(jar: JarService) -> Slip:
                with suppress(StoreError):  # kinds another session gave meanwhile stay
                    jar.catch_up()
                now = jar.jar.get(key)
                kinds = now.kinds if now else ()
                return jar.kinds(key, kinds if (kind in kinds) is wanted else toggled(kinds, kind))

            await self._do(job, lambda slip: _undoable(said.marked(kind, slip)))

        return mark

    async def _cover(self) -> None:
        key, covered = self._first.id, not self._slip.covered

        def answer(slip: Slip) -> str:
            return _undoable(said.COVERED_HERE) if slip.covered else words.covered(slip)

        await self._do(lambda jar: jar.cover(key, covered=covered), answer)

    async def _not_again(self) -> None:
        key, wanted = self._first.id, not self._slip.not_again
        answer = _undoable(said.NOT_AGAIN if wanted else said.AGAIN)
        await self._do(lambda jar: jar.not_again(key, wanted=wanted), lambda slip: answer)

    # What opens a screen

    def _stay(self) -> None:
        from jar_tui.tui.screens.opening.stay import StayScreen

        self._menu.close()
        self._app.push_screen(StayScreen(self._slip))

    def _whole(self) -> None:
        from jar_tui.tui.screens.whole import WholeScreen

        self._menu.close()
        self._app.push_screen(WholeScreen(self._slip))

    def _write(self, line: str, title: str) -> None:
        self._menu.close()
        ask_for_slip_line(self._screen, self._first.id, self._opening, line, title=title)

    def _thank(self) -> None:
        """Write a slip for whoever is on this one; where nobody is, ask whom it is for."""
        found = to_thank(self._app.jar, self._slip)
        self._menu.close()
        if found:
            self._thank_them(found)
            return
        from jar_tui.tui.screens.opening.who import WhoScreen

        async def keep(signature: Signature) -> str:
            picked = tuple(dict.fromkeys(tie.part for tie in signature.ties))
            if picked:  # the names are gone by then
                self._app.call_later(self._thank_them, picked)
            else:
                self._screen.say(words.LEFT)
            return ""

        self._app.push_screen(WhoScreen("for", keep, said.THANK_WHOM))

    def _thank_them(self, parts: tuple[str, ...]) -> None:
        signature = Signature(ties=tuple(Tie("for", part) for part in parts))
        names = names_of(parts, self._app.jar)

        def keep(text: str) -> Job:
            return lambda jar: jar.add(NewSlip(text, signature=signature))

        answer = _undoable(said.THANKED.format(names))
        key = f"{THANKS}{' '.join(parts)}"
        asking = Asking(self._screen, key, keep, answer, as_slip=signature)
        wishes = wishes_told(signature, self._app.jar)
        asking.ask(said.THANK_TITLE.format(names), hint=wishes, entry=SlipScreen)


def _undoable(answer: str) -> str:
    """Return an answer with the way back behind it."""
    return f"{answer} {said.TAKES_BACK}"
