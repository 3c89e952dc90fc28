"""Windows of next to no room, and windows whose size changes again and again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual import events

from jar_tui import words
from jar_tui.tui.widgets.quick_entry import QuickEntry
from tests.tui.conftest import at_the_jar
from tests.tui.gallery import shown


@pytest.mark.parametrize("size", [(29, 12), (30, 7), (12, 3), (80, 5), (3, 1)])
async def test_in_a_window_of_next_to_no_room_one_line_stands_and_typing_goes_on(
    jar_home: Path, clock: Callable[[], datetime], size: tuple[int, int]
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type("one ")
        await hand.resize(size)
        await hand.type("t")
        hand.app.post_message(events.Key("zero_width_joiner", "\u200d"))
        await hand.type("wo")
        assert words.MORE_ROOM.startswith(" ".join(hand.screen.split()))
        await hand.press("enter", "ctrl+t", "tab")
        await hand.resize((80, 24))
        assert hand.shows(words.WRITE)
        assert hand.entry == "one t\u200dwo"
        assert not hand.app.jar.slips
        assert words.MORE_ROOM not in hand.screen


@pytest.mark.parametrize("size", [(30, 8), (30, 9), (40, 8), (80, 8)])
async def test_the_entry_is_there_in_the_lowest_window(
    jar_home: Path, clock: Callable[[], datetime], size: tuple[int, int]
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        assert hand.shows("a breath, a rest")
        assert hand.shows(words.WRITE)


async def test_no_key_changes_a_slip_unseen(tmp_path: Path) -> None:
    async with shown("older", tmp_path, (80, 24)) as hand:
        before = hand.app.jar
        await hand.resize((20, 6))
        await hand.press("x", "c", "t", "o", "enter", "escape")
        await hand.resize((80, 24))
        assert hand.app.jar.slips == before.slips
        assert hand.shows("older slips") or hand.shows("Saturday 21 November")


async def test_words_painted_before_they_are_wrapped_are_painted_again(
    jar_home: Path, clock: Callable[[], datetime]
) -> None:
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        await hand.type("sat by the open window for a while, and")
        wanted = hand.screen
        entry = hand.app.screen.query_one(QuickEntry)
        entry.wrapped_document.wrap(entry.wrap_width - 12)
        entry.refresh()
        entry._line_cache.clear()
        await hand.settle()
        assert hand.screen != wanted
        entry.post_message(events.Resize(entry.outer_size, entry.virtual_size))
        await hand.settle()
        assert hand.screen == wanted


@pytest.mark.parametrize("name", ["agreements", "habit"])
async def test_keys_named_twice_while_a_window_grows_take_one_line(
    tmp_path: Path, name: str
) -> None:
    async with shown(name, tmp_path, (40, 20)) as hand:
        wanted = hand.screen
        await hand.resize((1, 1))
        await hand.resize((40, 20))
        assert hand.screen == wanted
