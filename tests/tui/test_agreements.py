"""What is agreed on here: a page in their own words, beside the one for whoever is here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jar_tui.domain.people import AGREEMENTS, PAGE, choice
from jar_tui.service import JarService
from jar_tui.words import page
from tests.tui.conftest import at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]


async def test_it_is_written_and_read_one_key_from_the_page(
    jar_home: Path, clock: Clock, service: JarService, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("escape", "question_mark")
        assert hand.shows("a agreements")
        await hand.press("a")
        assert hand.shows(page.AGREEMENTS)
        assert hand.shows(page.AGREEMENTS_NONE)
        await hand.press("e")
        await hand.type("covers stay\nnobody erases alone")
        await hand.press("enter")
        assert hand.shows(page.AGREEMENTS_KEPT)
        assert hand.shows("covers stay nobody erases alone")
        assert not hand.shows(page.AGREEMENTS_NONE)
        await hand.press("escape")
        assert hand.shows("k keys")
    jar = JarService.open(jar_home, clock)[0].jar
    assert choice(jar, AGREEMENTS) == "covers stay\nnobody erases alone"
    assert choice(jar, PAGE) == ""


async def test_half_written_agreements_wait(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "question_mark", "a", "e")
        await hand.type("covers st")
    async with at_the_jar(jar_home, clock) as hand:
        assert "covers st" not in hand.screen
        await hand.press("escape", "question_mark", "a", "e")
        assert hand.shows("covers st")


async def test_a_long_page_goes_on_with_down(
    jar_home: Path, clock: Clock, service: JarService
) -> None:
    service.people.choose(AGREEMENTS, "\n".join(f"agreed {n}." for n in range(40)))
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        await hand.press("escape", "question_mark", "a")
        assert hand.shows("Down more")
        assert not hand.shows("agreed 39.")
        for _ in range(40):
            await hand.press("down")
        assert hand.shows("agreed 39.")
        assert not hand.shows("Down more")
