"""The jar as two sessions meet it at once."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from jar_tui.store.errors import NotKept
from jar_tui.store.line import Entry, encode
from tests.store.jars import drop, journal, on_disk, opened, slip, words

A, B, C = "a" * 26, "b" * 26, "c" * 26


def test_two_sessions_take_turns(jar_home: Path) -> None:
    first, second = opened(jar_home), opened(jar_home)
    for turn in range(6):
        one, other = (first, second) if turn % 2 else (second, first)
        one.insert("slips", {f"{turn}" * 26: slip(f"step {turn}")})
        assert other.changed_elsewhere()
        other.catch_up()
        assert f"{turn}" * 26 in words(other)
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
