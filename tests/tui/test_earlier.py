"""Earlier words on the full screen: choosing some, covered ones, and changes from elsewhere."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import history
from tests.conftest import SATURDAY
from tests.store.jars import Ticking
from tests.tui.conftest import Hand, at_the_jar

Size = tuple[int, int]
LATER = timedelta(minutes=7)


@pytest.fixture
def ticking() -> Ticking:
    return Ticking(SATURDAY)


@pytest.fixture
def toast(jar_home: Path, ticking: Ticking) -> JarService:
    """Give a jar with one slip whose words were changed twice, some minutes apart."""
    service = JarService.open(jar_home, ticking)[0]
    slip = service.add(NewSlip("made toast"))
    for text in ("made toast, three tries", "made toast, cold kitchen"):
        ticking.now += LATER
        service.edit(slip.id, text)
    return service


def edit(service: JarService, text: str) -> None:
    service.catch_up()
    service.edit(service.jar.ordered[0].id, text)


async def seen(hand: Hand) -> None:
    """Have the full screen see what another session did."""
    await hand.app.ask(lambda jar: jar.catch_up())
    await hand.settle()


async def test_earlier_words_show_and_when_and_one_key_puts_them_back(
    jar_home: Path, ticking: Ticking, toast: JarService, size: Size
) -> None:
    async with at_the_jar(jar_home, ticking, size) as hand:
        await hand.press("escape", "h")
        assert hand.shows(history.TITLE)
        assert hand.shows("> today, 15:37")
        assert hand.shows("made toast, three tries")
        assert not hand.shows("cold kitchen")
        await hand.press("down")
        assert hand.shows("> today, 15:30")
        assert not hand.shows("three tries")
        await hand.press("w")
        assert hand.shows(history.BACK_ON)
        assert hand.chosen == "made toast"
        await hand.press("h")
        assert hand.shows("made toast, cold kitchen")
        await hand.press("escape", "u")
        assert hand.chosen == "made toast, cold kitchen"


async def test_they_are_reached_from_the_whole_slip_and_from_an_opening(
    jar_home: Path, ticking: Ticking, toast: JarService, size: Size
) -> None:
    async with at_the_jar(jar_home, ticking, size) as hand:
        await hand.press("escape", "enter", "h", "w")
        assert hand.shows(history.BACK_ON)
        assert hand.shows("made toast, three tries")
        await hand.press("escape", "escape", "o", "enter", "m", "end", "enter", "h")
        assert hand.shows(history.TITLE)
        assert hand.shows("made toast, cold kitchen")
        await hand.press("escape", "escape")
        assert hand.shows("1 of 1")


async def test_the_key_is_named_where_there_is_something_to_see(
    jar_home: Path, ticking: Ticking, toast: JarService
) -> None:
    toast.add(NewSlip("rested"))
    async with at_the_jar(jar_home, ticking) as hand:
        await hand.press("escape")
        assert hand.chosen == "rested"
        assert not hand.shows("h earlier")
        await hand.press("down")
        assert hand.shows("h earlier")
        await hand.press("up")
        assert not hand.shows("h earlier")
        await hand.press("h")
        assert hand.shows(history.NONE)
        await hand.press("w", "down", "enter", "space")
        assert hand.shows(history.NONE)
        await hand.press("escape", "enter")
        assert not hand.shows("h earlier")
        await hand.press("e", "x", "enter")
        assert hand.shows("h earlier")


async def test_covered_words_stay_folded_until_they_are_asked_for(
    jar_home: Path, ticking: Ticking, toast: JarService, size: Size
) -> None:
    async with at_the_jar(jar_home, ticking, size) as hand:
        await hand.press("escape", "c", "h")
        assert hand.shows(history.COVERED_HINT)
        assert hand.shows("15:37")
        await hand.press("down")
        assert "toast" not in hand.screen
        await hand.press("enter")
        assert hand.shows("made toast")
        await hand.press("escape", "h")
        assert "toast" not in hand.screen


async def test_long_words_are_seen_to_their_end(
    jar_home: Path, ticking: Ticking, toast: JarService
) -> None:
    edit(toast, " ".join(f"word{n}" for n in range(200)))
    edit(toast, "made toast")
    async with at_the_jar(jar_home, ticking, (30, 12)) as hand:
        await hand.press("escape", "h")
        assert hand.shows("Space more")
        assert hand.shows("word0 ")
        for _ in range(200):
            if hand.shows("word199"):
                break
            await hand.press("space")
        assert hand.shows("word199")
        await hand.press("space")
        assert hand.shows("word0 ")


async def test_what_changes_elsewhere_meanwhile_moves_nothing_that_is_read(
    jar_home: Path, ticking: Ticking, toast: JarService, size: Size
) -> None:
    async with at_the_jar(jar_home, ticking, size) as hand:
        await hand.press("escape", "h", "down")
        assert hand.shows("> today, 15:30")
        ticking.now += LATER
        edit(toast, "made toast, in the end")
        await seen(hand)
        assert hand.shows("today, 15:44")
        assert hand.shows("> today, 15:30")
        await hand.press("home")
        assert hand.shows("made toast, cold kitchen")


async def test_an_edit_over_words_from_elsewhere_says_so_and_names_the_key(
    jar_home: Path, ticking: Ticking, toast: JarService, size: Size
) -> None:
    async with at_the_jar(jar_home, ticking, size) as hand:
        await hand.press("escape", "e", "s")
        edit(toast, "made a plan")
        await hand.press("enter")
        assert hand.shows(words.CHANGED_ELSEWHERE)
        await hand.press("enter")
        assert hand.shows(history.KEPT_OVER)
        assert hand.chosen == "made toast, cold kitchens"
        await hand.press("h")
        assert hand.shows("made a plan")


async def test_an_edit_that_lost_to_newer_words_says_where_they_are(
    jar_home: Path,
    ticking: Ticking,
    toast: JarService,
    size: Size,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = JarService.edit

    def meanwhile(service: JarService, slip_id: str, text: str) -> object:
        done = kept(service, slip_id, text)
        other = JarService.open(jar_home, Ticking(SATURDAY + 9 * LATER))[0]
        kept(other, slip_id, "made a plan")
        service.catch_up()
        return done

    async with at_the_jar(jar_home, ticking, size) as hand:
        await hand.press("escape", "e", "s")
        monkeypatch.setattr(JarService, "edit", meanwhile)
        await hand.press("enter")
        assert hand.shows(history.KEPT_UNDER)
        assert hand.chosen == "made a plan"
        await hand.press("h")
        assert hand.shows("made toast, cold kitchens")


@pytest.mark.parametrize(
    ("apart", "said"),
    [
        (timedelta(days=400), ["today, 15:30", "Friday 17 October 2025, 15:30"]),
        (timedelta(minutes=1), ["today, 15:30", "today, 15:29"]),
        (timedelta(seconds=-9), ["today, 15:30:00", "today, 15:30:09"]),
    ],
)
def test_moments_are_told_apart(apart: timedelta, said: list[str]) -> None:
    assert history.moments([SATURDAY, SATURDAY - apart], SATURDAY.date()) == said
