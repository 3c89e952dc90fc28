"""Letters typed while the app starts: kept, and gone from the main screen."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.tui.guard.session import ENTER_GLASS, demo, ready, slips


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("hello\r", ["hello"]),
        ("helk\x7flo\r", ["hello"]),
        ("héé語\r", ["héé語"]),
        ("one\rtwo\r", ["one", "two"]),
        ("x" * 100 + "\r", ["x" * 100]),
        ("\x04hello\r", ["hello"]),
    ],
)
@pytest.mark.parametrize("delay", [0.01, 0.08])
def test_early_slips(tmp_path: Path, typed: str, expected: list[str], delay: float) -> None:
    with demo(tmp_path) as session:
        time.sleep(delay)  # where in the start the keys come, not a wait for a result
        session.send(typed)
        session.until(lambda: slips(tmp_path) == expected, f"slips {expected}")
        session.send("\x03")
        assert session.ended() == 0
        assert slips(tmp_path) == expected
        assert session.main_screen() == []


def test_early_letters_without_enter(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        time.sleep(0.01)
        session.send("hel")
        session.until(lambda: "hel" in session.glass()[1], "the letters in the entry")
        session.send("lo\r")
        session.until(lambda: slips(tmp_path), "a slip")
        session.send("\x03")
        assert session.ended() == 0
        assert slips(tmp_path) == ["hello"]
        assert session.main_screen() == []


def test_a_letter_cut_in_two_by_the_start(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        time.sleep(0.01)
        session.send(b"\xe8\xaa")
        session.until(lambda: ENTER_GLASS in session.output, "the glass")
        session.send(b"\x9e\r")
        session.until(lambda: slips(tmp_path), "a slip")
        assert slips(tmp_path) == ["語"]


def test_typed_at_once_when_running(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        ready(session)
        session.send("one\rtwo\rthree\r")
        session.until(lambda: len(slips(tmp_path)) == 3, "three slips")
        assert slips(tmp_path) == ["one", "two", "three"]


def test_early_ctrl_c_prints_no_traceback(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        session.until(lambda: ENTER_GLASS in session.output, "the glass")
        session.send("\x03")
        assert session.ended() == 0
        assert session.main_screen() == []


def test_early_kill_leaves_a_sane_terminal(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        session.until(lambda: ENTER_GLASS in session.output, "the glass")
        session.kill(signal.SIGINT)
        assert session.ended() in {130, -signal.SIGINT}
        assert session.main_screen() == []
        assert session.output.endswith(b"\x1b[?1049l\x1b[?25h")
