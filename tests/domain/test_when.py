"""Dates written in words are read as a person means them, and shown back in plain English."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.when import (
    Precision,
    When,
    WhenError,
    civil_today,
    parse_when,
    shown,
    split_when,
)

TODAY = date(2026, 11, 20)  # a Friday

todays = st.dates(date(1970, 1, 1), date(2100, 12, 31))
PIECES = "last next in on ago about days two a month year may sun 29 feb of 2024 5th 99999999 / ."
date_like = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES.split()), max_size=6).map(" ".join),
    st.text(alphabet="0123456789./-: ", max_size=12),
)


def outcome(read: Callable[[], object]) -> object:
    """Return what was read, or the error said instead; any other exception fails the test."""
    try:
        return read()
    except WhenError as error:
        return error


@pytest.mark.parametrize(
    ("now", "begins", "day"),
    [
        ("2026-11-20T00:00", 0, "2026-11-20"),
        ("2026-11-20T03:59", 4, "2026-11-19"),
        ("2026-11-20T04:00", 4, "2026-11-20"),
        ("2026-03-01T01:00+09:00", 5, "2026-02-28"),
    ],
)
def test_a_day_begins_at_the_chosen_hour(now: str, begins: int, day: str) -> None:
    assert str(civil_today(datetime.fromisoformat(now), begins)) == day


@pytest.mark.parametrize(
    ("words", "happened", "precision"),
    [
        ("today", "2026-11-20", "day"),
        ("this Morning", "2026-11-20", "day"),
        ("earlier today", "2026-11-20", "day"),
        ("  Yesterday ", "2026-11-19", "day"),
        ("yesterday evening.", "2026-11-19", "day"),
        ("last night", "2026-11-19", "day"),
        ("the day  before yesterday", "2026-11-18", "day"),
        ("thursday", "2026-11-19", "day"),
        ("Friday", "2026-11-13", "day"),
        ("last fri", "2026-11-13", "day"),
        ("on SAT", "2026-11-14", "day"),
        ("this past Tuesday", "2026-11-17", "day"),
        ("3 days ago", "2026-11-17", "day"),
        ("twelve days ago", "2026-11-08", "day"),
        ("0 days ago", "2026-11-20", "day"),
        ("a couple of days ago", "2026-11-18", "about"),
        ("a few days ago", "2026-11-17", "about"),
        ("last week", "2026-11-13", "about"),
        ("a week ago", "2026-11-13", "about"),
        ("two weeks ago", "2026-11-06", "about"),
        ("last weekend", "2026-11-14", "about"),
        ("last month", "2026-10-01", "month"),
        ("11 months ago", "2025-12-01", "month"),
        ("last year", "2025-01-01", "year"),
        ("ten years ago", "2016-01-01", "year"),
        ("in 1999", "1999-01-01", "year"),
        ("2026", "2026-01-01", "year"),
        ("March", "2026-03-01", "month"),
        ("in dec", "2025-12-01", "month"),
        ("november", "2026-11-01", "month"),
        ("march, 2024", "2024-03-01", "month"),
        ("Sept 2024", "2024-09-01", "month"),
        ("2024-03", "2024-03-01", "month"),
        ("2024-03-05", "2024-03-05", "day"),
        ("5 March 2024", "2024-03-05", "day"),
        ("March 5th, 2024", "2024-03-05", "day"),
        ("the 5th of March 2024", "2024-03-05", "day"),
        ("5. March 2024", "2024-03-05", "day"),
        ("Tue 5-Mar-2024", "2024-03-05", "day"),
        ("Mar 5", "2026-03-05", "day"),
        ("20 November", "2026-11-20", "day"),
        ("21 November", "2025-11-21", "day"),
        ("29 Feb", "2024-02-29", "day"),
        ("5.3.2024", "2024-03-05", "day"),
        ("05/03/2024", "2024-03-05", "day"),
        ("5/3", "2026-03-05", "day"),
        ("5/3/26", "2026-03-05", "day"),
        ("5/3/27", "1927-03-05", "day"),
        ("about 5 March", "2026-03-05", "about"),
    ],
)
def test_words_are_read_as_a_person_means_them(words: str, happened: str, precision: str) -> None:
    when = parse_when(words, TODAY)
    assert (str(when.happened), when.precision) == (happened, precision)
    assert when.words == words.strip()


@pytest.mark.parametrize("words", ["sometime", "Some time", "once", "long ago", "a while ago"])
def test_not_knowing_the_day_is_an_answer(words: str) -> None:
    assert parse_when(words, TODAY) == When(None, "sometime", words)


@pytest.mark.parametrize("words", ["2027", "next sun"])
def test_what_never_stands_before_a_colon_is_not_taken_either(words: str) -> None:
    with pytest.raises(WhenError, match="future"):
        parse_when(words, TODAY)


def test_on_a_saturday_last_weekend_is_a_week_back() -> None:
    assert parse_when("last weekend", date(2026, 11, 21)).happened == date(2026, 11, 14)


def test_month_first_is_a_choice_that_leaves_iso_dates_alone() -> None:
    assert parse_when("05/03/2024", TODAY, day_first=False).happened == date(2024, 5, 3)
    assert parse_when("2024-03-05", TODAY, day_first=False).happened == date(2024, 3, 5)


def test_a_leap_day_without_a_year_skips_a_century_that_had_none() -> None:
    assert parse_when("29 Feb", date(2103, 6, 1)).happened == date(2096, 2, 29)


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("tomorrow", "2026-11-21"),
        ("the day after tomorrow", "2026-11-22"),
        ("next Monday", "2026-11-23"),
        ("next friday", "2026-11-27"),
        ("next week", "2026-11-27"),
        ("next month", "2026-12-01"),
        ("next year", "2027-01-01"),
        ("27 December 2031", "2031-12-27"),
        ("december 2026", "2026-12-01"),
        ("2026-11-21", "2026-11-21"),
    ],
)
def test_a_day_to_come_is_named_but_not_taken(words: str, understood: str) -> None:
    for error in (
        outcome(lambda: parse_when(f" {words} ", TODAY)),
        outcome(lambda: split_when(f"{words}: go", TODAY)),
    ):
        assert isinstance(error, WhenError)
        assert (error.reason, error.words) == ("future", words)
        assert str(error.understood) == understood


@pytest.mark.parametrize(
    "words",
    [
        *("", " ", "a", "3", "10", "5", "1899", "12345", "now", "soon", "yesterdayish"),
        *("10:30", "10.30", "5pm", "5 March 10:30", "5 March 2024 10:30", "T10"),
        *("5 3", "5 3 2024", "5.3", "March 5 5", "March 50", "99 March", "5 March 24 UTC"),
        *("31 February 2024", "29 Feb 2023", "0 March", "31/31/2024", "2024-13-01", "0000-01"),
        *("5 March 2024 maybe", "see 5 March 2024", "Monday 5 March 2024", "March 2024 2025"),
        *("99999999999 days ago", "999999 days ago", "999999 years ago", "-1 days ago"),
        *(
            "٣ days ago",
            "５ March 2024",
            "ye\u200bsterday",
            "last wee\u212a",
            "\x1b[31mtoday",
            "9" * 5000,
            "{0}",
        ),
    ],
)
def test_what_is_no_date_is_never_guessed(words: str) -> None:
    with pytest.raises(WhenError) as caught:
        parse_when(words, TODAY)
    assert (caught.value.reason, caught.value.understood) == ("unknown", None)


@pytest.mark.parametrize("words", ["zebra crossing", "27 December 2031", "31 February 2024"])
def test_an_error_keeps_the_words_out_of_messages_and_tracebacks(words: str) -> None:
    with pytest.raises(WhenError) as caught:
        parse_when(f" {words} ", TODAY)
    assert caught.value.words == words
    assert words not in str(caught.value) + repr(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    "prefix",
    [
        *("today", "yesterday", " Last Night ", "day before yesterday", "three days ago"),
        *("Sunday", "last tuesday", "on Monday", "last weekend", "a few days ago", "last week"),
        *("a couple of days ago", "2 weeks ago", "a month ago", "last month", "ten years ago"),
        *("last year", "sometime", "a while ago", "2024-03-05", "2024-03", "March 2024"),
        *("Mar 5", "Tue 5th of March, 2024", f"yesterday{' ' * 31}"),
    ],
)
def test_a_date_before_a_colon_dates_the_slip(prefix: str) -> None:
    split = split_when(f"{prefix}:  said no: twice\nand slept ", TODAY)
    assert split == (parse_when(prefix, TODAY), "said no: twice\nand slept ")


@pytest.mark.parametrize(
    "text",
    [
        *("", ":", "yesterday", "yesterday I slept", "\\yesterday: x", "w: made the bed"),
        *("May: I rested", "in March: x", "once: x", "now: x", "next: x"),
        *("5: things", "2024: x", "in 2024: x", "5.3.2024: x", "5/3: x"),
        *("sun: warm", "Mon: x", "last tue: x", "next sun: x", "about 5 March: x"),
        *("10:30 got up", "March 20:15 took the bus", "today 10:30 got up", "5 March 10:30 x"),
        *("yester\nday: x", "last\nweek: x", f"yesterday{' ' * 32}: x", "31 Feb 2024: x"),
        *("I rested: yesterday: x", "99999999999 days ago: x"),
    ],
)
def test_other_words_before_a_colon_stay_words(text: str) -> None:
    assert split_when(text, TODAY) is None


@pytest.mark.parametrize("text", ["yesterday:", "yesterday:  \n "])
def test_a_date_with_nothing_after_it_leaves_a_blank_rest(text: str) -> None:
    assert split_when(text, TODAY) == (When(date(2026, 11, 19), "day", "yesterday"), "")


@pytest.mark.parametrize(
    ("happened", "precision", "words"),
    [
        (date(2026, 11, 19), "day", "Thursday 19 November"),
        (date(2020, 11, 19), "day", "Thursday 19 November 2020"),
        (date(2025, 11, 1), "month", "November 2025"),
        (date(2024, 1, 1), "year", "2024"),
        (date(2026, 11, 6), "about", "about Friday 6 November"),
        (date(2025, 11, 6), "about", "about Thursday 6 November 2025"),
        (None, "sometime", "sometime"),
    ],
)
def test_a_date_is_shown_in_plain_english(
    happened: date | None, precision: Precision, words: str
) -> None:
    assert shown(happened, precision, TODAY) == words


def test_dateutil_waits_until_a_written_date_needs_it() -> None:
    code = (
        "import sys; from datetime import date; from jar_tui.domain.when import parse_when\n"
        "parse_when('last tuesday', date(2026, 11, 20))\n"
        "assert 'dateutil' not in sys.modules\n"
        "parse_when('5 March', date(2026, 11, 20))\n"
        "assert 'dateutil' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@given(date_like, todays, st.booleans())
def test_any_text_gives_a_date_not_after_today_or_a_calm_error(
    words: str, today: date, day_first: bool
) -> None:
    match outcome(lambda: parse_when(words, today, day_first=day_first)):
        case When(happened=happened):
            assert happened is None or happened <= today
        case WhenError(understood=date() as understood, reason=reason):
            assert (reason, understood > today) == ("future", True)
        case WhenError(reason=reason):
            assert reason == "unknown"


@given(todays, st.integers(0, 60_000))
def test_every_past_day_is_read_back_from_iso(today: date, back: int) -> None:
    day = today - timedelta(days=back)
    assert parse_when(day.isoformat(), today) == When(day, "day", day.isoformat())


@given(todays, st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["day", "about"]))
def test_a_day_shown_is_read_back_as_itself(today: date, day: date, precision: Precision) -> None:
    day = min(day, today)
    words = shown(day, precision, today)
    assert parse_when(words, today) == When(day, precision, words)


@given(st.one_of(st.text(), st.tuples(date_like, st.text()).map(":".join)), todays)
def test_a_rest_is_always_the_end_of_the_text(text: str, today: date) -> None:
    match outcome(lambda: split_when(text, today)):
        case WhenError(reason=reason):
            assert reason == "future"
        case (_, str(rest)):
            assert text.endswith(rest)
        case nothing:
            assert nothing is None
