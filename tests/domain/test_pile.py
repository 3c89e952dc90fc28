"""The pile: what is counted, where it lies, how it grew, and what is taken from it to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.pile import FULL, Month, Shelf, before_and_lately, counted, months, shelf
from jar_tui.domain.records import Slip, Stamp

DAY = date(2026, 11, 21)
MILLISECONDS = 1_795_276_800_000
"""Noon on that day, in UTC."""


def slip(number: int, **others: Any) -> Slip:
    fields = {"text": "a step", "happened": DAY, "written": "2026-11-21T12:00:00+00:00", **others}
    return Slip(f"s{number:05d}", Stamp(MILLISECONDS + number << 16, "j"), **fields)


def jar_of(slips: Iterable[Slip]) -> Jar:
    return Jar.of({**EMPTY, "slips": {one.id: one for one in slips}})


# What is counted


def test_what_was_dropped_in_counts_until_it_is_erased() -> None:
    slips = [slip(1), slip(2, set_aside=True), slip(3, covered=True), slip(4, text="")]
    jar = jar_of(slips)
    assert counted(jar) == tuple(slips)
    assert counted(jar.without("slips", frozenset(("s00002",)))) == (slips[0], *slips[2:])


def test_a_record_whose_making_line_has_not_arrived_is_no_slip_yet() -> None:
    late = Slip("late", later={"label": Stamp(9, "k")}, label="small")
    edited = Slip("edited", later={"text": Stamp(9, "k")}, text="other words")
    jar = jar_of([slip(1), late, edited])
    assert [one.id for one in counted(jar)] == ["s00001"]
    arrived = {"late": replace(late, stamp=Stamp(5, "j"), text="a step")}
    assert len(counted(jar.with_records("slips", arrived))) == 2


def test_filters_make_no_difference() -> None:
    jar = jar_of([slip(1), slip(2, text="tea")])
    assert counted(jar.containing("tea")) == counted(jar)
    assert months(jar.containing("tea")) == months(jar)


# Where it lies


@pytest.mark.parametrize(
    ("count", "lies"),
    [
        (0, Shelf(0, 0)),
        (1, Shelf(0, 1)),
        (FULL, Shelf(0, FULL)),
        (FULL + 1, Shelf(1, 1)),
        (2 * FULL, Shelf(1, FULL)),
        (2 * FULL + 1, Shelf(2, 1)),
        (100_000, Shelf(333, 100)),
    ],
)
def test_a_full_jar_goes_on_the_shelf_with_the_first_slip_of_the_next(
    count: int, lies: Shelf
) -> None:
    assert shelf(count) == lies


def test_with_every_slip_there_is_more_and_the_jar_in_use_is_never_empty() -> None:
    lying = [shelf(count) for count in range(1, 5 * FULL)]
    assert lying == sorted(set(lying))
    assert all(1 <= one.lying <= FULL for one in lying)


# How it grew


def test_the_pile_by_month_has_the_months_in_which_something_was_dropped_in() -> None:
    written = ["2027-02-03T09:00:00+01:00", "2026-11-30T09:00:00Z", "2026-11-01T00:00:00+00:00"]
    found = months(jar_of(slip(n, written=when) for n, when in enumerate(written)))
    assert found == (Month(2026, 11, 2, 2), Month(2027, 2, 1, 3))
    assert months(jar_of([])) == ()


def test_a_month_is_that_of_the_place_where_the_slip_was_written() -> None:
    here = slip(1, written="2026-12-01T00:30:00+09:00")  # still November in UTC
    there = slip(2, written="2026-11-30T23:30:00-08:00")  # December in UTC
    assert [(one.year, one.month) for one in months(jar_of([here, there]))] == [
        (2026, 11),
        (2026, 12),
    ]


def test_a_step_of_long_ago_was_dropped_in_when_it_was_dropped_in() -> None:
    jar = jar_of([slip(1), slip(2)])
    for day in (date(1999, 5, 1), None):
        moved = jar.with_records("slips", {"s00001": replace(slip(1), happened=day)})
        assert months(moved) == months(jar) == (Month(2026, 11, 2, 2),)


@pytest.mark.parametrize("written", ["", "long ago", "2026-13-01T00:00:00Z", "2026-11-21T25:00Z"])
def test_without_a_time_that_can_be_read_the_stamp_says_the_month(written: str) -> None:
    changed = {"set_aside": Stamp(MILLISECONDS * 2 << 16, "k")}  # much later, which says nothing
    jar = jar_of([slip(1, written=written, set_aside=True, later=changed)])
    assert months(jar) == (Month(2026, 11, 1, 1),)


def test_a_stamp_past_every_calendar_counts_all_the_same() -> None:
    far = replace(slip(1, written=""), stamp=Stamp((1 << 64) - 1, "j"))
    assert months(jar_of([far, slip(2)]))[-1] == Month(9999, 12, 1, 2)


# What is taken from it to look at


def read(count: int, **others: Any) -> list[Slip]:
    """Return slips of as many days that an opening has read, oldest first."""
    first = DAY - timedelta(days=count)
    return [
        slip(n, happened=first + timedelta(days=n), **{"reached": "o", **others})
        for n in range(count)
    ]


def test_before_is_the_older_half_and_lately_the_newest_few() -> None:
    slips = read(60)
    seen: set[str] = set()
    for later in range(60):
        before, lately = before_and_lately(jar_of(slips), DAY + timedelta(days=later))
        assert len(before) == len(lately) == 3
        assert list(before) == sorted(before, key=lambda one: one.place)
        assert list(lately) == sorted(lately, key=lambda one: one.place)
        assert all(one in slips[:30] for one in before)
        assert all(one in slips[-12:] for one in lately)
        seen.update(one.id for one in (*before, *lately))
    assert len(seen) > 30  # another day brings others


def test_all_day_it_is_the_same_slips_whatever_order_they_came_in() -> None:
    slips = read(40)
    assert before_and_lately(jar_of(slips), DAY) == before_and_lately(jar_of(slips[::-1]), DAY)
    newer = slip(99, happened=DAY)  # folded still, so it moves nothing
    assert before_and_lately(jar_of([*slips, newer]), DAY) == before_and_lately(jar_of(slips), DAY)


def test_six_are_enough_and_fewer_are_not() -> None:
    six = read(6)
    assert before_and_lately(jar_of(six), DAY) == (tuple(six[:3]), tuple(six[3:]))
    assert before_and_lately(jar_of(six[1:]), DAY) == ((), ())
    assert before_and_lately(jar_of([]), DAY) == ((), ())


@pytest.mark.parametrize(
    "others",
    [
        {"reached": ""},
        {"covered": True},
        {"set_aside": True},
        {"not_again": True},
        {"text": ""},
        {"happened": None},
    ],
    ids=lambda others: next(iter(others)),
)
def test_what_is_not_to_be_read_again_stays_out(others: dict[str, Any]) -> None:
    slips = read(6)
    slips[2] = replace(slips[2], **others)
    assert before_and_lately(jar_of(slips), DAY) == ((), ())
