"""Thanks, lines under the slip, and staying with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words as screen
from jar_tui.domain.people import WORD, signature_of
from jar_tui.domain.ritual import ON, WAVED
from jar_tui.domain.signing import Signature
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import opening as words
from jar_tui.words import ritual
from tests.reading import flat
from tests.tui.conftest import at_the_jar
from tests.tui.openings import STAY, THANK, TOOK, more, on_disk, opened

Clock = Callable[[], datetime]
Size = tuple[int, int]


# Thanks


@pytest.mark.parametrize(
    ("steps", "name", "thanked"), [(1, "Wren", "got dressed"), (2, "K", "ate lunch")]
)
@pytest.mark.usefixtures("six")
async def test_thanks_go_to_whoever_signed_else_to_whom_it_is_for(
    jar_home: Path, clock: Clock, steps: int, name: str, thanked: str, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand, *["enter"] * steps)
        assert hand.shows(thanked)
        await more(hand, THANK)
        assert hand.shows(f"A slip for {name}. Enter drops it in.")
        await hand.type("thank you for the tea")
        await hand.press("enter")
        assert hand.shows(f"Dropped in, for {name}.")
        assert hand.shows(f"{steps + 1} of 6")
    service, slip = on_disk(jar_home, clock, "thank you for the tea")
    (tie,) = signature_of(service.jar, slip).ties
    part = service.jar.part(tie.part)
    assert part is not None
    assert (tie.role, part.name, slip.reached) == ("for", name, "")


@pytest.mark.usefixtures("six")
async def test_where_nobody_is_on_the_slip_a_name_is_asked_for(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        await more(hand, THANK)
        assert hand.shows(ritual.THANK_WHOM)
        assert not hand.shows("signing")
        await hand.press("2")
        assert hand.shows("A slip for K. Enter drops it in.")
        await hand.type("thank you")
        await hand.press("enter")
        assert hand.shows("Dropped in, for K.")
        await more(hand, THANK)
        await hand.press("escape")
        assert hand.shows("1 of 6")
    assert len(JarService.open(jar_home, clock)[0].jar) == 7


async def test_whoever_signed_is_thanked_before_whom_it_is_for(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    dressed, lunch = (on_disk(jar_home, clock, text)[1] for text in ("got dressed", "ate lunch"))
    ties = (signature_of(six.jar, lunch).ties[0], signature_of(six.jar, dressed).ties[0])
    six.sign(lunch.id, Signature(ties=ties))
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter", "enter")
        await more(hand, THANK)
        assert hand.shows("A slip for Wren.")


@pytest.mark.usefixtures("six")
async def test_half_written_thanks_wait(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        await more(hand, THANK)
        await hand.type("thank y")
    async with at_the_jar(jar_home, clock) as hand:
        assert "thank y" not in hand.screen
        await hand.press("up")
        assert hand.entry == "thank y"
        assert hand.shows("for Wren")
        await hand.type("ou")
        await hand.press("enter")
        assert hand.shows("Dropped in, for Wren.")


@pytest.mark.usefixtures("six")
async def test_esc_leaves_no_thanks_out(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        await more(hand, THANK)
        await hand.type("thank y")
        await hand.press("escape")
        assert hand.shows(screen.DRAFT_WAITS)
        await hand.press("escape", "escape", "tab", "up")
        assert hand.entry == "thank y"
        assert hand.shows("for Wren")


async def test_somebody_who_is_no_name_any_more_is_not_thanked(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    wren = next(part for part in six.jar.tables["parts"].values() if part.name == "Wren")  # type: ignore[attr-defined]
    six.people.remove(wren.id)
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "enter")
        await more(hand, THANK)
        assert hand.shows(ritual.THANK_WHOM)


async def test_without_names_there_is_nobody_to_thank(
    jar_home: Path, clock: Clock, six: JarService, size: Size
) -> None:
    six.people.choose(WORD, "none")
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand, "enter")
        await more(hand)
        assert "thank" not in hand.screen
        assert "name" not in hand.screen
        await hand.press("3")
        assert hand.shows("Marked: first time.")


# Lines


async def test_what_it_took_stands_under_the_slip_wherever_it_shows(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    six.people.choose(WAVED, ON)
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await more(hand, TOOK)
        assert hand.shows(ritual.TOOK_TITLE)
        await hand.type("a whole morning")
        await hand.press("enter")
        assert hand.shows(words.LINE_KEPT)
        assert hand.shows("what it took: a whole morning")
        await more(hand, "end", "up", "up", "enter")
        assert hand.shows(ritual.WAVED_TITLE)
        await hand.type("that is nothing")
        await hand.press("enter")
        assert hand.shows("usually waved away: that is nothing")
        await more(hand, "end", "enter")
        assert hand.shows("what it took: a whole morning")
        await hand.press("escape", *["enter"] * 6)
        assert hand.shows("took a breath before answering the door what it took: a whole morning")
        assert hand.shows("usually waved away: that is nothing")
    service, slip = on_disk(jar_home, clock, "took a breath")
    assert [line.nudge for line in service.jar.lines_of(slip)] == ["took", "waved"]


@pytest.mark.usefixtures("six")
async def test_half_of_what_it_took_waits_apart_from_other_lines(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await more(hand, TOOK)
        await hand.type("a whole mo")
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand, "w")
        assert not hand.shows("a whole mo")
        await hand.press("escape")
        await more(hand, TOOK)
        assert hand.shows("a whole mo")
        assert hand.shows(words.LINE_WAITED)


async def test_half_of_what_it_took_goes_with_a_slip_that_is_erased(
    jar_home: Path, clock: Clock, six: JarService
) -> None:
    slip = on_disk(jar_home, clock, "took a breath")[1]
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await more(hand, TOOK)
        await hand.type("a whole mo")
        await hand.press("ctrl+c")
    six.set_aside(slip.id, aside=True)
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.app.saver.unfinished.edited
        six.catch_up()
        six.erase(slip.id)
        await hand.press("escape", "question_mark", "escape")
        await hand.app.ask(lambda jar: jar.catch_up())
        assert not hand.app.saver.unfinished.edited


# Staying


@pytest.mark.parametrize("key", ["x", "enter", "space", "escape", "down", "1", "u", "m", "o"])
@pytest.mark.usefixtures("six")
async def test_staying_shows_the_slip_and_nothing_else_until_a_key(
    jar_home: Path, clock: Clock, key: str
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await opened(hand)
        await more(hand, STAY)
        told = " ".join(hand.screen.replace("─", "").split())
        assert told == "took a breath before answering the door Enter back"
        hand.pause()
        await hand.press(key)
        assert hand.shows("1 of 6")
        assert hand.shows("Enter next")
    assert not on_disk(jar_home, clock, "took a breath")[1].reached


async def test_a_long_slip_scrolls_while_staying(
    jar_home: Path, clock: Clock, service: JarService, size: Size
) -> None:
    service.add(NewSlip("\n".join(f"line {n}." for n in range(40))))
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        await more(hand, STAY)
        seen = [hand.screen]
        while "1 of 1" not in hand.screen and len(seen) < 9:
            await hand.press("down")
            seen.append(hand.screen)
        told = flat(" ".join(seen))
        assert all(f"line {n}." in told for n in range(40))
        assert len(seen) < 6
        await more(hand, STAY)
        await hand.press("down", "x")
        assert hand.shows("1 of 1")
