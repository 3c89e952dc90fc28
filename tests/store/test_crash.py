"""Every way a cut can leave the end of a journal, and every bit that can turn in one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from jar_tui.store.folders import Folders
from jar_tui.store.repository import Repository
from jar_tui.store.writer import Writer
from tests.every import either
from tests.store.jars import Clock, Ticking, drop, journal, on_disk, opened, slip, words

pytestmark = pytest.mark.usefixtures("quick_disk")
What = Literal["insert", "edit", "batch"]
WHATS: tuple[What, ...] = ("insert", "edit", "batch")
PAGE = 64
"""Pages are small here, so that every place a page can begin in a change is tried."""
EARLIER = {"a" * 26: "opened the window", "b" * 26: "sat in the sun\nfor a while"}


def _change(repository: Repository, what: What) -> None:
    if what == "insert":
        repository.insert("slips", {"n" * 26: slip("answered a letter")})
    elif what == "edit":
        repository.update("slips", "b" * 26, {"text": "sat in the sun"})
    else:
        many = {letter * 26: slip(f"step {letter}") for letter in "opq"}
        repository.insert("slips", many)


class Cut:
    """A jar, and what its journal held before and after a change that was then cut."""

    def __init__(self, home: Path, what: What) -> None:
        self.home = home
        self.clock: Clock = Ticking()
        for key, text in EARLIER.items():
            drop(home, {key: text}, self.clock)
        self.path = journal(home)
        self.before = self.path.read_bytes()
        self.words_before = on_disk(home)
        repository = opened(home, self.clock)
        _change(repository, what)
        self.words_after = words(repository)
        self.added = self.path.read_bytes().removeprefix(self.before)

    def leave(self, left: bytes) -> None:
        """Let only `left` of the change have come to the disk."""
        self.path.write_bytes(self.before + left)
        shutil.rmtree(self.home / "state" / "aside")
        known = b'{"%s":%d}' % (self.path.name.encode(), len(self.before))
        (self.home / "state" / "sizes.json").write_bytes(known)

    def survives(self, left: bytes) -> None:
        """Check what a session finds when only `left` of the change came to the disk."""
        self.leave(left)
        repository = Repository(Folders(self.home), self.clock)
        told = repository.open()
        found = words(repository)
        assert found in (self.words_before, self.words_after), left
        if found == self.words_before and left:
            kept = b"".join(path.read_bytes() for path in told)
            assert kept == left, "the rest is in the file that was named"
        repository.insert("slips", {"z" * 26: slip("watered the plant")})
        assert words(repository) == found | {"z" * 26: "watered the plant"}
        assert on_disk(self.home) == words(repository)


def _zeroed(data: bytes, phase: int) -> Iterator[bytes]:
    """Yield `data` with one page never written, for pages that begin `phase` bytes early."""
    for start in range(-phase, len(data), PAGE):
        first, last = max(0, start), min(len(data), start + PAGE)
        yield data[:first] + bytes(last - first) + data[last:]


@pytest.mark.parametrize("what", WHATS)
def test_every_torn_end_leaves_the_earlier_slips(jar_home: Path, what: What) -> None:
    cut = Cut(jar_home, what)
    for length in range(len(cut.added) + 1):
        cut.survives(cut.added[:length])


@pytest.mark.parametrize("what", WHATS)
def test_every_end_of_zeros_leaves_the_earlier_slips(jar_home: Path, what: What) -> None:
    cut = Cut(jar_home, what)
    for length in range(len(cut.added)):
        cut.survives(cut.added[:length] + bytes(len(cut.added) - length))


@pytest.mark.parametrize("quarter", range(4))
@pytest.mark.parametrize("what", WHATS)
def test_every_lost_page_leaves_the_earlier_slips(jar_home: Path, what: What, quarter: int) -> None:
    cut = Cut(jar_home, what)
    for phase in range(quarter, PAGE, 4):
        for left in _zeroed(cut.added, phase):
            cut.survives(left)


@pytest.mark.parametrize("what", WHATS)
def test_adding_without_reading_the_jar_mends_it_too(jar_home: Path, what: What) -> None:
    """`jar-tui add` puts a torn end aside, and the next session that can tell tells it."""
    cut = Cut(jar_home, what)
    for length in range(1, len(cut.added) - 1, 7):
        cut.leave(cut.added[:length])
        drop(cut.home, {"z" * 26: "watered the plant"}, cut.clock)
        repository = Repository(Folders(cut.home), cut.clock)
        (told,) = repository.open()
        assert told.read_bytes() == cut.added[:length]
        assert words(repository) == cut.words_before | {"z" * 26: "watered the plant"}
        assert repository.open() == [], "once is enough"


def test_a_first_slip_that_was_cut_leaves_a_jar_that_works(jar_home: Path) -> None:
    drop(jar_home, {"a" * 26: "opened the window"})
    whole = journal(jar_home).read_bytes()
    state = jar_home / "state"
    for length in range(len(whole)):
        shutil.rmtree(jar_home / "jar")
        shutil.rmtree(state)
        Folders(jar_home).make()
        writer = Writer(Folders(jar_home), Ticking())
        writer.mend()
        (jar_home / "jar" / f"slips-{writer.journal}.jsonl").write_bytes(whole[:length])
        drop(jar_home, {"b" * 26: "washed a cup"})
        found = on_disk(jar_home)
        assert found.pop("b" * 26) == "washed a cup"
        assert not found or length == len(whole) - 1


SMALL = {"a" * 26: "tea", "b" * 26: "sun"}


@pytest.fixture
def small(jar_home: Path) -> tuple[Path, dict[str, str]]:
    """Return the journal of two slips, one of them edited, and their words."""
    clock = Ticking()
    for key, text in SMALL.items():
        drop(jar_home, {key: text}, clock)
    repository = opened(jar_home, clock)
    repository.update("slips", "a" * 26, {"text": "warm tea"})
    return journal(jar_home), words(repository)


@pytest.mark.parametrize("is_length_known", [True, False])
@pytest.mark.parametrize("bit", range(8))
def test_every_flipped_bit_touches_one_slip_and_is_told(
    jar_home: Path, small: tuple[Path, dict[str, str]], bit: int, is_length_known: bool
) -> None:
    path, before = small
    whole = path.read_bytes()
    sizes = jar_home / "state" / "sizes.json"
    known = b'{"%s":%d}' % (path.name.encode(), len(whole) if is_length_known else 0)
    step = either(3, 1)
    for at in range(bit % step, len(whole), step):
        flipped = bytearray(whole)
        flipped[at] ^= 1 << bit
        path.write_bytes(flipped)
        sizes.write_bytes(known)
        shutil.rmtree(jar_home / "state" / "aside")
        repository = Repository(Folders(jar_home), Ticking())
        told = repository.open()
        found = words(repository)
        touched = [key for key in before if found.get(key) != before[key]]
        assert len(touched) <= 1, at
        assert found.keys() <= before.keys()
        assert told, at


def test_after_a_flipped_bit_the_jar_takes_more(
    jar_home: Path, small: tuple[Path, dict[str, str]]
) -> None:
    path, _ = small
    whole = path.read_bytes()
    for at in range(0, len(whole), 3):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        (jar_home / "state" / "sizes.json").unlink()
        repository = opened(jar_home)
        found = words(repository)
        repository.insert("slips", {"z" * 26: slip("breathed")})
        assert on_disk(jar_home) == found | {"z" * 26: "breathed"}


@pytest.mark.parametrize("hurt", [1, 2, 3])
def test_rot_in_a_kept_batch_costs_only_the_line_it_is_in(jar_home: Path, hurt: int) -> None:
    drop(jar_home, {"o" * 26: "one", "p" * 26: "two", "q" * 26: "three"})
    path = journal(jar_home)
    lines = path.read_bytes().split(b"\n")
    lines[hurt] = lines[hurt].replace(b"text", b"tExt")
    path.write_bytes(b"\n".join(lines))
    assert len(on_disk(jar_home)) == 2
    drop(jar_home, {"z" * 26: "four"})
    assert len(on_disk(jar_home)) == 3


def test_rot_at_the_end_of_a_kept_batch_hides_no_other_line(jar_home: Path) -> None:
    drop(jar_home, {letter * 26: letter for letter in "opqr"})
    path = journal(jar_home)
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:3], *(line[:-1] + b"!" for line in lines[3:5]), b""]))
    assert sorted(on_disk(jar_home).values()) == ["o", "p"]
