"""Settings: whatever is on disk, the program starts, and nobody else can read them."""

from __future__ import annotations

import stat
from pathlib import Path

import orjson
import pytest

from jar_tui.store.settings import Settings, is_allowed, load, save


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    chosen = Settings(day_begins=4, first_screen="none", day_first=False)
    save(path, chosen)
    assert load(path) == chosen
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "found", [b"", b"{", b"[]", b"null", b"5", b"\xff", b'{"day_begins":', b'{"no-such":1}']
)
def test_a_file_that_says_nothing_changes_nothing(tmp_path: Path, found: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(found)
    assert load(path) == Settings()


def test_no_file_is_no_trouble(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Settings()
    (tmp_path / "folder").mkdir()
    assert load(tmp_path / "folder") == Settings()


def test_one_wrong_value_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(orjson.dumps({"day_begins": "four", "first_screen": "all", "x": [1]}))
    assert load(path) == Settings(first_screen="all")


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("day_begins", 0, True),
        ("day_begins", 23, True),
        ("day_begins", 24, False),
        ("day_begins", -1, False),
        ("day_begins", True, False),
        ("day_begins", 4.0, False),
        ("first_screen", "today", True),
        ("first_screen", "yesterday", False),
        ("first_screen", ["today"], False),
        ("day_first", True, True),
        ("day_first", 1, False),
        ("no_such", 1, False),
    ],
)
def test_only_values_that_mean_something_are_allowed(
    name: str, value: object, allowed: bool
) -> None:
    assert is_allowed(name, value) is allowed
