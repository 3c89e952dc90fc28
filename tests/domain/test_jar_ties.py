"""Marks and lines by slip: step by step they come to what making the jar anew comes to."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.jar import EMPTY, FEW, Jar, by_slip
from jar_tui.domain.records import Line, Mark, Part, Record, Slip, Stamp

IDS = ["a", "b", "c"]
STAMPS = st.builds(Stamp, st.integers(1, 4), st.sampled_from("jk"))
SLIP_OF = st.sampled_from([*IDS, "", "not there"])
MARKS = st.builds(
    Mark,
    id=st.sampled_from(["m1", "m2", "m3", "m4", "m5"]),
    stamp=STAMPS,
    slip=SLIP_OF,
    part=st.sampled_from(["wren", "k", ""]),
    role=st.sampled_from(["by", "for"]),
    order=st.integers(0, 2),
)
LINES = st.builds(
    Line,
    id=st.sampled_from(["l1", "l2", "l3", "l4"]),
    stamp=STAMPS,
    slip=SLIP_OF,
    text=st.sampled_from(["", "warm", "cold"]),
)
SLIPS = st.builds(
    Slip, id=st.sampled_from(IDS), stamp=STAMPS, text=st.just("x"), covered=st.booleans()
)
PARTS = st.builds(Part, id=st.sampled_from(["wren", "k"]), name=st.sampled_from(["", "K"]))


def by_id(records: list[Any]) -> dict[str, Record]:
    return {record.id: record for record in records}


CHANGES = st.one_of(
    st.tuples(st.just("marks"), st.lists(MARKS, max_size=4).map(by_id)),
    st.tuples(st.just("lines"), st.lists(LINES, max_size=4).map(by_id)),
    st.tuples(st.just("slips"), st.lists(SLIPS, max_size=2).map(by_id)),
    st.tuples(st.just("parts"), st.lists(PARTS, max_size=1).map(by_id)),
)


def some(tied: Mapping[str, tuple[Record, ...]]) -> dict[str, tuple[Record, ...]]:
    """Return what is tied to any slip, leaving out slips to which nothing is."""
    return {key: records for key, records in tied.items() if records}


def expected(kind: type[Mark | Line], table: Mapping[str, Record]) -> dict[str, list[str]]:
    """Return ids by slip, worked out the slow and simple way."""
    found: dict[str, list[str]] = {}

    def turn(record: Any) -> Any:
        return (getattr(record, "order", 0), record.stamp, record.id)

    for record in sorted(table.values(), key=turn):
        assert isinstance(record, Mark | Line)
        if record.part if isinstance(record, Mark) else record.text:
            found.setdefault(record.slip, []).append(record.id)
    return found


@given(st.lists(CHANGES, max_size=8))
def test_step_by_step_equals_made_anew(changes: list[tuple[str, dict[str, Record]]]) -> None:
    jar = Jar.of(EMPTY).of_part("wren").covered(False)
    filters = jar.filters
    for table, changed in changes:
        before = (jar.tables, some(jar.marks), some(jar.lines), jar.ordered)
        after = jar.with_records(table, changed)
        assert before == (jar.tables, some(jar.marks), some(jar.lines), jar.ordered)
        assert after.filters == filters
        jar = after
    anew = Jar.of(jar.tables)
    assert some(jar.marks) == some(anew.marks)
    assert some(jar.lines) == some(anew.lines)
    assert jar.ordered == anew.ordered
    assert jar.slips == anew.of_part("wren").covered(False).slips
    for kind, table, tied in ((Mark, "marks", jar.marks), (Line, "lines", jar.lines)):
        ids = {key: [record.id for record in records] for key, records in some(tied).items()}
        assert ids == expected(kind, jar.tables[table])


@given(
    st.lists(MARKS, unique_by=lambda mark: mark.id),
    st.integers(0, 5),
    st.randoms(use_true_random=False),
)
def test_marks_come_to_the_same_in_any_order_and_portions(
    marks: list[Mark], cut: int, random: Random
) -> None:
    whole = by_slip(Mark, by_id(marks))
    random.shuffle(marks)
    first = by_id(marks[:cut])
    known = by_slip(Mark, first)
    assert some(by_slip(Mark, by_id(marks[cut:]), first, known)) == some(whole)


def test_a_mark_that_moves_to_another_slip_leaves_the_first() -> None:
    jar = Jar.of({**EMPTY, "marks": {"m": Mark("m", slip="a", part="k")}})
    moved = jar.with_records("marks", {"m": Mark("m", slip="b", part="k")})
    assert some(moved.marks).keys() == {"b"}
    off = moved.with_records("marks", {"m": Mark("m", slip="b", part="")})
    assert some(off.marks) == {}


def test_many_slips_at_once_keep_filters_marks_and_lines() -> None:
    tables = {
        **EMPTY,
        "slips": {"a": Slip("a", text="x")},
        "marks": {"m": Mark("m", slip="n1", part="k")},
        "lines": {"l": Line("l", slip="n1", text="warm")},
    }
    jar = Jar.of(tables).of_part("k")
    after = jar.with_records("slips", {f"n{n}": Slip(f"n{n}", text="x") for n in range(FEW + 1)})
    assert after.filters == jar.filters
    assert [slip.id for slip in after] == ["n1"]
    assert [line.text for line in after.lines["n1"]] == ["warm"]


def test_erased_marks_and_lines_are_gone_and_filters_stay() -> None:
    tables = {
        **EMPTY,
        "slips": {"a": Slip("a", text="x")},
        "marks": {key: Mark(key, slip="a", part="k") for key in ("m", "n")},
        "lines": {"l": Line("l", slip="a", text="warm")},
    }
    jar = Jar.of(tables).of_part("k")
    left = jar.without("marks", frozenset("m")).without("lines", frozenset("l"))
    assert left.filters == jar.filters
    assert [mark.id for mark in left.marks["a"]] == ["n"]
    assert left.lines.get("a", ()) == ()
    assert [slip.id for slip in left] == ["a"]
