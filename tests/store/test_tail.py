"""The end of a journal: where an append goes on, and files that are not what they were."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jar_tui.store.errors import NotKept
from jar_tui.store.folders import Folders
from jar_tui.store.line import Entry, encode
from jar_tui.store.repository import Repository
from jar_tui.store.sizes import Size, known_sizes
from jar_tui.store.tail import read_tail
from tests.store.jars import Ticking, aside, drop, journal, on_disk, opened, slip, words

A, B, C = "a" * 26, "b" * 26, "c" * 26


def _line(n: int, text: str = "words", batch: tuple[int, int] | None = None) -> bytes:
    fields = {"text": text}
    return encode(Entry("jjjjjjjjjj", n, 100 + n, "s", "put", "slips", f"{n}", fields, batch=batch))


HEAD = encode(Entry("jjjjjjjjjj", 0, 1, "s", "head", fields={"jar": "j", "format": 1}))


@pytest.mark.parametrize("length", [0, 1, 50, 8000, 8192, 9000, 200_000])
def test_an_append_goes_on_after_the_last_line(tmp_path: Path, length: int) -> None:
    path = tmp_path / "slips.jsonl"
    data = HEAD + _line(1) + _line(2, "w" * length)
    path.write_bytes(data)
    tail = read_tail(path)
    assert (tail.next_n, tail.stamp, tail.end) == (3, 102, len(data))
    assert not (tail.torn)
    assert not (tail.foreign)
    assert not (tail.newer)
    assert not (tail.unended)


@pytest.mark.parametrize("count", [2, 50, 400])
@pytest.mark.parametrize("lost", [1, 30])
def test_a_torn_batch_of_any_size_goes_from_its_first_line(
    tmp_path: Path, count: int, lost: int
) -> None:
    path = tmp_path / "slips.jsonl"
    batch = b"".join(_line(n, "w" * 60, (2, count)) for n in range(2, 2 + count))
    path.write_bytes(HEAD + _line(1) + batch[:-lost])
    tail = read_tail(path)
    if lost == 1:
        assert (tail.next_n, tail.torn, tail.unended) == (2 + count, b"", True)
    else:
        assert (tail.next_n, tail.torn) == (2, batch[:-lost])


def test_a_long_kept_batch_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its length is noted, so that adding one slip later costs the same at any size."""
    path = tmp_path / "slips.jsonl"
    batch = [_line(n, "w" * 60, (1, 1000)) for n in range(1, 1001)]
    data = HEAD + b"".join(batch)
    path.write_bytes(data)
    real = os.pread
    asked: list[int] = []

    def counted(handle: int, length: int, offset: int) -> bytes:
        asked.append(length)
        return real(handle, length, offset)

    monkeypatch.setattr(os, "pread", counted)
    tail = read_tail(path, settled=len(data))
    assert (tail.next_n, tail.end, tail.torn) == (1001, len(data), b"")
    assert sum(asked) < 20_000


def test_rot_elsewhere_in_a_journal_never_makes_a_batch_torn(tmp_path: Path) -> None:
    """A rotten line in a kept batch and a torn one after it are two things."""
    path = tmp_path / "slips.jsonl"
    batch = [_line(n, batch=(1, 3)) for n in (1, 2, 3)]
    rotten = HEAD + batch[0] + batch[1].replace(b"words", b"wOrds") + batch[2]
    path.write_bytes(rotten + bytes(64) + _line(4)[64:])
    tail = read_tail(path)
    assert (tail.end, tail.next_n) == (len(rotten), 4)


def test_what_was_once_acknowledged_is_never_cut(tmp_path: Path) -> None:
    """Not even where its pages rotted to zeros and something torn follows it."""
    path = tmp_path / "slips.jsonl"
    batch = [_line(n, batch=(1, 3)) for n in (1, 2, 3)]
    kept = HEAD + batch[0] + bytes(len(batch[1]) - 1) + b"\n" + batch[2]
    path.write_bytes(kept + _line(4)[:40])
    tail = read_tail(path, settled=len(kept))
    assert (tail.end, tail.next_n, tail.torn) == (len(kept), 4, _line(4)[:40])


def test_a_lost_page_in_a_first_batch_takes_no_earlier_slip(tmp_path: Path) -> None:
    path = tmp_path / "slips.jsonl"
    batch = b"".join(_line(n, batch=(2, 4)) for n in range(2, 6))
    path.write_bytes(HEAD + _line(1) + bytes(300) + batch[300:])
    tail = read_tail(path)
    assert (tail.end, tail.next_n) == (len(HEAD + _line(1)), 2)


# Files that are not what they were. None is overwritten, and none opens as an unexplained jar.


def _began(home: Path) -> Path:
    drop(home, {A: "opened the window"})
    drop(home, {B: "watered the plant"})
    opened(home)
    path = journal(home)
    assert known_sizes(Folders(home)) == {path.name: Size(path.stat().st_size)}
    return path


@pytest.mark.parametrize("left", ["nothing", "one line", "no whole line"])
@pytest.mark.parametrize("by", ["opening", "adding"])
def test_a_journal_that_lost_bytes_is_told_and_left_alone(
    jar_home: Path, left: str, by: str
) -> None:
    path = _began(jar_home)
    lines = path.read_bytes().splitlines(keepends=True)
    kept = {"nothing": b"", "one line": b"".join(lines[:2]), "no whole line": lines[0][:20]}
    path.write_bytes(kept[left])
    if by == "adding":
        drop(jar_home, {C: "here"})
    repository = opened(jar_home)
    assert repository.shrunken == [path.name]
    repository.insert("slips", {"d" * 26: slip("more")})
    assert path.read_bytes() == kept[left]
    expected = {A} if left == "one line" else set()
    expected |= {"d" * 26} | ({C} if by == "adding" else set())
    assert set(on_disk(jar_home)) == expected
    assert opened(jar_home).shrunken == [], "once is enough"


@pytest.mark.parametrize("content", [bytes(5000), b"not a journal\nat all\n", b"\xff" * 5000])
def test_a_journal_of_something_else_is_told_and_left_alone(jar_home: Path, content: bytes) -> None:
    path = _began(jar_home)
    path.write_bytes(content)
    (jar_home / "state" / "sizes.json").unlink()
    repository = Repository(Folders(jar_home), Ticking())
    (told,) = repository.open()
    assert told.read_bytes() == content
    repository.insert("slips", {C: slip("here")})
    assert path.read_bytes() == content
    assert on_disk(jar_home) == {C: "here"}


def test_a_journal_of_another_installation_in_our_place_is_not_added_to(jar_home: Path) -> None:
    path = _began(jar_home)
    other = HEAD + _line(1, "elsewhere")
    path.write_bytes(other + b" " * 1000)
    (jar_home / "state" / "sizes.json").unlink()
    path.write_bytes(other)
    drop(jar_home, {C: "here"})
    assert path.read_bytes() == other
    assert on_disk(jar_home) == {"1": "elsewhere", C: "here"}


@pytest.mark.parametrize("tail", [b"", b'{"sum":"torn'])
def test_a_newer_programs_journal_is_read_and_not_added_to(jar_home: Path, tail: bytes) -> None:
    path = _began(jar_home)
    lines = path.read_bytes().splitlines(keepends=True)
    own = path.stem.removeprefix("slips-")
    head = encode(Entry(own, 0, 1, "s", "head", fields={"jar": "j", "format": 2}))
    newer = head + b"".join(lines[1:]) + tail
    path.write_bytes(newer)
    repository = opened(jar_home)
    assert set(words(repository)) == {A, B}
    assert repository.newer == [path.name]
    with pytest.raises(NotKept) as refused:
        repository.insert("slips", {C: slip("here")})
    assert refused.value.reason == "newer"
    assert path.read_bytes() == newer


def test_a_format_that_is_no_number_is_newer(jar_home: Path) -> None:
    path = _began(jar_home)
    own = path.stem.removeprefix("slips-")
    head = encode(Entry(own, 0, 1, "s", "head", fields={"jar": "j", "format": "2.1"}))
    path.write_bytes(head + b"".join(path.read_bytes().splitlines(keepends=True)[1:]))
    (jar_home / "state" / "sizes.json").unlink()
    with pytest.raises(NotKept, match="newer"):
        drop(jar_home, {C: "here"})


def test_a_torn_end_is_named_with_the_bytes_it_held(jar_home: Path) -> None:
    path = _began(jar_home)
    path.write_bytes(path.read_bytes() + b'{"sum":"0000')
    repository = Repository(Folders(jar_home), Ticking())
    (told,) = repository.open()
    assert told.parent == jar_home / "state" / "aside"
    assert told.read_bytes() == b'{"sum":"0000'
    assert set(words(repository)) == {A, B}
    assert Repository(Folders(jar_home), Ticking()).open() == []


def test_a_torn_end_that_cannot_be_put_aside_stays_where_it_is(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _began(jar_home)
    torn = path.read_bytes() + b'{"sum":"0000'
    path.write_bytes(torn)

    def full(folders: Folders, name: str, raw: bytes) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(Folders, "put_aside", full)
        with pytest.raises(NotKept, match="full"):
            drop(jar_home, {C: "here"})
        assert set(on_disk(jar_home)) == {A, B}
        assert path.read_bytes() == torn
    drop(jar_home, {C: "here"})
    assert set(on_disk(jar_home)) == {A, B, C}


def test_a_bad_line_is_kept_out_named_and_left_in_place(jar_home: Path) -> None:
    path = _began(jar_home)
    lines = path.read_bytes().splitlines(keepends=True)
    hurt = lines[0] + lines[1].replace(b"window", b"windows") + lines[2]
    path.write_bytes(hurt)
    repository = Repository(Folders(jar_home), Ticking())
    (told,) = repository.open()
    assert b"windows" in told.read_bytes()
    assert words(repository) == {B: "watered the plant"}
    repository.insert("slips", {C: slip("here")})
    assert path.read_bytes().startswith(hurt)
    assert on_disk(jar_home) == {B: "watered the plant", C: "here"}
    assert len(aside(jar_home)) == 1


def test_a_last_newline_that_is_missing_costs_no_slip(jar_home: Path) -> None:
    """The words are whole; whether they were acknowledged or not, they stay."""
    path = _began(jar_home)
    path.write_bytes(path.read_bytes()[:-1])
    (jar_home / "state" / "sizes.json").unlink()
    assert set(on_disk(jar_home)) == {A, B}
    drop(jar_home, {C: "here"})
    assert set(on_disk(jar_home)) == {A, B, C}
    assert aside(jar_home) == []
