"""Line mode: how openings go here, and the lines for "too small" slips."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui import words
from jar_tui.domain import ritual as ways
from jar_tui.domain.nudge import lines_of
from jar_tui.domain.people import WORD, choice
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept
from jar_tui.words import line_mode, nudges, ritual
from tests.talking import Picker, rows, six_slips


@pytest.fixture
def talk(service: JarService) -> Picker:
    """Return somebody at the list of how openings go."""
    talk = Picker(six_slips(service))
    talk.ways()
    return talk


def full(_: int) -> NoReturn:
    raise OSError(errno.ENOSPC, "full")


def test_every_way_is_read_out_with_what_it_is_now(talk: Picker) -> None:
    assert talk.said[:2] == [ritual.WAYS_TITLE, ritual.WAYS_HINT]
    assert rows(talk.said) == [
        "a day for opening: none",
        "or when the jar is full: no size chosen",
        "slips come: by day",
        'lines under "too small": shown',
        "those lines, and your own",
        '"how it gets waved away": not offered',
        "a question now and then: not asked",
        "after an opening: nothing",
        "a wish to keep the jar shut: none",
        "earlier lines under a slip: folded",
    ]


@pytest.mark.parametrize(
    ("row", "value", "name", "kept"),
    [
        ("a day for opening: none", "Sunday", ways.DAY, "sunday"),
        ("slips come: by day", "by name", ways.ORDER, "name"),
        ("after an opening: nothing", "feet on the floor", ways.AFTER, "ground"),
    ],
)
def test_a_value_is_picked_from_those_there_are(
    talk: Picker, row: str, value: str, name: str, kept: str
) -> None:
    label = row.partition(":")[0]
    assert talk.pick(row, value) == [f"Kept: {label}, {value}."]
    assert choice(talk.service.jar, name) == kept
    assert talk("")[0] == ritual.CHOOSE_TITLE
    assert f"{label}: {value}" in rows(talk.pick(ritual.CHOOSE["ways"]))
    talk.pick(f"{label}: {value}")
    talk("1")
    assert choice(talk.service.jar, name) == ""


def test_what_has_two_values_flips(talk: Picker) -> None:
    row = '"how it gets waved away": not offered'
    before = [*talk.said]
    assert talk.pick(row) == ['Kept: "how it gets waved away", offered.']
    assert ways.is_on(talk.service.jar, ways.WAVED)
    talk.said[:] = before
    assert talk.pick(row) == ['Kept: "how it gets waved away", not offered.']
    assert not ways.is_on(talk.service.jar, ways.WAVED)


def test_the_size_of_a_full_jar_is_a_number(talk: Picker) -> None:
    row = "or when the jar is full: no size chosen"
    assert talk.pick(row) == [ritual.FULL_TITLE, ritual.FULL_HINT]
    for wrong in ("0", "1001", "ten", "/list", "9" * 5000):
        assert talk(wrong) == [ritual.FULL_HINT]
    assert talk(" 12 ") == ["Kept: with 12 folded slips."]
    assert ways.full(talk.service.jar) == 12
    assert talk("2", "") == ["Kept: no size chosen."]
    assert ways.full(talk.service.jar) == 0


def test_whether_lines_come_is_a_setting_of_this_machine(
    talk: Picker, jar_home: Path, clock: Callable[[], datetime]
) -> None:
    label = ritual.WAYS["nudges"]
    assert talk.pick(f"{label}: shown", "never") == [f"Kept: {label}, never."]
    assert talk.service.almanac.settings.nudges == "off"
    assert JarService.open(jar_home, clock)[0].almanac.settings.nudges == "off"
    assert not choice(talk.service.jar, "nudges")
    talk("", "")
    assert len(talk("", "")) == 2  # the second slip, and no line under it


def test_a_setting_that_cannot_be_kept_stays_as_it_was(
    talk: Picker, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.pick(f"{ritual.WAYS['nudges']}: shown")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(NotKept):
            talk.mode.take("3")
    assert talk.service.almanac.settings.nudges == "show"
    assert talk("3") == [f"Kept: {ritual.WAYS['nudges']}, never."]


def test_without_names_no_order_is_by_names(talk: Picker) -> None:
    talk.service.people.choose(WORD, "none")
    assert talk.pick("slips come: by day") == ["Kept: slips come, mixed, the same all day."]
    talk.service.people.choose(ways.ORDER, "name")
    talk("")
    assert "slips come: by day" in rows(talk.pick(ritual.CHOOSE["ways"]))


# The lines


def lines(talk: Picker) -> list[str]:
    return rows(talk.pick(ritual.WAYS["lines"]))


def words_of(talk: Picker) -> list[str]:
    return [*lines_of(talk.service.jar, nudges.NUDGES).values()]


def test_a_line_of_ones_own_is_added_and_comes_first(talk: Picker) -> None:
    lines(talk)
    assert talk.pick(ritual.LINES_ADD) == [line_mode.NUDGE_TITLE, ritual.LINE_HINT]
    assert talk("/crumbs are bread") == [ritual.LINE_KEPT]
    assert "/crumbs are bread" in words_of(talk)
    talk("")
    assert lines(talk)[:3] == [
        ritual.LINES_ADD,
        "/crumbs are bread",
        nudges.NUDGES["both-1"],
    ]
    talk.pick("/crumbs are bread", ritual.LINE_WORD)
    assert talk("crumbs are bread too") == [ritual.LINE_KEPT]
    assert "crumbs are bread too" in words_of(talk)
    assert "/crumbs are bread" not in words_of(talk)


def test_a_line_is_switched_off_and_comes_again(talk: Picker) -> None:
    first = nudges.NUDGES["both-1"]
    lines(talk)
    assert talk.pick(first, ritual.LINE_OFF) == [ritual.LINE_IS_OFF]
    assert first not in words_of(talk)
    talk("")
    assert ritual.LINES_OFF.format(first) in lines(talk)
    assert talk.pick(ritual.LINES_OFF.format(first), ritual.LINE_ON) == [ritual.LINE_IS_ON]
    assert first in words_of(talk)


def test_a_changed_line_can_have_the_words_it_came_with(talk: Picker) -> None:
    first = nudges.NUDGES["both-1"]
    lines(talk)
    assert line_mode.LINE_FIRST not in rows(talk.pick(first))
    talk.pick(ritual.LINE_WORD)
    assert talk("It happened.") == [ritual.LINE_KEPT]
    talk("")
    lines(talk)
    assert talk.pick("It happened.", line_mode.LINE_FIRST) == [ritual.LINE_KEPT]
    assert first in words_of(talk)


def test_a_blank_line_changes_no_line(talk: Picker) -> None:
    before = words_of(talk)
    lines(talk)
    talk.pick(nudges.NUDGES["both-1"], ritual.LINE_WORD)
    assert talk(" ") == [words.LEFT]
    assert talk("1", "") == [words.LEFT]
    assert words_of(talk) == before
    assert not talk.service.jar.tables["nudges"]


def test_words_of_a_line_wait_until_the_disk_takes_them(
    talk: Picker, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines(talk)
    talk("1")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(NotKept):
            talk.mode.take("a crumb")
    assert talk.mode.unkept == ["a crumb"]
    assert talk("") == [ritual.LINE_KEPT]
    assert "a crumb" in words_of(talk)
    assert talk.mode.unkept == []


def test_a_wish_that_it_stay_shut_is_read_out_before_the_first_slip(talk: Picker) -> None:
    talk.pick("a wish to keep the jar shut: none")
    assert talk("yesterday") == [ritual.SHUT_HINT]
    (kept, *_) = talk("friday")
    assert "until Friday 27 November 2026" in kept
    said = talk("", "")
    note = ritual.SHUT_NOTE.format("Friday 27 November")
    assert note in said
    assert "1 of 6" in " ".join(talk(""))
