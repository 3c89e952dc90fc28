"""What Python does with errors outside the app: a line in the log, no traceback."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from jar_tui.tui.guard.crashlog import write_crash


def install_hooks(sentence: str, log: Path) -> Callable[[], None]:
    """Quiet the three hooks that would print messages or slips; returns how to undo it."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def on_error(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            return
        write_crash(log, error)
        print(sentence, file=sys.stderr)  # noqa: T201 - the one calm sentence

    def on_thread_error(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            write_crash(log, args.exc_value)

    def on_unraisable(args: Any) -> None:
        if args.exc_value is not None:
            write_crash(log, args.exc_value)

    def undo() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    sys.excepthook, threading.excepthook = on_error, on_thread_error
    sys.unraisablehook = on_unraisable
    return undo
