"""Line mode: what can be read in place of what is folded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from jar_tui.domain import selecting
from jar_tui.domain.clean import is_blank, slug
from jar_tui.domain.jar import Jar
from jar_tui.domain.kinds import FOR_THERAPY
from jar_tui.domain.records import Part
from jar_tui.domain.ritual import order_of, past
from jar_tui.domain.selecting import Selection
from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.span import read_span
from jar_tui.domain.when import WhenError
from jar_tui.plain.menu import Menu, Row
from jar_tui.plain.pages import Sitting
from jar_tui.plain.past import past_menu
from jar_tui.plain.ways import ways_menu
from jar_tui.plain.whom import names_menu
from jar_tui.plain.writing import Asking
from jar_tui.service.telling import phrased, tagged
from jar_tui.words import line_mode, ritual
from jar_tui.words import opening as said


class Choosing:
    """Offers what can be read, and hands on what was chosen."""

    def __init__(self, sitting: Sitting, chosen: Callable[[Selection], object]) -> None:
        self._sitting = sitting
        self._chosen = chosen
        self._acts: dict[str, Callable[[], object]] = {
            "folded": self._folded,
            "again": self._again,
            "days": self._days,
            "by": lambda: self._with("by"),
            "for": lambda: self._with("for"),
            "kind": self._kind,
            "therapy": lambda: self._of_kind(FOR_THERAPY),
            "past": self._past,
            "ways": lambda: sitting.pages.open(ways_menu(sitting)),
        }

    def menu(self) -> Menu:
        """Return the list of what can be read."""
        return Menu(self._sitting, ritual.CHOOSE_TITLE, self._rows)

    def _rows(self) -> list[Row]:
        jar = self._sitting.jar
        names = tagged(jar)
        return [
            Row(phrased(text, jar), self._acts[name])
            for name, text in ritual.CHOOSE.items()
            if names or name not in ("by", "for")
        ]

    def _take(self, found: Selection, none: str) -> None:
        if found.slips:
            self._chosen(found)
        else:
            self._sitting.say(none)

    def _of(self, jar: Jar, none: str = ritual.NONE_SUCH) -> None:
        self._take(selecting.of_these(jar, self._sitting.today, order_of(jar)), none)

    def _folded(self) -> None:
        jar = self._sitting.jar
        found = selecting.of_folded(jar, self._sitting.today, order_of(jar))
        self._take(found, ritual.NONE_FOLDED)

    def _again(self) -> None:
        jar = self._sitting.jar
        found = selecting.of_last_days(jar, self._sitting.today, order_of(jar))
        self._take(found, ritual.NONE_SUCH)

    def _days(self) -> None:
        asked = (said.WHICH_TITLE, said.WHICH_HINT)
        self._sitting.pages.open(Asking(self._sitting, asked, self._of_days))

    def _of_days(self, line: str) -> None:
        if is_blank(line):
            self._sitting.pages.back()
            return
        try:
            days = read_span(line, self._sitting.service.almanac.when)
        except WhenError:
            self._sitting.say(said.WHICH_UNKNOWN)
            return
        self._of(selecting.between(self._sitting.jar, *days), said.WHICH_NONE)

    def _with(self, role: Literal["by", "for"]) -> None:
        def picked(part: Part) -> None:
            signature = Signature(ties=(Tie(role, part.id),))
            self._of(selecting.signed_as(self._sitting.jar, signature))

        menu = names_menu(self._sitting, ritual.WHO[role], picked, hint=ritual.WHO_HINT)
        self._sitting.pages.open(menu)

    def _kind(self) -> None:
        if not selecting.kinds_in(self._sitting.jar):
            self._sitting.say(ritual.NO_KINDS)
            return
        self._sitting.pages.open(
            Menu(
                self._sitting,
                ritual.KIND_TITLE,
                self._kind_rows,
                pick=line_mode.PICK_KIND,
                other=lambda words: self._of_kind(slug(words)),
            )
        )

    def _kind_rows(self) -> list[Row]:
        return [
            Row(kind.replace("-", " "), partial(self._of_kind, kind))
            for kind in selecting.kinds_in(self._sitting.jar)
        ]

    def _of_kind(self, kind: str) -> None:
        self._of(self._sitting.jar.of_kind(kind))

    def _past(self) -> None:
        if past(self._sitting.jar):
            self._sitting.pages.open(past_menu(self._sitting))
        else:
            self._sitting.say(ritual.NO_PAST)
