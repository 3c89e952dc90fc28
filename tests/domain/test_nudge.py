"""Which line a slip meets: families in turn, few, and never the same one twice for one slip."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.nudge import FAMILIES, chosen, family_of, may_meet, met, noted, told
from jar_tui.domain.records import Label, Mark, Part, Role, Slip

LINES = {
    **{f"{family}-1": f"One of {family}?" for family in FAMILIES},
    **{f"{family}-2": f"Two of {family}." for family in FAMILIES},
}
COUNTS = st.dictionaries(st.sampled_from([*LINES, "gone-1", "both-9"]), st.integers(0, 5))
KNOWN = st.sets(st.sampled_from(sorted(LINES)))


def jar_of(*slips: Slip, marks: tuple[Mark, ...] = (), parts: tuple[Part, ...] = ()) -> Jar:
    return Jar.of(
        {
            **EMPTY,
            "slips": {slip.id: slip for slip in slips},
            "marks": {mark.id: mark for mark in marks},
            "parts": {part.id: part for part in parts},
        }
    )


def test_the_first_line_anybody_meets_asks_nothing() -> None:
    line = chosen(LINES, {})
    assert line == "both-2"
    assert "?" not in LINES[line]
    assert chosen(LINES, {"both-1": 0}) == line


def test_where_every_line_asks_the_first_one_does_too() -> None:
    assert chosen({"both-1": "Is it?", "effort-1": "Was it?"}, {}) == "both-1"


def test_families_take_turns() -> None:
    before: Counter[str] = Counter()
    families = []
    for _ in range(4 * len(FAMILIES)):
        line = chosen(LINES, before)
        assert line is not None
        families.append(family_of(line))
        before[line] += 1
    assert families == [*FAMILIES] * 4
    assert set(before.values()) == {2}, "and so do the lines of one family"


def test_a_family_nobody_planned_comes_last() -> None:
    lines = {"new-1": "New.", **LINES}
    assert chosen(lines, {}) == "both-2"
    assert chosen(lines, {f"{family}-1": 1 for family in FAMILIES}) == "new-1"


def test_a_slip_runs_out_of_lines_and_meets_none_twice() -> None:
    before: Counter[str] = Counter()
    known: list[str] = []
    for _ in LINES:
        line = chosen(LINES, before, known)
        assert line is not None
        known.append(line)
        before[line] += 1
    assert chosen(LINES, before, known) is None
    assert sorted(known) == sorted(LINES)
    assert chosen({}, {}) is None


@given(COUNTS, KNOWN)
def test_what_is_chosen_is_new_to_the_slip_and_of_a_family_met_least(
    before: dict[str, int], known: set[str]
) -> None:
    line = chosen(LINES, before, known)
    fresh = set(LINES) - known
    if line is None:
        assert not fresh
        return
    assert line in fresh
    assert line == chosen(dict(LINES), Counter(before), [*known])
    uses: Counter[str] = Counter()
    for one, times in before.items():
        uses[family_of(one)] += times
    if any(before.values()):
        assert uses[family_of(line)] == min(uses[family_of(one)] for one in fresh)
        beside = [one for one in fresh if family_of(one) == family_of(line)]
        assert before.get(line, 0) == min(before.get(one, 0) for one in beside)
    elif any("?" not in LINES[one] for one in fresh):
        assert "?" not in LINES[line]


@given(st.lists(st.integers(0, 3), max_size=30))
def test_through_any_openings_no_slip_meets_a_line_twice(turns: list[int]) -> None:
    """Each turn is a slip that meets a line; the jar is all that is remembered between them."""
    slips = {f"s{n}": Slip(f"s{n}", text="x", label="small") for n in range(4)}
    for opening, turn in enumerate(turns):
        slip = slips[f"s{turn}"]
        line = chosen(LINES, told(jar_of(*slips.values())), met(slip))
        if line is not None:
            nudges = (*slip.nudges, noted(line, f"o{opening}"))
            slips[slip.id] = Slip(slip.id, text="x", label="small", nudges=nudges)
    for slip in slips.values():
        assert len(set(met(slip))) == len(met(slip)) <= len(LINES)
    counts = told(jar_of(*slips.values()))
    assert sum(counts.values()) == sum(len(slip.nudges) for slip in slips.values())
    if len(turns) > 1 and len(set(turns)) == len(turns):
        assert len({family_of(line) for line in counts}) == len(turns)


def test_a_slip_remembers_where_it_met_a_line() -> None:
    slip = Slip("a", nudges=(noted("both-1", "one"), noted("effort-2", "two"), "old"))
    assert met(slip) == ("both-1", "effort-2", "old")
    assert met(slip, "one") == ("both-1",)
    assert met(slip, "three") == ()


def test_lines_are_told_over_every_slip_even_those_set_aside() -> None:
    jar = jar_of(
        Slip("a", text="x", nudges=("both-1@o",)),
        Slip("b", text="x", nudges=("both-1@p", "size-1@p"), set_aside=True),
        Slip("c", text="x"),
    )
    assert told(jar) == {"both-1": 2, "size-1": 1}


@pytest.mark.parametrize("label", get_args(Label))
def test_only_a_slip_labelled_too_small_may_meet_a_line(label: Label) -> None:
    slip = Slip("a", text="x", label=label)
    assert may_meet(jar_of(slip), slip) is (label == "small")


def test_a_covered_slip_meets_no_line() -> None:
    slip = Slip("a", text="x", label="small", covered=True)
    assert not may_meet(jar_of(slip), slip)


@pytest.mark.parametrize("role", get_args(Role))
def test_no_line_on_a_slip_of_a_part_that_wants_none(role: Role) -> None:
    slip = Slip("a", text="x", label="small")
    marks = (Mark("m", slip="a", part="wren"), Mark("n", slip="a", part="k", role=role))
    wren, k = Part("wren", name="Wren"), Part("k", name="K", nudges="off")
    assert not may_meet(jar_of(slip, marks=marks, parts=(wren, k)), slip)
    assert may_meet(jar_of(slip, marks=marks[:1], parts=(wren, k)), slip)
    off = Mark("n", slip="a", part="", role=role)
    assert may_meet(jar_of(slip, marks=(marks[0], off), parts=(wren, k)), slip)


def test_a_name_that_was_taken_away_still_wants_none() -> None:
    slip = Slip("a", text="x", label="small")
    mark = Mark("m", slip="a", part="k")
    gone = Part("k", name="K", nudges="off", removed=True)
    assert not may_meet(jar_of(slip, marks=(mark,), parts=(gone,)), slip)
    assert may_meet(jar_of(slip, marks=(mark,)), slip), "a name that has not arrived yet"
