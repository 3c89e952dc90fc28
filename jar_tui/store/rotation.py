"""Which backups are kept: some of the newest days, weeks and months that have one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

DAYS: Final = 7
WEEKS: Final = 4
MONTHS: Final = 12
_HURT: Final = "-hurt"
"""How the name of a backup ends that was taken while part of the jar could not be read."""


def name_for(day: date, *, hurt: bool) -> str:
    """Return what the backup of a day is called."""
    return f"jar-{day.isoformat()}{_HURT if hurt else ''}.json"


def day_of(path: Path) -> date | None:
    """Return the day a backup is from, by its name; None for any other file."""
    try:
        day = date.fromisoformat(path.name.removeprefix("jar-")[:10])
    except ValueError:
        return None
    return day if path.name in (name_for(day, hurt=False), name_for(day, hurt=True)) else None


def is_hurt(path: Path) -> bool:
    """Say whether a backup was taken of a jar that was not whole, by its name."""
    return path.stem.endswith(_HURT)


def too_many(paths: Sequence[Path], *, hurt: bool) -> list[Path]:
    """Return the backups to let go of, among those of a whole jar or among the others.

    A jar that is not whole can never push out a backup that is.
    """
    dated = {path: day for path in paths if is_hurt(path) is hurt and (day := day_of(path))}
    wanted = kept(dated.values())
    return [path for path, day in dated.items() if day not in wanted]


def kept(days: Iterable[date]) -> frozenset[date]:
    """Return the days whose backups stay, counted by those there are and not by the calendar."""
    newest = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest:
        weeks.setdefault((day.isocalendar().year, day.isocalendar().week), day)
        months.setdefault((day.year, day.month), day)
    lasting = [*list(weeks.values())[:WEEKS], *list(months.values())[:MONTHS]]
    return frozenset([*newest[:DAYS], *lasting])
