"""The program in a real tmux with a client attached, as people run it over SSH."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jar_tui import words
from tests.reading import flat
from tests.tui.guard.session import ROOT
from tests.tui.guard.tmux import Tmux, attached, needs_tmux, running
from tests.tui.test_terminal import kept, texts

pytestmark = needs_tmux


@pytest.fixture(params=[(80, 24), (40, 20)], ids=["80x24", "40x20"])
def tmux(request: pytest.FixtureRequest) -> Iterator[Tmux]:
    """Give a tmux of a desk's and of a phone's size."""
    with attached(*request.param) as server:
        yield server


def start(tmux: Tmux) -> None:
    """Type the command at the shell's prompt."""
    tmux.run("send-keys", "-l", f"clear; cd {ROOT}; PYTHONPATH={ROOT} {sys.executable} -m jar_tui")
    tmux.run("send-keys", "Enter")
    tmux.client.until(lambda: running(tmux), "python running")


def shows(tmux: Tmux, text: str) -> bool:
    """Say whether the pane shows a text, line breaks aside."""
    return flat(text) in flat(tmux.pane())


def wait_for(tmux: Tmux, text: str) -> None:
    """Wait until the pane shows a text."""
    try:
        tmux.client.until(lambda: shows(tmux, text), f"{text!r} in tmux")
    except AssertionError:
        raise AssertionError(f"never: {text!r}\n{tmux.pane()}") from None


def leave(tmux: Tmux) -> None:
    """Leave with Ctrl-C; the shell is as it was."""
    tmux.client.send("\x03")
    tmux.client.until(lambda: not tmux.in_glass(), "the main screen")
    tmux.client.send("echo $?:end\r")
    tmux.client.until(lambda: "0:end" in tmux.pane(), "the shell again")


def test_early_typing_marking_and_leaving(tmux: Tmux, jar_home: Path) -> None:
    start(tmux)
    tmux.client.send("hello there\r")
    wait_for(tmux, "Dropped in.")
    tmux.client.send("half")
    wait_for(tmux, "half")
    leave(tmux)
    assert "hello" not in tmux.pane()
    assert "half" not in tmux.pane()
    assert texts(jar_home) == ["hello there"]


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.4])
def test_escape_then_a_letter(tmux: Tmux, jar_home: Path, pause: float) -> None:
    start(tmux)
    wait_for(tmux, words.WRITE)
    tmux.client.send("got dressed\r")
    wait_for(tmux, "Dropped in.")
    tmux.client.send("\x1b" if pause else "\x1bt")
    if pause:
        time.sleep(pause)
        tmux.client.send("t")
    wait_for(tmux, 'Marked "too small": got dressed')
    leave(tmux)
    assert kept(jar_home)[0].too_small


def test_the_script_in_bursts(tmux: Tmux, jar_home: Path) -> None:
    start(tmux)
    wait_for(tmux, words.WRITE)
    tmux.client.send("took a breath before answering\r")
    wait_for(tmux, "Dropped in. Esc u takes it back.")
    tmux.client.send("got dressed\x14\r")
    wait_for(tmux, 'Dropped in, marked "too small".')
    tmux.client.send("yesterday: said no to Saturday\r")
    wait_for(tmux, "Dropped in, dated ")
    tmux.client.send("\r")
    wait_for(tmux, words.BLANK)
    tmux.client.send("\x1bt")
    wait_for(tmux, 'Marked "too small": said no to Saturday')
    tmux.client.send("\te\x1b\x1b\x1b\x1b")
    wait_for(tmux, "Enter whole")
    leave(tmux)
    assert len(texts(jar_home)) == 3
