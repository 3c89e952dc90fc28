"""The table: a row's figures beside what was promised, and other programs beside those."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.rows import Row

COLUMNS = 100
_WIDTHS = (40, 12, 12, 16)
_HEADINGS = ("", "budget", "ours", "met")
_PEER_HEADINGS = ("  beside it", "", "theirs", "ours to theirs")


@dataclass(frozen=True)
class Figure:
    """What was measured of ours; met or not where the row promises something of it."""

    what: str
    measured: float
    unit: str
    detail: str = ""


@dataclass(frozen=True)
class Peer:
    """The same measured of another program, in the same run."""

    name: str
    measured: float
    unit: str
    ratio: float | None = None
    """How many times theirs ours is; None where that says nothing."""


@dataclass(frozen=True)
class Missing:
    """Something that could not be measured, and why."""

    what: str
    why: str


Line = Figure | Peer | Missing


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float | None:
    """Return the median of the ratios, pair by pair; None where nothing can be divided by."""
    if not theirs or not all(theirs):
        return None
    return statistics.median(one / other for one, other in zip(ours, theirs, strict=True))


def verdict(measured: float, limit: float) -> str:
    """Say whether a promise is met, or by how much it is not."""
    if measured <= limit:
        return "yes"
    return f"no, {measured / limit - 1:.0%} over" if limit else "no"


def amount(value: float, unit: str) -> str:
    """Return a measured amount, to three digits."""
    shown = f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
    return f"{shown} {unit}"


def render(row: Row, lines: Iterable[Line]) -> Iterator[str]:
    """Yield the text of one row of the table: ours, what others do, what is left out."""
    yield f"{row.name}: {row.title}"
    found = list(lines)
    ours = [line for line in found if isinstance(line, Figure)]
    if ours or row.budgets:
        yield _text(_HEADINGS)
    for figure in ours:
        yield _text(_cells(row, figure), figure.detail)
    measured = {figure.what for figure in ours}
    for what, (limit, unit) in row.budgets.items():
        if what not in measured:
            yield _text((f"  {what}", f"{limit:,g} {unit}", "", "not measured"))
    peers = [line for line in found if isinstance(line, Peer)]
    if peers:
        yield _text(_PEER_HEADINGS)
    for peer in peers:
        times = "" if peer.ratio is None else amount(peer.ratio, "times")
        yield _text((f"  {peer.name}", "", amount(peer.measured, peer.unit), times))
    yield from (
        f"  {line.what}: {line.why}"[:COLUMNS] for line in found if isinstance(line, Missing)
    )
    if row.note:
        yield f"  {row.note}"


def _cells(row: Row, figure: Figure) -> tuple[str, ...]:
    shown = amount(figure.measured, figure.unit)
    if figure.what not in row.budgets:
        return (f"  {figure.what}", "", shown, "")
    limit, unit = row.budgets[figure.what]
    return (
        f"  {figure.what}",
        f"{limit:,g} {unit}",
        shown,
        verdict(figure.measured, limit),
    )


def _text(cells: Sequence[str], detail: str = "") -> str:
    """Return one line, its amounts under one another."""
    what, promised, shown, met = (
        cell.ljust(width) if at in (0, 3) else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return f"{what}{promised}{shown}   {met}{detail}".rstrip()[:COLUMNS]
