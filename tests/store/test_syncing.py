"""Two installations whose folders rsync or git keeps in step, in any order and the wrong way."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from random import Random

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from tests.every import either
from tests.sessions import same
from tests.store.hands import Hand, Promises, heard
from tests.store.jars import Ticking, drop, on_disk, opened

needs_rsync = pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not here")
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not here")


def _rsync(here: Path, there: Path, *options: str) -> None:
    """Make the journals over there those from here, newer or not."""
    subprocess.run(["rsync", "-aq", *options, f"{here}/jar/", f"{there}/jar/"])


def _settle(one: Path, other: Path) -> None:
    """Open and sync until there is nothing more to do, as weeks of ordinary use would."""
    for _ in range(2):
        for here, there in ((one, other), (other, one)):
            _rsync(here, there)
            opened(there)


def _is_one_jar(one: Path, other: Path) -> bool:
    """Say whether both hold the same files, and are read as the same jar."""
    files = [
        {p.name: p.read_bytes() for p in (home / "jar").glob("*.jsonl")} for home in (one, other)
    ]
    return files[0] == files[1] and same(opened(one).jar, opened(other).jar)


@pytest.fixture
def homes(tmp_path: Path) -> tuple[Path, Path]:
    """Return two installations of one jar, which holds a slip."""
    one, other = tmp_path / "one", tmp_path / "other"
    drop(one, {"a" * 26: "opened the window"})
    opened(other)
    _rsync(one, other)
    return one, other


class Week:
    """Two people who write, open and sync as it comes, and all that they were told is kept."""

    def __init__(self, homes: tuple[Path, Path]) -> None:
        self._homes = homes
        self._clock = Ticking()
        self._sessions = [JarService.open(home, self._clock)[0] for home in homes]
        self.kept = on_disk(homes[0])

    def drops_in_session(self, here: int, text: str) -> None:
        slip = self._sessions[here].add(NewSlip(text))
        self.kept[slip.id] = text

    def drops_at_once(self, here: int, text: str) -> None:
        key = f"{len(self.kept):026}"
        drop(self._homes[here], {key: text}, self._clock)
        self.kept[key] = text

    def edits(self, here: int, text: str) -> None:
        service = self._sessions[here]
        service.catch_up()
        mine = [slip for slip in service.jar.ordered if slip.id in self.kept]
        slip = mine[len(self.kept) % len(mine)]
        self.kept[slip.id] = service.edit(slip.id, text).text

    def opens(self, here: int, text: str) -> None:
        self._sessions[here] = JarService.open(self._homes[here], self._clock)[0]

    def syncs(self, here: int, text: str) -> None:
        _rsync(self._homes[here], self._homes[1 - here])

    def mirrors(self, here: int, text: str) -> None:
        _rsync(self._homes[here], self._homes[1 - here], "--delete")


@needs_rsync
@pytest.mark.parametrize("seed", range(either(4, 8)))
def test_rsync_in_any_order_loses_nothing(homes: tuple[Path, Path], seed: int) -> None:
    chance = Random(seed)
    week = Week(homes)
    writes = (week.drops_in_session, week.drops_at_once, week.edits, week.opens)
    for number in range(24):
        step = chance.choice((*writes, week.syncs, week.mirrors))
        step(chance.randrange(2), f"step {number}")
    _settle(*homes)
    assert _is_one_jar(*homes)
    assert on_disk(homes[0]) == week.kept


@needs_rsync
@pytest.mark.parametrize("seed", ["one", "two"])
def test_rsync_while_both_write_and_erase_loses_nothing(
    homes: tuple[Path, Path], seed: str
) -> None:
    chance = Random(seed)
    promises = Promises()
    for turn in range(4):
        hands = [Hand(home, f"{seed} {turn} {home.name}") for home in homes]
        for hand in hands:
            promises.hear(hand.first(1))
        for _ in range(4):
            here, there = chance.sample(homes, 2)
            _rsync(here, there)
            promises.hear(heard(hands, chance.uniform(0, 0.1)))
        promises.hear(line for hand in hands for line in hand.kill())
    _settle(*homes)
    assert _is_one_jar(*homes)
    assert [promises.broken(home) for home in homes] == [[], []]


class Clone:
    """A folder of journals that git keeps."""

    def __init__(self, home: Path, remote: Path) -> None:
        self.home = home
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", str(remote))

    def git(self, *command: str) -> None:
        name = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.org"]
        subprocess.run(["git", *name, *command], cwd=self.home / "jar", check=True)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "slips")

    def merge(self) -> None:
        self.git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main")


@pytest.fixture
def clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Clone, Clone]:
    """Return two installations whose folder is a clone of one repository."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    remote = tmp_path / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(remote)], check=True)
    homes = tmp_path / "one", tmp_path / "other"
    for home in homes:
        opened(home)
    one, other = (Clone(home, remote) for home in homes)
    drop(one.home, {"a" * 26: "opened the window"})
    one.commit()
    one.git("push", "-q", "-u", "origin", "main")
    other.merge()
    return one, other


@needs_git
def test_git_merges_what_both_wrote(clones: tuple[Clone, Clone]) -> None:
    one, other = clones
    clock = Ticking()
    for turn in range(3):
        for clone in clones:
            drop(clone.home, {f"{clone.home.name:>025}{turn}": f"step {turn}"}, clock)
            opened(clone.home, clock).update("slips", "a" * 26, {"text": f"window {turn}"})
            clone.commit()
        for clone in (one, other, one):
            clone.merge()
            clone.git("push", "-q", "origin", "main")
        assert _is_one_jar(one.home, other.home)
    found = on_disk(one.home)
    assert len(found) == 7
    assert found["a" * 26] == "window 2"


@needs_git
@pytest.mark.parametrize(
    "moves", [["checkout", "-q", "HEAD~1", "--", "."], ["reset", "-q", "--hard", "HEAD~1"]]
)
def test_git_putting_an_older_version_there_takes_nothing(
    clones: tuple[Clone, Clone], moves: list[str]
) -> None:
    one, _ = clones
    for turn in range(3):
        drop(one.home, {f"{turn:026}": f"step {turn}"})
        one.commit()
    kept = on_disk(one.home)
    one.git(*moves)
    drop(one.home, {"z" * 26: "watered the plant"})
    assert on_disk(one.home) == kept | {"z" * 26: "watered the plant"}
