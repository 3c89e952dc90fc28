"""How much is tried: what stands for all of it, or with JAR_TUI_EVERY=1, by hand, all of it."""

from __future__ import annotations

import os
from typing import Final, TypeVar

T = TypeVar("T")
EVERY: Final = bool(os.environ.get("JAR_TUI_EVERY"))


def either(some: T, every: T) -> T:
    """Return what is tried in the suite, or what is tried by hand."""
    return every if EVERY else some
