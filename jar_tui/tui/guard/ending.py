"""The end of the process from a signal or a thread: draft first, terminal next, out."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

_PATIENCE = 5
_ending = threading.Lock()


def end_now(on_end: Callable[[], None], restore: Callable[[], None], code: int) -> None:
    """Save, put the terminal back and exit; a second caller returns and lets the first finish."""
    if not _ending.acquire(blocking=False):
        return
    _limit_the_time()
    for step in (on_end, restore):
        with suppress(BaseException):  # nothing may keep the process from ending
            step()
    _exit(code)


def _limit_the_time() -> None:
    """Let the kernel end the process if saving hangs, as it may on a dead network disk."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(_PATIENCE)


def _exit(code: int) -> NoReturn:
    os._exit(code)
