"""In a real tmux with a client attached: early keys, Alt and a clean main screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.guard.session import ROOT, Session, slips

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="no tmux here")


class Tmux:
    """One private tmux server with an attached client."""

    def __init__(self) -> None:
        """Start it on a plain shell."""
        self._command = ["tmux", "-L", f"jar-{uuid.uuid4().hex}", "-f", "/dev/null"]
        self.client = Session([*self._command, "new-session", "-x", "80", "-y", "24", "/bin/sh"])

    def run(self, *arguments: str) -> str:
        """Run a tmux command."""
        result = subprocess.run(
            [*self._command, *arguments], capture_output=True, text=True, timeout=20
        )
        return result.stdout

    def pane(self) -> str:
        """Return what the pane shows."""
        return self.run("capture-pane", "-p")

    def in_glass(self) -> bool:
        """Tell whether the alternate screen is on."""
        return self.run("display-message", "-p", "#{alternate_on}").strip() == "1"

    def close(self) -> None:
        """End the server and the client."""
        self.run("kill-server")
        self.client.close()


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    """Give a tmux of our own."""
    server = Tmux()
    try:
        server.client.until(lambda: "$" in server.pane() or "#" in server.pane(), "a prompt")
        yield server
    finally:
        server.close()


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


def running(tmux: Tmux) -> bool:
    """Tell whether python has the pane."""
    return "python" in tmux.run("display-message", "-p", "#{pane_current_command}")


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
