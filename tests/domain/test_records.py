"""Changes from several places come to the same record, in whatever order they arrive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.records import NOTHING, UNBORN, Slip, Stamp, merge


class Change(NamedTuple):
    """What one journal line says of a slip."""

    stamp: Stamp
    known: Mapping[str, Any]
    extra: Mapping[str, Any]


CHANGED = st.fixed_dictionaries(
    {},
    optional={
        "text": st.sampled_from("abc"),
        "label": st.sampled_from(["none", "small", "both"]),
        "set_aside": st.booleans(),
        "kinds": st.sampled_from([(), ("rest",), ("rest", "body")]),
    },
)
UNREAD = st.dictionaries(st.sampled_from(["label", "mood", "tint"]), st.integers(0, 3), max_size=2)


@st.composite
def changes(draw: st.DrawFn) -> list[Change]:
    """Lines about one slip: each stamp is given out once, as journals do; some make the slip."""
    stamps = draw(
        st.lists(
            st.builds(Stamp, st.integers(1, 6), st.sampled_from(["here", "there"])),
            unique=True,
            max_size=6,
        )
    )
    made = []
    for stamp in stamps:
        known = draw(CHANGED)
        if draw(st.booleans()):
            known = {"written": "2026-11-21T12:00:00+00:00", **known}
        extra = {name: v for name, v in draw(UNREAD).items() if name not in known}
        made.append(Change(stamp, known, extra))
    return made


def merged(lines: Iterable[Change], start: Slip | None = None) -> Slip:
    """Return the slip some lines lead to."""
    return reduce(
        lambda slip, line: merge(slip, line.known, line.extra, line.stamp),
        lines,
        start or Slip("id"),
    )


def last_word(lines: Sequence[Change]) -> Slip:
    """Return what merging should come to, written the slow and simple way."""
    making = [line for line in lines if "written" in line.known]
    base = max((line.stamp for line in making), default=UNBORN)
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for line in sorted(lines, key=lambda line: line.stamp):
        if line.stamp >= base:
            values |= line.known
            extra |= line.extra
    return Slip("id", extra=extra, **values)


def seen(slip: Slip) -> Slip:
    """Return a slip without the stamps, as people see it."""
    return replace(slip, stamp=UNBORN, later=NOTHING, extra=dict(slip.extra))


@given(changes(), st.randoms(use_true_random=False))
def test_the_order_of_lines_makes_no_difference(lines: list[Change], random: Random) -> None:
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert merged(shuffled) == merged(lines)


@given(changes(), st.data())
def test_a_line_met_twice_changes_nothing(lines: list[Change], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(lines))) if lines else []
    assert merged([*lines, *again]) == merged(lines)


@given(changes())
def test_each_field_has_the_value_written_last(lines: list[Change]) -> None:
    assert seen(merged(lines)) == last_word(lines)


def test_a_value_of_a_newer_program_hides_none_that_can_be_read() -> None:
    lines = [
        Change(Stamp(1, "a"), {"written": "then", "label": "small"}, {}),
        Change(Stamp(3, "b"), {}, {"label": "huge"}),
        Change(Stamp(2, "c"), {"label": "both"}, {}),
    ]
    for order in (lines, lines[::-1]):
        slip = merged(order)
        assert slip.label == "both"
        assert slip.extra == {"label": "huge"}


def test_a_slip_knows_who_owns_each_field() -> None:
    slip = merged(
        [
            Change(Stamp(1, "a"), {"written": "then", "text": "x"}, {}),
            Change(Stamp(4, "b"), {"label": "small"}, {}),
        ]
    )
    assert slip.owner("text") == Stamp(1, "a")
    assert slip.owner("label") == Stamp(4, "b")
    assert slip.too_small


@pytest.mark.parametrize(("label", "small"), [("small", True), ("both", True), ("lifted", False)])
def test_a_label_that_was_lifted_is_no_longer_too_small(label: Any, small: bool) -> None:
    assert Slip("id", label=label).too_small is small


def test_slips_lie_by_day_then_by_when_they_were_written() -> None:
    dated = Slip("b", Stamp(1, "a"), happened=date(2026, 3, 1))
    later = Slip("a", Stamp(2, "a"), happened=date(2026, 3, 1))
    sometime = Slip("c", Stamp(9, "a"))
    assert sorted([later, dated, sometime], key=lambda slip: slip.place) == [sometime, dated, later]


def test_a_record_shows_no_words_in_a_report() -> None:
    slip = Slip("id", text="secret", when_words="secret", source="secret", extra={"x": "secret"})
    assert "secret" not in repr(slip)
