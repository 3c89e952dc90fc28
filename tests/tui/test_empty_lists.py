"""Lists that are empty, or become so under somebody's hands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from tests.tui.conftest import at_the_jar

Clock = Callable[[], datetime]
KEYS = ["up", "down", "pageup", "pagedown", "home", "end"]


@pytest.mark.parametrize(("to_list", "back"), [("escape", "tab"), ("tab", "escape")])
async def test_no_key_minds_an_empty_list(
    jar_home: Path, clock: Clock, to_list: str, back: str
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press(to_list, *KEYS, back)
        await hand.drop("made toast")
        assert hand.shows("Dropped in.")


async def test_the_only_slip_found_can_be_set_aside(jar_home: Path, clock: Clock) -> None:
    service = JarService.open(jar_home, clock)[0]
    service.add_all([NewSlip("made toast"), NewSlip("made tea")])
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "slash")
        await hand.type("toast")
        await hand.press("enter", "x")
        assert hand.shows(words.SET_ASIDE)
        assert hand.chosen == ""
        await hand.press("escape")
        assert hand.chosen == "made tea"
