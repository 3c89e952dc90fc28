"""What tests share: a jar in a throwaway folder and a clock that stands still."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from jar_tui.service import JarService

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

SATURDAY = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


def pytest_collection_finish() -> None:
    """Look for garbage less often: thousands of tests would be looked through each time."""
    gc.freeze()
    gc.set_threshold(10_000, 10, 5)


@pytest.fixture(autouse=True)
def jar_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the real jar."""
    home = tmp_path / "home"
    monkeypatch.setenv("JAR_TUI_HOME", str(home))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    return home


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Return a clock that always says Saturday 21 November 2026, half past three."""
    return lambda: SATURDAY


@pytest.fixture
def service(jar_home: Path, clock: Callable[[], datetime]) -> JarService:
    """Return the service of an empty jar."""
    return JarService.open(jar_home, clock)[0]
