"""The lines a "too small" slip may meet: those that came with the program, and their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jar_tui import words
from jar_tui.domain.clean import is_blank
from jar_tui.domain.nudge import is_off, is_own, lines_of, own_first
from jar_tui.service import JarService
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.opening.keeping import Asking, Job
from jar_tui.tui.widgets.rows import cut
from jar_tui.words import ritual
from jar_tui.words.nudges import NUDGES

ROOM = 100
"""Cells there are for a line above what can be done with it."""


class LinesScreen(MenuScreen):
    """Offers to add a line, or to change one."""

    def __init__(self) -> None:
        super().__init__(ritual.LINES_TITLE, self._all)

    def _all(self) -> list[Row]:
        lines = lines_of(self.app.jar, NUDGES, off=True)
        return [
            Row(ritual.LINES_ADD, self._add),
            *(
                Row(self._told(line, lines[line]), partial(self._open, line))
                for line in own_first(lines)
            ),
        ]

    def _text(self, line: str) -> str:
        return lines_of(self.app.jar, NUDGES, off=True).get(line, "")

    def _told(self, line: str, text: str) -> str:
        return ritual.LINES_OFF.format(text) if is_off(self.app.jar, line) else text

    def _add(self) -> None:
        def keep(text: str) -> Job:
            return lambda jar: jar.openings.add_line(text)

        asking = Asking(self, "nudge", keep, ritual.LINE_KEPT)
        asking.ask(ritual.LINE_TITLE, hint=ritual.LINE_HINT)

    def _open(self, line: str) -> None:
        """Offer what can be done with one line."""

        def rows() -> list[Row]:
            switch_told = ritual.LINE_ON if is_off(self.app.jar, line) else ritual.LINE_OFF
            return [Row(ritual.LINE_WORD, change), Row(switch_told, switch)]

        def change() -> None:
            menu.close()
            self._change(line)

        async def switch() -> None:
            await self._switch(menu, line)

        hint = cut(self._told(line, self._text(line)), ROOM)
        menu = MenuScreen(ritual.LINES_TITLE, rows, hint=hint)
        self.app.push_screen(menu)

    async def _switch(self, menu: MenuScreen, line: str) -> None:
        if self.app.bounced:
            return
        off = not is_off(self.app.jar, line)
        trouble = await menu.kept(lambda jar: jar.openings.switch(line, off=off), screen=False)
        if trouble:
            menu.say(trouble)
        else:
            menu.leave_saying(ritual.LINE_IS_OFF if off else ritual.LINE_IS_ON)

    def _change(self, line: str) -> None:
        def keep(text: str) -> Job:
            return lambda jar: jar.openings.word(line, text)

        asking = LineWords(self, line, keep, present=partial(self._text, line))
        blank = ritual.LINE_GOES if is_own(line) else ritual.LINE_BACK
        asking.ask(ritual.LINE_TITLE, hint=f"{ritual.LINE_HINT} {blank}")


class LineWords(Asking):
    """Changed words of one line; blank ones switch it off, or bring its own back."""

    def __init__(
        self,
        screen: MenuScreen,
        line: str,
        keep: Callable[[str], Job],
        *,
        present: Callable[[], str],
    ) -> None:
        super().__init__(
            screen, f"nudge {line}", keep, ritual.LINE_KEPT, present=present, left=words.LEFT
        )
        self._line = line

    async def _keep_words(self, now: str) -> str:
        if not is_blank(now):
            return await super()._keep_words(now)
        line, own = self._line, is_own(self._line)

        def blank(jar: JarService) -> None:
            if own:
                jar.openings.switch(line, off=True)
            else:
                jar.openings.word(line, "")

        trouble = await self._screen.kept(blank, screen=False)
        if not trouble:
            self._forget()
            self._screen.say(ritual.LINE_IS_OFF if own else ritual.LINE_KEPT)
        return trouble
