"""Who goes on signing: until when, for which slips, and what ends it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.latch import (
    OFF,
    Latch,
    Standing,
    begins,
    begun,
    current,
    standing,
    with_latch,
)
from jar_tui.domain.signing import NO_SIGNATURE, Signature, Tie
from jar_tui.domain.slips import Reading
from jar_tui.words.latch import hint, moment

NOW = datetime(2026, 11, 21, 20, 10, tzinfo=UTC)
WORDS = Reading("up")
BARE = Reading("up", bare=True)
ENDS = Reading("up", bare=True, ends=True)
WREN = begun(("w",), NOW, 6)
WAITS = begun((), NOW, 6)


def by(*parts: str) -> Signature:
    return Signature(ties=tuple(Tie("by", part) for part in parts))


def for_(part: str) -> Signature:
    return Signature(ties=(Tie("for", part),))


# Until when


@pytest.mark.parametrize(("minutes", "left"), [(0, WREN), (359, WREN), (360, OFF), (9999, OFF)])
def test_it_ends_by_itself(minutes: int, left: Latch) -> None:
    assert current(WREN, NOW + timedelta(minutes=minutes), {"w"}, 6) == left


@pytest.mark.parametrize(("minutes", "left"), [(5, WREN), (6, OFF), (9999, OFF)])
def test_one_begun_under_a_clock_that_was_ahead_is_off(minutes: int, left: Latch) -> None:
    assert current(WREN, NOW - timedelta(minutes=minutes), {"w"}, 6) == left


def test_it_ends_without_those_who_are_not_there_any_more() -> None:
    both = begun(("w", "k"), NOW, 6)
    assert current(both, NOW, {"k", "x"}, 6).parts == ("k",)
    assert current(both, NOW, {"x"}, 6) == OFF
    assert current(WAITS, NOW, set(), 6) == WAITS


@given(st.integers(1, 168), st.integers(0, 200))
def test_it_lasts_as_many_hours_as_were_chosen(hours: int, later: int) -> None:
    latch = begun(("w",), NOW, hours)
    left = current(latch, NOW + timedelta(hours=later), {"w"}, hours)
    assert bool(left) is (later < hours)


# For which slips


@pytest.mark.parametrize(
    ("said", "reading", "signature"),
    [
        (NO_SIGNATURE, WORDS, by("w")),
        (NO_SIGNATURE, BARE, NO_SIGNATURE),
        (NO_SIGNATURE, ENDS, NO_SIGNATURE),
        (by("k"), WORDS, by("k")),
        (by("k"), ENDS, by("k")),
        (for_("k"), WORDS, Signature(ties=(Tie("by", "w"), Tie("for", "k")))),
        (Signature(how="blurry"), WORDS, Signature(ties=(Tie("by", "w"),), how="blurry")),
        *((Signature(state), WORDS, Signature(state)) for state in ("unsure", "nobody", "someone")),
        (Signature("all"), WORDS, Signature("all")),
    ],
)
def test_it_signs_what_nothing_else_signs(
    said: Signature, reading: Reading, signature: Signature
) -> None:
    assert with_latch(WREN, said, reading) == signature
    assert with_latch(OFF, said, reading) == said
    assert with_latch(WAITS, said, reading) == said


@pytest.mark.parametrize(
    ("latch", "parts", "reading", "from_then_on", "with_always"),
    [
        (OFF, ("k",), WORDS, False, True),
        (WREN, ("k",), WORDS, False, True),
        (WREN, ("w",), WORDS, True, True),
        (WREN, (), WORDS, False, False),
        (WREN, ("w",), ENDS, False, False),
        (WAITS, ("k", "w"), WORDS, True, True),
        (WAITS, (), WORDS, False, False),
        (WREN, ("k",), BARE, False, True),
    ],
)
def test_who_goes_on_signing_behind_a_slip(
    latch: Latch, parts: tuple[str, ...], reading: Reading, from_then_on: bool, with_always: bool
) -> None:
    assert begins(latch, parts, reading, always=False) is from_then_on
    assert begins(latch, parts, reading, always=True) is with_always


# What is said about it


@pytest.mark.parametrize(
    ("latch", "said", "reading", "meaning", "with_always"),
    [
        (OFF, NO_SIGNATURE, WORDS, "off", "off"),
        (OFF, by("w"), WORDS, "off", "begins"),
        (OFF, NO_SIGNATURE, ENDS, "off", "ends"),
        (WREN, NO_SIGNATURE, WORDS, "kept", "kept"),
        (WREN, by("w"), WORDS, "kept", "kept"),
        (WREN, for_("k"), WORDS, "beside", "beside"),
        (WREN, by("w").joined(for_("k")), WORDS, "beside", "beside"),
        (WREN, Signature(how="blurry"), WORDS, "beside", "beside"),
        (WREN, by("k"), WORDS, "rests", "begins"),
        (WREN, Signature("unsure"), WORDS, "rests", "rests"),
        (WREN, NO_SIGNATURE, BARE, "rests", "rests"),
        (WREN, by("k"), ENDS, "ends", "ends"),
        (WAITS, NO_SIGNATURE, WORDS, "waits", "waits"),
        (WAITS, for_("k"), WORDS, "waits", "waits"),
        (WAITS, by("k"), WORDS, "begins", "begins"),
    ],
)
def test_what_it_means_for_the_slip_being_written(
    latch: Latch, said: Signature, reading: Reading, meaning: str, with_always: str
) -> None:
    assert standing(latch, said, reading, always=False) == meaning
    assert standing(latch, said, reading, always=True) == with_always


def test_a_hint_names_who_signs_and_who_goes_on() -> None:
    def told(standing: Standing, entry: str) -> list[str]:
        of_wren = {"kept": "Wren", "until": "02:10"}
        return hint(standing, signing="", entry=entry, **of_wren).split("\n")

    assert told("rests", "") == ["Then Wren again, until 02:10. \\\\ ends it."]
    assert told("rests", "signing: K")[0] == "signing: K"
    told_of_both = ["signing: Wren, for K", "Kept until 02:10: Wren. \\\\ ends it."]
    assert told("beside", told_of_both[0]) == told_of_both
    assert hint("waits", signing="", entry="", kept="", until="").startswith("Whoever signs next")


@pytest.mark.parametrize(
    ("hours", "shown"),
    [(6, "02:10"), (23, "19:10"), (24, "Sunday 22 November, 20:10"), (1, "21:10")],
)
def test_the_moment_it_ends_is_a_time_and_a_day_where_that_is_needed(
    hours: int, shown: str
) -> None:
    assert moment(NOW + timedelta(hours=hours), NOW) == shown
    elsewhere = (NOW + timedelta(hours=hours)).astimezone()
    assert moment(elsewhere, NOW) == shown
