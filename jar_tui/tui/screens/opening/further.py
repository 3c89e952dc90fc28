"""Further back: the pile as it grew, slips from before beside lately, a question about now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from jar_tui.domain.jar import Jar
from jar_tui.domain.pile import Month, before_and_lately, months
from jar_tui.domain.records import Slip
from jar_tui.domain.ritual import ASKED, asks_monthly
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.opening.closing import ask_about_now
from jar_tui.tui.screens.opening.pages import LeafScreen
from jar_tui.tui.screens.saying import Saying
from jar_tui.words import opening as words
from jar_tui.words import ritual as said

WIDEST: Final = 76
"""Columns of a page."""
BAR: Final = "▄"


def further_back(screen: Saying, opening: str) -> None:
    """Offer what lies further back, over the last page of an opening."""
    app = screen.app

    async def ask() -> None:
        today = app.almanac.today().isoformat()
        menu.close()
        ask_about_now(screen, opening)
        await screen.kept(lambda jar: jar.people.choose(ASKED, today))

    def rows() -> list[Row]:
        found = [
            Row(said.BACK["pile"], lambda: _show(screen, PileScreen())),
            Row(said.BACK["lately"], lambda: _show(screen, LatelyScreen())),
        ]
        if asks_monthly(app.jar, app.almanac.today()):
            found.append(Row(said.BACK["question"], ask))
        return found

    menu = MenuScreen(said.BACK_TITLE, rows)
    app.push_screen(menu)


def _show(screen: Saying, page: LeafScreen) -> None:
    screen.app.push_screen(page)


class PileScreen(LeafScreen):
    """Shows the pile, a row to each month in which any slip came in."""

    def __init__(self) -> None:
        super().__init__(said.PILE_TITLE)

    def body(self) -> ComposeResult:
        """Lay out the hint and the rows."""
        yield Static(Content(said.PILE_HINT), id="hint")
        yield Static(id="told", markup=False)

    def on_mount(self) -> None:
        """Show the pile as it is in a newer jar."""
        self.app.changed.subscribe(self, self.take_jar)

    def on_resize(self) -> None:
        """Fit the rows to the screen."""
        self.take_jar(self.app.jar)

    def take_jar(self, jar: Jar) -> None:
        """Show the pile of a jar."""
        width = min(self.app.size.width - (2 if self.narrow else 8), WIDEST)
        self.query_one("#told", Static).update(Content("\n".join(pile_rows(months(jar), width))))


def pile_rows(found: Sequence[Month], width: int) -> list[str]:
    """Return a line a month: its name, a bar as long as the pile was by then, how many that is."""
    if not found:
        return []
    names = [said.month(one.year, one.month) for one in found]
    most = found[-1].by_then
    left = max(map(len, names))
    room = max(1, width - left - len(str(most)) - 2)
    return [
        f"{name:<{left}} {BAR * max(1, room * one.by_then // most)} {one.by_then}"
        for name, one in zip(names, found, strict=True)
    ]


class LatelyScreen(LeafScreen):
    """Shows some slips from before beside some from lately, or over them where it is narrow."""

    def __init__(self) -> None:
        super().__init__(said.BACK["lately"].capitalize())

    def body(self) -> ComposeResult:
        """Lay out both sides."""
        yield Static(id="told", markup=False)
        with Container(id="sides"):
            yield Static(id="before", classes="side", markup=False)
            yield Static(id="lately", classes="side", markup=False)

    def on_mount(self) -> None:
        """Show the sides as they are in a newer jar."""
        self.take_jar(self.app.jar)
        self.app.changed.subscribe(self, self.take_jar)

    def take_jar(self, jar: Jar) -> None:
        """Show the sides of a jar."""
        today = self.app.almanac.today()
        before, lately = before_and_lately(jar, today)
        sides = {
            "told": "" if before else said.NO_BEFORE,
            "before": self._side(said.BEFORE, before),
            "lately": self._side(said.lately(lately, today), lately),
        }
        for name, text in sides.items():
            self.query_one(f"#{name}", Static).update(Content(text))
        self.query_one("#told").display = not before
        self.query_one("#sides").display = bool(before)

    def _side(self, title: str, slips: Sequence[Slip]) -> str:
        today = self.app.almanac.today()
        told = [f"{words.beside(one, today, self.app.signed(one))}\n{one.text}" for one in slips]
        return "\n\n".join([title, *told])
