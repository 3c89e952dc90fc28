"""Processes that write into a jar until they are killed, and whether what they said is so."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from jar_tui.service import JarService
from tests.store.jars import Ticking
from tests.store.writing import STOPPED

ROOT = Path(__file__).parents[2]
STUCK = 60.0
"""Seconds after which somebody who says nothing is taken to be stuck."""


class Hand:
    """A process at work on a jar."""

    def __init__(self, home: Path, seed: str, *habits: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.writing", str(home), seed, *habits],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        assert self._process.stdout is not None
        self.pipe = self._process.stdout.fileno()
        self._half = b""

    def said(self) -> list[str]:
        """Return the lines it said since, waiting for more; none once it has ended."""
        if not select.select([self.pipe], [], [], STUCK)[0]:
            self._process.kill()
            pytest.fail("it is stuck")
        data = os.read(self.pipe, 1 << 16)
        *lines, self._half = (self._half + data).split(b"\n")
        return [line.decode() for line in lines]

    def first(self, count: int) -> list[str]:
        """Return so many lines or more, waiting until it said them; fewer where it stopped."""
        lines: list[str] = []
        while len(lines) < count:
            more = self.said()
            if not more:
                self._has_ended(STOPPED)
                break
            lines += more
        return lines

    def is_at_work(self) -> bool:
        """Say whether it goes on."""
        return self._process.poll() is None

    def kill(self) -> list[str]:
        """Kill it at work; return the last it said."""
        self._process.kill()
        self._has_ended(-signal.SIGKILL, STOPPED)
        lines: list[str] = []
        while more := self.said():
            lines += more
        for pipe in (self._process.stdout, self._process.stderr):
            assert pipe is not None
            pipe.close()
        return lines

    def _has_ended(self, *ways: int) -> None:
        """Fail with what it complained of, unless it ended in one of these ways."""
        if self._process.wait(STUCK) not in ways:
            assert self._process.stderr is not None
            pytest.fail(f"it broke:\n{self._process.stderr.read().decode()}")


def heard(hands: Sequence[Hand], seconds: float) -> list[str]:
    """Return all that they say in that time, with what waits to be heard."""
    lines: list[str] = []
    end = time.monotonic() + seconds
    talking = {hand.pipe: hand for hand in hands}
    while True:
        left = max(0.0, end - time.monotonic())
        for pipe in select.select(talking, [], [], left)[0]:
            more = talking[pipe].said()
            lines += more
            if not more:
                del talking[pipe]
        if not left:
            return lines


class Promises:
    """What was said to be kept, and must be so for whoever opens the jar."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._aside: set[str] = set()
        self._erased: set[str] = set()

    def __len__(self) -> int:
        return len(self._words) + len(self._aside) + len(self._erased)

    def hear(self, lines: Iterable[str]) -> None:
        """Hold to these lines from now on."""
        for line in lines:
            what, key, turn = line.split()
            if what == "words":
                self._words[key] = int(turn)
            elif what == "aside":
                self._aside.add(key)
            elif what == "erasing":
                self._words.pop(key, None)
                self._aside.discard(key)
            elif what == "erased":
                self._erased.add(key)

    def broken(self, home: Path) -> list[str]:
        """Return what is not as it was said to be, for a session that starts now."""
        service, told = JarService.open(home, Ticking())
        found = {slip.id: slip for slip in service.jar.ordered}
        turns = {key: turn_of(slip.text) for key, slip in found.items()}
        aside = {key for key, slip in found.items() if slip.set_aside}
        wrong = [f"words {key}" for key, turn in self._words.items() if turns.get(key, -1) < turn]
        wrong += [f"aside {key}" for key in self._aside - aside]
        wrong += [f"told {trouble}" for trouble in told.troubles]
        return wrong + [f"erased {key}" for key in self._erased & (found.keys() | _told_of(home))]


def turn_of(text: str) -> int:
    """Return when a slip's words were written; less than any turn where there are none."""
    number = text.rpartition(" ")[2]
    return int(number) if number.isdigit() else -1


def _told_of(home: Path) -> set[str]:
    """Return the ids of the slips whose words are in any file."""
    files = (path for path in home.rglob("*") if path.is_file())
    return {
        key
        for path in files
        for key in re.findall(r"step of (\w+) ", path.read_text("utf-8", "replace"))
    }
