"""An opening: what there is to read, one slip at a time, and the lines that come with it."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest

from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.nudge import family_of
from jar_tui.domain.records import Label, Mark, Part
from jar_tui.domain.review import (
    Answer,
    Back,
    Hush,
    Hushed,
    Labelled,
    Manner,
    Met,
    More,
    Next,
    Read,
    Review,
    Ways,
    begun,
    is_hushed,
    update,
)
from tests.domain.openings import (
    LINES,
    OPENING,
    SIX,
    SUNDAY,
    WAYS,
    Walk,
    changed,
    jar_of,
    opening,
    slip,
    walk,
)

MARKED = tuple(slip(n, label="small") for n in range(1, 7))


# One at a time


def test_the_opening_of_six_with_two_marked() -> None:
    reading = walk(SIX)
    seen = []
    while not reading.review.is_over:
        seen.append((reading.review.slip, reading.review.line))
        reading.go(Next())
    assert seen == [
        *(("s1", ""), ("s2", "both-1"), ("s3", ""), ("s4", "")),
        *(("s5", "effort-1"), ("s6", "")),
    ]
    assert reading.told(Read) == [Read(one.id) for one in SIX]
    assert reading.told(Met) == [Met("s2", "both-1"), Met("s5", "effort-1")]
    assert [one.label for one in reading.jar] == [one.label for one in SIX]
    assert all(one.reached == OPENING for one in reading.jar)


def test_nothing_is_read_before_it_was_gone_past() -> None:
    reading = walk(SIX)
    assert reading.last == ()
    assert reading.go(Next()).last[0] == Read("s1")
    assert len(reading.jar.folded()) == 5


def test_at_the_end_nothing_more_happens() -> None:
    reading = walk(SIX).go(*[Next()] * 6)
    before = reading.review
    for step in (Next(), More(), Hush(), Answer("none")):
        assert reading.go(step).last == ()
        assert reading.review == before
    assert (before.slip, before.line) == ("", "")


def test_back_looks_at_what_was_read_and_reads_nothing_again() -> None:
    reading = walk(SIX).go(Next(), Next(), Back())
    assert (reading.review.slip, reading.review.line) == ("s2", "both-1")
    reading.go(Back(), Back(), Back())
    assert reading.review.slip == "s1"
    reading.go(Next(), Next())
    assert reading.told(Read) == [Read("s1"), Read("s2")]
    assert reading.told(Met) == [Met("s2", "both-1")]
    reading.go(*[Next()] * 4)
    assert reading.review.is_over
    assert reading.go(Back()).review.slip == "s6"
    assert reading.go(Next()).last == ()


def test_an_opening_of_nothing_is_over() -> None:
    reading = walk(())
    assert reading.review.is_over
    assert reading.go(Next(), Back(), More(), Hush()).effects == []
    assert Review().is_over


# The lines


def test_after_three_lines_there_is_quiet_and_n_brings_one() -> None:
    reading = walk(MARKED)
    lines = [reading.review.line]
    for _ in MARKED[1:]:
        lines.append(reading.go(Next()).review.line)
    assert lines == ["both-1", "effort-1", "eyes-1", "", "", ""]
    assert reading.go(More()).last == (Met("s6", "day-1"),)
    assert reading.review.line == "day-1"
    assert reading.go(Back()).review.line == ""


def test_lines_asked_for_count_among_the_three() -> None:
    reading = walk(MARKED).go(More(), More())
    assert reading.review.met["s1"] == ("both-1", "effort-1", "eyes-1")
    assert reading.go(Next()).review.line == ""


def test_more_runs_out_and_leaves_the_last_line_in_view() -> None:
    reading = walk(MARKED[:1]).go(*[More()] * len(LINES))
    assert reading.last == ()
    met = reading.review.met["s1"]
    assert sorted(met) == sorted(LINES)
    assert reading.review.line == met[-1]


def test_more_brings_nothing_to_a_slip_nobody_marked() -> None:
    assert walk(SIX).go(More()).effects == []


@pytest.mark.parametrize("label", get_args(Label))
def test_every_answer_is_kept_and_the_line_stays(label: Label) -> None:
    reading = walk(MARKED).go(Answer(label))
    assert reading.last == (Labelled("s1", label),)
    assert reading.review.answered == {"s1": label}
    assert reading.review.line == "both-1"
    reading.go(Answer("both"), Next())
    assert reading.review.answered == {"s1": "both"}
    assert [one.label for one in reading.jar][:2] == ["both", "small"]


def test_there_is_nothing_to_answer_where_no_line_is() -> None:
    assert walk(SIX).go(Answer("none")).effects == []
    reading = walk(MARKED).go(Hush(), Answer("none"))
    assert reading.told(Labelled) == []


def test_a_hush_lasts_for_the_day() -> None:
    reading = walk(MARKED).go(Hush())
    assert reading.last == (Hushed(),)
    assert reading.review.line == ""
    reading.go(Next(), Next())
    assert reading.told(Met) == [Met("s1", "both-1")]
    assert is_hushed(reading.jar, SUNDAY)
    assert not is_hushed(reading.jar, SUNDAY + timedelta(days=1))
    tomorrow = Walk(reading.jar, reading.opening).begin()
    assert (tomorrow.review.slip, tomorrow.review.line) == ("s3", "effort-1")


def test_hushed_n_still_brings_one_to_that_slip_alone() -> None:
    reading = walk(MARKED, hushed=True)
    assert reading.effects == []
    assert reading.go(More()).review.line == "both-1"
    assert reading.go(Next()).review.line == ""
    assert reading.go(Back()).review.line == "both-1"
    assert reading.go(Hush()).review.line == ""


@pytest.mark.parametrize(("manner", "after_more"), [("ask", "both-1"), ("off", "")])
def test_lines_can_wait_to_be_asked_for_or_be_off(manner: Manner, after_more: str) -> None:
    reading = walk(MARKED, Ways(LINES, manner))
    assert reading.review.line == ""
    assert reading.go(More()).review.line == after_more
    assert reading.go(Next()).review.line == ""


def test_lines_switched_off_meanwhile_do_not_come_back() -> None:
    reading = walk(MARKED)
    off = Walk(reading.jar, reading.opening, Ways(LINES, "off")).begin()
    assert (off.review.slip, off.review.line) == ("s1", "")


def test_a_slip_of_a_part_that_wants_no_lines_meets_none() -> None:
    one = opening(MARKED)
    tables = {
        **jar_of(MARKED, one).tables,
        "parts": {"k": Part("k", name="K", nudges="off")},
        "marks": {"m": Mark("m", slip="s1", part="k", role="for")},
    }
    reading = Walk(Jar.of({**EMPTY, **tables}), one).begin()
    assert reading.effects == []
    assert reading.go(More()).effects == []
    assert reading.go(Next()).review.line == "both-1"


def test_a_slip_read_again_meets_a_line_of_another_family() -> None:
    first = walk(MARKED[:1]).go(Next())
    again = opening(MARKED[:1], "p" * 26, at=60)
    second = Walk(first.jar.with_records("openings", {again.id: again}), again).begin()
    assert second.review.line == "effort-1"
    assert family_of(second.review.line) != family_of("both-1")
    assert second.go(Next()).told(Read) == [Read("s1")]


# Meanwhile, somewhere else


@pytest.mark.parametrize("field", ["covered", "set_aside"])
def test_a_slip_covered_or_set_aside_meanwhile_is_not_read_and_meets_nothing(field: str) -> None:
    reading = walk(MARKED)
    reading.jar = changed(reading.jar, "s2", **{field: True})
    reading.go(Next())
    assert reading.last == (Read("s1"),)
    assert reading.go(More(), Answer("none"), Next()).last == (Met("s3", "effort-1"),)
    reading.jar = changed(reading.jar, "s2", **{field: False})
    assert [one.id for one in reading.jar.folded()] == ["s2", "s3", "s4", "s5", "s6"]


@pytest.mark.parametrize("field", ["covered", "set_aside"])
def test_taken_up_again_it_goes_on_without_what_is_covered_or_set_aside(field: str) -> None:
    reading = walk(MARKED).go(Next())
    reading.jar = changed(reading.jar, "s2", **{field: True})
    reading.begin()
    assert reading.review.slips == ("s1", "s3", "s4", "s5", "s6")
    assert (reading.review.slip, reading.review.line) == ("s3", "eyes-1")
    assert reading.go(Next()).review.line == "", "the line s2 met was one of the three"


def test_a_slip_that_was_erased_is_left_out() -> None:
    reading = walk(MARKED)
    reading.jar = reading.jar.without("slips", frozenset(("s1", "s2")))
    assert reading.go(Next()).last == ()
    assert reading.begin().review.slips == ("s3", "s4", "s5", "s6")


def test_a_slip_whose_words_have_not_arrived_is_left_out() -> None:
    one = opening([slip(1), slip(2, "")])
    assert begun(one, jar_of([slip(1), slip(2, "")], one), WAYS)[0].slips == ("s1",)


def test_a_step_changes_nothing_but_what_it_returns() -> None:
    reading = walk(MARKED)
    before, jar = reading.review, reading.jar
    update(before, Next(), jar, WAYS)
    assert (before.at, before.read, dict(before.met)) == (0, 0, {"s1": ("both-1",)})
    assert len(jar.folded()) == 6
