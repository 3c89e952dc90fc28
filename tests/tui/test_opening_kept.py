"""What the disk refused in an opening goes with the way out; a closing line is changed in sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.service import JarService
from jar_tui.service.openings import Openings
from jar_tui.words import opening as words
from tests.tui.conftest import at_the_jar
from tests.tui.openings import opened, refuse
from tests.tui.test_opening_end import CLOSED, the_opening

Clock = Callable[[], datetime]


async def test_a_second_closing_line_takes_the_place_of_the_first_in_sight(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, *["enter"] * 6, "w")
        await hand.type("a quiet week")
        await hand.press("enter", "w")
        assert hand.shows("a quiet week")
        await hand.type(", mostly")
        await hand.press("enter")
        assert hand.shows(words.CLOSING_KEPT)
    assert the_opening(jar_home, clock)[1].closing == "a quiet week, mostly"


@pytest.mark.parametrize("way_out", ["enter", "escape"])
async def test_what_the_disk_refused_is_kept_before_the_jar_is_closed(
    jar_home: Path, clock: Clock, six: JarService, monkeypatch: pytest.MonkeyPatch, way_out: str
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        with monkeypatch.context() as full:
            full.setattr(Openings, "keep", refuse)
            await hand.press("2", *["enter"] * 5)
        hand.pause()
        await hand.press(way_out)
        assert hand.shows(CLOSED)
    found = JarService.open(jar_home, clock)[0].jar
    assert sum(slip.label == "lifted" for slip in found) == 1
    assert all(slip.reached for slip in found)


async def test_what_the_disk_refused_is_kept_before_it_is_stopped(
    jar_home: Path, clock: Clock, six: JarService, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        with monkeypatch.context() as full:
            full.setattr(Openings, "keep", refuse)
            await hand.press("enter", "3")
        await hand.press("escape")
        assert hand.shows("Stopped here. Slips 2 to 6 stay folded.")
    found = JarService.open(jar_home, clock)[0].jar
    assert [slip.text for slip in found if slip.label == "both"] == ["got dressed"]
