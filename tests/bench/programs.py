"""The programs that are held against each other, each started in a pty of 80x24."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.glass import Glass
from tests.bench.peers import Peers, at_home
from tests.bench.seed import forget_drafts
from tests.bench.table import Missing

COMMAND = [sys.executable, "-c", "from jar_tui.__main__ import main; main()"]
"""What the installed command `jar-tui` runs."""
PAINTED = b"small"
"""A word of the jar's first screen."""
Start = Callable[[], AbstractContextManager[Glass]]


@dataclass(frozen=True)
class Program:
    """A program, how it is started, and a word it shows once it is painted."""

    name: str
    start: Start
    painted: bytes = b""


def jar(home: Path, **environment: str) -> AbstractContextManager[Glass]:
    """Run the full screen on a jar."""
    return _jar(home, environment)


@contextmanager
def _jar(home: Path, environment: dict[str, str]) -> Iterator[Glass]:
    forget_drafts(home)
    try:
        with _run(COMMAND, {"JAR_TUI_HOME": str(home), **environment}) as glass:
            yield glass
    finally:
        forget_drafts(home)


def textual_apps() -> list[Program]:
    """Return the bare Textual app and the stock text area."""
    here = Path(__file__).parent
    return [
        Program(name, partial(_run, [sys.executable, str(here / file)], {}), sign)
        for name, file, sign in (
            ("bare Textual", "bare.py", b"palette"),
            ("stock TextArea", "stock.py", b""),
        )
    ]


def editors(home: Path) -> list[Program | Missing]:
    """Return nano and vim as they come, where they are installed."""
    environment = at_home(home)
    file = str(home / "slip")
    commands = {"nano": ["-I", file], "vim": ["-i", "NONE", "-n", "+startinsert", file]}
    return [
        Program(name, partial(_run, [found, *options], environment))
        if (found := shutil.which(name))
        else Missing(name, f"not installed; `apt-get install {name}`, or the like, brings it")
        for name, options in commands.items()
    ]


def dooit(peers: Peers) -> Program | Missing:
    """Return the todo list, where it is installed."""
    command = peers.command("dooit")
    if isinstance(command, Missing):
        return command
    argv = [str(command), "--db", str(peers.home / "dooit.db")]
    return Program("dooit", partial(_run, argv, at_home(peers.home)), b"Workspaces")


def tried(found: Sequence[Program | Missing]) -> tuple[list[Program], list[Missing]]:
    """Tell programs that start and paint from those that do not, or are not there."""
    present: list[Program] = []
    absent: list[Missing] = []
    for one in found:
        if isinstance(one, Missing):
            absent.append(one)
            continue
        try:
            with one.start() as glass:
                glass.first_paint()
        except AssertionError as error:
            absent.append(Missing(one.name, f"could not run: {error}"))
        else:
            present.append(one)
    return present, absent


@contextmanager
def _run(argv: list[str], environment: dict[str, str]) -> Iterator[Glass]:
    variables = [f"{name}={value}" for name, value in environment.items()]
    glass = Glass(["/usr/bin/env", *variables, *argv])
    try:
        yield glass
    finally:
        glass.close()
