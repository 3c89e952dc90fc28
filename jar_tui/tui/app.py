"""The full screen: one app, one jar, and the one worker that keeps it."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from rich.console import RenderableType
from textual import events
from textual.binding import Binding
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen
from textual.signal import Signal
from textual.widgets import Input, TextArea

from jar_tui import words
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import WORD, choice, signature_of
from jar_tui.domain.records import Slip
from jar_tui.service import Almanac, JarService
from jar_tui.service.latching import Latching
from jar_tui.service.people import people_at
from jar_tui.service.telling import told
from jar_tui.store.errors import StoreError
from jar_tui.store.folders import Folders
from jar_tui.store.settings import Look, load
from jar_tui.store.writer import Clock
from jar_tui.tui.clusters import is_typed
from jar_tui.tui.guard import signals
from jar_tui.tui.guard.early import Early
from jar_tui.tui.guard.guarded import GuardedApp, run_guarded
from jar_tui.tui.plain_signs import AsciiOnly, wants_ascii
from jar_tui.tui.saver import Saver
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.first import First
from jar_tui.tui.screens.main import MainScreen
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.theme import TERMINAL, paper_colors, theme_name, theme_of
from jar_tui.tui.widgets.jar_picture import colors_of
from jar_tui.words.names import Nouns, nouns_of

Result = TypeVar("Result")
FIRST_KEYS: Final = 0.05
"""Seconds the first keys have to themselves before the jar is read."""


class JarApp(GuardedApp):
    """Shows one jar."""

    CSS_PATH = ["styles/look.tcss", "styles/screens.tcss"]
    BINDINGS = [
        Binding("ctrl+l", "curtain", show=False, priority=True, system=True),
    ]

    class JarChanged(Message):
        """The saver has a newer jar."""

    class SaverFailed(Message):
        """The saver cannot go on, so nothing would be kept any more."""

        def __init__(self, error: BaseException) -> None:
            super().__init__()
            self.error = error

    def __init__(
        self, home: Path, clock: Clock, *, early: Early | None = None, **kwargs: Any
    ) -> None:
        folders = Folders(home)
        self.saver = Saver(home, clock, self._jar_is_newer, self._saver_failed)
        super().__init__(
            sentence=words.CRASHED,
            crash_log=folders.crashes,
            early=early,
            on_end=self.save_words,
            # Else Textual puts greys in the place of colours, over the terminal's own.
            ansi_color=True if os.environ.get("NO_COLOR") else None,
            **kwargs,
        )
        self.almanac = Almanac(clock, load(folders.settings))
        self.latching = Latching(folders.latch, self.almanac, self._later)
        """Who goes on signing in this session."""
        self.jar = _people(home)
        """The newest jar; before the slips are read, the names alone."""
        self.changed: Signal[Jar] = Signal(self, "jar changed")
        self.sitting: frozenset[str] = frozenset()
        """Ids of the slips dropped in since this session began."""
        self.bounced = False
        """The present key is a repeat; keys that change slips then do nothing."""
        self._last_key = ("", 0.0)
        settings = self.almanac.settings
        plain = self.no_color or self.console.color_system == "standard"
        self.look: Look = TERMINAL if plain else settings.look
        """The look that shows; where colours are few or unwanted, the terminal's own."""
        self.signs = AsciiOnly(enabled=wants_ascii(settings.signs, os.environ))
        self.register_theme(theme_of(self.look))
        self.theme = theme_name(self.look)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to each line, the signs of the screens last."""
        filters = super().get_line_filters()
        return [*filters, self.signs] if self.signs.enabled else filters

    def get_default_screen(self) -> First:
        """Return the first screen in the class of its size, so that it is styled once."""
        sizes = (
            (self.size.width, First.HORIZONTAL_BREAKPOINTS),
            (self.size.height, First.VERTICAL_BREAKPOINTS),
        )
        fitting = [[name for least, name in points if size >= least][-1] for size, points in sizes]
        first: type[First] = MainScreen
        if self.almanac.settings.simple_screen == "start":
            from jar_tui.tui.screens.simple import SimpleScreen

            first = SimpleScreen
        return first(classes=" ".join(fitting))

    @property
    def nouns(self) -> Nouns | None:
        """Return what those who sign are called; None where no names are wanted."""
        return nouns_of(choice(self.jar, WORD))

    def signed(self, slip: Slip, *, unsure: str = "not sure") -> str:
        """Say who is on a slip; where no names are wanted, nothing."""
        return told(signature_of(self.jar, slip), self.jar, unsure=unsure)

    @property
    def papers(self) -> tuple[str, ...]:
        """Return the colour of each folded paper in the drawing of the jar."""
        wanted = colors_of(self.jar)
        return paper_colors(self.look, wanted if self.nouns else [""] * len(wanted))

    def on_ready(self) -> None:
        """Read the jar, now that the first frame is on the glass."""
        gc.freeze()
        gc.enable()
        # Not a timer of the app's: a key that waits for the jar holds those up, and for ever.
        asyncio.get_running_loop().call_later(FIRST_KEYS, self.saver.start)

    @property
    def key(self) -> str:
        """Return the present key, as Textual names it."""
        return self._last_key[0]

    def _jar_is_newer(self) -> None:
        self.post_message(self.JarChanged())

    def _later(self, job: Callable[[], None]) -> None:
        self.saver.submit(lambda service: job())

    def _saver_failed(self, error: BaseException) -> None:
        self.post_message(self.SaverFailed(error))

    def on_jar_app_saver_failed(self, event: SaverFailed) -> None:
        """Stop calmly: the draft is kept, and nothing is called kept that is not."""
        raise event.error

    def on_jar_app_jar_changed(self) -> None:
        """Show what another session, or opening, brought."""
        self.take_jar()

    def take_jar(self) -> None:
        """Hand the saver's newest jar to every screen."""
        if self.saver.jar is not self.jar:
            before, self.jar = self.jar, self.saver.jar
            self.saver.unfinished.forget_erased(before, self.jar)
            self.changed.publish(self.jar)
            if isinstance(self.screen, JarScreen) and self.screen.is_unwanted:
                self.screen.leave_unwanted()

    def take_in(self, typed: str, *, first: bool) -> None:
        """Have words stand where new slips are written; at the `first`, what is there waits."""
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            main.take_in(typed, first=first)

    async def ask(self, job: Callable[[JarService], Result]) -> Result:
        """Have something done to the jar, show the jar that comes of it, return the answer.

        Raises what the service raises.
        """
        return await self.arrival(self.saver.submit(job))

    async def arrival(self, future: Future[Result]) -> Result:
        """Wait for the saver to have done something, and show the jar that comes of it."""
        try:
            # Shielded: whoever waits may be gone, the change is still to be made.
            return await asyncio.shield(asyncio.wrap_future(future))
        finally:
            self.take_jar()

    async def settled(self) -> None:
        """Wait until everything asked for so far is on disk or was refused."""
        with suppress(StoreError):
            await self.arrival(self.saver.submit(lambda service: None))

    def wants_key(self, event: events.Key | events.Paste) -> bool:
        """Let nothing be changed unseen: where next to nothing shows, only words are taken."""
        if not (isinstance(self.screen, JarScreen) and self.screen.is_tiny):
            return True
        if isinstance(event, events.Key):
            if event.key in ("ctrl+c", "ctrl+l"):
                return True
            if not is_typed(event.character) and event.key != "backspace":
                return False
        return isinstance(self.focused, TextArea | Input)

    def before_key(self, event: events.Key | events.Paste) -> None:
        """Take the last answer off; note whether a hand may have shaken."""
        key = event.key if isinstance(event, events.Key) else ""
        last, last_time = self._last_key
        patience = self.almanac.settings.key_bounce / 1000
        self.bounced = key == last and event.time - last_time < patience
        self._last_key = (key, event.time)
        if isinstance(self.screen, Saying):
            self.screen.fade()

    def action_curtain(self) -> None:
        """Hide the screen, or show it again."""
        from jar_tui.tui.screens.curtain import CurtainScreen

        if isinstance(self.screen, CurtainScreen):
            self.pop_screen()
        else:
            self.push_screen(CurtainScreen())

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Paint a screen, but none that is about to go: a curtain may just have been lifted."""
        if isinstance(screen, JarScreen) and screen.is_stale:
            return
        super()._display(screen, renderable)

    def save_words(self) -> None:
        """Put every word on disk that is not in the jar; safe in a signal handler."""
        self.saver.unfinished.write_on(self.unread_text())
        self.saver.unfinished.flush()

    def leave_now(self) -> None:
        """Leave at once; keys that were typed ahead are kept as words."""
        self.saver.unfinished.write_on(self.unread_text())
        super().leave_now()


def _people(home: Path) -> Jar:
    """Return the names, so that tags are read from the first letter on."""
    with suppress(StoreError):
        return people_at(home)
    return Jar()


def now() -> datetime:
    """Return the time with its offset, as slips carry it."""
    return datetime.now().astimezone()


def run(home: Path, early: Early, clock: Clock = now) -> int:
    """Run the full screen until the person leaves; return the exit code."""
    # The worker that keeps slips gets its turn sooner while the screen is being painted.
    sys.setswitchinterval(0.001)
    app = JarApp(home, clock, early=early)
    with suppress(StoreError):  # said once the screen is there
        app.saver.begin_drafts()
    signals.install(app.save_words, early.restore)
    try:
        code = run_guarded(app)
    finally:
        kept = app.saver.end()
    if not kept:
        sys.stderr.write(f"{words.DRAFT_LOST}\n")
        return 1
    return code
