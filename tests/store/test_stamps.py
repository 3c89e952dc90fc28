"""Stamps: an edit made after seeing always wins, whatever the clocks say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from jar_tui.store.folders import Folders
from jar_tui.store.line import Entry, encode
from jar_tui.store.reader import Reader
from tests.store.jars import START, aside, drop, on_disk, opened, slip


def test_a_clock_that_goes_back_loses_no_edit(jar_home: Path) -> None:
    drop(jar_home, {"a" * 26: "opened the window"}, lambda: START)
    repository = opened(jar_home, lambda: START - timedelta(days=4000))
    repository.update("slips", "a" * 26, {"text": "opened both"})
    repository.update("slips", "a" * 26, {"text": "opened all"})
    assert on_disk(jar_home) == {"a" * 26: "opened all"}


def test_a_clock_far_ahead_elsewhere_loses_no_edit(jar_home: Path) -> None:
    Folders(jar_home).make()
    ahead = Entry("othersixth", 1, (1 << 63), "s", "put", "slips", "a" * 26, slip("elsewhere"))
    (jar_home / "jar" / "slips-othersixth.jsonl").write_bytes(encode(ahead))
    repository = opened(jar_home)
    repository.update("slips", "a" * 26, {"text": "here"})
    assert on_disk(jar_home) == {"a" * 26: "here"}
    (own,) = repository.mine
    assert (own.was, own.stamp) == (1 << 63, (1 << 63) + 1)


def test_a_stamp_at_the_very_end_still_makes_lines(jar_home: Path) -> None:
    Folders(jar_home).make()
    ahead = Entry("2345672345", 1, (1 << 64) - 1, "s", "put", "slips", "a" * 26, slip("elsewhere"))
    (jar_home / "jar" / "slips-2345672345.jsonl").write_bytes(encode(ahead))
    repository = opened(jar_home)
    repository.update("slips", "a" * 26, {"text": "here"})
    repository.insert("slips", {"b" * 26: slip("another")})
    assert on_disk(jar_home)["b" * 26] == "another"
    found = list(Reader(jar_home / "jar").new_entries())
    assert [entry for entry in found if entry != ahead] == repository.mine
    assert aside(jar_home) == []


def test_a_clock_before_1970_still_makes_lines(jar_home: Path) -> None:
    drop(jar_home, {"a" * 26: "opened the window"}, lambda: datetime(1960, 1, 1, tzinfo=UTC))
    assert on_disk(jar_home) == {"a" * 26: "opened the window"}
    assert aside(jar_home) == []


def test_stamps_and_numbers_of_a_journal_only_grow(jar_home: Path) -> None:
    for hour in (5, 3, 9, 1):
        drop(
            jar_home,
            {f"{hour}" * 26: "one", f"{hour + 1}" * 26: "two"},
            partial(START.replace, hour=hour),
        )
    found = list(Reader(jar_home / "jar").new_entries())
    assert [entry.n for entry in found] == list(range(1, 9))
    assert sorted({entry.stamp for entry in found}) == [entry.stamp for entry in found]
