"""A run of the program that changes its jar without end, and says each thing that was kept.

Started as `python -m tests.store.writing HOME SEED HABIT...`, in a process that can be killed. Its
habits: "slow" (the disk takes its time, and so does whoever writes), "unsynced" (nothing waits for
the disk), "early" (says that a change is kept before it is written).
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Final

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store import disk
from jar_tui.store.errors import NotKept, NotOpened
from jar_tui.store.ids import new_id

STOPPED: Final = 3
"""How it ends once it was told that a change was not kept."""


class Writing:
    """Somebody at work, who never stops by themselves."""

    def __init__(self, home: Path, chance: Random, *, early: bool) -> None:
        self._chance = chance
        self._early = early
        self._turn = 0
        self._slips: list[str] = []
        self._service = JarService.open(home, lambda: datetime.now(UTC))[0]

    def go_on(self) -> None:
        """Do one thing."""
        self._turn += 1
        doing = (self._drop, self._drop_several, self._edit, self._set_aside, self._erase)
        self._chance.choices(doing, (40, 10, 30, 15, 5))[0]()

    def _drop(self) -> None:
        self._add(1)

    def _drop_several(self) -> None:
        self._add(self._chance.randint(2, 90))

    def _add(self, count: int) -> None:
        keys = [new_id() for _ in range(count)]
        slips = [NewSlip(self._words(key)) for key in keys]
        said = [f"words {key} {self._turn}" for key in keys]
        self._keep(lambda: self._service.add_all(slips, keys), *said)
        self._slips += keys

    def _edit(self) -> None:
        key = self._one()
        said = f"words {key} {self._turn}"
        self._keep(lambda: self._service.edit(key, self._words(key)), said)

    def _set_aside(self) -> None:
        key = self._one()
        self._keep(lambda: self._service.set_aside(key, aside=True), f"aside {key} {self._turn}")

    def _erase(self) -> None:
        key = self._one()
        self._slips.remove(key)
        _say(f"erasing {key} {self._turn}")
        self._keep(lambda: self._service.erase(key), f"erased {key} {self._turn}")

    def _one(self) -> str:
        if not self._slips:
            self._drop()
        return self._chance.choice(self._slips)

    def _words(self, key: str) -> str:
        return f"step of {key} {self._turn}"

    def _keep(self, change: Callable[[], object], *said: str) -> None:
        if self._early:
            _say(*said)
        change()
        if not self._early:
            _say(*said)


def _say(*lines: str) -> None:
    """Print whole lines at once, so that a kill cuts none in two."""
    for line in lines:
        os.write(sys.stdout.fileno(), line.encode() + b"\n")


def slow_down(chance: Random) -> None:
    """Let the disk take its time: it writes in two halves, and is sure only after a while."""
    write, fsync = disk.write, disk.fsync

    def slow_write(handle: int, data: bytes) -> int:
        first = write(handle, data[: len(data) // 2])
        time.sleep(chance.uniform(0, 0.004))
        return first + write(handle, data[first:])

    def slow_fsync(handle: int) -> None:
        time.sleep(chance.uniform(0.005, 0.02))
        fsync(handle)

    disk.write, disk.fsync = slow_write, slow_fsync


def leave_unsynced() -> None:
    """Let nothing wait for the disk."""
    disk.fsync = lambda handle: None


def main(home: str, seed: str, *habits: str) -> None:
    chance = Random(seed)
    if "slow" in habits:
        slow_down(chance)
    if "unsynced" in habits:
        leave_unsynced()
    breath = 0.012 if "slow" in habits else 0.0  # in which another session gets the lock
    try:
        writing = Writing(Path(home), chance, early="early" in habits)
        while True:
            writing.go_on()
            time.sleep(chance.uniform(0, breath))
    except (NotKept, NotOpened):
        sys.exit(STOPPED)


if __name__ == "__main__":
    main(*sys.argv[1:])
