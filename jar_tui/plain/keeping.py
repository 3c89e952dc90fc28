"""Line mode: whether the steps of an opening reach the disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


class Keeping:
    """Keeps one thing after the other, and notes whether the last of them is missing."""

    def __init__(self) -> None:
        self.is_missing = False
        """What was to be kept last did not reach the disk."""

    def __call__(self, keep: Callable[[], Made]) -> Made:
        """Return what `keep` made; raises `NotKept`."""
        self.is_missing = True
        made = keep()
        self.is_missing = False
        return made
