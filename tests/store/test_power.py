"""Power cuts, on a disk of their own: left out unless JAR_TUI_POWER says how many there are to be.

JAR_TUI_POWER=60 pytest -n 0 -s tests/store/test_power.py
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept, NotOpened
from tests.store.hands import Hand, Promises, heard
from tests.store.jars import Ticking
from tests.store.loop import LoopDisk

CUTS = int(os.environ.get("JAR_TUI_POWER", "0"))
NEW = 4
"""Every so many cuts, all begins on a new disk."""
SEED = "a storm"
pytestmark = [
    pytest.mark.skipif(not CUTS, reason="JAR_TUI_POWER does not say how many cuts"),
    pytest.mark.skipif(os.getuid() != 0, reason="only root can take a disk's power away"),
]


class Cut(NamedTuple):
    """What one cut came to."""

    kept: int
    """Promises to hold to: slips with their newest words, slips set aside, slips erased."""
    lost: Sequence[str]
    """Promises heard before the cut that do not hold."""
    racing: int
    """Promises heard only after it: nobody knows which was first."""
    racing_lost: int
    unreadable: bool = False


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[LoopDisk]:
    """Return a disk that can lose power."""
    disk = LoopDisk(tmp_path)
    yield disk
    disk.pull_out()


class Storm:
    """Cuts one after another, and what was promised since the disk was new."""

    def __init__(self, disk: LoopDisk, *habits: str) -> None:
        self._disk = disk
        self._home = disk.place / "home"
        self._habits = habits
        self._chance = Random(SEED)
        self._promises = Promises()

    def cuts(self, count: int) -> list[Cut]:
        """Cut the power so often."""
        return [self._cut(number) for number in range(count)]

    def _cut(self, number: int) -> Cut:
        if number % NEW == 0:
            self._disk.make()
            self._promises = Promises()
        self._disk.plug_in()
        racing = self._write_until_cut(number)
        self._disk.pull_out()
        self._disk.plug_in()
        try:
            return self._found(racing)
        except (NotKept, NotOpened) as error:
            return Cut(len(self._promises), [repr(error)], 0, 0, unreadable=True)
        finally:
            self._disk.pull_out()

    def _write_until_cut(self, number: int) -> Promises:
        """Let one session or two write, and cut; return what was heard from then on."""
        chance = self._chance
        writers = range(1 + number % 2)
        hands = [Hand(self._home, f"{SEED} {number} {n}", *self._habits) for n in writers]
        if number % 3:
            for hand in hands:
                self._promises.hear(hand.first(1))
        self._promises.hear(heard(hands, chance.uniform(0, 0.3)))
        assert all(hand.is_at_work() for hand in hands)
        self._disk.cut()
        late = [line for hand in hands for line in hand.kill()]
        self._promises.hear(line for line in late if line.startswith("erasing"))
        racing = Promises()
        racing.hear(late)
        return racing

    def _found(self, racing: Promises) -> Cut:
        """Look at the jar after the cut, and go on with it."""
        lost = self._promises.broken(self._home)
        after = JarService.open(self._home, Ticking())[0]
        dropped = after.add(NewSlip("step of somebody 0"))
        self._promises.hear([f"words {dropped.id} 0"])
        lost += self._promises.broken(self._home)
        return Cut(len(self._promises), lost, len(racing), len(racing.broken(self._home)))


def _tell(what: str, found: Sequence[Cut]) -> None:
    """Print a row of figures."""
    figures = {
        "cuts": len(found),
        "unreadable": sum(cut.unreadable for cut in found),
        "held to": sum(cut.kept for cut in found),
        "lost": sum(len(cut.lost) for cut in found),
        "cuts that lost": sum(1 for cut in found if cut.lost),
        "heard after the cut": sum(cut.racing for cut in found),
        "lost of these": sum(cut.racing_lost for cut in found),
    }
    print(f"\n{what}:", ", ".join(f"{name} {figure}" for name, figure in figures.items()))


def test_a_power_cut_loses_nothing_that_was_kept(disk: LoopDisk) -> None:
    found = Storm(disk).cuts(CUTS)
    _tell("as it is", found)
    assert [cut.lost for cut in found if cut.lost] == []


def test_this_would_notice_what_is_not_on_the_disk(disk: LoopDisk) -> None:
    found = Storm(disk, "unsynced").cuts(max(1, CUTS // 3))
    _tell("without fsync", found)
    assert any(cut.lost for cut in found)
