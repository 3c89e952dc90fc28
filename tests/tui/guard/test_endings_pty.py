"""Every way the app can end: the draft is saved, the terminal is whole, no words are left."""

from __future__ import annotations

import os
import signal
import termios
from pathlib import Path

import pytest

from tests.tui.guard.session import LEAVE_GLASS, Session, demo, ready

F2, F3, F4, F5 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"
SENTENCE = "Something went wrong; your slips are safe."


def is_cooked(session: Session) -> bool:
    """Tell whether the terminal echoes and has line editing again."""
    flags: int = termios.tcgetattr(session.fd)[3]
    wanted = termios.ECHO | termios.ICANON | termios.ISIG
    return flags & wanted == wanted


def draft_in_hand(session: Session) -> None:
    ready(session)
    session.send("a draft")
    session.until_shown("a draft")


def test_ctrl_c_clears_the_glass_and_prints_nothing(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        draft_in_hand(session)
        session.send("\x03")
        assert session.ended() == 0
        assert session.glass() == [""] * 24
        assert session.main_screen() == []
        assert is_cooked(session)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signals_save_and_restore(tmp_path: Path, number: signal.Signals) -> None:
    with demo(tmp_path) as session:
        draft_in_hand(session)
        session.kill(number)
        assert session.ended() == 128 + number
        assert (tmp_path / "ended").read_text() == "a draft"
        assert session.main_screen() == []
        assert LEAVE_GLASS in session.output
        assert is_cooked(session)


@pytest.mark.parametrize("ignored", [False, True])
def test_a_dropped_link_saves_and_ends(tmp_path: Path, ignored: bool) -> None:
    with demo(tmp_path, ignore_hangup=ignored) as session:
        draft_in_hand(session)
        session.hang_up()
        assert session.ended() == 129
        assert (tmp_path / "ended").read_text() == "a draft"


def test_a_stalled_link_does_not_keep_sigterm_out(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        draft_in_hand(session)
        os.set_blocking(session.fd, False)
        for _ in range(200):  # nobody reads: the writer, then the app itself, get stuck
            try:
                session.send("some words\x1b[B\t\t")
            except BlockingIOError:
                break
        session.kill(signal.SIGTERM)
        assert session.ended() == 143
        assert (tmp_path / "ended").exists()


@pytest.mark.parametrize("key", [F2, F4])
def test_a_crash_says_one_sentence(tmp_path: Path, key: str) -> None:
    with demo(tmp_path) as session:
        draft_in_hand(session)
        session.send(key)
        assert session.ended() == 1
        assert session.main_screen() == [SENTENCE]
        assert is_cooked(session)
    log = (tmp_path / "crash.log").read_text()
    assert "a draft" not in log
    assert "secret" not in log
    assert ("builtins.ValueError" if key == F2 else "builtins.KeyError") in log
    assert "guard/demo_app.py:" in log
    assert (tmp_path / "crash.log").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("key", [F3, F5])
def test_ctrl_c_does_not_wait_for_a_stuck_key(tmp_path: Path, key: str) -> None:
    with demo(tmp_path) as session:
        draft_in_hand(session)
        session.send(key + "more\r")
        session.send("\x03")
        assert session.ended() == 0
        assert session.glass() == [""] * 24
        assert session.main_screen() == []
        assert is_cooked(session)


def test_letters_just_before_ctrl_c_are_handled_first(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        ready(session)
        session.send("hello\r\x03")
        assert session.ended() == 0
        assert (tmp_path / "slips").read_text() == "'hello'\n"


def test_a_bad_byte_ends_nothing(tmp_path: Path) -> None:
    with demo(tmp_path) as session:
        ready(session)
        session.send(b"caf\xe9 ok")
        session.until(lambda: "caf\ufffd ok" in session.glass()[1], "the letters around it")
        session.send("\x03")
        assert session.ended() == 0


@pytest.mark.parametrize("pause", [signal.SIGTSTP, signal.SIGSTOP])
def test_stopped_and_continued_draws_again(tmp_path: Path, pause: signal.Signals) -> None:
    with demo(tmp_path) as session:
        draft_in_hand(session)
        session.kill(pause)
        session.until(lambda: state(session.pid) == "T", "the process stopped")
        if pause == signal.SIGTSTP:
            session.until(lambda: LEAVE_GLASS in session.output, "the main screen")
            assert is_cooked(session)
        seen = len(session.output)
        session.kill(signal.SIGCONT)
        session.until(lambda: b"a draft" in session.output[seen:], "a new picture")
        session.send("!")
        session.until_shown("a draft!")
        session.send("\x03")
        assert session.ended() == 0
        assert is_cooked(session)


def state(pid: int) -> str:
    """Return the state letter of a process."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
