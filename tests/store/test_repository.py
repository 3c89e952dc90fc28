"""The jar as sessions meet it: two at once, TinyDB's own doors, and folders of every kind."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import delete
from tinydb.table import Document, Table

from jar_tui.store.errors import NothingRemoved, NotKept, NotOpened
from jar_tui.store.folders import Folders
from jar_tui.store.head import head_of
from jar_tui.store.line import Entry, encode
from jar_tui.store.repository import Repository
from jar_tui.store.table import JournalDB, JournalTable
from tests.store.jars import Ticking, drop, journal, on_disk, opened, slip, words

A, B, C = "a" * 26, "b" * 26, "c" * 26


def _db(repository: Repository) -> JournalDB:
    return repository._db


def _key(key: str) -> Any:
    """Return an id as TinyDB's types, not its code, want it."""
    return key


# Two sessions.


def test_two_sessions_take_turns(jar_home: Path) -> None:
    first, second = opened(jar_home), opened(jar_home)
    for turn in range(6):
        one, other = (first, second) if turn % 2 else (second, first)
        one.insert("slips", {f"{turn}" * 26: slip(f"step {turn}")})
        assert other.changed_elsewhere()
        assert other.catch_up() == {f"{turn}" * 26}
        assert not other.changed_elsewhere()
        assert words(one) == words(other)
    assert len(on_disk(jar_home)) == 6
    assert len(list((jar_home / "jar").iterdir())) == 1


def test_the_same_slip_edited_in_both_keeps_the_later_words(jar_home: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    first, second = opened(jar_home), opened(jar_home)
    first.update("slips", A, {"text": "opened both"})
    second.update("slips", A, {"text": "opened all"})
    first.catch_up()
    assert words(first) == words(second) == on_disk(jar_home) == {A: "opened all"}
    assert b"opened both" in journal(jar_home).read_bytes()


def test_two_fields_of_a_slip_edited_in_two_sessions_both_hold(jar_home: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    first, second = opened(jar_home), opened(jar_home)
    first.update("slips", A, {"text": "opened both"})
    second.update("slips", A, {"label": "small"})
    first.catch_up()
    found = first.jar.get(A)
    assert found is not None
    assert (found.text, found.label) == ("opened both", "small")


def test_a_change_to_what_it_was_writes_nothing(jar_home: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    repository = opened(jar_home)
    before = journal(jar_home).read_bytes()
    repository.update("slips", A, {"text": "opened the window"})
    repository.update("slips", "no such slip", {"text": "words"})
    assert journal(jar_home).read_bytes() == before


def test_half_a_line_of_another_session_is_not_read(jar_home: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    repository = opened(jar_home)
    line = encode(Entry("othersixth", 1, 9, "s", "put", "slips", B, slip("watered the plant")))
    other = jar_home / "jar" / "slips-othersixth.jsonl"
    for length in range(0, len(line), 9):
        other.write_bytes(line[:length])
        repository.catch_up()
        assert words(repository) == {A: "opened the window"}
        assert other.read_bytes() == line[:length]
    other.write_bytes(line)
    repository.catch_up()
    assert words(repository)[B] == "watered the plant"


def test_half_a_batch_of_another_installation_waits_for_its_end(jar_home: Path) -> None:
    repository = opened(jar_home)
    lines = [
        encode(Entry("othersixth", n, n, "s", "put", "slips", key, slip(key), batch=(1, 3)))
        for n, key in enumerate((A, B, C), 1)
    ]
    other = jar_home / "jar" / "slips-othersixth.jsonl"
    other.write_bytes(b"".join(lines[:2]))
    repository.catch_up()
    assert words(repository) == on_disk(jar_home) == {}
    other.write_bytes(b"".join(lines))
    repository.catch_up()
    assert set(words(repository)) == set(on_disk(jar_home)) == {A, B, C}


def test_what_is_not_acknowledged_yet_is_not_read(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line whose fsync then fails must not have been shown to another session."""
    drop(jar_home, {A: "opened the window"})
    writer, reader = opened(jar_home), opened(jar_home)
    waits_or_is_done = threading.Event()

    def look() -> None:
        reader.catch_up()
        waits_or_is_done.set()

    looking = threading.Thread(target=look)

    def look_then_fail(handle: int) -> None:
        assert reader.changed_elsewhere()
        looking.start()
        waits_or_is_done.wait()
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", look_then_fail)
        patch.setattr("jar_tui.store.folders.GLANCE", 600.0)
        patch.setattr("time.sleep", lambda seconds: waits_or_is_done.set())
        with pytest.raises(NotKept):
            writer.insert("slips", {B: slip("watered the plant")})
        looking.join()
    assert words(reader) == words(writer) == on_disk(jar_home) == {A: "opened the window"}


# Files nobody expects.


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


# TinyDB's own doors: everything it can do to add and look works, nothing it can do removes.


def test_tinydb_inserts_searches_and_updates(jar_home: Path) -> None:
    table = _db(opened(jar_home)).table("slips")
    one: Any = table.insert(slip("opened the window"))
    two: Any = table.insert_multiple([slip("watered the plant"), Document(slip("rest"), _key(C))])
    assert len({one, *two}) == 3
    assert two[1] == C
    assert all(isinstance(key, str) and len(key) == 26 for key in (one, *two))
    assert [found["text"] for found in table.search(where("text").matches("open"))] == [
        "opened the window"
    ]
    found = table.get(doc_id=_key(C))
    assert isinstance(found, Document)
    assert found["text"] == "rest"
    assert table.contains(doc_id=one)
    assert {found["text"] for found in table.all()} == set(on_disk(jar_home).values())
    assert len(table) == 3
    table.update({"label": "small"}, where("text") == "rest")
    table.update(lambda found: found.update(text="rested"), doc_ids=[_key(C)])
    table.upsert({"text": "rested well"}, where("text") == "rested")
    assert table.count(where("label") == "small") == 1
    assert on_disk(jar_home)[C] == "rested well"


def test_tinydb_refuses_an_id_twice(jar_home: Path) -> None:
    repository = opened(jar_home)
    repository.insert("slips", {A: slip("opened the window")})
    for again in (
        lambda: repository.insert("slips", {A: slip("other words")}),
        lambda: _db(repository).table("slips").insert(Document(slip("other words"), _key(A))),
    ):
        with pytest.raises(ValueError, match=A) as refused:
            again()
        assert "words" not in str(refused.value)
    assert on_disk(jar_home) == {A: "opened the window"}


@pytest.mark.parametrize(
    "remove",
    [
        lambda db: db.table("slips").truncate(),
        lambda db: db.table("slips").remove(doc_ids=[A]),
        lambda db: db.table("slips").remove(where("text").exists()),
        lambda db: db.table("slips").update(delete("text"), doc_ids=[A]),
        lambda db: db.table("slips")._update_table(lambda table: table.clear()),
        lambda db: db.table("slips")._update_table(lambda table: table.popitem()),
        lambda db: db.drop_tables(),
        lambda db: db.drop_table("slips"),
        lambda db: db.storage.write({}),
        lambda db: db.storage.write({"slips": {}}),
        lambda db: db.storage.write({"slips": {A: {}}, **{key: {} for key in db.tables()}}),
        TinyDB.drop_tables,
        lambda db: db.table("new", persist_empty=True),
    ],
)
def test_nothing_tinydb_can_do_removes_a_slip(jar_home: Path, remove: Any) -> None:
    drop(jar_home, {A: "opened the window"})
    repository = opened(jar_home)
    before = journal(jar_home).read_bytes()
    with pytest.raises(NothingRemoved):
        remove(_db(repository))
    assert words(repository) == on_disk(jar_home) == {A: "opened the window"}
    assert journal(jar_home).read_bytes() == before


def test_tinydb_answers_nothing_from_memory(jar_home: Path) -> None:
    """Its query cache would go on showing the slips of before another session's."""
    first, second = opened(jar_home), opened(jar_home)
    table = _db(first).table("slips")
    asked = where("text").exists()
    assert table.search(asked) == []
    second.insert("slips", {A: slip("opened the window")})
    first.catch_up()
    assert len(table.search(asked)) == 1
    assert len(table._query_cache) == 0


def test_what_tinydb_hands_out_is_a_copy(jar_home: Path) -> None:
    repository = opened(jar_home)
    repository.insert("slips", {A: slip("opened the window", kinds=["rest"])})
    table = _db(repository).table("slips")
    (found,) = table.all()
    found["text"] = "other"
    found["kinds"].append("other")
    (again,) = table.all()
    assert (again["text"], again["kinds"]) == ("opened the window", ["rest"])
    assert words(repository) == {A: "opened the window"}


def test_a_refused_update_changes_nothing_tinydb_shows(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(jar_home, {A: "opened the window"})
    repository = opened(jar_home)
    table = _db(repository).table("slips")

    def full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(NotKept):
            table.update({"text": "other"}, doc_ids=[_key(A)])
    assert [found["text"] for found in table.all()] == ["opened the window"]


def test_an_ordinary_tinydb_write_becomes_lines(jar_home: Path) -> None:
    drop(jar_home, {A: "opened the window"})
    repository = opened(jar_home)
    data = _db(repository).storage.read()
    assert data is not None
    data["slips"][A]["text"] = "opened both"
    data["slips"][B] = slip("watered the plant")
    _db(repository).storage.write(data)
    assert on_disk(jar_home) == {A: "opened both", B: "watered the plant"}


# One test per private name of TinyDB that the table relies on.


@pytest.mark.parametrize("name", ["_read_table", "_update_table", "_get_next_id"])
def test_tinydb_still_calls_what_the_table_overrides(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert name in vars(Table)
    assert name in vars(JournalTable)
    called: list[str] = []
    real = getattr(JournalTable, name)

    def noted(table: Any, *others: Any) -> Any:
        called.append(name)
        return real(table, *others)

    monkeypatch.setattr(JournalTable, name, noted)
    table = _db(opened(jar_home)).table("slips")
    table.insert(slip("opened the window"))
    table.all()
    assert called


def test_tinydb_still_keeps_its_storage_under_that_name(jar_home: Path) -> None:
    repository = opened(jar_home)
    table = _db(repository).table("slips")
    assert table._storage is _db(repository).storage
