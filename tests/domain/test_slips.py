"""What was typed is read for a date in front, and the words are never lost over it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.clean import is_blank, slip_text
from jar_tui.domain.slips import NewSlip, Reading, read_entry, slip_fields
from jar_tui.domain.when import SOMETIME, When

TODAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 12, 0, 0, 999, tzinfo=UTC)


def test_a_date_in_front_is_taken_off_the_words() -> None:
    reading = read_entry("yesterday: said no to Saturday", TODAY)
    assert reading == Reading("said no to Saturday", When(date(2026, 11, 20), "day", "yesterday"))


@pytest.mark.parametrize(
    "text",
    ["went outside", "note: ate", "10:30 got up", "yesterday:", "yesterday: \u200b", "said: yes"],
)
def test_words_without_a_date_in_front_stay_whole(text: str) -> None:
    assert read_entry(text, TODAY) == Reading(slip_text(text))


def test_a_backslash_means_that_nothing_in_front_is_read() -> None:
    assert read_entry("\\yesterday: a poem", TODAY) == Reading("yesterday: a poem")
    assert read_entry("\\o/", TODAY) == Reading("o/")


@pytest.mark.parametrize("text", ["\\\\server\\share", "\\\\", "\\\\\\", "\\\\yesterday: a"])
def test_two_backslashes_are_words_where_nobody_has_a_name(text: str) -> None:
    assert read_entry(text, TODAY) == Reading(text)


@pytest.mark.parametrize("text", ["\\", "\\ ", "\\\u200b"])
def test_a_backslash_alone_is_a_slip_and_not_a_blank_one(text: str) -> None:
    assert not is_blank(read_entry(text, TODAY).text)


def test_a_date_to_come_is_named_and_stays_part_of_the_words() -> None:
    reading = read_entry("tomorrow: dentist", TODAY)
    assert reading == Reading("tomorrow: dentist", None, date(2026, 11, 22))


@given(st.text())
def test_reading_never_empties_words(text: str) -> None:
    if not is_blank(text):
        assert not is_blank(read_entry(text, TODAY).text) or is_blank(slip_text(text))


def test_a_new_slip_is_dated_today_and_stamped_to_the_second() -> None:
    assert slip_fields(NewSlip("a\x1b\n"), NOON, TODAY) == {
        "text": "a",
        "happened": "2026-11-21",
        "precision": "day",
        "written": "2026-11-21T12:00:00+00:00",
    }


def test_a_new_slip_carries_what_was_asked_for() -> None:
    when = When(date(2026, 3, 1), "month", "in Ma\x1brch")
    fields = slip_fields(NewSlip("b", when, True, ("rest",), "lines:x:1"), NOON, TODAY)
    assert fields["happened"] == "2026-03-01"
    assert fields["precision"] == "month"
    assert fields["when_words"] == "in March"
    assert (fields["label"], fields["kinds"], fields["source"]) == ("small", ["rest"], "lines:x:1")
    assert slip_fields(NewSlip("c", SOMETIME), NOON, TODAY)["happened"] is None


def test_a_slip_on_its_way_does_not_show_its_words_in_a_report() -> None:
    assert "secret" not in repr(NewSlip("secret")) + repr(Reading("secret"))
