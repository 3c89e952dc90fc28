"""What every screen shares: the app it belongs to, the keys at its bottom, the bounce of keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, getters, on
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from jar_tui import words
from jar_tui.commands import Place, Standing
from jar_tui.tui.screens.keys import NEED_NAMES, KeysLine, opens_page

if TYPE_CHECKING:
    from jar_tui.tui.app import JarApp

Result = TypeVar("Result")
NARROW = 72
"""Below this many columns there is one column of panes and few keys are named."""
LOW = 16
"""From this many rows there is room for blank lines."""
HIGH = 22
"""From this many rows there is room for frames."""
LEAST = 30, 8
"""Columns and rows below which one line stands in the place of the screen."""


class JarScreen(Screen[Result]):
    """A screen of the jar."""

    PLACE: ClassVar[Place]
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (NARROW, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [
        (0, "-short"),
        (LOW, "-low"),
        (HIGH, "-high"),
    ]

    if TYPE_CHECKING:
        app: getters.app[JarApp]

    about_names = False
    """It has no place where no names are wanted."""
    _was_shown = False
    _leaving: tuple[Result | None] | None = None
    """What to go back with, once no other screen is on top of this one."""

    @property
    def narrow(self) -> bool:
        """Say whether there is room for one column only."""
        return self.app.size.width < NARROW

    @property
    def short(self) -> bool:
        """Say whether there is no room for blank lines."""
        return self.app.size.height < LOW

    @property
    def is_tiny(self) -> bool:
        """Say whether there is room for one line alone."""
        width, height = self.app.size
        return width < LEAST[0] or height < LEAST[1]

    @property
    def is_stale(self) -> bool:
        """Say whether this screen goes as soon as it is on top, and so is never to be painted."""
        return self.is_unwanted or (self._leaving is not None and self.app.screen is self)

    @property
    def is_unwanted(self) -> bool:
        """Say whether it is about names, and none are wanted any more."""
        return self.about_names and self.app.nouns is None

    def standing(self) -> Standing:
        """Return what decides which keys are worth naming."""
        return Standing()

    def place_now(self) -> Place:
        """Return the place whose keys matter now."""
        return self.PLACE

    def name_keys(self) -> None:
        """Name the keys that matter now at the bottom."""
        for line in self.query(KeysLine):
            line.name_keys(
                self.place_now(),
                replace(self.standing(), names=self.app.nouns is not None),
                self.app.nouns,
                width=self.app.size.width - (2 if self.narrow else 8),
                narrow=self.narrow,
            )

    def on_mount(self) -> None:
        """Name the keys."""
        self.name_keys()

    def name_keys_by(self, page: Widget) -> None:
        """Name the keys anew whenever there comes to be more of a page than shows, or no more."""
        goes_on: bool | None = None

        def look(*_: object) -> None:
            nonlocal goes_on
            before, goes_on = goes_on, page.scroll_offset.y < page.max_scroll_y
            if goes_on != before:
                self.name_keys()

        self.after_layout(look)
        self.watch(page, "scroll_y", look, init=False)

    def after_layout(self, act: Callable[[], object]) -> None:
        """Do something after every layout: Textual forgets a layout asked for within one."""
        self.screen_layout_refresh_signal.subscribe(self, lambda _: self.call_next(act))

    def on_resize(self) -> None:
        """Name the keys there is room for; where there is next to none, show one line alone."""
        self.name_keys()
        tiny = self.is_tiny
        if tiny and not self.query("#tiny"):
            # On top of the rest, which keeps the focus: what is typed meanwhile is not lost.
            self.mount(Static(Content(words.MORE_ROOM), id="tiny"))
        for line in self.query("#tiny"):
            line.display = tiny
        self.call_after_refresh(self._measure)

    def _measure(self) -> None:
        """Lay texts out again: of one that changed twice around a layout Textual keeps a height."""
        for text in self.query(Static):
            text.refresh(layout=True)

    def close(self, result: Result | None = None) -> None:
        """Go back; where another screen is on top, as soon as that one is gone."""
        if self.app.screen is self:
            self._leaving = None
            self.dismiss(result)
        else:
            self._leaving = (result,)

    @on(events.ScreenResume)
    def style_once(self, event: events.ScreenResume) -> None:
        """Have everything styled anew, but not the first time: it was a moment ago."""
        event.refresh_styles = self._was_shown
        self._was_shown = True

    def on_screen_resume(self) -> None:
        """Go back, where that was asked for while another screen was on top."""
        if self._leaving is not None:
            self.close(*self._leaving)
        elif self.is_unwanted:
            self.leave_unwanted()

    def leave_unwanted(self) -> None:
        """Go back, as no names are wanted any more."""
        self.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys for names where no names are wanted."""
        if action in NEED_NAMES and self.app.nouns is None:
            return False
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Say where one is; from an entry, explain its keys at once."""
        from jar_tui.tui.screens.help import HelpScreen, PageScreen

        place = self.place_now()
        self.app.push_screen(PageScreen(place) if opens_page(place) else HelpScreen(place))
