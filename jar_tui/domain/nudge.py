"""Which line a slip labelled "too small" meets in an opening; the lines are handed in.

The rules are those of practice: few, never the same twice for one slip, families in turn, and the
first one anybody meets asks nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import SIMPLE, Nudge, Slip

FAMILIES: Final = ("both", "effort", "eyes", "day", "guard", "size")
"""The families of lines, in the order they take turns: each line's name is `family-number`."""
MOST: Final = 3
"""Nudges in one opening that come by themselves."""

OWN: Final = "own"
"""The family of lines that were written here."""
TOOK: Final = "took"
"""Stands for a line's name where what it took was written under a slip."""
WAVED: Final = "waved"
"""The same for how such a step usually gets waved away."""

Lines = Mapping[str, str]
"""Every line by its name."""


def lines_of(jar: Jar, first: Lines, *, off: bool = False) -> dict[str, str]:
    """Return the lines of this jar: the `first` ones as they were changed here, and its own.

    Those switched `off` are left out unless they are asked for.
    """
    here = [one for one in jar.tables["nudges"].values() if isinstance(one, Nudge)]
    here.sort(key=lambda nudge: (nudge.stamp, nudge.id))
    lines = dict(first)
    for one in here:
        if one.text or one.id in lines:
            lines[one.id] = one.text or lines[one.id]
        if one.off and not off:
            lines.pop(one.id, None)
    return lines


def is_off(jar: Jar, line: str) -> bool:
    """Say whether a line was switched off here."""
    found = jar.tables["nudges"].get(line)
    return isinstance(found, Nudge) and found.off


def family_of(line: str) -> str:
    """Return the family of a line by its name."""
    return line.rpartition("-")[0]


def is_own(line: str) -> bool:
    """Say whether a line was written here, by its name."""
    return family_of(line) == OWN


def own_first(lines: Iterable[str]) -> list[str]:
    """Return the names of lines with those of lines that were written here before others."""
    return sorted(lines, key=lambda line: not is_own(line))


def noted(line: str, opening: str) -> str:
    """Return how a slip keeps that it met a line in an opening."""
    return f"{line}@{opening}"


def met(slip: Slip, opening: str = "") -> tuple[str, ...]:
    """Return the lines a slip has met, oldest first; only those of one opening if it is named."""
    kept = (entry.partition("@") for entry in slip.nudges)
    return tuple(line for line, _, at in kept if not opening or at == opening)


def told(jar: Jar) -> Counter[str]:
    """Return how often each line was met, by any slip."""
    return Counter(line for slip in jar.ordered if slip.nudges for line in met(slip))


def chosen(lines: Lines, before: Mapping[str, int], known: Collection[str] = ()) -> str | None:
    """Return the name of the line whose turn it is, None where none is left.

    `before` says how often each was met, and `known` which ones this slip has met.
    """
    fresh = [line for line in lines if line not in known]
    if not any(before.values()):
        fresh = [line for line in fresh if "?" not in lines[line]] or fresh
    used: Counter[str] = Counter()
    for line, times in before.items():
        used[family_of(line)] += times

    def turn(line: str) -> tuple[int, int, int]:
        family = family_of(line)
        place = FAMILIES.index(family) if family in FAMILIES else len(FAMILIES)
        return used[family], place, before.get(line, 0)

    return min(fresh, key=turn, default=None)


def may_meet(jar: Jar, slip: Slip) -> bool:
    """Say whether a slip may meet a nudge: a "too small" one, not covered, by nobody who said no.

    One that was answered "small, and it happened" has had its say, and one that was dropped in on
    the simple screen is left alone.
    """
    if slip.label != "small" or slip.covered or slip.source == SIMPLE:
        return False
    parts = (jar.part(mark.part) for mark in jar.marks_of(slip))
    return not any(part is not None and part.nudges == "off" for part in parts)
