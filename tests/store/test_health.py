"""What is wrong with a jar's files is found, told, and never mended by overwriting."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import Almanac, drop_in
from jar_tui.store import disk, health
from jar_tui.store.errors import NotKept
from jar_tui.store.folders import Folders
from jar_tui.store.health import Kind, Trouble, troubles
from jar_tui.store.reader import Reader
from tests.store.broken import BREAKS, MINE, THEIRS, Break, two
from tests.store.jars import Ticking, drop, on_disk, opened, slip, words

NEW = {"n" * 26: "answered a letter"}


def _found(home: Path) -> list[Trouble]:
    folders = Folders(home)
    reader = Reader(folders.jar)
    list(reader.new_entries())
    return troubles(folders, reader)


def _kinds(found: list[Trouble]) -> set[Kind]:
    return {trouble.kind for trouble in found}


@pytest.fixture(params=BREAKS)
def broken(request: pytest.FixtureRequest) -> Break:
    """Return one way to break a file."""
    return BREAKS[request.param]


def test_a_jar_that_is_well_is_said_to_be(jar_home: Path) -> None:
    two(jar_home)
    assert _found(jar_home) == []
    repository = opened(jar_home)
    assert (repository.troubles, repository.nothing_read) == ([], False)


def test_every_other_slip_is_there_and_the_trouble_is_told(jar_home: Path, broken: Break) -> None:
    theirs = two(jar_home)
    broken.how(theirs)
    repository = opened(jar_home)
    assert words(repository) == MINE | broken.shown
    expected = [Trouble(broken.kind, theirs.name)] if broken.told else []
    assert repository.troubles == expected
    assert not repository.nothing_read
    later = (broken.kind,) if broken.later is None else broken.later
    assert _found(jar_home) == [Trouble(kind, theirs.name) for kind in later]


def test_nothing_that_is_broken_is_touched(jar_home: Path, broken: Break) -> None:
    theirs = two(jar_home)
    broken.how(theirs)
    before = _as_is(theirs)
    repository = opened(jar_home)
    repository.insert("slips", {key: slip(text) for key, text in NEW.items()})
    drop(jar_home, {"o" * 26: "and another"})
    assert _as_is(theirs) == before
    assert on_disk(jar_home) == MINE | broken.shown | NEW | {"o" * 26: "and another"}


def _as_is(path: Path) -> tuple[str, bytes]:
    """Return what stands at a path, without waiting for a fifo."""
    if path.is_symlink():
        return "link", bytes(path.readlink())
    if path.is_file():
        return "file", path.read_bytes()
    return ("other", b"") if path.exists() else ("none", b"")


@pytest.mark.parametrize(
    "name", [name for name, one in BREAKS.items() if one.kind not in ("newer", "unread")]
)
def test_our_own_file_broken_is_never_written_over(jar_home: Path, name: str) -> None:
    """What comes after goes where it can be read; what is there stays, byte by byte."""
    two(jar_home)
    broken = BREAKS[name]
    mine = journal_of(jar_home, MINE)
    broken.how(mine)
    before = mine.read_bytes() if mine.is_file() else b""
    drop(jar_home, NEW)
    assert on_disk(jar_home).items() >= (NEW | THEIRS).items()
    files = [path.read_bytes() for path in jar_home.rglob("*") if path.is_file()]
    # The half of a line at the end of our own file is put aside.
    parts = before.split(b"\n") if broken.kind == "arriving" else [before]
    assert [part for part in parts if not any(part in data for data in files)] == []


def journal_of(home: Path, texts: dict[str, str]) -> Path:
    """Return the journal that holds these slips."""
    (found,) = (
        path
        for path in (home / "jar").glob("slips-*.jsonl")
        if all(key.encode() in path.read_bytes() for key in texts)
    )
    return found


@pytest.mark.parametrize(
    "name", [name for name, one in BREAKS.items() if not one.shown and one.kind != "missing"]
)
def test_a_jar_nothing_can_be_read_of_is_never_a_new_one(jar_home: Path, name: str) -> None:
    theirs = two(jar_home)
    journal_of(jar_home, MINE).unlink()
    shutil.rmtree(jar_home / "state")
    Folders(jar_home).make()
    BREAKS[name].how(theirs)
    for _ in range(2):
        repository = opened(jar_home)
        assert repository.nothing_read
        assert Trouble(BREAKS[name].kind, theirs.name) in repository.troubles


def test_a_jar_that_is_gone_is_told_until_there_are_slips_again(jar_home: Path) -> None:
    two(jar_home)
    shutil.rmtree(jar_home / "jar")
    shutil.rmtree(jar_home / "state" / "own")
    kinds: tuple[Kind, ...] = ("missing", "away", "away")
    for kind in kinds:
        repository = opened(jar_home)
        assert repository.nothing_read
        assert _kinds(repository.troubles) == {kind}
    drop(jar_home, NEW)
    repository = opened(jar_home)
    assert (repository.troubles, repository.nothing_read) == ([], False)
    assert _kinds(_found(jar_home)) == {"away"}, "check names it for good"


def test_a_jar_folder_that_is_another_disk_is_told_and_comes_back(jar_home: Path) -> None:
    two(jar_home)
    disk_of_it = (jar_home / "jar").rename(jar_home.with_name("disk"))
    (jar_home / "jar").mkdir()  # the place where it is mounted
    shutil.rmtree(jar_home / "state" / "own")
    assert opened(jar_home).nothing_read
    (jar_home / "jar").rmdir()
    disk_of_it.rename(jar_home / "jar")
    assert on_disk(jar_home) == MINE | THEIRS


def test_a_new_jar_is_a_new_jar(jar_home: Path) -> None:
    repository = opened(jar_home)
    assert (repository.troubles, repository.nothing_read) == ([], False)


def test_what_takes_nothing_from_anybody_is_told_once(jar_home: Path) -> None:
    theirs = two(jar_home)
    BREAKS["line ends"].how(theirs)
    assert _kinds(opened(jar_home).troubles) == {"ends"}
    assert opened(jar_home).troubles == []
    assert _kinds(_found(jar_home)) == {"ends"}


def test_a_name_that_is_no_text_is_fine(jar_home: Path) -> None:
    theirs = two(jar_home)
    strange = theirs.rename(theirs.with_name(os.fsdecode(b"slips-\xff\n.jsonl")))
    BREAKS["line ends"].how(strange)
    for _ in range(2):
        assert "ends" in _kinds(opened(jar_home).troubles)


def test_names_alone_are_no_sign_of_slips(jar_home: Path) -> None:
    """A hurt file of names in a jar nobody wrote a slip in: told, and the jar is a new one."""
    (jar_home / "jar").mkdir(parents=True)
    (jar_home / "jar" / "people-abcdefghij.jsonl").write_bytes(b"")
    repository = opened(jar_home)
    assert _kinds(repository.troubles) == {"empty"}
    assert not repository.nothing_read


@pytest.mark.parametrize("found", [b"", b"{", b"{}", b"[[1, 2], 3]", b"\xff"])
def test_a_note_of_what_was_told_may_be_anything(jar_home: Path, found: bytes) -> None:
    theirs = two(jar_home)
    BREAKS["line ends"].how(theirs)
    (jar_home / "state" / health.TOLD).write_bytes(found)
    assert _kinds(opened(jar_home).troubles) == {"ends"}


@pytest.mark.parametrize("folder", ["jar", "state"])
def test_a_folder_that_cannot_be_written_to_is_told(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    two(jar_home)
    inside = str(jar_home / folder)
    monkeypatch.setattr(disk, "may_write", lambda path: not str(path).startswith(inside))
    repository = opened(jar_home)
    assert _kinds(repository.troubles) == {"readonly" if folder == "jar" else "state"}
    assert words(repository) == MINE | THEIRS


def test_a_jar_of_another_account_is_told_once(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two(jar_home)
    monkeypatch.setattr(disk, "is_mine", lambda stat: False)
    assert _kinds(opened(jar_home).troubles) == {"owner"}
    assert opened(jar_home).troubles == []


def test_a_folder_that_is_a_link_is_a_jar_like_any_other(jar_home: Path) -> None:
    two(jar_home)
    (jar_home / "jar").rename(jar_home.with_name("disk"))
    (jar_home / "jar").symlink_to(jar_home.with_name("disk"))
    assert on_disk(jar_home) == MINE | THEIRS
    drop(jar_home, NEW)
    assert on_disk(jar_home) == MINE | THEIRS | NEW
    assert _kinds(_found(jar_home)) == {"linked"}
    jar_home.with_name("disk").rename(jar_home.with_name("away"))
    with pytest.raises(NotKept):
        drop_in(jar_home, [NewSlip("nowhere to go")], Almanac.at(jar_home, Ticking()))
