"""Signals and hang-ups: the draft is saved and the terminal put back before the end."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import threading
from collections.abc import Callable

from jar_tui.tui.guard.ending import end_now

_ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
_GONE = select.POLLHUP | select.POLLERR


def install(on_end: Callable[[], None], restore: Callable[[], None], fd: int = 0) -> None:
    """Take over the ending signals and watch the terminal; call once, from the main thread.

    `signal.signal`, because handlers of the event loop do not run while a stalled link holds it.
    `on_end` may run in the middle of anything, also in another thread: it must take no lock that
    the app holds for long and touch no widget.
    """

    def handle(number: int, _frame: object) -> None:
        end_now(on_end, restore, 128 + number)

    for number in _ENDING:
        # A parent that ignores SIGHUP (nohup) means it; the watchdog sees the hang-up then.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handle)
    if os.isatty(fd):
        threading.Thread(
            target=_watch, args=(fd, on_end, restore), name="hang-up watchdog", daemon=True
        ).start()


def wake_loop() -> None:
    """Let a signal that another thread is given wake the running loop, not wait for a key."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    asyncio.get_running_loop().add_reader(reading, os.read, reading, 4096)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)


def _watch(fd: int, on_end: Callable[[], None], restore: Callable[[], None]) -> None:
    """Sleep in poll until the terminal is gone; reading from it then would spin for ever."""
    poll = select.poll()
    poll.register(fd, 0)
    for _, event in poll.poll():
        if event & _GONE:
            end_now(on_end, restore, 128 + signal.SIGHUP)
