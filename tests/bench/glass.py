"""A program at the other end of a pty, timed by the byte."""

from __future__ import annotations

import os
import re
import select
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.tui.guard.session import ENTER_GLASS, Session

_TICK = os.sysconf("SC_CLK_TCK")
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[^\[])")
_PATIENCE = 60.0
_AT_REST = 0.03
"""Processor seconds within a look at which a program counts as doing nothing."""


@dataclass(frozen=True)
class Answer:
    """What came back for a key: seconds to its first and last byte, and how many."""

    first: float
    last: float
    size: int


class Glass(Session):
    """A session whose output is read at once, so that its times can be told."""

    def painted(self) -> bytes:
        """Return the characters painted in the alternate screen, without control sequences."""
        return _SEQUENCE.sub(b"", self.output.partition(ENTER_GLASS)[2])

    def seconds_until(self, text: bytes, since: float) -> float:
        """Return how long after `since` a text is painted that was not there before."""
        start = len(self.output)
        while text not in _SEQUENCE.sub(b"", self._glass_since(start)):
            self._take(_PATIENCE)
        return time.perf_counter() - since

    def answer(self, key: str, quiet: float = 0.25) -> Answer:
        """Press a key and take in what it paints until nothing more comes."""
        self.settle(0.05)
        begun = last = first = time.perf_counter()
        start = len(self.output)
        self.send(key)
        while self._take(quiet if len(self.output) > start else 2.0):
            last = time.perf_counter()
            if first == begun:
                first = last
        return Answer(first - begun, last - begun, len(self.output) - start)

    def first_paint(self) -> None:
        """Take in what a program paints when it starts; ends before a cursor blinks."""
        while ENTER_GLASS not in self.output:
            self._take(_PATIENCE)
        self.settle(0.4)

    def settle(self, quiet: float = 0.5) -> None:
        """Take in what comes until nothing does."""
        while self._take(quiet):
            pass

    def idle(self, seconds: float) -> int:
        """Wait, and return how many bytes came meanwhile."""
        start, end = len(self.output), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._take(left)
        return len(self.output) - start

    def at_rest(self) -> None:
        """Wait until the processor is hardly used: the jar was read."""
        used = -1.0
        while self.cpu() - used > _AT_REST:
            used = self.cpu()
            self.idle(1.2)

    def cpu(self) -> float:
        """Return the processor seconds the program has used."""
        stat = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / _TICK

    def resident(self) -> float:
        """Return the memory of the program in megabytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        assert found
        return int(found[1]) / 1024

    def _glass_since(self, start: int) -> bytes:
        """Return the bytes of the alternate screen from an offset on."""
        entered = self.output.find(ENTER_GLASS)
        return self.output[max(entered, start) :] if entered >= 0 else b""

    def _take(self, patience: float) -> bool:
        """Take in bytes that come within a time; tell whether any did."""
        if not select.select([self.fd], [], [], patience)[0]:
            assert patience < _PATIENCE, "nothing was ever painted"
            return False
        with suppress(OSError):
            self.output += os.read(self.fd, 1 << 16)
            return True
        raise AssertionError("the program ended")
