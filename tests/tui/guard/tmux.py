"""A real tmux with a client attached."""

from __future__ import annotations

import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.tui.guard.session import Session

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="no tmux here")


class Tmux:
    """One private tmux server with an attached client."""

    def __init__(self, columns: int = 80, lines: int = 24) -> None:
        """Start it on a plain shell."""
        self._command = ["tmux", "-L", f"jar-{uuid.uuid4().hex}", "-f", "/dev/null"]
        size = ["-x", str(columns), "-y", str(lines)]
        self.client = Session(
            [*self._command, "new-session", *size, "/bin/sh"], columns=columns, lines=lines
        )

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


@contextmanager
def attached(columns: int = 80, lines: int = 24) -> Iterator[Tmux]:
    """Give a tmux of our own with a shell at its prompt."""
    server = Tmux(columns, lines)
    try:
        server.client.until(lambda: "$" in server.pane() or "#" in server.pane(), "a prompt")
        yield server
    finally:
        server.close()


def running(tmux: Tmux) -> bool:
    """Tell whether python has the pane."""
    return "python" in tmux.run("display-message", "-p", "#{pane_current_command}")
