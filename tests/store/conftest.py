"""Fixtures of the store's tests."""

from __future__ import annotations

import pytest

from jar_tui.store import disk


@pytest.fixture
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the waiting for the disk where thousands of files are written."""
    monkeypatch.setattr(disk, "fsync", lambda handle: None)
