"""Leaving at once: the glass is empty before anything else happens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from textual.app import App

R = TypeVar("R")
_CLEAR = "\x1b[0m\x1b[2J\x1b[H"
_GRACE = 2.0


class Leaving(App[R]):
    """Knows whether the app is on its way out, and gets it out if it hangs."""

    by_force: Callable[[], None] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with no thought of leaving."""
        self.is_leaving = False
        self._last_resort: threading.Timer | None = None
        super().__init__(*args, **kwargs)

    def clear_glass(self) -> None:
        """Wipe the screen within a few milliseconds, and draw nothing on it any more."""
        if self.is_leaving:
            return
        self.is_leaving = True
        if self._driver is not None and not self.is_headless:
            self._driver.write(_CLEAR)
            self._driver.flush()

    def arm_last_resort(self, grace: float = _GRACE) -> None:
        """Make sure the process ends soon though a handler hangs or the link is stalled."""
        if self._last_resort is None and self.by_force is not None:
            self._last_resort = threading.Timer(grace, self.by_force)
            self._last_resort.daemon = True
            self._last_resort.start()

    def on_unmount(self) -> None:
        """Call off the last resort: the app is ending in good order."""
        if self._last_resort is not None:
            self._last_resort.cancel()


def quiet_leave(app: Leaving[int]) -> None:
    """Leave from anywhere: clear the glass, then end with code 0 and nothing printed."""
    app.clear_glass()
    app.arm_last_resort()
    app.exit(0)
