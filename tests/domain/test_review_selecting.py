"""What there is to read: what was stopped, else what is folded, else the last seven days."""

from __future__ import annotations

from datetime import date, timedelta

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip, Stamp
from jar_tui.domain.review import Next
from jar_tui.domain.selecting import AT_ONCE, NONE_TO_READ, between, of_these, selected, still_in
from tests.domain.openings import OPENING, SIX, SUNDAY, Walk, jar_of, opening, slip, walk


def test_what_is_folded_is_read_in_its_order() -> None:
    found = selected(jar_of(reversed(SIX)), SUNDAY)
    assert (found.why, found.slips, found.waiting) == ("folded", SIX, 0)


def test_of_thirteen_the_last_stays_folded() -> None:
    slips = [Slip(f"s{n:02}", Stamp(n, "j"), text="x", happened=SUNDAY) for n in range(13)]
    found = selected(jar_of(slips), SUNDAY)
    assert found.slips == tuple(slips[:AT_ONCE])
    assert found.waiting == 1
    reading = Walk(jar_of(slips, opening(found.slips)), opening(found.slips)).begin()
    reading.go(*[Next()] * AT_ONCE)
    assert reading.review.is_over
    after = selected(reading.jar, SUNDAY)
    assert (after.why, after.slips, after.waiting) == ("folded", (slips[12],), 0)


def test_what_is_covered_or_set_aside_is_not_among_them() -> None:
    slips = (*SIX[:4], slip(5, covered=True), slip(6, set_aside=True))
    assert selected(jar_of(slips), SUNDAY).slips == SIX[:4]


def test_where_nothing_is_folded_the_last_seven_days_are_read_again() -> None:
    days = [SUNDAY - timedelta(days=ago) for ago in (7, 6, 0)]
    slips = [
        Slip(f"s{n}", Stamp(n, "j"), text="x", happened=day, reached="long ago")
        for n, day in enumerate([*days, None])
    ]
    found = selected(jar_of(slips), SUNDAY)
    assert (found.why, found.slips) == ("again", tuple(slips[1:3]))
    many = [
        Slip(f"m{n:02}", Stamp(n, "j"), text="x", happened=SUNDAY, reached="o") for n in range(15)
    ]
    assert selected(jar_of(many), SUNDAY).waiting == 3


def test_an_empty_jar_and_one_of_old_slips_have_nothing_to_read() -> None:
    old = Slip("a", text="x", happened=date(2026, 1, 1), reached="o")
    assert selected(Jar(), SUNDAY) == selected(jar_of([old]), SUNDAY) == NONE_TO_READ
    covered = Slip("a", text="x", happened=SUNDAY, covered=True)
    assert selected(jar_of([covered]), SUNDAY) == NONE_TO_READ


def test_other_days_can_be_chosen() -> None:
    jar = jar_of([*SIX, Slip("a", text="sometime"), slip(7, covered=True)])
    first, last = date(2026, 11, 16), date(2026, 11, 17)
    assert of_these(between(jar, first, last), SUNDAY).slips == SIX[1:3]
    assert of_these(between(jar, first, None), SUNDAY).slips == SIX[1:]
    assert of_these(between(jar, None, last), SUNDAY).slips == SIX[:3]
    assert len(of_these(between(jar, None, None), SUNDAY).slips) == 7, (
        "and all is all, dated or not"
    )
    assert of_these(between(jar, date(2026, 1, 1), date(2026, 1, 2)), SUNDAY) == NONE_TO_READ
    many = [Slip(f"m{n:02}", text="x", happened=SUNDAY) for n in range(14)]
    found = of_these(between(jar_of(many), SUNDAY, SUNDAY), SUNDAY)
    assert (found.why, len(found.slips), found.waiting) == ("chosen", AT_ONCE, 2)


def test_the_opening_that_was_stopped_comes_first() -> None:
    reading = walk(SIX).go(Next(), Next(), Next())
    jar = reading.jar.with_records("slips", {"new": Slip("new", text="x", happened=SUNDAY)})
    found = selected(jar, SUNDAY)
    assert (found.why, found.slips) == ("unread", tuple(map(jar.get, reading.review.slips)))
    assert found.opening is not None
    assert found.opening.id == OPENING


def test_an_opening_that_was_closed_or_read_through_is_not_gone_on_with() -> None:
    closed = opening(SIX, ended="2026-11-22T10:00:00+00:00")
    assert selected(jar_of(SIX, closed), SUNDAY).why == "folded"
    assert selected(walk(SIX).go(*[Next()] * 6).jar, SUNDAY).why == "again"
    newer = opening(SIX[:1], "p" * 26, at=60, ended="2026-11-22T11:00:00+00:00")
    assert selected(jar_of(SIX, opening(SIX), newer), SUNDAY).why == "folded"


def test_a_slip_of_an_opening_is_still_in_the_jar_unless_it_was_taken_out() -> None:
    there, covered = slip(1), slip(2, covered=True)
    gone = (slip(3, set_aside=True), slip(4, text=""), slip(5))
    jar = jar_of([there, covered, *gone[:2]])
    assert still_in(jar, [one.id for one in (covered, *gone, there)]) == [covered, there]
