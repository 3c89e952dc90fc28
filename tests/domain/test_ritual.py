"""How openings go: said on the chosen day alone, in the chosen order, asked at most monthly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain import ritual
from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.kinds import FIRST_TIME, MARKS, SOONER, toggled
from jar_tui.domain.nudge import chosen, is_off, lines_of, may_meet, own_first
from jar_tui.domain.records import SIMPLE, Choice, Mark, Nudge, Opening, Part, Slip, Stamp
from jar_tui.domain.selecting import (
    AT_ONCE,
    Order,
    kinds_in,
    of_folded,
    of_last_days,
    of_these,
    read_in,
    selected,
    shown_in,
    signed_as,
)
from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.when import parse_when
from tests.domain.openings import LINES, SIX, SUNDAY, jar_of, opening, slip

NOON = "T12:00:00+01:00"


def with_choices(jar: Jar, **choices: str) -> Jar:
    """Return a jar in which some things were chosen; `opening_day` stands for `opening-day`."""
    found = {name.replace("_", "-"): value for name, value in choices.items()}
    return jar.with_records("choices", {name: Choice(name, value=v) for name, v in found.items()})


def written(day: date, number: int, **others: object) -> Slip:
    """Return a slip dropped in at noon of a day."""
    return replace(slip(number), written=f"{day}{NOON}", **others)  # type: ignore[arg-type]


@given(st.integers(-800, 800))
def test_the_day_is_said_on_that_day_of_the_week_and_never_else(days: int) -> None:
    today = SUNDAY + timedelta(days=days)
    jar = with_choices(jar_of(SIX), opening_day="sunday")
    assert ritual.due(jar, today) == ("day" if today.weekday() == 6 else "")
    assert not ritual.due(jar_of(SIX), today)


def test_after_an_opening_that_day_says_no_more_about_it() -> None:
    begun = opening(SIX, written=f"{SUNDAY}T09:00:00+00:00")
    jar = with_choices(jar_of(SIX, begun), opening_day="sunday")
    assert not ritual.due(jar, SUNDAY)
    assert ritual.due(jar, SUNDAY + timedelta(days=7)) == "day"


def test_a_full_jar_is_said_on_the_day_it_filled_and_never_later() -> None:
    days = [SUNDAY - timedelta(days=n) for n in (3, 2, 0)]
    jar = jar_of(written(day, n) for n, day in enumerate(days, 1))
    assert ritual.due(with_choices(jar, opening_full="3"), SUNDAY) == "full"
    assert not ritual.due(with_choices(jar, opening_full="3"), SUNDAY + timedelta(days=1))
    assert not ritual.due(with_choices(jar, opening_full="2"), SUNDAY)
    assert not ritual.due(with_choices(jar, opening_full="4"), SUNDAY)


def test_what_was_read_or_is_covered_fills_no_jar() -> None:
    slips = [written(SUNDAY, 1), written(SUNDAY, 2, reached="o"), written(SUNDAY, 3, covered=True)]
    assert not ritual.due(with_choices(jar_of(slips), opening_full="2"), SUNDAY)
    assert ritual.due(with_choices(jar_of(slips), opening_full="1"), SUNDAY) == "full"


def test_the_small_hours_belong_to_the_day_before_where_that_was_set() -> None:
    late = replace(slip(1), written="2026-11-23T01:30:00+01:00")
    jar = with_choices(jar_of([late]), opening_full="1")
    assert ritual.due(jar, SUNDAY, 4) == "full"
    assert not ritual.due(jar, SUNDAY, 0)


@pytest.mark.parametrize("value", ["", "0", "x", "1001", "²", "-1", " 3"])
def test_a_size_that_is_none_says_nothing(value: str) -> None:
    jar = with_choices(jar_of([written(SUNDAY, 1)]), opening_full=value)
    assert ritual.full(jar) == 0
    assert not ritual.due(jar, SUNDAY)


def test_the_question_of_the_month_is_off_until_chosen_and_comes_once_a_month() -> None:
    jar = jar_of(SIX)
    assert not ritual.asks_monthly(jar, SUNDAY)
    on = with_choices(jar, opening_monthly="on")
    assert ritual.asks_monthly(on, SUNDAY)
    asked = with_choices(on, opening_asked=SUNDAY.isoformat())
    assert not ritual.asks_monthly(asked, SUNDAY)
    assert not ritual.asks_monthly(asked, SUNDAY + timedelta(days=27))
    assert not ritual.asks_monthly(asked, SUNDAY - timedelta(days=400))
    assert ritual.asks_monthly(asked, SUNDAY + timedelta(days=28))


def test_choices_of_another_version_are_as_none() -> None:
    jar = with_choices(jar_of(SIX), opening_end="fireworks", opening_order="loudest")
    assert (ritual.after(jar), ritual.order_of(jar)) == ("", "day")


# Which slips, and in what order


def test_the_size_of_a_full_jar_is_read_from_a_line() -> None:
    found = [ritual.read_size(line) for line in (" 12 ", "0012", "1000", " ", "")]
    assert found == ["12", "12", "1000", "", ""]
    for wrong in ("0", "1001", "ten", "-3", "1 2", "9" * 5000):
        assert ritual.read_size(wrong) is None


def peopled(*slips: Slip, **signed: str) -> Jar:
    """Return a jar with two names, Bee first, and who is on which slip."""
    parts = {"a": Part("a", name="Ash", order=2), "b": Part("b", name="Bee", order=1)}
    marks = {
        key: Mark(
            key, Stamp(90, "j"), slip=key, part=part[-1], role="for" if part[0] == "f" else "by"
        )
        for key, part in signed.items()
    }
    return Jar.of({**EMPTY, "slips": {s.id: s for s in slips}, "parts": parts, "marks": marks})


def test_by_name_goes_by_the_order_of_names_and_unsigned_ones_come_last() -> None:
    jar = peopled(*SIX, s1="a", s3="b", s5="a", s6="fb")
    found = of_folded(jar, SUNDAY, "name")
    assert [one.id for one in found.slips] == ["s3", "s6", "s1", "s5", "s2", "s4"]


@given(st.integers(13, 60), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_mixed_is_the_same_all_day_and_holds_each_slip_once(count: int, today: date) -> None:
    jar = jar_of(slip(n) for n in range(count))
    found = of_folded(jar, today, "mixed")
    assert found == of_folded(jar, today, "mixed")
    assert len({one.id for one in found.slips}) == AT_ONCE
    assert found.waiting == count - AT_ONCE


def test_mixed_is_another_order_on_another_day() -> None:
    jar = jar_of(slip(n) for n in range(40))
    days = [SUNDAY + timedelta(days=n) for n in range(5)]
    orders = {tuple(s.id for s in of_folded(jar, day, "mixed").slips) for day in days}
    assert len(orders) == 5


@pytest.mark.parametrize("order", ["day", "name", "mixed"])
def test_what_is_covered_or_not_to_come_back_is_in_no_opening(order: Order) -> None:
    slips = [slip(8), slip(7, covered=True), slip(6, not_again=True)]
    jar = jar_of(slips)
    for found in (
        of_folded(jar, SUNDAY, order),
        of_last_days(jar, SUNDAY, order),
        of_these(jar, SUNDAY, order),
        selected(jar, SUNDAY, order),
    ):
        assert [one.id for one in found.slips] == ["s8"]


def test_the_last_days_are_read_again_by_themselves_or_were_chosen() -> None:
    jar = jar_of([replace(one, reached="o") for one in SIX])
    found, by_itself = of_last_days(jar, SUNDAY), selected(jar, SUNDAY)
    assert (found.why, by_itself.why) == ("chosen", "again")
    assert found.slips == by_itself.slips
    assert selected(jar_of([]), SUNDAY).why == of_last_days(jar_of([]), SUNDAY).why == "nothing"


def test_the_kinds_there_are_to_read_come_by_name() -> None:
    slips = [slip(3, kinds=("rest", "body")), slip(4, kinds=("rest",)), slip(5)]
    hidden = [slip(6, kinds=("x",), covered=True), slip(7, kinds=("y",), not_again=True)]
    assert kinds_in(jar_of([*slips, *hidden])) == ["body", "rest"]


def test_an_opening_read_again_leaves_out_what_was_not_met_or_is_not_to_come_back() -> None:
    one = opening(SIX)
    slips = [
        replace(SIX[0], reached=one.id),
        replace(SIX[1], reached="another", covered=True),
        replace(SIX[2], reached=one.id, not_again=True),
        replace(SIX[3], reached=one.id, set_aside=True),
        *SIX[4:],
    ]
    jar = jar_of(slips, one)
    assert [s.id for s in read_in(jar, one)] == ["s1", "s2"]
    assert [s.id for s in shown_in(jar, one.slips)] == ["s1", "s2", "s5", "s6"]


def test_a_stopped_opening_goes_on_without_what_is_not_to_come_back() -> None:
    one = opening(SIX)
    slips = [replace(SIX[0], reached=one.id), replace(SIX[1], not_again=True), *SIX[2:]]
    found = selected(jar_of(slips, one), SUNDAY)
    assert [s.id for s in found.slips] == ["s1", "s3", "s4", "s5", "s6"]
    assert found.read == 1


def test_slips_with_somebody_are_found_by_role_and_by_state() -> None:
    jar = peopled(*SIX[:5], replace(SIX[5], state="unsure"), s1="a", s3="fa", s5="b")

    def found(signature: Signature) -> list[str]:
        return [one.id for one in signed_as(jar, signature)]

    assert found(Signature(ties=(Tie("by", "a"),))) == ["s1"]
    assert found(Signature(ties=(Tie("for", "a"),))) == ["s3"]
    assert found(Signature("unsure")) == ["s6"]


# Marks, and lines of one's own


def test_a_mark_goes_on_and_comes_off_and_leaves_the_other_kinds() -> None:
    assert toggled(("rest",), FIRST_TIME) == ("rest", FIRST_TIME)
    assert toggled(("rest", FIRST_TIME, SOONER), FIRST_TIME) == ("rest", SOONER)
    assert len(set(MARKS)) == 4


def with_lines(*lines: Nudge) -> Jar:
    return Jar.of({**EMPTY, "nudges": {one.id: one for one in lines}})


def test_own_lines_join_changed_ones_change_and_those_switched_off_go() -> None:
    jar = with_lines(
        Nudge("own-2", Stamp(2, "j"), text="The kettle knows."),
        Nudge("own-1", Stamp(1, "j"), text="It was Tuesday, and it was done."),
        Nudge("effort-1", Stamp(3, "j"), text="What went into it?"),
        Nudge("size-1", Stamp(4, "j"), off=True),
        Nudge("own-3", Stamp(5, "j"), text="", off=False),
    )
    lines = lines_of(jar, LINES)
    assert lines["effort-1"] == "What went into it?"
    assert list(lines)[-2:] == ["own-1", "own-2"]
    assert own_first(lines) == ["own-1", "own-2", *list(lines)[:-2]]
    assert "size-1" not in lines
    assert lines_of(jar, LINES, off=True)["size-1"] == LINES["size-1"]
    assert (is_off(jar, "size-1"), is_off(jar, "effort-1")) == (True, False)
    assert "own-3" not in lines


def test_an_own_line_has_its_turn_after_the_six_families() -> None:
    lines = lines_of(with_lines(Nudge("own-1", Stamp(1, "j"), text="The kettle knows.")), LINES)
    met: dict[str, int] = {}
    for _ in range(7):
        line = chosen(lines, met, met)
        assert line is not None
        met[line] = 1
    assert list(met)[-1] == "own-1"


def test_where_every_line_is_off_there_is_none() -> None:
    jar = with_lines(*(Nudge(name, off=True) for name in LINES))
    assert chosen(lines_of(jar, LINES), {}) is None


def test_a_slip_of_the_simple_screen_meets_no_line() -> None:
    small = slip(1, label="small")
    assert may_meet(jar_of([small]), small)
    assert not may_meet(jar_of([small]), replace(small, source=SIMPLE))


def test_openings_of_before_come_newest_first_and_those_nothing_was_read_in_stay_out() -> None:
    first, second, third = (Opening(f"o{n}", Stamp(n, "j"), slips=("s1",)) for n in (1, 2, 3))
    read = replace(slip(1), reached="o1")
    jar = jar_of([read], first, second, replace(third, ended="2026-11-22T18:00:00+00:00"))
    assert [one.id for one in ritual.past(jar)] == ["o3", "o1"]


# A wish that it stay shut


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("tomorrow", "2026-11-23"),
        ("friday", "2026-11-27"),
        ("sunday", "2026-11-29"),
        ("1 december", "2026-12-01"),
        ("1 march", "2027-03-01"),
        ("2027-01-02", "2027-01-02"),
        (" ", ""),
        ("yesterday", None),
        ("today", None),
        ("3 days ago", None),
        ("2025-12-01", None),
        ("march", None),
        ("whenever", None),
    ],
)
def test_a_day_to_come_is_read_as_the_next_of_that_name(typed: str, day: str | None) -> None:
    assert ritual.read_shut(typed, lambda text: parse_when(text, SUNDAY), SUNDAY) == day


def test_the_wish_ends_with_its_day_and_nonsense_is_no_wish() -> None:
    jar = with_choices(jar_of(SIX), opening_shut="2026-11-24")
    days = [ritual.shut_until(jar, SUNDAY + timedelta(days=n)) is not None for n in range(4)]
    assert days == [True, True, False, False]
    assert ritual.shut_until(with_choices(jar, opening_shut="soon"), SUNDAY) is None
