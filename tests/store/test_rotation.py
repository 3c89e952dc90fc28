"""Which backups stay: counted by those there are, so that a gap of months takes none away."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from jar_tui.store.rotation import day_of, kept, name_for, too_many

NEW_YEAR = date(2024, 1, 1)


def run(days: list[date]) -> list[date]:
    """Return what is left after a backup on each of some days."""
    left: list[date] = []
    for day in days:
        left = [one for one in [*left, day] if one in kept([*left, day])]
    return left


def test_a_backup_each_day_for_two_years() -> None:
    days = [NEW_YEAR + timedelta(days=n) for n in range(2 * 365)]
    left = run(days)
    assert left[-7:] == days[-7:]
    assert len({day.isocalendar()[:2] for day in left}) >= 4
    months = {(day.year, day.month) for day in left}
    assert len(months) == 12
    assert len(left) <= 7 + 4 + 12
    ends = [day for day in left if day < days[-1] - timedelta(days=40)]
    assert all((day + timedelta(days=1)).day == 1 for day in ends)


def test_a_gap_takes_nothing_away() -> None:
    days = [NEW_YEAR + timedelta(days=n) for n in range(7)]
    later = date(2027, 6, 1)
    assert run([*days, later]) == [*days[1:], later]
    last = later + timedelta(days=400)
    assert run([later, *days, last]) == [later, *days[2:], last]


@pytest.mark.parametrize("every", [1, 3, 8, 30, 45])
def test_the_newest_always_stays_and_never_more_than_all(every: int) -> None:
    days = [NEW_YEAR + timedelta(days=every * n) for n in range(60)]
    left = run(days)
    assert left[-1] == days[-1]
    assert set(left) <= set(days)
    assert len(left) >= 7


def test_those_of_a_whole_jar_and_the_others_are_counted_apart() -> None:
    days = [NEW_YEAR + timedelta(days=n) for n in range(30)]
    both = [Path(name_for(day, hurt=hurt)) for day in days for hurt in (True, False)]
    gone = too_many(both, hurt=True)
    assert gone
    assert all("-hurt" in path.name for path in gone)
    assert not [path for path in too_many(both, hurt=False) if "-hurt" in path.name]


@pytest.mark.parametrize(
    "name",
    ["jar-2026-11-21.json.bak", "jar-20261121.json", "jar-2026-13-01.json", "taken.json", "jar-"],
)
def test_other_files_are_no_backups(name: str) -> None:
    assert day_of(Path(name)) is None
    assert day_of(Path("jar-2026-11-21.json")) == day_of(Path("jar-2026-11-21-hurt.json"))
