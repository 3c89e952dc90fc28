"""A backup comes by itself, beside everything else, and nobody waits for it."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from jar_tui import plain
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService, backups
from jar_tui.service.backups import Backups
from jar_tui.store import backup_file
from jar_tui.store.drafts import Half
from jar_tui.store.folders import Folders
from jar_tui.tui import saver
from jar_tui.tui.saver import Saver
from tests.store.faults import Faults
from tests.store.saved import backups_of

Clock = Callable[[], datetime]
LONG = 20


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Have backups come at once; set when one was taken, or could not be."""
    monkeypatch.setattr(backups, "SETTLE", 0.0)
    monkeypatch.setattr(saver, "LOOK", 0.01)
    done = threading.Event()
    real: Callable[[Backups, Any], None] = Backups._take_quietly

    def quietly(self: Backups, seen: Any) -> None:
        real(self, seen)
        done.set()

    monkeypatch.setattr(Backups, "_take_quietly", quietly)
    return done


@pytest.fixture
def working(service: JarService, jar_home: Path, clock: Clock) -> Iterator[Saver]:
    """Return the saver of a jar with a slip, at work."""
    service.add(NewSlip("a step"))
    worker = Saver(jar_home, clock, lambda: None, lambda error: None)
    worker.start()
    yield worker
    worker.end()


def test_one_comes_by_itself(taken: threading.Event, working: Saver, jar_home: Path) -> None:
    assert taken.wait(LONG)
    assert backups_of(jar_home) == ["jar-2026-11-21.json"]


def test_neither_a_slip_nor_leaving_waits_for_it(
    taken: threading.Event,
    jar_home: Path,
    clock: Clock,
    service: JarService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service.add(NewSlip("a step"))
    begun, go_on = threading.Event(), threading.Event()
    real = backup_file.write

    def slow(*given: Any) -> None:
        begun.set()
        assert go_on.wait(LONG)
        real(*given)

    monkeypatch.setattr(backup_file, "write", slow)
    worker = Saver(jar_home, clock, lambda: None, lambda error: None)
    worker.start()
    assert begun.wait(LONG)
    dropped = worker.drop("b" * 26, NewSlip("meanwhile"), Half("meanwhile"))
    assert dropped.result(LONG).text == "meanwhile"
    assert worker.end()
    assert not worker.is_alive()
    assert not taken.is_set()
    go_on.set()
    assert taken.wait(LONG)
    assert backups_of(jar_home) == ["jar-2026-11-21.json"]


def test_a_full_disk_is_nobodys_trouble_while_writing(
    taken: threading.Event,
    jar_home: Path,
    clock: Clock,
    service: JarService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service.add(NewSlip("a step"))
    faults = Faults(Folders(jar_home).backups, monkeypatch)
    faults.arm("write", error=errno.ENOSPC, for_good=True)
    failures: list[BaseException] = []
    worker = Saver(jar_home, clock, lambda: None, failures.append)
    worker.start()
    assert taken.wait(LONG)
    assert faults.happened
    assert worker.drop("b" * 26, NewSlip("b"), Half("b")).result(LONG).text == "b"
    assert worker.end()
    assert (failures, backups_of(jar_home)) == ([], [])


def test_line_mode_asks_for_one_and_goes_on(
    jar_home: Path, clock: Clock, service: JarService, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.add(NewSlip("a step"))
    monkeypatch.setattr(backups, "SETTLE", 0.0)
    begun: list[threading.Timer] = []
    real = Backups.take_if_due

    def watched(self: Backups) -> None:
        taking = real(self)
        assert taking is not None
        begun.append(taking)

    monkeypatch.setattr(Backups, "take_if_due", watched)
    lines = iter(["another step", "/leave"])
    said: list[str] = []
    assert plain.run(jar_home, clock, said.append, lambda: next(lines)) == 0
    (taking,) = begun
    assert taking.daemon
    taking.join()
    assert backups_of(jar_home) == ["jar-2026-11-21.json"]
    assert not [line for line in said if "backup" in line.casefold()]
