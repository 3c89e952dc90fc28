"""How openings go here: a day, an order, what is asked; nothing of it until it was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from jar_tui.domain.people import choice
from jar_tui.domain.ritual import FULL, is_allowed
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.opening.asked import AskedScreen
from jar_tui.words import ritual
from jar_tui.words.names import with_nouns

NUDGES: Final = "nudges"
"""Kept on this machine; everything else is the jar's."""
LINES: Final = "lines"
BOTH: Final = 2
"""So many values need no list: the other one is taken."""


class WaysScreen(MenuScreen):
    """Shows what was chosen, and changes it."""

    def __init__(self) -> None:
        super().__init__(ritual.WAYS_TITLE, self._all, hint=ritual.WAYS_HINT)

    def _all(self) -> list[Row]:
        return [Row(self._told(name), partial(self._change, name)) for name in ritual.WAYS]

    def _told(self, name: str) -> str:
        label = ritual.WAYS[name]
        return label if name == LINES else f"{label}: {self._value(name, self._present(name))}"

    def _present(self, name: str) -> str:
        if name == NUDGES:
            return self.app.almanac.settings.nudges
        return choice(self.app.jar, name)

    def _value(self, name: str, value: str) -> str:
        """Return a value in words; one that is not offered here is the first."""
        if name == FULL:
            return ritual.value_of(name, value)
        offered = self._offered(name)
        return offered.get(value, next(iter(offered.values())))

    def _offered(self, name: str) -> Mapping[str, str]:
        nouns, values = self.app.nouns, ritual.VALUES[name]
        return {
            value: with_nouns(told, nouns)
            for value, told in values.items()
            if nouns is not None or "{name" not in told
        }

    async def _change(self, name: str) -> None:
        if name == LINES:
            from jar_tui.tui.screens.opening.lines import LinesScreen

            self.app.push_screen(LinesScreen())
        elif name == FULL:
            self._ask_full()
        elif len(self._offered(name)) == BOTH:
            await self._flip(name)
        else:
            self._list(name)

    async def _flip(self, name: str) -> None:
        if not self.app.bounced:
            one, other = self._offered(name)
            wanted = one if self._present(name) == other else other
            self.say(await self._keep(name, wanted) or self._kept(name))

    def _list(self, name: str) -> None:
        values = self._offered(name)

        async def take(value: str) -> None:
            trouble = await self._keep(name, value)
            if trouble:
                menu.say(trouble)
            else:
                menu.leave_saying(self._kept(name))

        def rows() -> list[Row]:
            return [Row(told, partial(take, value)) for value, told in values.items()]

        present = self._present(name)
        at = list(values).index(present) if present in values else 0
        label = ritual.WAYS[name]
        menu = MenuScreen(label[:1].upper() + label[1:], rows, at=at)
        self.app.push_screen(menu)

    def _ask_full(self) -> None:
        async def keep(text: str) -> str:
            wanted = text.strip()
            if not is_allowed(FULL, wanted):
                return ritual.FULL_REFUSED
            trouble = await self._keep(FULL, str(int(wanted)) if wanted else "")
            if not trouble:
                self.say(self._kept(FULL))
            return trouble

        hint, present = ritual.FULL_HINT, self._present(FULL)
        self.app.push_screen(
            AskedScreen(ritual.FULL_TITLE, present, hint=lambda _: hint, keep=keep)
        )

    async def _keep(self, name: str, value: str) -> str:
        """Keep a value; return why that was not done, or nothing."""
        if value == self._present(name):
            return ""
        if name != NUDGES:
            return await self.kept(lambda jar: jar.people.choose(name, value), screen=False)
        manner: Any = value
        trouble = await self.kept(lambda jar: jar.openings.nudges(manner), screen=False)
        if not trouble:
            almanac = self.app.almanac
            almanac.settings = replace(almanac.settings, nudges=manner)
            self.take_jar(self.app.jar)
        return trouble

    def _kept(self, name: str) -> str:
        return ritual.KEPT.format(self._value(name, self._present(name)))
