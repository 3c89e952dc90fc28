"""Keep signing: over by itself after some hours, and as a setting, which may outlive a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.domain.people import everyone
from jar_tui.domain.signing import NO_SIGNATURE
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept
from jar_tui.store.folders import Folders
from jar_tui.store.writer import Writer
from jar_tui.upkeep import change_setting
from tests.tui.conftest import at_the_jar
from tests.tui.test_latch import KEPT, Hours, Size, text, three
from tests.tui.test_names import by, signed


@pytest.fixture
def clock() -> Hours:
    """Return a clock of one's own."""
    return Hours()


@pytest.fixture(autouse=True)
def people(jar_home: Path, clock: Hours) -> JarService:
    """Have three names."""
    return three(jar_home, clock)


def keep(home: Path, value: str, hours: int = 6) -> None:
    """Set whether whoever signs goes on."""
    assert change_setting(home, "keep_signing", value)
    assert change_setting(home, "keep_signing_hours", str(hours))


# Over by itself


async def test_it_lasts_from_the_last_slip_so_signed(
    jar_home: Path, clock: Hours, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "k", "1")
        await hand.drop("a")
        clock.pass_by(4)
        await hand.drop("b")
        assert hand.shows("signing: Wren, kept until 01:30.")
        clock.pass_by(4)
        await hand.drop("k: c")
        assert hand.shows("signing: Wren, kept until 01:30.")
        clock.pass_by(1.99)
        await hand.type("d")
        assert hand.shows("signing: Wren, kept until 01:30.")
        clock.pass_by(0.01)
        await hand.press("enter")
        assert text(hand) == "d"
        assert signed(hand) == NO_SIGNATURE
        assert not hand.shows("ends it")


async def test_a_longer_one_says_the_day(jar_home: Path, clock: Hours) -> None:
    keep(jar_home, "off", 48)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "k")
        assert hand.shows("for 48 hours")
        await hand.press("1")
        await hand.drop("a")
        assert hand.shows("signing: Wren, kept until Monday 23 November, 15:30.")


async def test_it_ends_with_the_name_it_was_for(
    jar_home: Path, clock: Hours, people: JarService
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "k", "1")
        await hand.drop("a")
        people.catch_up()
        people.people.rest(everyone(people.jar)[0].id, resting=True)
        await hand.app.ask(lambda service: service.catch_up())
        await hand.drop("b")
        assert signed(hand) == NO_SIGNATURE


# Where the disk refuses


@pytest.mark.parametrize("typed", ["k: b", "\\\\b"])
async def test_a_slip_that_was_refused_moves_it_nowhere(
    jar_home: Path, clock: Hours, monkeypatch: pytest.MonkeyPatch, size: Size, typed: str
) -> None:
    def refuse(*_args: object) -> None:
        raise NotKept("full")

    keep(jar_home, "on")
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("w: a")
        with monkeypatch.context() as full:
            full.setattr(Writer, "append", refuse)
            await hand.drop(typed)
        assert hand.entry == typed
        await hand.press(*["backspace"] * len(typed))
        assert hand.shows(KEPT)
        await hand.drop("c")
        assert signed(hand) == by(hand, "Wren")


# As a setting


async def test_whoever_signs_goes_on_where_that_was_set(
    jar_home: Path, clock: Hours, size: Size
) -> None:
    keep(jar_home, "on")
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("w: a")
        assert hand.shows("signing: Wren, and so the next slips. \\\\ ends it.")
        await hand.press("enter")
        await hand.drop("b")
        assert signed(hand) == by(hand, "Wren")
        await hand.press("tab", "3")
        assert hand.shows("signing: Rue, and so the next slips.")
        await hand.drop("c")
        await hand.drop("d")
        assert signed(hand) == by(hand, "Rue")
        await hand.drop("\\\\")
        assert hand.shows("Slips start unsigned until someone signs. No slip went in.")
        await hand.drop("e")
        assert signed(hand) == NO_SIGNATURE
        await hand.drop("k: f")
        await hand.drop("for w: g")
        assert hand.shows("Dropped in, by K, for Wren.")


@pytest.mark.parametrize(("value", "who"), [("on", []), ("restart", ["Wren"])])
async def test_it_outlives_a_restart_only_where_that_was_set(
    jar_home: Path, clock: Hours, size: Size, value: str, who: list[str]
) -> None:
    keep(jar_home, value)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("w: a")
    async with at_the_jar(jar_home, clock, size) as hand:
        assert hand.shows(KEPT) is bool(who)
        await hand.drop("b")
        assert signed(hand) == by(hand, *who)
    clock.pass_by(6)
    async with at_the_jar(jar_home, clock, size) as hand:
        assert not hand.shows("ends it")


async def test_what_was_ended_stays_ended_after_a_restart(jar_home: Path, clock: Hours) -> None:
    keep(jar_home, "restart")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("w: a")
        await hand.drop("\\\\b")
    assert not Folders(jar_home).latch.exists()
    async with at_the_jar(jar_home, clock) as hand:
        assert not hand.shows("ends it")


async def test_two_sessions_each_have_their_own(jar_home: Path, clock: Hours) -> None:
    async with at_the_jar(jar_home, clock) as one, at_the_jar(jar_home, clock) as two:
        await one.press("tab", "k", "1")
        await one.drop("a")
        await two.drop("b")
        assert signed(two) == NO_SIGNATURE
        await one.drop("c")
        assert signed(one) == by(one, "Wren")


@pytest.mark.parametrize("size", [(30, 12), (40, 20), (80, 24)])
async def test_who_goes_on_stands_beside_every_answer(
    jar_home: Path, clock: Hours, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "k", "1")
        await hand.drop("a")
        assert hand.shows("Dropped in, by Wren.")
        assert hand.shows(KEPT)
