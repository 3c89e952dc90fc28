"""The base of the real app: everything the guard offers, put together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App

from jar_tui.tui.guard.cells import CellDiff
from jar_tui.tui.guard.crash import CalmCrash
from jar_tui.tui.guard.driver import GuardDriver
from jar_tui.tui.guard.early import Early
from jar_tui.tui.guard.ending import end_now
from jar_tui.tui.guard.leave import quiet_leave
from jar_tui.tui.guard.ordered import OrderedKeys
from jar_tui.tui.guard.pointer import NoPointer
from jar_tui.tui.guard.wrapping import keep_clusters_whole


def _nothing() -> None:
    """Save nothing."""


class GuardedApp(OrderedKeys[int], CellDiff[int], CalmCrash[int], NoPointer[int]):
    """A Textual app with keys in order, thin output, calm crashes and a quiet way out."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        *,
        sentence: str,
        crash_log: Path | None = None,
        early: Early | None = None,
        on_end: Callable[[], None] = _nothing,
        **kwargs: Any,
    ) -> None:
        """Take the crash sentence and log, the early terminal and how to save the draft."""
        self.early = early
        if early is not None:
            self.by_force = partial(end_now, on_end, early.restore, 0)
        keep_clusters_whole()
        kwargs.setdefault("driver_class", GuardDriver)
        super().__init__(sentence=sentence, crash_log=crash_log, **kwargs)

    def begin_leaving(self) -> None:
        """Clear the glass as soon as Ctrl-C is seen."""
        self.clear_glass()
        if not self.is_headless:
            self.arm_last_resort()

    def leave_now(self) -> None:
        """Leave quietly on Ctrl-C; override to keep the draft first, then call this."""
        quiet_leave(self)

    def notify(self, message: str, **kwargs: Any) -> None:
        """Show a toast; its text is never markup, because it may hold a person's words."""
        kwargs.setdefault("markup", False)
        super().notify(message, **kwargs)


def run_guarded(app: GuardedApp) -> int:
    """Run the app full screen without a mouse, put the terminal back, return the exit code."""
    try:
        App.run(app, mouse=False)
    finally:
        if app.early is not None:
            app.early.restore()
    return app.return_code or 0
