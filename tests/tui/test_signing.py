"""Who is on a slip: picked, tagged, changed later, and shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.signing import Signature, Tie
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept
from tests.tui.conftest import at_the_jar
from tests.tui.test_names import by, ids, people, signed

Clock = Callable[[], datetime]
Size = tuple[int, int]


async def test_a_digit_signs_and_the_next_slip_has_no_name(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("opened the curtain")
        await hand.press("tab", "1")
        assert hand.shows("signing: Wren")
        await hand.press("enter")
        assert hand.shows("Dropped in, by Wren. Esc u takes it back.")
        assert signed(hand) == by(hand, "Wren")
        await hand.drop("made toast")
        assert hand.shows("Dropped in. Esc u takes it back.")
        assert not signed(hand)


async def test_space_picks_several_and_stays(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "space")
        assert hand.shows("Choose a name first, with Up and Down.")
        await hand.press("down", "down", "space", "up", "space")
        assert hand.shows("signing: K and Wren")
        await hand.press("escape")
        await hand.drop("made soup together")
        assert hand.shows("Dropped in, by K and Wren.")
        assert signed(hand) == by(hand, "K", "Wren")


async def test_a_shaking_hand_picks_once(jar_home: Path, clock: Clock) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "down", "space", "space")
        assert hand.shows("signing: Wren")


async def test_enter_picks_the_chosen_name_or_goes_back(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "enter")
        assert hand.shows(words.WRITE)
        assert "signing" not in hand.screen
        await hand.press("tab", "down", "down", "enter")
        assert hand.shows("signing: K")
        await hand.press("tab", "down", "space", "down", "enter")
        assert hand.shows("signing: K and Wren")


async def test_another_digit_takes_the_place_of_a_slip_of_the_finger(
    jar_home: Path, clock: Clock
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "2", "tab", "1")
        assert hand.shows("signing: Wren")
        await hand.press("tab", "1")
        assert "signing" not in hand.screen
        await hand.press("tab", "7")
        assert hand.shows("No name is at that digit. Nothing changed.")


@pytest.mark.parametrize(
    ("key", "hint", "answer", "state"),
    [
        ("0", "signing: not sure", "Dropped in, not sure who.", "unsure"),
        ("minus", "signing: nobody in particular", "in, nobody in particular.", "nobody"),
    ],
)
async def test_a_name_can_be_left_open_before_the_words(
    jar_home: Path, clock: Clock, size: Size, key: str, hint: str, answer: str, state: str
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", key)
        assert hand.shows(hint)
        await hand.type("sat")
        await hand.press("backspace", "backspace", "backspace")
        await hand.type("sat by the window")
        assert hand.shows(hint)
        await hand.press("enter")
        assert hand.shows(answer)
        assert signed(hand) == Signature(state)  # type: ignore[arg-type]


async def test_a_tag_signs_and_a_backslash_stops_it(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("W: made the bed")
        assert hand.shows("signing: Wren. A \\ in front means no name.")
        await hand.press("enter")
        assert hand.shows("Dropped in, by Wren.")
        assert hand.app.jar.slips[-1].text == "made the bed"
        assert signed(hand) == by(hand, "Wren")
        await hand.type("\\w: made the bed")
        assert "signing" not in hand.screen
        await hand.press("enter")
        assert hand.app.jar.slips[-1].text == "w: made the bed"
        await hand.drop("yesterday: w: called back")
        assert hand.shows("Dropped in, dated Friday 20 November, by Wren.")


async def test_a_slip_for_somebody_and_who_noticed(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("for k: ate lunch with the door open")
        assert hand.shows("for K. Tab, n adds who noticed.")
        await hand.press("tab", "n")
        assert hand.shows("Now pick who noticed.")
        await hand.press("1")
        assert hand.shows("for K, noticed by Wren Enter drops it in.")
        await hand.press("enter")
        assert hand.shows("Dropped in, for K, noticed by Wren.")
        k, wren = ids(hand, "K", "Wren")
        assert set(signed(hand).ties) == {Tie("for", k), Tie("noticed", wren)}


async def test_for_is_picked_by_space_too_and_once(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "f", "down", "space", "down", "space")
        assert hand.shows("signing: K, for Wren")


async def test_words_and_names_come_back_when_they_could_not_be_kept(
    jar_home: Path, clock: Clock, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    people(jar_home, clock)

    def full(*_: object) -> None:
        raise NotKept("full")

    async with at_the_jar(jar_home, clock, size) as hand:
        with monkeypatch.context() as patch:
            patch.setattr(JarService, "add", full)
            await hand.press("tab", "2")
            await hand.drop("w: made the bed")
            assert hand.shows(words.FULL_DISK)
            assert hand.entry == "w: made the bed"
        await hand.press("left")
        assert hand.shows("signing: K and Wren")
        await hand.press("enter")
        assert signed(hand) == by(hand, "K", "Wren")


async def test_any_slip_gets_names_later_and_loses_them(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "s", "1")
        assert hand.shows("Now by Wren. u takes that back.")
        assert signed(hand) == by(hand, "Wren")
        assert hand.shows("by Wren")
        await hand.press("enter", "s", "down", "space", "enter")
        assert hand.shows("Now without a name. u takes that back.")
        assert not hand.shows("by Wren")
        await hand.press("u")
        assert hand.shows("today, by Wren")
        await hand.press("s", "escape")
        assert hand.shows(words.LEFT)


async def test_names_and_the_mark_stand_beside_the_words(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("w: got dressed")
        await hand.press("ctrl+t", "enter", "escape")
        narrow = 'today, by Wren, marked "too small": got dressed'
        assert hand.shows(narrow if size == (40, 20) else 'got dressed by Wren "too small"')
        await hand.press("enter")
        assert hand.shows('today, by Wren, marked "too small"')
