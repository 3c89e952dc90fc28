"""Erasing a slip that was set aside: what that means, and one key that does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from jar_tui import words
from jar_tui.commands import Place, Standing
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip
from jar_tui.service.history import still_to_come
from jar_tui.store.errors import SlipGone
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.slip_page import Page
from jar_tui.words import history

if TYPE_CHECKING:
    from jar_tui.service import JarService
    from jar_tui.store.erasing import Erased


FIRST_WORDS: Final = 60
"""Letters that tell a slip from others."""


class EraseScreen(Saying):
    """Says what goes, what stays out of reach, and that there is no undo."""

    PLACE: ClassVar[Place] = "erase"
    BINDINGS: ClassVar[list[BindingType]] = bindings("erase")

    facts = getters.query_one("#facts", Static)
    body = getters.query_one("#body", Page)

    def __init__(self, slip: Slip, erased: Callable[[str], None]) -> None:
        """Take the slip, and what to do with the sentence said once it is gone."""
        super().__init__()
        self._slip = slip
        self._when_erased = erased

    def compose(self) -> ComposeResult:
        """Show which slip it is, what goes, and the keys."""
        yield Static(Content(history.ERASE_TITLE), id="title")
        yield Static(id="facts", markup=False)
        with Page(id="body"):
            yield Static(Content("\n\n".join(history.what_goes())), id="told")
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the slip, and what becomes of it."""
        self.app.changed.subscribe(self, self.take_jar)
        self.after_layout(self.name_keys)
        self.watch(self.body, "scroll_y", self.name_keys, init=False)
        self._show_slip(self._slip)

    def take_jar(self, jar: Jar) -> None:
        """Show the slip as it is in a newer jar; of an erased one nothing."""
        self._show_slip(jar.get(self._slip.id))

    def _show_slip(self, slip: Slip | None) -> None:
        told = history.GONE
        if slip is not None:
            day = words.day_heading(slip, self.app.almanac.today())
            told = f"{day}: {words.excerpt(slip, FIRST_WORDS)}"
        self.facts.update(Content(told))

    def standing(self) -> Standing:
        """Return what decides which keys are named, and how."""
        return Standing(brief=True, blank=False, more=self.body.has_more)

    def action_more(self) -> None:
        """Show more of the page."""
        self.body.scroll_down(animate=False)

    async def action_erase(self) -> None:
        """Erase the slip, where it is still set aside."""
        if self.app.bounced:
            return
        key = self._slip.id

        def erase(service: JarService) -> Erased | None:
            service.catch_up()
            slip = service.jar.get(key)
            if slip is None:
                raise SlipGone
            return service.erase(key) if slip.set_aside else None

        done: list[Erased | None] = []
        trouble = await self.kept(lambda service: done.append(erase(service)), screen=False)
        if trouble:
            self.say(trouble)
        elif done[0] is None:
            self.leave_saying(history.BACK_MEANWHILE)
        else:
            self.close()
            self._when_erased(" ".join(history.erased(*still_to_come(done[0]))))

    def action_back(self) -> None:
        """Go back, nothing erased."""
        self.leave_saying(history.NOT_ERASED)
