"""Running commands in this process, with words piped in or typed at a terminal."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

import jar_tui.cli.jar
from jar_tui.cli import opening, write

ROOT = Path(jar_tui.__file__).parent.parent


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[str]:
        return self.out.splitlines()


class Shell:
    """Runs `jar-tui` without the cost of a new process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._patch = patch

    def __call__(self, *argv: str, stdin: bytes = b"") -> Ran:
        """Run with `stdin` as a pipe's content."""
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        return self._run(argv)

    def typed(self, *argv: str, keys: bytes) -> Ran:
        """Run with `keys` typed at a terminal."""
        person, terminal = os.openpty()
        os.write(person, keys)
        try:
            with os.fdopen(terminal, "r", encoding="utf-8") as stdin:
                self._patch.setattr(sys, "stdin", stdin)
                return self._run(argv)
        finally:
            os.close(person)

    def texts(self, *filters: str) -> list[str]:
        """Return the words of the slips in the jar, oldest first."""
        return [row["text"] for row in self.json(*filters)]

    def json(self, *filters: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self("list", "--json", *filters).out)
        return found

    def _run(self, argv: tuple[str, ...]) -> Ran:
        self._capsys.readouterr()
        code = jar_tui.cli.run(argv)
        return Ran(code, *self._capsys.readouterr())


@pytest.fixture
def jar(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    clock: Callable[[], datetime],
) -> Shell:
    """Return the command line of a jar where it is always the same Saturday."""
    for module in (jar_tui.cli, jar_tui.cli.jar, write, opening):
        monkeypatch.setattr(module, "now", clock)
    return Shell(capsys, monkeypatch)


Process = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def process(jar_home: Path, tmp_path: Path) -> Process:
    """Return a way to run the command in a process of its own."""

    def run(
        *argv: str | bytes,
        stdin: bytes | None = b"",
        stdout: int | IO[bytes] = subprocess.PIPE,
        env: Mapping[str, str] | None = None,
        before: Callable[[], object] | None = None,
        code: str = "",
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, *(["-c", code] if code else ["-m", "jar_tui"]), *argv],
            input=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            timeout=60,
            preexec_fn=before,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "JAR_TUI_HOME": str(jar_home),
                "HOME": str(tmp_path),
                **(env or {}),
            },
        )

    return run


@pytest.fixture
def quiet_umask() -> Iterator[None]:
    """Let new files be readable by all, unless the program says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)
