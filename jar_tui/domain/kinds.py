"""Kinds of step that have keys of their own in an opening; every other kind is free words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

FIRST_TIME: Final = "first-time"
SOONER: Final = "sooner-than-before"
FELT_BAD: Final = "felt-bad-and-counts"
FOR_THERAPY: Final = "for-therapy"
MARKS: Final = (FIRST_TIME, SOONER, FELT_BAD, FOR_THERAPY)
"""In the order they are offered."""


def toggled(kinds: Sequence[str], kind: str) -> tuple[str, ...]:
    """Return some kinds with one more at the end, or without it where it was there."""
    left = tuple(one for one in kinds if one != kind)
    return left if kind in kinds else (*left, kind)
