"""Calls to the disk that fail on demand, for files of one jar only."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jar_tui.store import disk

CALLS = ("open_file", "write", "fsync", "truncate", "rename", "link", "unlink", "read", "reading")
"""What can be made to fail."""


class Faults:
    """Counts calls that touch files below `home`, and fails those it is told to."""

    def __init__(self, home: Path, patch: pytest.MonkeyPatch) -> None:
        self._home = str(home)
        self.armed = False
        self.happened = 0
        self._left = -1
        self._calls: tuple[str, ...] = ()
        self._error = 0
        self._for_good = False
        for name in CALLS:
            patch.setattr(disk, name, self._wrapped(name, getattr(disk, name)))

    def arm(self, *calls: str, error: int, after: int = 0, for_good: bool = False) -> None:
        """Fail the call after `after` others, or from then on; an `error` of 0 writes half."""
        self.armed, self.happened = True, 0
        self._calls, self._error, self._left, self._for_good = calls, error, after, for_good

    def disarm(self) -> None:
        """Let everything work again."""
        self.armed = False

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(first: Any, *others: Any, **named: Any) -> Any:
            if not self._fails(name, first):
                return real(first, *others, **named)
            self.happened += 1
            if self._error == 0 and name == "write":
                return real(first, others[0][: len(others[0]) // 2])
            raise OSError(self._error, os.strerror(self._error))

        return call

    def _fails(self, name: str, first: Any) -> bool:
        if not self.armed or name not in self._calls:
            return False
        path = os.readlink(f"/proc/self/fd/{first}") if isinstance(first, int) else str(first)
        if not path.startswith(self._home):
            return False
        self._left -= 1
        return self._left == -1 or (self._for_good and self._left < -1)
