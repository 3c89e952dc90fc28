"""The jar's filters chain in any order, and a change leaves the jar as if it were made anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import reduce
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.jar import EMPTY, FEW, Jar, newest
from jar_tui.domain.records import Line, Mark, Part, Record, Slip, Stamp

DAYS = [None, date(2026, 11, 19), date(2026, 11, 20), date(2026, 11, 21)]
IDS = [f"id{n}" for n in range(8)]
SLIPS = st.builds(
    Slip,
    id=st.sampled_from(IDS),
    stamp=st.builds(Stamp, st.integers(1, 9), st.sampled_from("ab")),
    text=st.sampled_from(["", "rest", "REST", "Straße", "ﬁne", "no"]),
    happened=st.sampled_from(DAYS),
    label=st.sampled_from(["none", "small", "lifted", "both"]),
    kinds=st.sampled_from([(), ("rest",), ("rest", "body")]),
    covered=st.booleans(),
    set_aside=st.booleans(),
    source=st.sampled_from(["", "lines:x:1"]),
)
MARKS = st.builds(
    Mark,
    id=st.sampled_from(["m1", "m2", "m3"]),
    slip=st.sampled_from([*IDS, ""]),
    part=st.sampled_from(["wren", "k"]),
    order=st.integers(0, 2),
)
Narrow = Callable[[Jar], Jar]
FILTERS: dict[str, Narrow] = {
    "text": lambda jar: jar.containing("reST"),
    "part": lambda jar: jar.of_part("wren"),
    "kind": lambda jar: jar.of_kind("body"),
    "small": lambda jar: jar.too_small(),
    "covered": lambda jar: jar.covered(),
    "open": lambda jar: jar.covered(False),
    "since": lambda jar: jar.since(date(2026, 11, 20)),
    "until": lambda jar: jar.until(date(2026, 11, 20)),
    "aside": lambda jar: jar.set_aside(),
}
CHOSEN = st.lists(st.sampled_from(sorted(FILTERS)), max_size=4, unique=True)
PHRASES = {
    "text": 'holding "{value}"',
    "kind": "of the kind {value}",
    "since": "dated {value} or later",
    "too_small": "small",
}


def by_id(records: list[Record]) -> dict[str, Record]:
    return {record.id: record for record in records}


def jar_of(slips: list[Slip], marks: list[Mark] | None = None) -> Jar:
    return Jar.of({**EMPTY, "slips": by_id([*slips]), "marks": by_id([*(marks or [])])})


def narrowed(jar: Jar, names: list[str]) -> Jar:
    return reduce(lambda one, name: FILTERS[name](one), names, jar)


JARS = st.builds(jar_of, st.lists(SLIPS, max_size=8), st.lists(MARKS, max_size=3))


def looks(jar: Jar) -> tuple[object, ...]:
    """Return everything of a jar that can be asked for."""
    return (
        jar.slips,
        jar.ordered,
        jar.tables,
        jar.sources,
        [jar.marks_of(slip) for slip in jar.ordered],
        [jar.lines_of(slip) for slip in jar.ordered],
    )


@given(JARS, CHOSEN, st.randoms(use_true_random=False))
def test_filters_come_to_the_same_in_any_order(jar: Jar, names: list[str], random: Random) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)
    assert narrowed(jar, names).slips == narrowed(jar, shuffled).slips


@given(JARS, CHOSEN, CHOSEN)
def test_chaining_keeps_what_each_filter_keeps(jar: Jar, one: list[str], two: list[str]) -> None:
    aside = {"aside"} & {*one, *two}
    one, two = [*aside, *one], [*aside, *two]
    both = {slip.id for slip in narrowed(jar, [*one, *two])}
    kept_by_two = {slip.id for slip in narrowed(jar, two)}
    assert both == {slip.id for slip in narrowed(jar, one)} & kept_by_two


@given(JARS, CHOSEN, st.lists(SLIPS, max_size=3))
def test_changing_slips_equals_making_the_jar_anew(
    jar: Jar, names: list[str], changed: list[Slip]
) -> None:
    after = narrowed(jar, names).with_records("slips", by_id([*changed]))
    anew = Jar.of({**jar.tables, "slips": {**jar.tables["slips"], **by_id([*changed])}})
    assert looks(after) == looks(narrowed(anew, names))


@given(JARS, CHOSEN, st.lists(MARKS, max_size=3))
def test_changing_marks_is_seen_by_filters_made_before(
    jar: Jar, names: list[str], changed: list[Mark]
) -> None:
    after = narrowed(jar, names).with_records("marks", by_id([*changed]))
    anew = Jar.of({**jar.tables, "marks": {**jar.tables["marks"], **by_id([*changed])}})
    assert looks(after) == looks(narrowed(anew, names))


def test_a_new_mark_is_seen_by_a_filter_made_before() -> None:
    jar = jar_of([Slip("a", text="x"), Slip("b", text="y")]).of_part("wren")
    marked = jar.with_records("marks", {"m": Mark("m", slip="b", part="wren")})
    assert len(jar) == 0
    assert [slip.id for slip in marked] == ["b"]


def test_many_slips_at_once_lie_in_order_too() -> None:
    many = [
        Slip(f"n{n:03}", Stamp(n * 7 % 100, "a"), text="x", happened=DAYS[n % 4])
        for n in range(FEW + 9)
    ]
    jar = jar_of([Slip("first", Stamp(50, "a"), text="y")]).too_small()
    after = jar.with_records("slips", by_id([*many]))
    assert list(after.ordered) == sorted(after.ordered, key=lambda slip: slip.place)
    assert len(after.ordered) == FEW + 10
    assert after.filters == jar.filters


@given(JARS, st.sets(st.sampled_from(IDS)))
def test_erased_slips_are_gone(jar: Jar, erased: set[str]) -> None:
    after = jar.without("slips", frozenset(erased))
    assert {slip.id for slip in after.ordered} == {slip.id for slip in jar.ordered} - erased


def test_the_jar_it_came_from_is_unchanged() -> None:
    jar = jar_of([Slip("a", text="x")])
    jar.too_small().with_records("slips", {"b": Slip("b", text="y")})
    assert [slip.id for slip in jar] == ["a"]
    assert not jar.filters


def test_searching_minds_neither_case_nor_look() -> None:
    jar = jar_of([Slip("a", text="STRASSE"), Slip("b", text="ﬁne"), Slip("c", text="no")])
    assert [slip.id for slip in jar.containing("straße")] == ["a"]
    assert [slip.id for slip in jar.containing("FINE")] == ["b"]


def test_covered_words_are_not_searched_and_set_aside_ones_not_shown() -> None:
    jar = jar_of([Slip("a", text="x", covered=True), Slip("b", text="x", set_aside=True)])
    assert len(jar.containing("x")) == 0
    assert [slip.id for slip in jar] == ["a"]
    assert [slip.id for slip in jar.set_aside()] == ["b"]


def test_what_is_set_aside_is_worked_out_once_a_jar() -> None:
    jar = jar_of([Slip("a", text="x"), Slip("b", text="x", set_aside=True)])
    assert jar.aside == jar.set_aside().slips == (jar.get("b"),)
    assert jar.aside is jar.aside
    back = jar.with_records("slips", {"b": Slip("b", text="x")})
    assert back.aside == ()


def test_marks_and_lines_of_a_slip_come_in_order() -> None:
    slip = Slip("a", text="x")
    marks = [Mark("m2", slip="a", part="k", order=1), Mark("m1", slip="a", part="wren", order=0)]
    lines = [Line(f"l{n}", Stamp(n, "a"), slip="a", text=str(n)) for n in (2, 1)]
    jar = jar_of([slip], marks).with_records("lines", by_id([*lines]))
    jar = jar.with_records("parts", {"wren": Part("wren", name="Wren")})
    assert [mark.id for mark in jar.marks_of(slip)] == ["m1", "m2"]
    assert [line.id for line in jar.lines_of(slip)] == ["l1", "l2"]
    assert [one.id for one in jar.of_part("wren")] == ["a"]
    off = {"m1": Mark("m1", slip="a", part="", order=0)}
    assert [mark.id for mark in jar.with_records("marks", off).marks_of(slip)] == ["m2"]
    found = jar.part("wren")
    assert found is not None
    assert found.name == "Wren"


def test_a_filtered_jar_says_what_it_keeps() -> None:
    jar = jar_of([]).containing("{value} tea").of_kind("rest").since(date(2026, 11, 1))
    assert jar.describe(PHRASES) == (
        'holding "{value} tea", of the kind rest, dated 2026-11-01 or later'
    )
    assert jar_of([]).describe(PHRASES) == ""


def test_a_slip_is_found_by_the_start_of_its_id() -> None:
    jar = jar_of([Slip("abc", text="x"), Slip("abd", text="y", set_aside=True)])
    assert {slip.id for slip in jar.starting("ab")} == {"abc", "abd"}
    assert [slip.id for slip in jar.starting("abd")] == ["abd"]
    assert jar.get("abd") is not None
    assert jar.get("zzz") is None


def test_the_newest_slip_is_the_one_written_last() -> None:
    old = Slip("a", Stamp(1, "a"), happened=date(2026, 11, 21))
    new = Slip("b", Stamp(2, "a"), happened=date(2026, 1, 1))
    assert newest((old, new)) == new
    assert newest(()) is None
