"""Files and folders nobody expects: none closes the jar, and none that is not ours is touched."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from jar_tui.store.errors import NotKept, NotOpened
from jar_tui.store.folders import Folders
from jar_tui.store.head import head_of
from jar_tui.store.line import Entry, encode
from jar_tui.store.repository import Repository
from tests.store.jars import Ticking, drop, journal, on_disk, opened, slip, words

A, B, C = "a" * 26, "b" * 26, "c" * 26


def _foreign_line(key: str) -> bytes:
    return encode(Entry("othersixth", 1, 9, "s", "put", "slips", key, slip("elsewhere")))


def test_conflict_copies_are_more_lines(jar_home: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    path = journal(jar_home)
    copy = path.with_name(f"{path.stem}.sync-conflict-20261121-153000-ABCDEFG.jsonl")
    copy.write_bytes(path.read_bytes() + _foreign_line(B))
    before = copy.read_bytes()
    assert on_disk(jar_home) == {A: "opened the window", B: "elsewhere"}
    drop(jar_home, {C: "here"})
    assert copy.read_bytes() == before
    assert set(on_disk(jar_home)) == {A, B, C}


def test_other_installations_files_are_never_touched(jar_home: Path) -> None:
    Folders(jar_home).make()
    other = jar_home / "jar" / "slips-othersixth.jsonl"
    hurt = _foreign_line(B) + b"not a line\n" + _foreign_line(C)[:-9]
    other.write_bytes(hurt)
    repository = Repository(Folders(jar_home), Ticking())
    assert repository.open() == []
    assert repository.shrunken == []
    repository.insert("slips", {A: slip("here")})
    assert other.read_bytes() == hurt
    assert on_disk(jar_home) == {A: "here", B: "elsewhere"}


def test_a_newer_programs_file_of_another_installation_is_no_damage(jar_home: Path) -> None:
    Folders(jar_home).make()
    head = Entry("othersixth", 0, 1, "s", "head", fields={"jar": "j", "format": 2})
    other = jar_home / "jar" / "slips-othersixth.jsonl"
    other.write_bytes(encode(head) + b'{"sum":"in another way"}\n' + _foreign_line(B))
    repository = opened(jar_home)
    assert words(repository) == {B: "elsewhere"}
    assert repository._reader.damage == {}
    assert repository.newer == [other.name]
    repository.insert("slips", {A: slip("here")})


@pytest.mark.parametrize("what", ["folder", "dangling", "pipe"])
def test_what_is_no_file_does_not_close_the_jar(jar_home: Path, what: str) -> None:
    drop(jar_home, {A: "opened the window"})
    odd = jar_home / "jar" / "slips-0.jsonl"
    if what == "folder":
        odd.mkdir()
    elif what == "dangling":
        odd.symlink_to("nowhere")
    else:
        os.mkfifo(odd)
    assert on_disk(jar_home) == {A: "opened the window"}
    (jar_home / "state" / "installation.json").unlink()
    drop(jar_home, {B: "here"})
    assert set(on_disk(jar_home)) == {A, B}


def test_a_file_that_cannot_be_read_is_told_and_hides_no_other(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(jar_home, {A: "opened the window"})
    other = jar_home / "jar" / "slips-othersixth.jsonl"
    other.write_bytes(_foreign_line(B))
    real = Path.open

    def refused(path: Path, *mode: Any, **named: Any) -> Any:
        if path == other:
            raise PermissionError(errno.EACCES, "no")
        return real(path, *mode, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refused)
        repository = opened(jar_home)
        assert words(repository) == {A: "opened the window"}
        assert repository.shrunken == [other.name]
    repository.catch_up()
    assert set(words(repository)) == {A, B}
    assert opened(jar_home).shrunken == []


def test_a_file_that_comes_and_goes_is_no_trouble(jar_home: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    repository = opened(jar_home)
    path = journal(jar_home)
    hidden = path.rename(path.with_suffix(".away"))
    repository.catch_up()
    hidden.rename(path)
    repository.catch_up()
    assert words(repository) == {A: "opened the window"}


def test_a_file_replaced_by_a_sync_is_read_from_its_start(jar_home: Path) -> None:
    repository = opened(jar_home)
    other = jar_home / "jar" / "slips-othersixth.jsonl"
    other.write_bytes(_foreign_line(A))
    repository.catch_up()
    fresh = other.with_suffix(".tmp")
    fresh.write_bytes(_foreign_line(B) + _foreign_line(A))
    fresh.replace(other)
    repository.catch_up()
    assert set(words(repository)) == {A, B}


def test_a_hurt_file_is_read_again_when_it_was_mended(jar_home: Path) -> None:
    repository = opened(jar_home)
    other = jar_home / "jar" / "slips-othersixth.jsonl"
    whole = _foreign_line(A) + _foreign_line(B)
    other.write_bytes(whole.replace(b'"c":"0', b'"c":"1', 1))
    repository.catch_up()
    assert set(words(repository)) == {B}
    other.write_bytes(whole)
    repository.catch_up()
    assert set(words(repository)) == {A, B}


def test_a_line_longer_than_a_chunk_comes_back(jar_home: Path) -> None:
    text = "a long day 🌱 " * 150_000
    drop(jar_home, {A: text})
    drop(jar_home, {B: "opened the window"})
    assert on_disk(jar_home) == {A: text.rstrip() + " ", B: "opened the window"}


def test_a_jar_folder_may_be_a_link(jar_home: Path, tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    jar_home.mkdir()
    (jar_home / "jar").symlink_to(tmp_path / "synced")
    drop(jar_home, {A: "opened the window"})
    assert on_disk(jar_home) == {A: "opened the window"}
    assert len(list((tmp_path / "synced").iterdir())) == 1


@pytest.mark.parametrize("folder", ["", "jar"])
def test_a_link_to_nowhere_is_not_an_empty_jar(jar_home: Path, folder: str) -> None:
    if folder:
        jar_home.mkdir()
    (jar_home / folder).symlink_to("unmounted")
    with pytest.raises(NotOpened):
        opened(jar_home)


def test_a_jar_that_can_only_be_read_is_read(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(jar_home, {A: "opened the window"})
    for path in sorted((jar_home / "state").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (jar_home / "state").rmdir()
    real = os.open

    def no_writing(path: Any, flags: int, *others: Any, **named: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, "read only")
        return real(path, flags, *others, **named)

    def no_folder(*others: Any, **named: Any) -> None:
        raise OSError(errno.EROFS, "read only")

    monkeypatch.setattr(os, "open", no_writing)
    monkeypatch.setattr(os, "mkdir", no_folder)
    repository = opened(jar_home)
    assert words(repository) == {A: "opened the window"}
    with pytest.raises(NotKept) as refused:
        repository.insert("slips", {B: slip("here")})
    assert refused.value.reason == "readonly"
    assert words(repository) == {A: "opened the window"}


def test_a_folder_that_cannot_be_made_is_told(jar_home: Path) -> None:
    jar_home.write_text("a file")
    with pytest.raises(NotOpened):
        opened(jar_home)


def test_a_jar_from_a_sync_opens_and_keeps_its_id(jar_home: Path, tmp_path: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    other = tmp_path / "other"
    (other / "jar").mkdir(parents=True)
    path = journal(jar_home)
    (other / "jar" / path.name).write_bytes(path.read_bytes())
    repository = opened(other)
    assert words(repository) == {A: "opened the window"}
    assert repository.shrunken == []
    repository.insert("slips", {B: slip("here")})
    heads = [head_of(found.read_bytes()) for found in (other / "jar").iterdir()]
    assert len({head.journal for head in heads if head}) == 2
    assert len({head.fields["jar"] for head in heads if head}) == 1
    assert (other / "jar" / path.name).read_bytes() == path.read_bytes()
