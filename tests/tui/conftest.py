"""A person at the full screen, without a terminal."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import pytest
from textual.pilot import Pilot

from jar_tui.service import JarService
from jar_tui.tui.app import JarApp
from jar_tui.tui.guard.busy import busy_pumps
from jar_tui.tui.widgets.quick_entry import QuickEntry
from jar_tui.tui.widgets.slip_list import SlipList
from tests.reading import flat
from tests.tui.script import week

DEADLINE = 20
"""Seconds after which a key is taken to be stuck."""
AT_ONCE = 0.0005
"""Seconds between two pictures: none is still due when the next key comes, as for a person."""


class Hand:
    """Presses keys and reads the screen."""

    def __init__(self, app: JarApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, each when everything the one before asked for was done and is shown."""
        driver = self.app._driver
        with (
            patch.object(driver, "send_message", self.app.post_message),
            patch("textual.app.wait_for_idle", self.settle),
        ):
            await self.pilot.press(*keys)
        await self.settle()

    async def settle(self, _: float = 0) -> None:
        """Wait until nothing is under way, where Textual would guess by the clock."""
        async with asyncio.timeout(DEADLINE):  # an app that has ended handles no more keys
            await self.app.keys_done()
            await self.app.workers.wait_for_complete()
            await self.app.settled()
            while under_way(self.app):
                await asyncio.sleep(0)

    async def resize(self, *sizes: tuple[int, int]) -> None:
        """Give the window one size after the other, and wait for the last."""
        for size in sizes:
            await self.pilot.resize_terminal(*size)
        await self.settle()

    def pause(self) -> None:
        """Let the next key be a new one, as after a moment's rest."""
        self.app._last_key = ("", 0.0)

    async def type(self, text: str) -> None:
        """Type words."""
        names = {" ": "space", "\n": "ctrl+j"}
        await self.press(*(names.get(char, char) for char in text))

    async def drop(self, text: str) -> None:
        """Type a slip and drop it in."""
        await self.type(text)
        await self.press("enter")

    @property
    def screen(self) -> str:
        """Return what the screen shows."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def entry(self) -> str:
        """Return the words in the entry."""
        return self.app.screen_stack[0].query_one("#entry", QuickEntry).text

    @property
    def chosen(self) -> str:
        """Return the words of the slip that is chosen in the jar."""
        slip = self.app.screen_stack[0].query_one("#slips", SlipList).chosen
        return slip.text if slip is not None else ""

    def shows(self, text: str) -> bool:
        """Say whether the screen shows a text, line breaks aside."""
        return flat(text) in flat(self.screen)


def under_way(app: JarApp) -> bool:
    """Say whether some part of an app is at work, or its screen has something to paint."""
    screen = app.screen
    return bool(
        busy_pumps(app)
        or any(not worker.is_finished for worker in app.workers)
        or app._resize_event
        or screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


@asynccontextmanager
async def at_the_jar(
    home: Path,
    clock: Callable[[], datetime],
    size: tuple[int, int] = (80, 24),
    *,
    openable: bool = True,
) -> AsyncIterator[Hand]:
    """Open the full screen on a jar, and leave it at the end."""
    app = JarApp(home, clock)
    try:
        with patch("textual.screen.UPDATE_PERIOD", AT_ONCE):
            async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
                hand = Hand(app, pilot)
                if openable:
                    await hand.settle()
                else:
                    await app.workers.wait_for_complete()
                    await pilot.pause()
                yield hand
    finally:
        app.saver.end()


@pytest.fixture(autouse=True)
def a_terminal_of_many_colors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look alike wherever the tests are run."""
    for name in ("NO_COLOR", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (
        ("TERM", "xterm-256color"),
        ("COLORTERM", "truecolor"),
        ("LANG", "C.UTF-8"),
    ):
        monkeypatch.setenv(name, value)


@pytest.fixture(autouse=True)
def nothing_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an app freeze nothing at its start, so that one app after the other can go."""
    monkeypatch.setattr(gc, "freeze", lambda: None)


@pytest.fixture(params=[(80, 24), (40, 20)], ids=["80x24", "40x20"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Return a desk's size and a phone's."""
    found: tuple[int, int] = request.param
    return found


@pytest.fixture
def six(jar_home: Path, clock: Callable[[], datetime]) -> JarService:
    """Give the jar of the script: six slips of a week, two of them marked."""
    return week(jar_home, clock)
