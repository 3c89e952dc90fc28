"""In a real tmux with a client attached: early keys, Alt and a clean main screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.guard.session import ROOT, slips
from tests.tui.guard.tmux import Tmux, attached, needs_tmux, running

pytestmark = needs_tmux


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    """Give a tmux of our own."""
    with attached() as server:
        yield server


def test_early_keys_alt_and_leaving(tmux: Tmux, tmp_path: Path) -> None:
    line = f"PYTHONPATH={ROOT} {sys.executable} -m tests.tui.guard.demo_app {tmp_path}"
    tmux.run("send-keys", "-l", f"clear; cd {ROOT}; {line}")
    tmux.run("send-keys", "Enter")
    tmux.client.until(lambda: running(tmux), "python running")
    tmux.client.send("hello\r")
    tmux.client.until(lambda: slips(tmp_path) == ["hello"], "one slip")
    tmux.client.send("a\x1b\rb")  # Alt+Enter, as tmux passes it on: Esc, then Enter
    tmux.client.until(lambda: len(slips(tmp_path)) == 2, "a second slip")
    assert slips(tmp_path) == ["hello", "a"]
    tmux.client.until(lambda: "b" in tmux.pane().splitlines()[1], "the letter after it")
    assert tmux.in_glass()
    tmux.client.send("\x03")
    tmux.client.until(lambda: not tmux.in_glass(), "the main screen")
    tmux.client.send("echo $?:end\r")
    tmux.client.until(lambda: "0:end" in tmux.pane(), "the shell again")
    shown = tmux.pane()
    assert "hello" not in shown
    assert "row 0" not in shown


def test_kill_session_saves_the_draft(tmux: Tmux, tmp_path: Path) -> None:
    line = f"cd {ROOT}; exec {sys.executable} -m tests.tui.guard.demo_app {tmp_path}"
    tmux.run("send-keys", "-l", f"PYTHONPATH={os.fspath(ROOT)}; export PYTHONPATH; {line}")
    tmux.run("send-keys", "Enter")
    tmux.client.until(lambda: "row 0 of the list" in tmux.pane(), "the app")
    tmux.client.send("a draft")
    tmux.client.until(lambda: "a draft" in tmux.pane(), "the draft")
    tmux.run("kill-session")
    tmux.client.until((tmp_path / "ended").exists, "a saved draft")
    tmux.client.until(lambda: (tmp_path / "ended").read_text() == "a draft", "all of it")
