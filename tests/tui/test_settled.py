"""What shows at rest, though much came at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual import events

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.guard.busy import busy_pumps, is_busy
from jar_tui.tui.screens.earlier import EarlierScreen
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.slip_list import SlipList
from jar_tui.words import history
from tests.conftest import SATURDAY
from tests.store.jars import Ticking
from tests.tui.conftest import Hand, at_the_jar

Clock = Callable[[], datetime]
ENOUGH = 200
"""Turns of the loop in which a key has long gone wherever it goes."""
WIDE = " ".join(["雪月花夜"] * 6)
LONG = "Dropped in, dated Friday 20 November, by Wren."


def key(hand: Hand, name: str) -> None:
    """Press a key and wait for nothing."""
    hand.app.post_message(events.Key(name, name if len(name) == 1 else None))


async def rest(hand: Hand) -> None:
    """Wait until nothing is under way, and the screen has nothing to lay out or paint."""
    await hand.settle()
    screen = hand.app.screen
    while busy_pumps(hand.app) or screen._layout_required or screen._dirty_widgets:
        await asyncio.sleep(0)


async def test_an_answer_has_its_height_though_the_one_before_was_still_being_laid_out(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        screen = hand.app.screen
        assert isinstance(screen, Saying)
        screen.say(LONG)
        await rest(hand)
        screen.say("One line.\nAnd one more.")
        while is_busy(screen.answer):
            await asyncio.sleep(0)
        screen.say("Short.")
        screen._refresh_layout()
        screen.say(LONG)
        await rest(hand)
        assert hand.shows(LONG)


async def test_an_answer_of_wide_letters_shows_whole(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        screen = hand.app.screen
        assert isinstance(screen, Saying)
        for answer in ("One.", "Two.", WIDE):
            screen.say(answer)
            await rest(hand)
        assert hand.shows(WIDE)


async def test_the_last_slip_is_in_view_though_the_older_ones_came_just_now(
    jar_home: Path, size: tuple[int, int]
) -> None:
    ticking = Ticking(SATURDAY - timedelta(days=60))
    service = JarService.open(jar_home, ticking)[0]
    for n in range(50):
        ticking.now += timedelta(days=1)
        service.add(NewSlip(f"step {n}"))
    async with at_the_jar(jar_home, ticking, size) as hand:
        await hand.press("escape")
        slips = hand.app.screen.query_one(SlipList)
        slips.action_move(1)
        slips.action_end(1)
        await rest(hand)
        assert hand.chosen == "step 0"
        assert hand.shows("step 0")


async def test_a_key_waits_for_earlier_words_to_arrive(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking = Ticking(SATURDAY)
    service = JarService.open(jar_home, ticking)[0]
    slip = service.add(NewSlip("made toast"))
    for text in ("made toast, three tries", "made toast, cold kitchen"):
        ticking.now += timedelta(minutes=7)
        service.edit(slip.id, text)
    arrived = asyncio.Event()
    async with at_the_jar(jar_home, ticking) as hand:
        await hand.press("escape")
        ask = hand.app.ask

        async def late(job: Any) -> Any:
            await arrived.wait()
            return await ask(job)

        monkeypatch.setattr(hand.app, "ask", late)
        key(hand, "h")
        key(hand, "down")
        while hand.app.key != "down":
            await asyncio.sleep(0)
        for _ in range(ENOUGH):
            await asyncio.sleep(0)
        assert isinstance(hand.app.screen, EarlierScreen)
        assert hand.shows(history.TITLE)
        arrived.set()
        await rest(hand)
        assert hand.shows("> today, 15:30")
