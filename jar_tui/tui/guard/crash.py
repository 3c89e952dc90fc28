"""A crash says one calm sentence; Textual would print local variables, so slips."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, TypeVar

from textual.app import App

from jar_tui.tui.guard.crashlog import write_crash

R = TypeVar("R")


class CalmCrash(App[R]):
    """Ends on an error with return code 1, one sentence and a log without words."""

    def __init__(self, *args: Any, sentence: str, crash_log: Path | None, **kwargs: Any) -> None:
        """Take the sentence to say and the file for types and places."""
        self._sentence = sentence
        self._crash_log = crash_log
        super().__init__(*args, **kwargs)

    def on_mount(self) -> None:
        """Keep asyncio from printing the errors of tasks that nobody waits for."""
        asyncio.get_running_loop().set_exception_handler(self._on_stray_error)

    def panic(self, *renderables: Any) -> None:
        """Say the sentence instead of what was to be shown."""
        self._end_calmly()

    def _fatal_error(self) -> None:
        self._end_calmly()

    def _handle_exception(self, error: Exception) -> None:
        if self._crash_log is not None:
            write_crash(self._crash_log, error)
        super()._handle_exception(error)

    def _on_stray_error(self, _loop: object, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if self._crash_log is not None and isinstance(error, BaseException):
            write_crash(self._crash_log, error)

    def _end_calmly(self) -> None:
        self._return_code = 1
        self._exit_renderables[:] = [self._sentence]
        self._close_messages_no_wait()
