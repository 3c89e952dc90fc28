"""How openings go here: a day, an order, what is asked; nothing of it until it was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import cast

from jar_tui.domain.people import choice
from jar_tui.domain.review import Manner
from jar_tui.domain.ritual import FULL, LINES, NUDGES, SHUT, read_shut, read_size
from jar_tui.service import ways
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.opening.asked import AskedScreen
from jar_tui.words import ritual


class WaysScreen(MenuScreen):
    """Shows what was chosen, and changes it."""

    def __init__(self) -> None:
        super().__init__(ritual.WAYS_TITLE, self._all, hint=ritual.WAYS_HINT)

    def _all(self) -> list[Row]:
        return [Row(self._told(name), partial(self._change, name)) for name in ritual.WAYS]

    def _told(self, name: str) -> str:
        label = ritual.WAYS[name]
        return label if name == LINES else f"{label}: {self._value(name)}"

    def _value(self, name: str) -> str:
        return ways.present_told(name, self.app.jar, self.app.almanac.settings)

    def _present(self, name: str) -> str:
        return ways.present(name, self.app.jar, self.app.almanac.settings)

    async def _change(self, name: str) -> None:
        if name == LINES:
            from jar_tui.tui.screens.opening.lines import LinesScreen

            self.app.push_screen(LinesScreen())
        elif name == FULL:
            hint = ritual.FULL_HINT
            self._ask(name, ritual.FULL_TITLE, hint, ritual.FULL_REFUSED, read_size)
        elif name == SHUT:
            hint = ritual.SHUT_HINT
            self._ask(name, ritual.SHUT_TITLE, hint, hint, self._read_shut)
        else:
            other = ways.other(name, self.app.jar, self.app.almanac.settings)
            if other is None:
                self._list(name)
            elif not self.app.bounced:
                self.say(await self._keep(name, other) or self._kept(name))

    def _list(self, name: str) -> None:
        values = ways.offered(name, self.app.jar)

        async def take(value: str) -> None:
            trouble = await self._keep(name, value)
            if trouble:
                menu.say(trouble)
            else:
                menu.leave_saying(self._kept(name))

        def rows() -> list[Row]:
            return [Row(told, partial(take, value)) for value, told in values.items()]

        at = list(values).index(self._present(name))
        label = ritual.WAYS[name]
        menu = MenuScreen(label[:1].upper() + label[1:], rows, at=at)
        self.app.push_screen(menu)

    def _read_shut(self, text: str) -> str | None:
        almanac = self.app.almanac
        return read_shut(text, almanac.when, almanac.today())

    def _ask(
        self, name: str, title: str, hint: str, refused: str, read: Callable[[str], str | None]
    ) -> None:
        async def keep(text: str) -> str:
            wanted = read(text)
            if wanted is None:
                return refused
            trouble = await self._keep(name, wanted)
            if not trouble:
                self.say(self._kept(name))
            return trouble

        present = self._present(name)
        self.app.push_screen(AskedScreen(title, present, hint=lambda _: hint, keep=keep))

    async def _keep(self, name: str, value: str) -> str:
        """Keep a value; return why that was not done, or nothing."""
        if name == NUDGES:
            return await self._keep_manner(cast("Manner", value))
        if value == choice(self.app.jar, name):
            return ""
        return await self.kept(lambda jar: jar.people.choose(name, value), screen=False)

    async def _keep_manner(self, manner: Manner) -> str:
        """Keep how lines under "too small" come on this machine."""
        if manner == self.app.almanac.settings.nudges:
            return ""
        trouble = await self.kept(lambda jar: jar.openings.nudges(manner), screen=False)
        if not trouble:
            almanac = self.app.almanac
            almanac.settings = replace(almanac.settings, nudges=manner)
            self.take_jar(self.app.jar)
        return trouble

    def _kept(self, name: str) -> str:
        return ritual.KEPT.format(self._value(name))
