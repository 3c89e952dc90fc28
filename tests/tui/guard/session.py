"""A program in a pseudo terminal, and what a person would see of it."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pexpect
import pyte

ROOT = Path(__file__).parents[3]
DEMO = Path(__file__).with_name("demo_app.py")
DEADLINE = 30.0
ENTER_GLASS, LEAVE_GLASS = b"\x1b[?1049h", b"\x1b[?1049l"
_SWITCH = re.compile(rb"(\x1b\[\?1049[hl])")


class Session:
    """The demo app (or another program) at the other end of a pty, 80x24 unless told."""

    def __init__(
        self,
        argv: list[str],
        *,
        ignore_hangup: bool = False,
        columns: int = 80,
        lines: int = 24,
    ) -> None:
        """Start the program; returns as soon as it was executed."""
        self.columns = columns
        self.lines = lines
        self.output = b""
        self.exit_code: int | None = None
        self._screen = pyte.Screen(columns, lines)
        self._stream, self._fed = pyte.ByteStream(self._screen), b""
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
        environment.pop("TMUX", None)
        environment.pop("COLORTERM", None)
        # The stubs do not know the process behind a spawn, which holds the file.
        self._child: Any = pexpect.spawn(
            argv[0],
            argv[1:],
            env=environment,
            dimensions=(lines, columns),
            ignore_sighup=ignore_hangup,
            cwd=str(ROOT),
        )
        self.fd: int = self._child.child_fd
        self._open = True

    @property
    def pid(self) -> int:
        """The process id of the program."""
        pid = self._child.pid
        assert isinstance(pid, int)
        return pid

    def send(self, data: bytes | str) -> None:
        """Type or paste, in one write."""
        os.write(self.fd, data.encode() if isinstance(data, str) else data)

    def kill(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as a dropped link does."""
        self._open = False
        self._child.ptyproc.fileobj.close()

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Read output until something holds."""
        end = time.monotonic() + DEADLINE
        while not condition():
            assert time.monotonic() < end, f"never: {what}\n" + "\n".join(self.glass())
            self._read()

    def rest(self) -> None:
        """Read output until none comes for a moment, as somebody who looks before the next key."""
        while self._read():
            pass

    def until_shown(self, text: str) -> None:
        """Read output until the glass shows a text."""
        self.until(lambda: text in "\n".join(self.glass()), f"shown {text!r}")

    def ended(self) -> int:
        """Wait for the end of the program and return its exit code, negative for a signal."""

        def gone() -> bool:
            if self.exit_code is None:
                with suppress(ChildProcessError):
                    pid, status = os.waitpid(self.pid, os.WNOHANG)
                    if pid:
                        self.exit_code = os.waitstatus_to_exitcode(status)
            return self.exit_code is not None

        self.until(gone, "the end of the program")
        while self._open and self._read():
            pass
        assert self.exit_code is not None
        return self.exit_code

    def glass(self) -> list[str]:
        """Return the lines of the alternate screen."""
        return [line.rstrip() for line in self.terminal().display]

    def terminal(self) -> pyte.Screen:
        """Return the alternate screen; pyte knows only one, so only its bytes are fed.

        What it showed at the last look is fed only what came since.
        """
        data = self.output.rpartition(ENTER_GLASS)[2].partition(LEAVE_GLASS)[0]
        if not data.startswith(self._fed):
            self._screen = pyte.Screen(self.columns, self.lines)
            self._stream, self._fed = pyte.ByteStream(self._screen), b""
        self._stream.feed(data[len(self._fed) :])
        self._fed = data
        return self._screen

    def main_screen(self) -> list[str]:
        """Return the lines outside of the glass that hold something."""
        data, inside = b"", False
        for piece in _SWITCH.split(self.output):
            if piece in (ENTER_GLASS, LEAVE_GLASS):
                inside = piece == ENTER_GLASS
            elif not inside:
                data += piece
        return [
            line.rstrip() for line in shown(data, self.columns, self.lines).display if line.strip()
        ]

    def close(self) -> None:
        """End the program if it still runs."""
        if self.exit_code is None:
            with suppress(ProcessLookupError):
                self.kill(signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(self.pid, 0)
        self._child.ptyproc.terminated = self._child.terminated = True
        if self._open:
            self._child.ptyproc.fileobj.close()
        self._child.closed = self._child.ptyproc.closed = True

    def _read(self) -> bool:
        """Take in what was written within a moment; tell whether anything was."""
        if not self._open:
            time.sleep(0.01)
            return False
        if not select.select([self.fd], [], [], 0.02)[0]:
            return False
        with suppress(OSError):
            data = os.read(self.fd, 65536)
            self.output += data
            return bool(data)
        return False


def shown(data: bytes, columns: int = 80, lines: int = 24) -> pyte.Screen:
    """Return what a terminal shows after these bytes."""
    screen = pyte.Screen(columns, lines)
    pyte.ByteStream(screen).feed(data)
    return screen


@contextmanager
def demo(folder: Path, *arguments: str, ignore_hangup: bool = False) -> Iterator[Session]:
    """Run the demo app in this folder."""
    argv = [sys.executable, "-m", "tests.tui.guard.demo_app", str(folder), *arguments]
    session = Session(argv, ignore_hangup=ignore_hangup)
    try:
        yield session
    finally:
        session.close()


def ready(session: Session) -> None:
    """Wait until the demo takes keys, without leaving a trace of that in the entry."""
    session.until_shown("row 0 of the list")
    session.send("?")
    session.until(lambda: "?" in session.glass()[1], "the first letter")
    session.send("\x7f")
    session.until(lambda: "?" not in session.glass()[1], "an empty entry")


def slips(folder: Path) -> list[str]:
    """Return what the demo app recorded."""
    path = folder / "slips"
    return [eval(line) for line in path.read_text().splitlines()] if path.exists() else []
