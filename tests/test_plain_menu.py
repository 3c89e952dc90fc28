"""Line mode: a list is read out twelve rows at a time, and a number does its row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.people import everyone
from jar_tui.plain.menu import AT_ONCE
from jar_tui.service import JarService
from jar_tui.words import line_mode, nudges, opening, ritual
from tests.talking import Picker, rows, six_slips


@pytest.fixture
def talk(service: JarService) -> Picker:
    """Return somebody at the lines for "too small" slips, as many as came with the program."""
    talk = Picker(six_slips(service))
    talk.ways()
    talk.pick(ritual.WAYS["lines"])
    return talk


def test_a_long_list_is_read_out_twelve_at_a_time(talk: Picker) -> None:
    wanted = [ritual.LINES_ADD, *nudges.NUDGES.values()]
    assert talk.said[0] == ritual.LINES_TITLE
    assert talk.said[-2:] == [f"12 of {len(wanted)}. more reads on.", line_mode.PICK]
    heard = rows(talk.said)
    assert len(heard) == AT_ONCE
    while line_mode.batch(len(heard), len(wanted)) in talk.said:
        heard += rows(talk("more"))
    assert heard == wanted
    assert talk("more") == [line_mode.PICK]


def test_a_row_that_was_not_read_out_yet_has_its_number(talk: Picker) -> None:
    assert talk("15")[0] == [*nudges.NUDGES.values()][13]


def test_going_back_reads_the_list_from_where_it_was_left(talk: Picker) -> None:
    second = talk("more")
    talk("13")
    assert talk("") == [ritual.LINES_TITLE, *second]
    assert talk("")[0] == ritual.WAYS_TITLE
    assert talk("")[0] == ritual.CHOOSE_TITLE
    assert talk("")[-1] == line_mode.BEGIN


@pytest.mark.parametrize("line", ["0", "99", "q", "rested", "9" * 5000, "-1"])
def test_what_is_no_row_changes_nothing_and_is_told_what_may_be_typed(
    talk: Picker, line: str
) -> None:
    assert talk(line) == [line_mode.PICK]
    assert len(talk.service.jar) == 6


def test_commands_work_while_a_list_is_open(talk: Picker) -> None:
    assert "Wren" in "".join(talk("/names"))
    assert talk("2")[0] == nudges.NUDGES["both-1"]


def test_a_number_means_the_row_that_was_read_out(
    service: JarService, jar_home: Path, clock: Callable[[], datetime]
) -> None:
    """Another session took the first name away meanwhile."""
    talk = Picker(six_slips(service))
    talk("/open", "c")
    assert talk.pick("by one name")[2:4] == ["1. Wren, tag w:", "2. K, tag k:"]
    other = JarService.open(jar_home, clock)[0]
    other.people.remove(everyone(other.jar)[0].id)
    assert talk("2")[:2] == ["1 slip, Friday 20 November.", line_mode.ONE_AT_A_TIME]
    assert opening.OPEN_THE_JAR not in talk.said
