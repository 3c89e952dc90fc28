"""Erasing on the full screen: a second step with a key of its own, and nothing by accident."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.erasing import Erased
from jar_tui.store.errors import NotKept
from jar_tui.tui.screens.erase import EraseScreen
from jar_tui.words import FULL_DISK, history
from tests.reading import flat
from tests.tui.conftest import Hand, at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]
TO_THE_PAGE = ("escape", "enter", "x", "r")


def everything(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


async def test_a_slip_set_aside_is_erased_by_two_keys_and_is_nowhere_then(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.drop("rested")
        await hand.press("escape", "down", *TO_THE_PAGE[1:])
        assert isinstance(hand.app.screen, EraseScreen)
        assert hand.shows(f"{history.ERASE_TITLE} today: made toast")
        assert hand.shows("There is no undo.")
        await hand.press("y")
        assert hand.shows(history.ERASED)
        assert len(hand.app.screen_stack) == 1
        assert [slip.text for slip in hand.app.jar.ordered] == ["rested"]
        assert hand.chosen == "rested"
        await hand.press("u")
        hand.pause()
        assert [slip.text for slip in hand.app.jar.ordered] == ["rested"]
        assert "toast" not in hand.screen
    assert b"toast" not in everything(jar_home)


async def test_every_word_of_the_page_can_be_read(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock, (30, 12)) as hand:
        await hand.drop("made toast")
        await hand.press(*TO_THE_PAGE)
        wanted = flat(" ".join(history.what_goes())).split()
        seen: set[str] = set()
        for _ in range(60):
            seen.update(flat(hand.screen).split())
            await hand.press("down")
        assert seen >= set(wanted)


@pytest.mark.parametrize("key", ["enter", "escape", "r", "x", "e", "u"])
async def test_no_other_key_erases(jar_home: Path, clock: Clock, key: str) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
        await hand.press(*TO_THE_PAGE, key)
        assert [slip.text for slip in hand.app.jar.aside] == ["made toast"]
        if key == "escape":
            assert hand.shows(history.NOT_ERASED)
            assert hand.shows("made toast")
        else:
            assert isinstance(hand.app.screen, EraseScreen)


async def test_a_slip_in_the_jar_is_not_erased(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "enter")
        assert not hand.shows("r erase")
        await hand.press("r")
        assert hand.shows(history.ASIDE_FIRST)
        await hand.press("y")
        assert [slip.text for slip in hand.app.jar.slips] == ["made toast"]


async def test_the_list_has_the_key_too(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "r")
        assert hand.shows(history.ASIDE_FIRST)
        await hand.press("x", "down", "down", "r")
        assert hand.shows(history.ERASE_TITLE)
        await hand.press("y")
        assert hand.shows(history.ERASED)
        assert not hand.app.jar.ordered


async def test_a_phone_names_more_until_the_end_of_the_page(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "enter")
        assert hand.shows("e edit")
        assert not hand.shows("r erase")
        await hand.press("x")
        assert hand.shows("r erase")
        await hand.press("r")
        assert hand.shows("Down more")
        await hand.press(*["down"] * 9)
        assert hand.shows("follow when jar-tui opens there.")
        assert not hand.shows("Down more")


async def test_one_that_was_brought_back_elsewhere_meanwhile_stays(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press(*TO_THE_PAGE)
        other = JarService.open(jar_home, clock)[0]
        other.set_aside(other.jar.ordered[0].id, aside=False)
        await hand.press("y")
        assert hand.shows(history.BACK_MEANWHILE)
        assert hand.shows("made toast")
        assert [slip.text for slip in hand.app.jar.slips] == ["made toast"]


async def test_a_covered_slip_is_not_shown_there(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("private words")
        await hand.press("escape", "c", "enter", "x", "r")
        assert hand.shows("today: ...")
        assert "private" not in hand.screen


async def test_what_follows_later_and_what_could_not_be_done_is_named(
    jar_home: Path, clock: Clock, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    erase = JarService.erase

    def partly(service: JarService, slip_id: str) -> Erased:
        erase(service, slip_id)
        return Erased(("slips-ab.jsonl", "slips-cd.jsonl", "slips-ef.jsonl"), (jar_home / "one",))

    monkeypatch.setattr(JarService, "erase", partly)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press(*TO_THE_PAGE, "y")
        assert hand.shows("until then they hold it here, too: slips-ab.jsonl, ")
        assert hand.shows("slips-cd.jsonl and others.")
        assert hand.shows("Not changed yet, and tried again at the next start: one.")


async def test_what_the_disk_refuses_is_not_called_erased(
    jar_home: Path, clock: Clock, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(service: JarService, slip_id: str) -> Erased:
        raise NotKept("full")

    monkeypatch.setattr(JarService, "erase", refuse)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press(*TO_THE_PAGE, "y")
        assert hand.shows(FULL_DISK.split(". ")[0])
        assert isinstance(hand.app.screen, EraseScreen)
        assert len(hand.app.jar.aside) == 1


async def test_from_an_opening_it_leads_back_into_the_opening(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service = JarService.open(jar_home, clock)[0]
    service.add_all([NewSlip("made toast"), NewSlip("rested")])
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "o", "enter", "m", "end", "enter", "x", "r", "y")
        assert hand.shows(history.ERASED)
        assert hand.shows("This slip is not in the jar now. Enter goes on.")
        await hand.press("enter")
        assert hand.shows("rested")


async def test_what_was_begun_for_it_is_forgotten(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "e", "s", "x", "escape", "enter", "w", "y", "0", "y")
        await hand.pilot.press("ctrl+c")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press(*TO_THE_PAGE, "y")
        assert not _begun(hand)
    assert b"toast" not in everything(jar_home)
    assert b"y0y" not in everything(jar_home)


def _begun(hand: Hand) -> tuple[str, ...]:
    return hand.app.saver.unfinished.edited
