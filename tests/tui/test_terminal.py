"""The program in a terminal: typing before it is there, bursts, ends of every kind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.cli.console import now
from jar_tui.domain.records import Slip
from jar_tui.service import JarService
from tests.tui.guard.session import Session

PROGRAM = [sys.executable, "-m", "jar_tui"]


@contextmanager
def program(
    columns: int = 80, lines: int = 24, *, ignore_hangup: bool = False
) -> Iterator[Session]:
    """Run the program in a terminal."""
    session = Session(PROGRAM, columns=columns, lines=lines, ignore_hangup=ignore_hangup)
    try:
        yield session
    finally:
        session.close()


def kept(home: Path) -> tuple[Slip, ...]:
    """Return every slip on disk."""
    return JarService.open(home, now)[0].jar.slips


def texts(home: Path) -> list[str]:
    """Return the words of every slip on disk."""
    return [slip.text for slip in kept(home)]


def leave(session: Session) -> None:
    """Leave with Ctrl-C; nothing may stay behind on the main screen."""
    session.send("\x03")
    assert session.ended() == 0
    assert session.main_screen() == []


@pytest.mark.parametrize("columns", [80, 40])
def test_a_slip_typed_before_the_program_is_there(jar_home: Path, columns: int) -> None:
    with program(columns, 24 if columns == 80 else 20) as session:
        time.sleep(0.01)
        session.send("hello\r")
        session.until_shown("Dropped in.")
        leave(session)
    assert texts(jar_home) == ["hello"]


def test_a_burst_on_a_slow_link_is_taken_in_order(jar_home: Path) -> None:
    with program() as session:
        session.until_shown(words.WRITE)
        session.send("one\rtwo\ryesterday: three\r\x1bt")
        session.until_shown('Marked "too small": three')
        leave(session)
    assert {slip.text: slip.too_small for slip in kept(jar_home)} == {
        "three": True,
        "one": False,
        "two": False,
    }


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.4])
def test_escape_and_a_letter_mean_both_however_they_arrive(jar_home: Path, pause: float) -> None:
    with program() as session:
        session.until_shown(words.WRITE)
        session.send("got dressed\r")
        session.until_shown("Dropped in.")
        if pause:
            session.send("\x1b")
            time.sleep(pause)
            session.send("t")
        else:
            session.send("\x1bt")
        session.until_shown('Marked "too small": got dressed')
        leave(session)
    assert kept(jar_home)[0].too_small


def half_a_slip(session: Session, home: Path) -> None:
    """Type half a slip and wait until it is on disk."""
    session.until_shown(words.WRITE)
    session.send("half a sli")

    def on_disk() -> bool:
        drafts = (home / "state" / "drafts").glob("*.json")
        return any(b"half a sli" in path.read_bytes() for path in drafts)

    session.until(on_disk, "the draft on disk")


def offered(home: Path) -> None:
    """See that the next start offers the words without showing them."""
    with program() as session:
        session.until_shown(words.DRAFT_KEPT)
        assert b"half" not in session.output
        session.send("\x1b[A")
        session.until_shown("half a sli")
        session.send("p\r")
        session.until_shown("Dropped in.")
        leave(session)
    assert texts(home) == ["half a slip"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGKILL, -signal.SIGKILL),
        (signal.SIGTERM, 128 + signal.SIGTERM),
        (signal.SIGHUP, 128 + signal.SIGHUP),
        (signal.SIGINT, 128 + signal.SIGINT),
    ],
)
def test_half_a_slip_survives_the_end(jar_home: Path, number: signal.Signals, code: int) -> None:
    with program() as session:
        half_a_slip(session, jar_home)
        session.kill(number)
        assert session.ended() == code
    offered(jar_home)


def test_letters_typed_right_before_a_signal_are_kept(jar_home: Path) -> None:
    with program() as session:
        session.until_shown(words.WRITE)
        session.send("half a sli")
        session.until_shown("half a sli")
        session.kill(signal.SIGTERM)
        session.ended()
    offered(jar_home)


@pytest.mark.parametrize("ignore_hangup", [False, True])
def test_half_a_slip_survives_a_dropped_link(jar_home: Path, ignore_hangup: bool) -> None:
    with program(ignore_hangup=ignore_hangup) as session:
        half_a_slip(session, jar_home)
        session.hang_up()
        assert session.ended() == 129
    offered(jar_home)


def test_leaving_in_mid_word_prints_nothing(jar_home: Path) -> None:
    with program() as session:
        session.until_shown(words.WRITE)
        session.send("half a sli")
        session.until_shown("half a sli")
        leave(session)
    offered(jar_home)


def words_kept(home: Path) -> str:
    """Return everything typed that is in the jar or waits as unfinished."""
    drafts = "".join(path.read_text() for path in (home / "state" / "drafts").glob("*.json"))
    return "".join(texts(home)) + drafts


def test_letters_typed_ahead_of_leaving_are_kept(jar_home: Path) -> None:
    with program() as session:
        session.until_shown(words.WRITE)
        session.send("x" * 1_500 + "\x03")
        assert session.ended() == 0
    assert words_kept(jar_home).count("x") >= 1_500


def test_slips_entered_ahead_of_leaving_are_dropped_or_kept(jar_home: Path) -> None:
    with program() as session:
        session.until_shown(words.WRITE)
        session.send("".join(f"slip {n:02}\r" for n in range(20)) + "a tail\x03")
        assert session.ended() == 0
    kept_words = words_kept(jar_home)
    assert all(f"slip {n:02}" in kept_words for n in range(20))
    assert "a tail" in kept_words


def test_what_others_add_meanwhile_is_all_there(jar_home: Path) -> None:
    lines = [f"line {n:03}" for n in range(500)]
    with program() as session:
        session.until_shown(words.WRITE)
        session.send("\x1b")
        adders = [
            subprocess.Popen(
                [*PROGRAM, "add", "--each-line"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
            )
            for _ in range(2)
        ]
        for adder in adders:
            adder.communicate("\n".join(lines).encode())
            assert adder.returncode == 0
        session.until_shown("line 499")
        session.send("/line 250")
        session.until(lambda: "\n".join(session.glass()).count("line 250") >= 2, "both slips")
        leave(session)
    assert sorted(texts(jar_home)) == sorted(lines * 2)


@pytest.mark.parametrize(
    "trouble", ["no input", "no output", "dumb"], ids=["stdin", "stdout", "TERM=dumb"]
)
def test_without_a_terminal_it_says_so_in_one_sentence(
    jar_home: Path, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if trouble == "dumb":
        session = Session(["/usr/bin/env", "TERM=dumb", *PROGRAM])
        try:
            assert session.ended() == 1
            assert session.output.decode().strip() == words.NO_TERMINAL
        finally:
            session.close()
        return
    ran = subprocess.run(PROGRAM, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert ran.returncode == 1
    assert ran.stderr.strip() == words.NO_TERMINAL
    assert ran.stdout == ""


def test_the_terminal_says_how_large_it_is_not_the_shell(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("LINES", "60")
    with program(40, 20) as session:
        session.until_shown("Ctrl-C leave, words kept")
        assert session.glass()[-1].strip() == "Esc jar · Ctrl-C leave, words kept"
        leave(session)


def test_an_idle_screen_writes_nothing(jar_home: Path) -> None:
    with program() as session:
        session.until_shown(words.WRITE)
        session.send("half\x1b")
        session.until_shown("Tab write")
        before = len(session.output)
        end = time.monotonic() + 2.5
        session.until(lambda: time.monotonic() > end, "the time to pass")
        assert len(session.output) == before
        leave(session)
