"""The terminal made quiet before Textual is imported, so that typing at once works."""

from __future__ import annotations

import fcntl
import os
import select
import sys
import termios

from jar_tui.tui.guard import echo

TYPE_CHECKING = False  # typing itself would cost milliseconds before the terminal is quiet
if TYPE_CHECKING:
    from typing import Any

ENTER_GLASS = b"\x1b[?1049h"
_ENTER = ENTER_GLASS + b"\x1b[2J\x1b[H\x1b[?25l"
_LEAVE = (
    b"\x1b[?2026l\x1b[?2004l\x1b[?1004l\x1b[?2048l\x1b[0m\x1b[2J\x1b[H\x1b[?7h\x1b[?1049l\x1b[?25h"
)
_IFLAG, _LFLAG, _CC = 0, 3, 6


class Early:
    """What was typed before the app, and the way back to the terminal as it was found."""

    def __init__(self, fd_in: int, fd_out: int, attrs: list[Any]) -> None:
        """Remember the two ends of the terminal and its settings as they were."""
        self.fd_in = fd_in
        self.fd_out = fd_out
        self.attrs = attrs
        self.typed = b""
        self.in_glass = False
        self._restored = False

    def take(self) -> bytes:
        """Hand out the early keys once, so that a resumed app does not type them again."""
        typed, self.typed = self.typed, b""
        return typed

    def restore(self) -> None:
        """Put the terminal back as it was found; safe to call twice, and never blocks."""
        if self._restored or _in_background(self.fd_in):
            return
        self._restored = True
        try:  # noqa: SIM105 - importing contextlib would cost milliseconds here
            termios.tcsetattr(self.fd_in, termios.TCSANOW, self.attrs)
        except (OSError, termios.error):
            pass  # the terminal is gone: nothing is left to put back
        if self.in_glass:
            self.in_glass = False
            write_now(self.fd_out, _LEAVE)


def enter() -> Early | None:
    """Stop the echo, keep what was typed so far and open the glass; None without a terminal."""
    fd_out = next((fd for fd in (2, 1) if os.isatty(fd)), None)
    if fd_out is None or not os.isatty(0):
        return None
    try:
        early = Early(0, fd_out, termios.tcgetattr(0))
        # Every byte counted between these two calls was echoed, bar those that arrive within
        # the few microseconds between them; later ones are neither echoed nor changed.
        termios.tcsetattr(0, termios.TCSANOW, _raw(early.attrs))
        waiting = _count_waiting(0)
    except (OSError, termios.error):
        return None
    early.in_glass = True
    _quiet_signals(early)
    pending = os.read(0, waiting) if waiting and select.select([0], [], [], 0)[0] else b""
    early.typed = echo.typed_keys(
        pending, enter_became_newline=bool(early.attrs[_IFLAG] & termios.ICRNL)
    )
    shown = pending if early.attrs[_LFLAG] & termios.ECHO else b""
    os.write(fd_out, echo.wipe(shown, *_size(fd_out)) + _ENTER)
    return early


def write_now(fd: int, data: bytes) -> None:
    """Write to a terminal if it takes the bytes at once; a stalled link must not hold us."""
    try:
        # A file description of our own: O_NONBLOCK on the shared one would reach the shell.
        own = os.open(os.ttyname(fd), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        own = -1
    try:
        if own >= 0:
            os.write(own, data)
        elif select.select([], [fd], [], 0)[1]:
            os.write(fd, data)
    except OSError:
        pass  # stalled or gone
    finally:
        if own >= 0:
            os.close(own)


def _raw(attrs: list[Any]) -> list[Any]:
    """Return the settings in which keys come at once, unchanged and without an echo."""
    raw = [*attrs[:_CC], list(attrs[_CC])]
    raw[_IFLAG] &= ~(
        termios.ICRNL
        | termios.INLCR
        | termios.IGNCR
        | termios.IXON
        | termios.IXOFF
        | termios.ISTRIP
    )
    raw[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
    raw[_CC][termios.VMIN], raw[_CC][termios.VTIME] = 1, 0
    return raw


def _count_waiting(fd: int) -> int:
    """Return how many typed bytes lie unread in the kernel."""
    answer = fcntl.ioctl(fd, termios.FIONREAD, b"\0\0\0\0")
    return int.from_bytes(answer, sys.byteorder)


def _size(fd: int) -> tuple[int, int]:
    """Return the columns and lines of the terminal, with the usual ones if it does not say."""
    try:
        size = os.get_terminal_size(fd)
    except OSError:
        return 80, 24
    return size.columns or 80, size.lines or 24


def _in_background(fd: int) -> bool:
    """Tell whether another job owns the terminal: touching it then would stop this process."""
    try:
        return os.tcgetpgrp(fd) != os.getpgrp()
    except OSError:
        return False


def _quiet_signals(early: Early) -> None:
    """Leave without a traceback if a signal comes before the app has its own handlers."""
    import atexit
    import signal  # after the switch to raw: it costs 5 ms

    def leave(number: int, _frame: object) -> None:
        early.restore()
        os._exit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, leave)
    atexit.register(early.restore)
