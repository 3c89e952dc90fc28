"""The one shape every foreign format has here: a reader of rows, a writer of bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol

from jar_tui.domain.jar import Jar

Trouble = Literal["blank"]


@dataclass(frozen=True, slots=True)
class Found:
    """One row that can become a slip."""

    row: int
    """Which row of the file it was, from 1."""
    text: str = field(repr=False)
    source: str
    """A reference that is the same each time the same file is read."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """One row that cannot, and why."""

    row: int
    why: Trouble


class Reader(Protocol):
    """Turns a file's bytes into rows."""

    def __call__(self, data: bytes) -> Iterator[Found | Skipped]:
        """Yield every row of the file, in order; raise nothing."""


class Writer(Protocol):
    """Turns a jar into a file's bytes."""

    def __call__(self, jar: Jar, *, covered: bool = False) -> bytes:
        """Return the whole file; the words of covered slips only if they were asked for."""
