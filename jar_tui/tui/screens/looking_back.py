"""What can be looked back at, when somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from jar_tui import words
from jar_tui.commands import Place
from jar_tui.domain.looking_back import first_day, openings_with_time
from jar_tui.domain.when import WhenError
from jar_tui.service.looking_back import Look, for_names, since_day, since_opening
from jar_tui.service.telling import openings_told, tagged
from jar_tui.tui.screens.keys import bindings
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.prompt import PassingScreen
from jar_tui.tui.screens.reading_back import look_back
from jar_tui.words import looking_back as said
from jar_tui.words.names import with_nouns

if TYPE_CHECKING:
    from jar_tui.domain.records import Opening
    from jar_tui.domain.signing import Signature


class SinceScreen(PassingScreen):
    """The day to look back to."""

    PLACE: ClassVar[Place] = "since"
    BINDINGS: ClassVar[list[BindingType]] = bindings("since")


class LookingBackScreen(MenuScreen):
    """Offers what can be looked back at."""

    def __init__(self) -> None:
        super().__init__(said.TITLE, self._offered)

    def _offered(self) -> list[Row]:
        jar, nouns = self.app.jar, self.app.nouns
        openings = openings_with_time(jar)
        acts: dict[str, Callable[[], None]] = {}
        if openings:
            acts["last"] = partial(self._since, openings[0])
        if len(openings) > 1:
            acts["earlier"] = self._earlier
        acts["day"] = self._ask_day
        if tagged(jar):
            acts["for"] = self._ask_whom
        return [Row(with_nouns(said.ROWS[name], nouns), act) for name, act in acts.items()]

    def _openings_told(self, openings: list[Opening]) -> list[str]:
        return openings_told(openings, self.app.almanac.settings.day_begins)

    def _since(self, opening: Opening) -> None:
        (told,) = self._openings_told([opening])
        look_back(self, since_opening(opening, told))

    def _earlier(self) -> None:
        """Offer the openings there were."""

        def rows() -> list[Row]:
            openings = openings_with_time(self.app.jar)
            return [
                Row(told, partial(begin, since_opening(one, told)))
                for one, told in zip(openings, self._openings_told(openings), strict=True)
            ]

        def begin(look: Look) -> None:
            look_back(menu, look)

        menu = MenuScreen(said.EARLIER_TITLE, rows)
        self.app.push_screen(menu)

    def _ask_day(self) -> None:
        almanac = self.app.almanac

        def understood(text: str) -> str:
            if not text.strip():
                return said.DAY_HINT
            try:
                return said.since(first_day(text, almanac.when))
            except WhenError as error:
                return words.date_trouble(error, almanac.today())

        async def keep(text: str) -> str:
            if not text.strip():
                return ""
            try:
                look = since_day(first_day(text, almanac.when), almanac)
            except WhenError as error:
                return words.date_trouble(error, almanac.today())
            if not look.select(self.app.jar):
                return said.NOTHING
            self.app.call_later(look_back, self, look)  # the question is gone by then
            return ""

        self.app.push_screen(SinceScreen(said.DAY_TITLE, "", hint=understood, keep=keep))

    def _ask_whom(self) -> None:
        from jar_tui.tui.screens.opening.who import WhoScreen

        async def keep(signature: Signature) -> str:
            picked = tuple(dict.fromkeys(tie.part for tie in signature.ties))
            if picked:  # the names are gone by then
                self.app.call_later(look_back, self, for_names(picked))
            return ""

        self.app.push_screen(WhoScreen("for", keep, said.WHO_TITLE, said.WHO_HINT))
