"""The tags of a PluralKit export: they sign in the entry, at once and after a start."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jar_tui.bridge.pluralkit import read_members
from jar_tui.service import JarService
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.test_names import by, signed

Clock = Callable[[], datetime]
Size = tuple[int, int]
EXPORT = {
    "version": 2,
    "members": [
        {"uuid": "0b8e", "name": "Wren", "proxy_tags": [{"prefix": "w:", "suffix": None}]},
        {"uuid": "7f6a", "name": "K", "proxy_tags": [{"prefix": "[", "suffix": "-k]"}]},
    ],
    "switches": [],
}


def bring_in(service: JarService) -> None:
    """Bring in two names with their tags."""
    service.people.bring_in(read_members(json.dumps(EXPORT).encode()).members)


async def opens_the_curtain(hand: Hand) -> None:
    """Sign by tag, take that back, and put a backslash in front."""
    await hand.type("w: opened the curtain")
    assert hand.shows("signing: Wren")
    await hand.press("enter")
    assert hand.shows("Dropped in, by Wren. Esc u takes it back.")
    assert signed(hand) == by(hand, "Wren")
    await hand.press("escape", "u")
    assert [slip.text for slip in hand.app.jar] == []
    await hand.press("tab", "escape")
    await hand.type("\\w: text")
    await hand.press("enter")
    assert hand.shows("Dropped in. Esc u takes it back.")
    assert [slip.text for slip in hand.app.jar] == ["w: text"]
    assert not signed(hand)


async def test_a_tag_that_was_brought_in_signs(jar_home: Path, clock: Clock, size: Size) -> None:
    bring_in(JarService.open(jar_home, clock)[0])
    async with at_the_jar(jar_home, clock, size) as hand:
        await opens_the_curtain(hand)


async def test_a_tag_brought_in_meanwhile_signs_at_once(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        bring_in(JarService.open(jar_home, clock)[0])
        await hand.app.ask(lambda service: service.catch_up())
        await hand.drop("[sat by the window-K]")
        assert hand.shows("Dropped in, by K. Esc u takes it back.")
        await hand.press("escape", "u", "tab", "escape")
        await opens_the_curtain(hand)
