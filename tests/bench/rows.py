"""The rows of the table: what is promised, and of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Row:
    """One promise, or several of one kind, measured together."""

    name: str
    """What `--only` takes."""
    title: str
    budgets: Mapping[str, tuple[float, str]]
    """The most that was promised and its unit, by the figure it is a promise of."""
    note: str = ""
    """What is left out."""


CHANGES: Final = ("insert", "edit")
SIZES: Final = (1_000, 10_000, 100_000)
"""How many slips are in the jars that are changed."""
ROWS: Final = (
    Row(
        "start",
        "from the command to the first typed letter shown, against bare Textual",
        {"10,000 slips": (1.3, "times"), "100,000 slips": (1.6, "times")},
    ),
    Row(
        "add",
        "jar-tui add from stdin, against python -c 'import tinydb'",
        {
            "10,000 slips": (2.5, "times"),
            "with --when": (4, "times"),
            "100,000 slips, against 1,000": (1.2, "times"),
        },
        "sealed: not measured; sealing does not exist yet",
    ),
    Row(
        "kept",
        "from service.add to its fsync returned, against a bare write and fsync of 300 bytes",
        {"1,000 slips": (3, "times"), "100,000 slips": (3, "times")},
    ),
    Row(
        "store",
        "a change until its fsync returned, against a bare write and fsync; its bytes",
        {
            **{f"{name}, {slips:,}": (3, "times") for name in CHANGES for slips in SIZES},
            **{f"{name}, 100,000 against 1,000": (1.5, "times") for name in CHANGES},
            **{f"{name}, written, against 1,000": (1.05, "times") for name in CHANGES},
        },
    ),
    Row(
        "enter",
        'from Enter to "Dropped in" on the glass, less one fsync',
        {"10,000 slips": (20, "ms"), "100,000 slips": (20, "ms")},
    ),
    Row("letter", "a letter typed, 80x24, terminal's own colours", {"a letter": (60, "bytes")}),
    Row(
        "arrow",
        "an arrow in the list, 100,000 slips",
        {
            "an arrow": (500, "bytes"),
            "a scrolling arrow": (500, "bytes"),
            "an arrow, first byte": (15, "ms"),
            "a scrolling arrow, first byte": (15, "ms"),
        },
    ),
    Row(
        "paint",
        "first paint, 80x24",
        {"terminal's own colours": (8_000, "bytes"), "truecolor": (10_000, "bytes")},
    ),
    Row(
        "idle",
        "idle for 10 seconds, any screen",
        {"the most bytes": (0, "bytes"), "the most of a core": (0.5, "%")},
    ),
    Row(
        "memory",
        "memory once the jar is read, against bare Textual",
        {"10,000 slips": (1.6, "times"), "100,000 slips": (3.5, "times")},
    ),
    Row(
        "find",
        "search as you type, 100,000 slips, from a key to its last byte",
        {"the slowest letter": (250, "ms")},
    ),
)
OPENED: Final = Row("opened", "opening a jar without a screen: time, and memory beyond before", {})
"""Figures nothing was promised of."""
BESIDE: Final = Row("beside", "beside the promises: reading a jar, and changing a large one", {})
"""More of those."""
