"""What to read: what is folded, last days, one name's, one kind, or an opening from before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from jar_tui.domain.clean import slug
from jar_tui.domain.jar import Jar
from jar_tui.domain.kinds import FOR_THERAPY
from jar_tui.domain.records import Role
from jar_tui.domain.ritual import order_of, past
from jar_tui.domain.selecting import (
    Selection,
    between,
    kinds_in,
    of_folded,
    of_last_days,
    of_these,
    selected,
    signed_as,
)
from jar_tui.domain.signing import Signature
from jar_tui.domain.span import read_span
from jar_tui.domain.when import WhenError
from jar_tui.service.telling import tagged
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.opening.asked import DaysScreen
from jar_tui.tui.screens.opening.threshold import Select
from jar_tui.tui.widgets.rows import cut
from jar_tui.words import opening, ritual
from jar_tui.words.names import with_nouns

if TYPE_CHECKING:
    from jar_tui.tui.app import JarApp

Narrow = Callable[[Jar], Jar]
Act = Callable[[], Awaitable[None] | None]
ROOM = 140
"""Cells there are for the names of kinds under the question on a small screen."""


def by_itself(app: JarApp) -> Selection:
    """Return what is read where nothing was chosen."""
    return selected(app.jar, app.almanac.today(), order_of(app.jar))


class ChoosingScreen(MenuScreen):
    """Offers what can be read, and goes once that was chosen."""

    def __init__(self, take: Callable[[Select], None]) -> None:
        """Take what to do with what was chosen."""
        self._take = take
        super().__init__(ritual.CHOOSE_TITLE, self._offered)

    def _offered(self) -> list[Row]:
        nouns = self.app.nouns
        acts: dict[str, Act] = {
            "folded": self._folded,
            "again": self._again,
            "days": self._days,
            "by": partial(self._with, "by"),
            "for": partial(self._with, "for"),
            "kind": self._kind,
            "therapy": self._therapy,
            "past": self._past,
            "ways": self._ways,
        }
        return [
            Row(with_nouns(text, nouns), acts[name])
            for name, text in ritual.CHOOSE.items()
            if "{name" not in text or (nouns is not None and tagged(self.app.jar))
        ]

    def _taken(self, select: Select, none: str = ritual.NONE_SUCH) -> str:
        """Take what was chosen and go; where there is nothing of it, stay and return that."""
        if not select().slips:
            return none
        self._take(select)
        self.close()
        return ""

    def _choose(self, select: Select, none: str = ritual.NONE_SUCH) -> None:
        trouble = self._taken(select, none)
        if trouble:
            self.say(trouble)

    def _these(self, narrow: Narrow) -> Selection:
        app = self.app
        return of_these(narrow(app.jar), app.almanac.today(), order_of(app.jar))

    def _folded(self) -> None:
        app = self.app
        self._choose(
            lambda: of_folded(app.jar, app.almanac.today(), order_of(app.jar)), ritual.NONE_FOLDED
        )

    def _again(self) -> None:
        app = self.app
        self._choose(lambda: of_last_days(app.jar, app.almanac.today(), order_of(app.jar)))

    def _therapy(self) -> None:
        self._choose(partial(self._these, lambda jar: jar.of_kind(FOR_THERAPY)))

    def _with(self, role: Role) -> None:
        from jar_tui.tui.screens.opening.who import WhoScreen

        async def keep(signature: Signature) -> str:
            if signature:
                narrow = partial(signed_as, signature=signature)
                self._choose(partial(self._these, narrow))
            return ""

        self.app.push_screen(WhoScreen(role, keep, ritual.WHO[role], ritual.WHO_HINT))

    # Days and kinds, in words

    def _days(self) -> None:
        almanac = self.app.almanac

        def spanned(text: str) -> Select:
            days = read_span(text, almanac.when)
            return partial(self._these, lambda jar: between(jar, *days))

        def understood(text: str) -> str:
            try:
                return self._told(spanned(text)(), opening.WHICH_NONE)
            except WhenError:
                return opening.WHICH_HINT

        async def keep(text: str) -> str:
            try:
                return self._taken(spanned(text), opening.WHICH_NONE)
            except WhenError:
                return opening.WHICH_UNKNOWN

        self.app.push_screen(DaysScreen(opening.WHICH_TITLE, "", hint=understood, keep=keep))

    def _kind(self) -> None:
        def of(kind: str) -> Select:
            return partial(self._these, lambda jar: jar.of_kind(kind))

        kinds = kinds_in(self.app.jar)  # once: a letter typed must not look at every slip

        def understood(text: str) -> str:
            kind = slug(text)
            found = self._told(of(kind)(), "") if kind in kinds else ""
            return found or _kinds_told(kinds, kind)

        async def keep(text: str) -> str:
            return self._taken(of(slug(text))) if slug(text) else ""

        self.app.push_screen(DaysScreen(ritual.KIND_TITLE, "", hint=understood, keep=keep))

    def _told(self, found: Selection, none: str) -> str:
        return opening.threshold(found, self.app.almanac.today())[0] if found.slips else none

    # Other pages

    def _past(self) -> None:
        from jar_tui.tui.screens.opening.past import PastScreen

        if past(self.app.jar):
            self.app.push_screen(PastScreen())
        else:
            self.say(ritual.NO_PAST)

    def _ways(self) -> None:
        from jar_tui.tui.screens.opening.ways import WaysScreen

        self.app.push_screen(WaysScreen())


def _kinds_told(kinds: Sequence[str], typed: str) -> str:
    """Say which kinds there are, those that hold what was typed before others."""
    if not kinds:
        return ritual.NO_KINDS
    fitting = [kind for kind in kinds if typed in kind] or kinds
    shown = ", ".join(kind.replace("-", " ") for kind in fitting)
    return ritual.KINDS_HERE.format(cut(shown, ROOM))
