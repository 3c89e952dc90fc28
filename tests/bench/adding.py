"""Dropping a slip in: from a shell, through the service, and with Enter."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.app import now
from tests.bench.glass import Glass
from tests.bench.keeping import SLIP
from tests.bench.peers import at_home, jrnl_with
from tests.bench.programs import COMMAND, jar
from tests.bench.seed import Jars
from tests.bench.table import Figure, Line, Missing, Peer, ratio
from tests.bench.timing import bare_fsync, in_turn, milliseconds, seconds_of, until_fsync

TINYDB = [sys.executable, "-c", "import tinydb"]
ADD = [*COMMAND, "add"]
DROPPED = b"Dropped in"
TIMES = 21


def shell(jars: Jars) -> Iterator[Line]:
    """Measure `jar-tui add` from stdin, beside jrnl."""
    jrnl = to_jrnl(jars)
    actions: list[partial[object]] = [
        partial(subprocess.run, TINYDB, check=True),
        to_jar(jars.to_change(10_000)),
        to_jar(jars.to_change(10_000), "--when", "12 march 2024"),
        to_jar(jars.to_change(1_000)),
        to_jar(jars.to_change(100_000)),
    ]
    if not isinstance(jrnl, Missing):
        actions.append(jrnl)
    times = in_turn(TIMES, *(partial(seconds_of, action) for action in actions))
    bare, ours, dated, few, many, *others = times
    yield _against("10,000 slips", ours, bare)
    yield _against("with --when", dated, bare)
    yield _against("100,000 slips, against 1,000", many, few)
    yield Peer("import tinydb", statistics.median(bare) * 1000, "ms", ratio(ours, bare))
    for theirs in others:
        median = statistics.median(theirs) * 1000
        yield Peer("jrnl, from stdin, 10,000 entries", median, "ms", ratio(ours, theirs))
    if isinstance(jrnl, Missing):
        yield jrnl


def service(jars: Jars) -> Iterator[Line]:
    """Measure `service.add` until its fsync returned."""
    for slips in (1_000, 100_000):
        home = jars.to_change(slips)
        kept, _ = JarService.open(home, now)
        one = partial(kept.add, NewSlip(SLIP))
        ours, bare = in_turn(101, partial(until_fsync, one), partial(bare_fsync, home))
        yield _against(f"{slips:,} slips", ours, bare)
        whole = [seconds_of(one) * 1000 for _ in range(TIMES)]
        yield Figure(f"{slips:,} slips, until add returned", statistics.median(whole), "ms")


def enter(jars: Jars) -> Iterator[Line]:
    """Measure Enter to "Dropped in" on the glass, less one fsync."""
    for slips in (10_000, 100_000):
        home = jars.to_change(slips)
        with jar(home) as glass:
            glass.at_rest()
            ours, bare = in_turn(TIMES, partial(_drop, glass), partial(bare_fsync, home))
        beyond = [one - other for one, other in zip(ours, bare, strict=True)]
        detail = f"fsync {milliseconds(bare)}"
        yield Figure(f"{slips:,} slips", statistics.median(beyond) * 1000, "ms", detail)


def _against(what: str, ours: list[float], theirs: list[float]) -> Figure:
    return Figure(what, ratio(ours, theirs) or 0, "times", milliseconds(ours, theirs))


def to_jar(home: Path, *options: str) -> partial[object]:
    """Return the dropping of a slip into a jar, from stdin."""
    return _from_stdin([*ADD, *options], {"JAR_TUI_HOME": str(home)})


def to_jrnl(jars: Jars) -> partial[object] | Missing:
    """Return the dropping of the same slip into a journal as long as the jar."""
    command = jars.peers.command("jrnl")
    if isinstance(command, Missing):
        return command
    kept, _ = JarService.open(jars.of(10_000), now)
    entries = [f"[{slip.happened} 09:00] {slip.text}" for slip in kept.jar.ordered]
    journal = jrnl_with(jars.peers.home, entries)
    action = _from_stdin([str(command)], at_home(jars.peers.home))
    with suppress(subprocess.CalledProcessError):
        action()
        if SLIP in journal.read_text(encoding="utf-8"):
            return action
    return Missing("jrnl", "could not run: no entry was kept")


def _from_stdin(argv: list[str], environment: dict[str, str]) -> partial[object]:
    return partial(
        subprocess.run,
        argv,
        input=SLIP.encode(),
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def _drop(glass: Glass) -> float:
    glass.send(SLIP)
    glass.settle()
    begun = time.perf_counter()
    glass.send("\r")
    taken = glass.seconds_until(DROPPED, begun)
    glass.settle()
    return taken
