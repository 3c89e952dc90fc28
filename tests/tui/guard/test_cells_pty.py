"""What the guarded app sends: few bytes, the cursor in its place, the right picture."""

from __future__ import annotations

import signal
import struct
import termios
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path

import pytest

from tests.tui.guard.session import ENTER_GLASS, Session, demo, ready

DOWN, TAB = "\x1b[B", "\t"


def cost(session: Session, keys: str, done: Callable[[], object]) -> int:
    """Return how many bytes these keys made the app send."""
    before = len(session.output)
    session.send(keys)
    session.until(done, f"what {keys!r} does")
    return len(session.output) - before


def cursor(session: Session) -> tuple[int, int]:
    """Return where the hardware cursor is."""
    at = session.terminal().cursor
    return at.x, at.y


def test_budgets(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        session.until_shown("row 0 of the list")
        first = len(session.output.partition(ENTER_GLASS)[2])
        ready(session)
        letter = cost(session, "a", lambda: "a" in session.glass()[1])
        assert cursor(session) == (3, 1)
        cost(session, TAB, lambda: cursor(session)[1] == 6)
        arrow = cost(session, DOWN, lambda: cursor(session)[1] == 7)
        assert cursor(session)[0] == 2
        assert first <= 8_000
        assert letter <= 60
        assert arrow <= 500
        assert session.terminal().cursor.hidden


@pytest.mark.parametrize("text", ["語", "e\u0301x", "👨‍👩‍👧", "é─"])
def test_odd_text_beside_plain(tmp_path: Path, text: str) -> None:
    with demo(tmp_path) as session:
        ready(session)
        session.send("one" + text + "two")
        session.until(lambda: "two" in session.glass()[1], "the words")
        before = session.glass()
        session.send("\x7f" * (len(text) + 6))
        session.until(lambda: "one" not in session.glass()[1], "an empty entry")
        session.send("one" + text + "two")
        session.until(lambda: session.glass() == before, "the same picture again")


def test_a_resize_draws_everything(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        ready(session)
        session.send("words")
        session.until_shown("words")
        seen = len(session.output)
        ioctl(session.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 20, 60, 0, 0))
        session.kill(signal.SIGWINCH)
        session.until(lambda: b"\x1b[2J" in session.output[seen:], "a clear glass")
        session.until(lambda: b"words" in session.output[seen:], "the words again")
