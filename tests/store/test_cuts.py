"""Every state a power cut can leave, at any call of any change, opens with all that was kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.store import disk
from jar_tui.store.backup import every
from jar_tui.store.backup_file import verified
from jar_tui.store.errors import StoreError
from jar_tui.store.folders import Folders
from jar_tui.store.repository import Repository
from tests.sessions import session
from tests.store.cuts import Watched, restore
from tests.store.jars import Ticking, drop, journal, on_disk, opened, replaced, slip, words

A, B, N = "a" * 26, "b" * 26, "n" * 26
WORDS = {A: "opened the window", B: "sat in the sun"}


def _older_copy(repository: Repository) -> None:
    """Put an older copy of our own journal in its place; opening puts ours back."""
    path = journal(repository.folders.home)
    replaced(path, path.read_bytes()[:-40])


CHANGES: dict[str, Callable[[Repository], object]] = {
    "first": lambda jar: jar.insert("slips", {N: slip("answered a letter")}),
    "insert": lambda jar: jar.insert("slips", {N: slip("answered a letter")}),
    "edit": lambda jar: jar.update("slips", B, {"text": "sat in the shade"}),
    "set aside": lambda jar: jar.update("slips", B, {"set_aside": True}),
    "batch": lambda jar: jar.insert("slips", {letter * 26: slip(letter) for letter in "opq"}),
    "people": lambda jar: jar.insert("parts", {N: {"name": "Wren", "written": "2026"}}),
    "erase": lambda jar: jar.erase(B),
    "open": lambda jar: opened(jar.folders.home),
}
BEFORE: dict[str, Callable[[Repository], object]] = {"open": _older_copy}


def _seen(home: Path) -> tuple[dict[str, str], list[str], list[str]]:
    jar = opened(home).jar
    aside = [one.id for one in jar.ordered if one.set_aside]
    return {one.id: one.text for one in jar.ordered}, aside, sorted(jar.tables["parts"])


@pytest.fixture(params=CHANGES)
def change(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _began(home: Path, change: str) -> Repository:
    if change != "first":
        for key, text in WORDS.items():
            drop(home, {key: text})
    return opened(home)


def test_a_cut_at_any_call_leaves_all_or_nothing(
    jar_home: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = _began(jar_home, change)
    before = _seen(jar_home)
    BEFORE.get(change, id)(repository)
    watched = Watched(jar_home)
    with monkeypatch.context() as patch:
        watched.begin(patch)
        CHANGES[change](repository)
    after = _seen(jar_home)
    states = list(watched.states())
    assert len(states) >= 3
    for is_done, state in states:
        restore(jar_home, state)
        found = _seen(jar_home)
        assert found in ((after,) if is_done else (before, after)), [one[:2] for one in state]
        if change == "erase" and found == after:
            left = [path for path in jar_home.rglob("*") if path.is_file()]
            assert not any(b"sun" in path.read_bytes() for path in left)
        later = opened(jar_home)
        assert later.shrunken == []
        later.insert("slips", {"z" * 26: slip("washed a cup")})
        assert on_disk(jar_home) == found[0] | {"z" * 26: "washed a cup"} == words(later)


def test_a_cut_while_a_backup_is_taken_leaves_the_one_before(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _began(jar_home, "backup")
    service, folders = session(jar_home), Folders(jar_home)
    service.backups.take()
    (path,) = every(folders)
    service.add(NewSlip("answered a letter"))
    before = path.read_bytes()
    watched = Watched(jar_home)
    with monkeypatch.context() as patch:
        watched.begin(patch)
        service.backups.take()
    after = path.read_bytes()
    for is_done, state in watched.states():
        restore(jar_home, state)
        (found,) = every(folders)
        assert found.read_bytes() in ((after,) if is_done else (before, after))
        verified(found)
        session(jar_home).backups.take()
        assert verified(path).slips == 3


def test_without_fsync_a_cut_loses_what_was_kept(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The states bite: a store that never waits for the disk does not hold."""
    repository = _began(jar_home, "insert")
    watched = Watched(jar_home)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "fsync", lambda handle: None)
        watched.begin(patch)
        patch.setattr(disk, "fsync", lambda handle: None)
        CHANGES["insert"](repository)
    lost = 0
    for is_done, state in watched.states():
        restore(jar_home, state)
        try:
            lost += is_done and N not in on_disk(jar_home)
        except StoreError:
            lost += 1
    assert lost


def test_the_states_are_those_of_the_disk(jar_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All calls made and all of it on the disk is the jar as it is."""
    repository = _began(jar_home, "insert")
    watched = Watched(jar_home)
    with monkeypatch.context() as patch:
        watched.begin(patch)
        CHANGES["erase"](repository)
        repository.insert("slips", {N: slip("x", written=Ticking()().isoformat())})
    there = {(path, path.read_bytes()) for path in jar_home.rglob("*") if path.is_file()}
    assert there in [{(path, data) for path, _, data in state} for _, state in watched.states()]
