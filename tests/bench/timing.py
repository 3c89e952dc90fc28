"""Timing several things in turn, so that what slows one slows the others too."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest import mock


def in_turn(times: int, *actions: Callable[[], float]) -> list[list[float]]:
    """Time things one after another, again and again, after one uncounted turn of each."""
    for action in actions:
        action()
    found: list[list[float]] = [[] for _ in actions]
    for _ in range(times):
        for action, times_found in zip(actions, found, strict=True):
            times_found.append(action())
    return found


def milliseconds(*found: Sequence[float]) -> str:
    """Return the medians of some times for the margin of the table."""
    medians = " / ".join(f"{statistics.median(some) * 1000:.3g}" for some in found)
    return f"{medians} ms"


def seconds_of(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def bare_fsync(folder: Path) -> float:
    """Return how long writing and syncing 300 bytes takes on the disk of a folder."""
    handle = os.open(folder / "fsync", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        begun = time.perf_counter()
        os.write(handle, b"x" * 300)
        os.fsync(handle)
        return time.perf_counter() - begun
    finally:
        os.close(handle)


def until_fsync(action: Callable[[], object]) -> float:
    """Return how long it takes until the last fsync of an action returned."""
    real, returned = os.fsync, 0.0

    def fsync(handle: int) -> None:
        nonlocal returned
        real(handle)
        returned = time.perf_counter()

    with mock.patch("os.fsync", fsync):
        begun = time.perf_counter()
        action()
    return returned - begun


def written() -> int | None:
    """Return the bytes this program, and what it ran, ever wrote; None where nobody counts."""
    try:
        counts = Path("/proc/self/io").read_text()
    except OSError:
        return None
    return int(counts.split("wchar:")[1].split()[0])
