"""Two real Syncthing, which talk to each other alone: left out unless JAR_TUI_SYNCTHING is set.

JAR_TUI_SYNCTHING=1 pytest -n 0 tests/store/test_syncthing.py
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.folders import Folders
from jar_tui.store.reader import Reader
from tests.sessions import same
from tests.store.hands import Hand, Promises, heard
from tests.store.jars import Ticking, drop, on_disk, opened
from tests.store.syncthing import Syncthing, in_step

pytestmark = [
    pytest.mark.skipif(
        "JAR_TUI_SYNCTHING" not in os.environ, reason="JAR_TUI_SYNCTHING is not set"
    ),
    pytest.mark.skipif(not shutil.which("syncthing"), reason="syncthing is not here"),
]


class Pair(NamedTuple):
    """Two installations, each with a Syncthing."""

    homes: tuple[Path, Path]
    syncs: tuple[Syncthing, Syncthing]

    def meet(self) -> None:
        """Wait until both have everything, after each had the jar open."""
        for _ in range(2):
            for home in self.homes:
                opened(home)
            assert in_step(*self.syncs, self.homes)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """Return two installations of one jar that Syncthing keeps in step."""
    homes = tmp_path / "one", tmp_path / "other"
    drop(homes[0], {"a" * 26: "opened the window"})
    Folders(homes[1]).make()
    syncs = Syncthing(tmp_path / "sync one", homes[0]), Syncthing(tmp_path / "sync other", homes[1])
    syncs[0].know(syncs[1])
    syncs[1].know(syncs[0])
    pair = Pair(homes, syncs)
    try:
        for sync in syncs:
            sync.start()
        pair.meet()
        yield pair
    finally:
        for sync in syncs:
            sync.stop()


def _is_one_jar(pair: Pair) -> bool:
    one, other = (opened(home).jar for home in pair.homes)
    return same(one, other)


def test_both_have_all_that_both_wrote_at_once(pair: Pair) -> None:
    promises = Promises()
    for turn in range(3):
        hands = [Hand(home, f"{turn} {home.name}", "slow") for home in pair.homes]
        promises.hear(heard(hands, 5))
        assert all(hand.is_at_work() for hand in hands)
        promises.hear(line for hand in hands for line in hand.kill())
    pair.meet()
    assert [promises.broken(home) for home in pair.homes] == [[], []]
    assert _is_one_jar(pair)
    print(f"\n{len(promises)} promises held")


def test_a_slip_edited_on_both_keeps_the_later_words_and_the_others(pair: Pair) -> None:
    clock = Ticking()
    sessions = [JarService.open(home, clock)[0] for home in pair.homes]
    for turn in range(3):
        for sync in pair.syncs:
            sync.stop()
        for number, session in enumerate(sessions):
            session.edit("a" * 26, f"opened window {turn} of {number}")
            session.add(NewSlip(f"step {turn} of {number}"))
        for sync in pair.syncs:
            sync.start()
        pair.meet()
        for session in sessions:
            session.catch_up()
            assert {slip.text for slip in session.jar.ordered} == {
                f"opened window {turn} of 1",
                *(f"step {before} of {number}" for before in range(turn + 1) for number in (0, 1)),
            }
    said = {entry.fields.get("text") for entry in Reader(pair.homes[1] / "jar").new_entries()}
    assert said >= {f"opened window {turn} of {number}" for turn in range(3) for number in (0, 1)}


def test_what_one_erases_goes_on_both(pair: Pair) -> None:
    here, there = (JarService.open(home, Ticking())[0] for home in pair.homes)
    there.edit("a" * 26, "opened every window")
    kept = there.add(NewSlip("watered the plant"))
    pair.meet()
    here.catch_up()
    here.erase("a" * 26)
    pair.meet()
    pair.meet()
    for home in pair.homes:
        assert on_disk(home) == {kept.id: "watered the plant"}
        left = [
            path for path in home.rglob("*") if path.is_file() and b"window" in path.read_bytes()
        ]
        assert left == []


@pytest.mark.parametrize("works_on", [True, False])
def test_an_old_copy_of_a_journal_that_comes_back_takes_nothing(pair: Pair, works_on: bool) -> None:
    """Someone brings an old copy of the folder back on one machine, and Syncthing passes it on."""
    home, there = pair.homes
    (path,) = (home / "jar").glob("slips-*.jsonl")
    old = path.read_bytes()
    clock = Ticking()
    drop(home, {"b" * 26: "watered the plant"}, clock)
    pair.meet()
    if works_on:
        pair.syncs[0].stop()
        drop(home, {"c" * 26: "washed a cup"}, clock)
    kept = on_disk(home)
    (there / "jar" / path.name).write_bytes(old)
    pair.syncs[1].look()
    if works_on:
        pair.syncs[0].start()
    assert in_step(*pair.syncs, pair.homes)
    assert works_on or path.read_bytes() == old
    pair.meet()
    assert on_disk(home) == on_disk(there) == kept
    assert _is_one_jar(pair)
