"""Real processes at once, and processes killed at work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from jar_tui.cli.wrap import SHORT_ID
from jar_tui.store.folders import Folders
from jar_tui.store.reader import Reader
from tests.store.jars import Ticking, journal, on_disk, opened, slip, words

ROOT = Path(__file__).parents[2]
EACH = 500
WRITER = """
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from jar_tui.store.folders import Folders
from jar_tui.store.ids import new_id
from jar_tui.store.writer import Change, Writer
name, count = sys.argv[2], int(sys.argv[3])
chance = Random(name)
folders = Folders(Path(sys.argv[1]))
folders.make()
writer = Writer(folders, lambda: datetime.now(UTC))
for n in range(count):
    key = new_id()
    fields = {"text": f"{name} {n}", "written": "2026"}
    writer.append([Change("slips", key, fields)])
    sys.stdout.write(key + "\\n")
    sys.stdout.flush()
    if chance.random() < 0.2:
        time.sleep(chance.uniform(0, 0.01))
"""


def _started(code: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def _writing(home: Path, name: str, count: int) -> subprocess.Popen[str]:
    return _started(["-c", WRITER, str(home), name, str(count)])


@pytest.mark.parametrize("writers", [2, 3])
def test_writers_at_once_lose_nothing_and_a_session_sees_it_all(
    jar_home: Path, writers: int
) -> None:
    repository = opened(jar_home)
    running = [_writing(jar_home, f"writer {n}", EACH) for n in range(writers)]
    seen: set[str] = set()
    while any(process.poll() is None for process in running):
        if repository.changed_elsewhere():
            repository.catch_up()
            assert seen <= words(repository).keys()
            seen = set(words(repository))
    acknowledged = [line for process in running for line in process.communicate()[0].split()]
    repository.catch_up()
    assert len(acknowledged) == len(set(acknowledged)) == writers * EACH
    assert set(acknowledged) == set(words(repository)) == set(on_disk(jar_home))
    expected = {f"writer {n} {m}" for n in range(writers) for m in range(EACH)}
    assert set(words(repository).values()) == expected
    found = list(Reader(jar_home / "jar").new_entries())
    assert [entry.n for entry in found] == list(range(1, writers * EACH + 1))
    assert len({entry.stamp for entry in found}) == writers * EACH


def test_sessions_that_write_in_turn_without_looking_lose_nothing(jar_home: Path) -> None:
    """Each began when the jar was empty, and numbers nothing by what it saw then."""
    clock = Ticking()
    sessions = [opened(jar_home, clock) for _ in range(3)]
    for turn in range(30):
        key = f"{turn:025}"
        rows = {f"{key}a": slip(f"one {turn}"), f"{key}b": slip(f"other {turn}")}
        sessions[turn % 3].insert("slips", rows)
    expected = {f"{name} {turn}" for name in ("one", "other") for turn in range(30)}
    for session in sessions:
        session.catch_up()
        assert set(words(session).values()) == expected
    assert len(on_disk(jar_home)) == 60


def test_commands_at_once_lose_nothing(jar_home: Path) -> None:
    """One `add --each-line` is one batch, whole; a long one and another do not mix."""
    running = [_started(["-m", "jar_tui", "add", "--each-line"]) for _ in range(3)]
    for name, process in enumerate(running):
        assert process.stdin is not None
        process.stdin.write("\n".join(f"{name} {n}" for n in range(EACH)))
        process.stdin.close()
        process.stdin = None
    answers = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    found = on_disk(jar_home)
    assert set(found.values()) == {f"{name} {n}" for name in range(3) for n in range(EACH)}
    assert all(key[:SHORT_ID] in "".join(answers) for key in found)
    owners = [entry.batch for entry in Reader(jar_home / "jar").new_entries()]
    assert len(set(owners)) == 3


def test_every_slip_a_killed_writer_acknowledged_is_there(jar_home: Path) -> None:
    acknowledged: set[str] = set()
    for turn in range(12):
        process = _writing(jar_home, f"turn {turn}", 100_000)
        assert process.stdout is not None
        for _ in range(turn * 3 + 1):
            acknowledged.add(process.stdout.readline().strip())
        process.send_signal(signal.SIGKILL)
        rest = process.communicate()[0]
        acknowledged.update(line for line in rest.split("\n")[:-1] if line)
        found = set(on_disk(jar_home))
        assert acknowledged <= found
        assert len(found - acknowledged) <= turn + 1, "at most the one it was just writing"
    assert len(list((jar_home / "jar").iterdir())) == 1
    assert Folders(jar_home).newly_aside() == []


def test_a_killed_writer_leaves_no_lock_behind(jar_home: Path) -> None:
    process = _writing(jar_home, "killed", 100_000)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with Folders(jar_home).locked(0.0):
        assert journal(jar_home).stat().st_size > 0
