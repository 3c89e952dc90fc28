"""The keys named at the bottom of the names: few of them; the page of help has the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jar_tui.domain.slips import NewSlip
from jar_tui.tui.screens.keys import KeysLine
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.test_names import BROAD, people

Clock = Callable[[], datetime]
PHONE = (40, 20)
FIRST = "1 to 9 sign   Space several   0 not sure   - nobody in particular"
OUT = "Esc back to the slip   Ctrl-C leave, words kept"


def named(hand: Hand) -> list[str]:
    """Return the lines that name the keys."""
    return str(hand.app.screen.query_one(KeysLine).content).splitlines()


async def test_a_wide_screen_names_few_keys(jar_home: Path, clock: Clock) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab")
        few = "f for   n noticed by   a add   / find   ? help   Esc back to the slip"
        assert named(hand) == [FIRST, few, "Ctrl-C leave, words kept"]
        await hand.press("down")
        chosen = "f for   n noticed by   a add   m more   v for me   / find   ? help"
        assert named(hand) == [FIRST, chosen, OUT]


async def test_beside_the_entry_the_same_few_keys_are_named(jar_home: Path, clock: Clock) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, BROAD) as hand:
        await hand.press("tab", "down")
        told = "   ".join(named(hand))
        assert "m more" in told
        assert "as well" not in told
        assert "someone" not in told


async def test_one_more_signs_a_slip_of_the_jar_and_so_the_key_is_named(
    jar_home: Path, clock: Clock
) -> None:
    people(jar_home, clock).add(NewSlip("sat up"))
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "s", "down")
        chosen = "f for   n noticed by   + as well   a add   m more   v for me   / find"
        assert named(hand) == [FIRST, chosen, f"? help   {OUT}"]


async def test_a_narrow_screen_names_the_page_of_a_chosen_name(
    jar_home: Path, clock: Clock
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, PHONE) as hand:
        await hand.press("tab")
        assert named(hand) == ["1 to 9 sign · 0 not sure", "a add · Esc back to the slip"]
        await hand.press("down")
        assert named(hand) == ["1 to 9 sign · a add", "m more · Esc back to the slip"]


async def test_help_on_the_names_is_their_keys_at_once(jar_home: Path, clock: Clock) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, PHONE) as hand:
        await hand.press("tab", "question_mark")
        assert hand.shows("Signs as that name and goes back.")
        await hand.press("escape")
        assert hand.shows("A slip needs no name.")
