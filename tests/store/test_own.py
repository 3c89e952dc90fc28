"""A sync that puts an older copy of our own journal in its place takes nothing from us."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jar_tui.store import disk
from jar_tui.store.line import decode, encode
from tests.store.jars import drop, journal, on_disk, opened, replaced, slip

A, B, C = "a" * 26, "b" * 26, "c" * 26
ALL = {A: "opened the window", B: "watered the plant"}


@pytest.fixture
def began(jar_home: Path) -> tuple[Path, bytes]:
    """Return a journal of two slips, and what it held after the first."""
    drop(jar_home, {A: ALL[A]})
    first = journal(jar_home).read_bytes()
    drop(jar_home, {B: ALL[B]})
    return journal(jar_home), first


Returns = Callable[[Path], object]
BY: dict[str, Returns] = {
    "opening": lambda home: opened(home).jar,
    "adding": lambda home: drop(home, {C: "washed a cup"}),
}


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("length", ["older", "empty", "gone", "half a line"])
def test_an_older_copy_takes_no_line(
    jar_home: Path, began: tuple[Path, bytes], by: str, length: str
) -> None:
    path, first = began
    whole = path.read_bytes()
    if length == "gone":
        path.unlink()
    else:
        replaced(path, {"older": first, "empty": b"", "half a line": whole[:-9]}[length])
    BY[by](jar_home)
    assert path.read_bytes().startswith(whole)
    repository = opened(jar_home)
    assert repository.shrunken == []
    assert on_disk(jar_home).items() >= ALL.items()
    assert [path.name] == [one.name for one in (jar_home / "jar").iterdir()]


def test_the_very_first_slip_is_held_at_once(jar_home: Path) -> None:
    drop(jar_home, {A: ALL[A]})
    path = journal(jar_home)
    replaced(path, path.read_bytes()[:-40])
    assert on_disk(jar_home) == {A: ALL[A]}


def test_a_copy_of_the_same_bytes_becomes_ours(jar_home: Path, began: tuple[Path, bytes]) -> None:
    """git and rsync put whole files there anew; that is nothing to act on."""
    path, first = began
    replaced(path, path.read_bytes())
    drop(jar_home, {C: "washed a cup"})
    replaced(path, first)
    assert set(on_disk(jar_home)) == {A, B, C}


def test_lines_nobody_knew_are_kept_beside(jar_home: Path, began: tuple[Path, bytes]) -> None:
    path, first = began
    whole = path.read_bytes()
    other = first + whole[len(first) :].replace(b"plant", b"grass")
    replaced(path, other)
    assert on_disk(jar_home) == ALL
    assert path.read_bytes() == whole
    (beside,) = (one for one in (jar_home / "jar").iterdir() if one != path)
    assert beside.read_bytes() == other


def test_ours_written_anew_by_another_takes_no_line_it_had_not_seen(
    jar_home: Path, began: tuple[Path, bytes]
) -> None:
    """`erase --everywhere` on another machine did our file while we wrote on."""
    path, first = began
    head, rest = first.split(b"\n", 1)
    entry = decode(head)
    anew = encode(entry._replace(fields={**entry.fields, "rewritten": 1}))
    replaced(path, anew + rest)
    assert on_disk(jar_home) == ALL
    replaced(path, anew + rest + path.read_bytes()[len(first) :])
    assert on_disk(jar_home) == ALL
    assert path.read_bytes().startswith(anew)


def test_something_else_in_our_place_is_kept_beside(
    jar_home: Path, began: tuple[Path, bytes]
) -> None:
    path, _ = began
    replaced(path, b"a shopping list\n")
    assert on_disk(jar_home) == ALL
    (beside,) = (one for one in (jar_home / "jar").iterdir() if one != path)
    assert beside.read_bytes() == b"a shopping list\n"


def test_a_cut_while_putting_back_takes_nothing(
    jar_home: Path, began: tuple[Path, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, first = began
    real = disk.rename
    for times in (0, 1):
        replaced(path, first[:-5] + b"!!!!!")
        done: list[Path] = []

        def cut(old: Path, new: Path, times: int = times, done: list[Path] = done) -> None:
            if len(done) == times:
                raise OSError("the power went")
            done.append(new)
            real(old, new)

        with monkeypatch.context() as patch:
            patch.setattr(disk, "rename", cut)
            opened(jar_home)
        assert on_disk(jar_home) == ALL


def test_where_names_cannot_be_given_the_jar_works_all_the_same(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(old: Path, new: Path) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(disk, "link", refused)
    drop(jar_home, {A: ALL[A]})
    repository = opened(jar_home)
    repository.insert("slips", {B: slip(ALL[B])})
    assert on_disk(jar_home) == ALL


def test_a_copied_home_does_not_hold_its_originals_journals(
    jar_home: Path, began: tuple[Path, bytes], tmp_path: Path
) -> None:
    """Else the copy would put an old version of another's journal back, again and again."""
    path, _ = began
    copy = tmp_path / "copy"
    shutil.copytree(jar_home, copy)
    drop(copy, {C: "in the copy"})
    held = {one.name for one in (copy / "state" / "own").iterdir()}
    assert path.name not in held
    drop(jar_home, {"d" * 26: "in the original"})
    shutil.copy(path, copy / "jar" / path.name)
    assert set(on_disk(copy)) == {A, B, C, "d" * 26}


@pytest.fixture
def no_links(began: tuple[Path, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no file get a second name, as where the jar is on another disk than `state/`."""

    def refused(old: Path, new: Path) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(disk, "link", refused)


def _apart(path: Path) -> None:
    """Make the two names of a journal names of two files, as moving one to another disk does."""
    path.write_bytes(path.rename(path.with_suffix(".moved")).read_bytes())
    path.with_suffix(".moved").unlink()


@pytest.mark.usefixtures("no_links")
def test_a_jar_moved_to_another_disk_goes_on_there(
    jar_home: Path, began: tuple[Path, bytes]
) -> None:
    path, _ = began
    _apart(path)
    drop(jar_home, {C: "washed a cup"})
    drop(jar_home, {"d" * 26: "sat down"})
    assert set(on_disk(jar_home)) == {A, B, C, "d" * 26}
    assert path.read_bytes().count(b"\n") == 5


@pytest.mark.usefixtures("no_links")
def test_what_was_written_while_a_disk_was_away_comes_to_it(
    jar_home: Path, began: tuple[Path, bytes]
) -> None:
    path, first = began
    _apart(path)
    path.write_bytes(first)
    drop(jar_home, {C: "washed a cup"})
    assert set(on_disk(jar_home)) == {A, B, C}
    path.unlink()
    drop(jar_home, {"d" * 26: "sat down"})
    assert "d" * 26 in on_disk(jar_home)


@pytest.mark.usefixtures("began")
def test_a_second_name_that_cannot_be_renewed_is_never_written_to(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = {name: getattr(disk, name) for name in ("link", "rename", "unlink")}

    def shut(name: str) -> Callable[..., None]:
        def call(*paths: Path) -> None:
            if any("own" in one.parts for one in paths):
                raise PermissionError(errno.EACCES, "shut")
            real[name](*paths)

        return call

    with monkeypatch.context() as patch:
        for name in real:
            patch.setattr(disk, name, shut(name))
        repository = opened(jar_home)
        assert repository.erase(A).left
        drop(jar_home, {C: "washed a cup"})
        assert set(on_disk(jar_home)) == {B, C}
    drop(jar_home, {"d" * 26: "sat down"})
    assert set(on_disk(jar_home)) == {B, C, "d" * 26}
    assert not any(b"window" in one.read_bytes() for one in jar_home.rglob("*") if one.is_file())
