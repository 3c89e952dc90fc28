"""TinyDB's own doors: what adds and looks works, and nothing it can do removes a slip."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import delete
from tinydb.table import Document, Table

from jar_tui.store.errors import NothingRemoved, NotKept
from jar_tui.store.repository import Repository
from jar_tui.store.table import JournalDB, JournalTable
from tests.store.jars import drop, journal, on_disk, opened, slip, words

A, B, C = "a" * 26, "b" * 26, "c" * 26


def _db(repository: Repository) -> JournalDB:
    return repository._db


def _key(key: str) -> Any:
    """Return an id as TinyDB's types, not its code, want it."""
    return key


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
