"""The questions who slips are by, or for: whoever is picked answers, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.records import Role
from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.words import looking_back, ritual
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.test_names import people

Clock = Callable[[], datetime]
Size = tuple[int, int]


async def at_a_question(hand: Hand, *keys: str) -> None:
    """Go to a question, each key after a moment's rest."""
    for key in keys:
        hand.pause()
        await hand.press(key)


@pytest.mark.parametrize(
    ("role", "key", "told"), [("by", "4", "by Wren and K"), ("for", "5", "for Wren and K")]
)
async def test_several_are_picked_in_the_role_that_is_asked_for(
    jar_home: Path, clock: Clock, size: Size, role: Role, key: str, told: str
) -> None:
    service = people(jar_home, clock)
    wren, k = service.jar.tables["parts"]
    other: Role = "for" if role == "by" else "by"
    both = Signature(ties=(Tie(role, wren), Tie(role, k)))
    service.add_all([NewSlip("sat up", signature=both)])
    service.add_all([NewSlip("rested", signature=Signature(ties=(Tie(other, wren),)))])
    async with at_the_jar(jar_home, clock, size) as hand:
        await at_a_question(hand, "escape", "o", "c", key)
        assert hand.shows(ritual.WHO[role])
        await at_a_question(hand, "down", "space", "down", "space")
        assert hand.shows(told)
        await at_a_question(hand, "enter")
        assert hand.shows("1 slip")


async def test_two_are_picked_whose_slips_are_looked_back_at(jar_home: Path, clock: Clock) -> None:
    service = people(jar_home, clock)
    wren, k = service.jar.tables["parts"]
    for text, part in (("tea", wren), ("soup", k)):
        service.add(NewSlip(text, signature=Signature(ties=(Tie("for", part),))))
    async with at_the_jar(jar_home, clock) as hand:
        await at_a_question(hand, "escape", "question_mark", "l", "2", "down", "space", "down")
        await at_a_question(hand, "space", "enter", "enter")
        assert hand.shows("tea")
        await at_a_question(hand, "enter")
        assert hand.shows("soup")


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (("question_mark", "l", "2"), looking_back.WHO_TITLE),
        (("o", "c", "5"), ritual.WHO["for"]),
        (("o", "enter", "m", "9"), ritual.THANK_WHOM),
    ],
    ids=["look back", "opening", "thanks"],
)
async def test_nobody_and_all_of_us_are_no_answer_to_whom_it_is_for(
    jar_home: Path, clock: Clock, keys: tuple[str, ...], title: str
) -> None:
    people(jar_home, clock).add(NewSlip("sat up"))
    async with at_the_jar(jar_home, clock) as hand:
        await at_a_question(hand, "escape", *keys)
        assert hand.shows(title)
        before = hand.screen
        for key in ("0", "minus", "s", "asterisk"):
            await at_a_question(hand, key)
            assert hand.screen == before
