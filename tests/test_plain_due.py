"""Line mode: on a day that was chosen for opening one line says so, and at no other time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain import ritual as ways
from jar_tui.service import JarService
from jar_tui.words import ritual, shell
from tests.talking import run, six_slips

Clock = Callable[[], datetime]


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        (ways.DAY, "saturday", ritual.DUE_IN_LINES["day"]),
        (ways.DAY, "sunday", ""),
        (ways.FULL, "6", ritual.DUE_IN_LINES["full"]),
        (ways.FULL, "7", ""),
        (ways.DAY, "", ""),
    ],
)
def test_one_line_says_so_on_the_day_and_on_no_other(
    service: JarService, jar_home: Path, clock: Clock, name: str, value: str, line: str
) -> None:
    six_slips(service).people.choose(name, value)
    said = run(jar_home, clock, "/list")
    assert said[0] == shell.PLAIN_WELCOME
    assert said[1:-2] == ([line] if line else [])
    assert not {*ritual.DUE_IN_LINES.values()} & {*run(jar_home, clock, opening=True)}


def test_after_an_opening_nothing_says_so_that_day(
    service: JarService, jar_home: Path, clock: Clock
) -> None:
    six_slips(service).people.choose(ways.DAY, "saturday")
    said = run(jar_home, clock, "/open", *[""] * 8)
    assert said.count(ritual.DUE_IN_LINES["day"]) == 1
    assert ritual.DUE_IN_LINES["day"] not in run(jar_home, clock)
