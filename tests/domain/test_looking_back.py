"""What came in since a day or an opening, and what others wrote for somebody."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.looking_back import (
    days_written,
    first_day,
    for_parts,
    openings_with_time,
    since_day,
    since_opening,
    slips_for,
)
from jar_tui.domain.records import Mark, Opening, Role, Slip, Stamp
from jar_tui.domain.when import WhenError, parse_when

MAY = date(2026, 5, 3)
NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


def slip(name: str, written: datetime | str = NOON, **others: Any) -> Slip:
    told = written if isinstance(written, str) else written.isoformat(timespec="seconds")
    return Slip(name, Stamp(1, "j"), written=told, text="a step", happened=MAY, **others)


def jar_of(*slips: Slip, ties: dict[str, list[tuple[Role, str]]] | None = None) -> Jar:
    marks = {
        f"{key} {order}": Mark(f"{key} {order}", slip=key, role=role, part=part, order=order)
        for key, found in (ties or {}).items()
        for order, (role, part) in enumerate(found)
    }
    return Jar.of({**EMPTY, "slips": {one.id: one for one in slips}, "marks": marks})


def ids(slips: tuple[Slip, ...]) -> list[str]:
    return [one.id for one in slips]


def test_since_a_day_goes_by_when_a_slip_was_written_and_in_that_order() -> None:
    jar = jar_of(
        slip("third", NOON + timedelta(days=2), precision="day"),
        slip("first", NOON),
        slip("before", NOON - timedelta(days=1)),
        slip("second", NOON + timedelta(hours=1)),
        slip("no time", "some time"),
        slip("none", ""),
    )
    assert ids(since_day(jar, MAY)) == ["first", "second", "third"]


def test_a_day_begins_at_its_hour_and_with_the_offset_it_was_written_with() -> None:
    night = NOON.replace(hour=3)
    jar = jar_of(slip("night", night), slip("far", "2026-05-03T01:00:00+14:00"))
    assert ids(since_day(jar, MAY)) == ["far", "night"]
    assert ids(since_day(jar, MAY, day_begins=2)) == ["night"]
    assert ids(since_day(jar, MAY, day_begins=4)) == []


@pytest.mark.parametrize("hidden", ["covered", "set_aside", "not_again"])
def test_what_is_covered_set_aside_or_not_to_be_brought_back_is_left_out(hidden: str) -> None:
    left_out: dict[str, Any] = {hidden: True}
    jar = jar_of(slip("shown"), slip("hidden", **left_out), ties={"hidden": [("for", "k")]})
    assert ids(since_day(jar, MAY)) == ["shown"]
    assert for_parts(jar, ["k"]) == ()


def test_since_an_opening_leaves_out_its_own_slips_and_those_from_before() -> None:
    opening = Opening("o", written=NOON.isoformat(), slips=("own",))
    jar = jar_of(
        slip("own"),
        slip("at its end", NOON + timedelta(minutes=9), made_in="o"),
        slip("before", NOON - timedelta(seconds=1)),
        slip("that second", NOON),
        slip("after", "2026-05-03T08:00:01-04:00"),
        slip("no time", "?"),
    )
    assert ids(since_opening(jar, opening)) == ["that second", "after"]
    assert since_opening(jar, Opening("u", written="")) == ()


def test_openings_are_newest_first_and_one_without_a_time_is_none() -> None:
    openings = {
        name: Opening(name, Stamp(at, "j"), written=written, ended="x")
        for at, (name, written) in enumerate([("a", "2026-05-01T08:00:00Z"), ("b", ""), ("c", "")])
    }
    openings["d"] = Opening("d", Stamp(9, "j"), written="2026-05-02T08:00:00Z", ended="x")
    jar = Jar.of({**EMPTY, "openings": openings})
    assert [one.id for one in openings_with_time(jar)] == ["d", "a"]


@pytest.mark.parametrize(
    ("ties", "found"),
    [
        ([("for", "k")], True),
        ([("for", "k"), ("noticed", "w")], True),
        ([("by", "w"), ("for", "k")], True),
        ([("by", "k"), ("for", "k")], False),
        ([("by", "k"), ("for", "k"), ("with", "w")], False),
        ([("for", "k"), ("noticed", "k")], False),
        ([("by", "k"), ("for", "k"), ("noticed", "w")], True),
        ([("by", "k"), ("by", "w"), ("for", "k")], True),
        ([("by", "w"), ("with", "k")], False),
        ([("by", "k")], False),
        ([("for", "w")], False),
    ],
)
def test_for_somebody_are_the_slips_others_wrote(ties: Any, found: bool) -> None:
    assert bool(for_parts(jar_of(slip("one"), ties={"one": ties}), ["k"])) is found


def test_for_several_are_the_slips_for_any_of_them() -> None:
    ties: dict[str, list[tuple[Role, str]]] = {
        "one": [("for", "k")],
        "two": [("by", "k"), ("for", "w")],
        "three": [("by", "w"), ("for", "w")],
    }
    jar = jar_of(slip("two", NOON - timedelta(days=1)), slip("one"), slip("three"), ties=ties)
    assert ids(for_parts(jar, ["k", "w"])) == ["two", "one"]


def test_the_filter_keeps_slips_for_somebody_whoever_wrote_them() -> None:
    ties: dict[str, list[tuple[Role, str]]] = {
        "one": [("for", "k"), ("by", "k")],
        "two": [("by", "k")],
    }
    jar = slips_for(jar_of(slip("one"), slip("two"), ties=ties), "k")
    assert ids(jar.slips) == ["one"]
    assert jar.describe({"for": "for them"}) == "for them"


@given(st.lists(st.integers(0, 60), max_size=12), st.integers(0, 23))
def test_the_days_told_are_those_of_the_slips_that_are_read(hours: list[int], begins: int) -> None:
    slips = [slip(f"{n}", NOON + timedelta(hours=hour)) for n, hour in enumerate(hours)]
    found = since_day(jar_of(*slips), MAY, begins)
    days = days_written(found, begins)
    assert (days is None) is (not found)
    if days:
        assert MAY <= days[0] <= days[1]
        assert len({days_written([one], begins) for one in found}) >= len({*days})


def test_no_day_is_told_where_none_is_known() -> None:
    assert days_written([slip("a", "?")]) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1 may", date(2026, 5, 1)),
        ("since 1 may", date(2026, 5, 1)),
        ("march", date(2026, 3, 1)),
        ("2025", date(2025, 1, 1)),
        ("last week", date(2026, 4, 26)),
        ("1 march to 9 march", date(2026, 3, 1)),
    ],
)
def test_words_begin_with_a_day(words: str, day: date) -> None:
    assert first_day(words, lambda said: parse_when(said, MAY)) == day


@pytest.mark.parametrize(
    ("words", "reason"),
    [("all", "unknown"), ("sometime", "unknown"), ("blue", "unknown"), ("tomorrow", "future")],
)
def test_words_without_a_day_that_is_here_are_refused(words: str, reason: str) -> None:
    with pytest.raises(WhenError) as refused:
        first_day(words, lambda said: parse_when(said, MAY))
    assert refused.value.reason == reason
