"""Keep signing: asked for by a key, in view where one writes, set aside once or for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.people import WORD, everyone
from jar_tui.domain.signing import NO_SIGNATURE, Named, Signature
from jar_tui.service import JarService
from jar_tui.words.names import BARE
from tests.conftest import SATURDAY
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.test_names import BROAD, by, signed

Clock = Callable[[], datetime]
Size = tuple[int, int]
KEPT = "signing: Wren, kept until 21:30. \\\\ ends it."


class Hours:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = SATURDAY

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, hours: float) -> None:
        self.now += timedelta(hours=hours)


def three(home: Path, clock: Clock) -> JarService:
    """Have two names with tags, and one without."""
    service, _ = JarService.open(home, clock)
    service.people.add([Named("Wren", "w:text"), Named("K", "k:text"), Named("Rue")])
    return service


@pytest.fixture
def clock() -> Hours:
    """Return a clock of one's own."""
    return Hours()


@pytest.fixture(autouse=True)
def people(jar_home: Path, clock: Hours) -> JarService:
    """Have three names."""
    return three(jar_home, clock)


def text(hand: Hand) -> str:
    """Return the words of the newest slip."""
    return hand.app.jar.slips[-1].text


# By its key


async def test_it_is_off_until_it_is_asked_for(jar_home: Path, clock: Hours) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("w: a")
        assert not hand.shows("ends it")
        await hand.drop("b")
        assert signed(hand) == NO_SIGNATURE


async def test_whoever_signs_next_goes_on(jar_home: Path, clock: Hours, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "k")
        assert hand.shows("Whoever signs next goes on signing, for 6 hours. k again ends that.")
        await hand.press("1")
        assert hand.shows("signing: Wren, and so the next slips. \\\\ ends it.")
        await hand.drop("opened the curtain")
        assert hand.shows("Dropped in, by Wren. Esc u takes it back.")
        assert hand.shows(KEPT)
        await hand.type("m")
        assert hand.shows(KEPT)
        await hand.drop("ade the bed")
        assert signed(hand) == by(hand, "Wren")
        assert hand.shows("Dropped in, by Wren.")


async def test_those_who_are_picked_go_on_until_the_key_again(
    jar_home: Path, clock: Hours, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "down", "space", "down", "space", "k")
        assert hand.shows("The next slips are by Wren and K, until 21:30. k again ends that.")
        await hand.press("escape")
        await hand.drop("a")
        await hand.drop("b")
        assert signed(hand) == by(hand, "Wren", "K")
        await hand.press("tab")
        hand.pause()
        await hand.press("k")
        assert hand.shows("Slips start unsigned again.")
        await hand.press("escape")
        assert not hand.shows("ends it")
        await hand.drop("c")
        assert signed(hand) == NO_SIGNATURE


async def test_a_shaking_hand_does_not_end_it(jar_home: Path, clock: Hours) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "k", "k", "1")
        await hand.drop("a")
        assert hand.shows(KEPT)


async def test_the_key_works_beside_the_entry_too(jar_home: Path, clock: Hours) -> None:
    async with at_the_jar(jar_home, clock, BROAD) as hand:
        await hand.press("tab", "k")
        assert hand.shows("Whoever signs next goes on signing")
        await hand.press("1")
        await hand.drop("a")
        assert hand.shows(KEPT)


async def test_a_name_of_a_tag_in_the_words_counts_as_picked(jar_home: Path, clock: Hours) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type("w: a")
        await hand.press("tab", "k")
        assert hand.shows("The next slips are by Wren, until 21:30.")


async def test_the_chosen_name_goes_on_where_nobody_was_picked(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "down", "down", "k")
        assert hand.shows("The next slips are by K, until 21:30. k again ends that.")
        await hand.press("escape")
        await hand.drop("a")
        assert signed(hand) == by(hand, "K")


async def test_somebody_who_rests_does_not_go_on(
    jar_home: Path, clock: Hours, people: JarService
) -> None:
    wren = everyone(people.jar)[0].id
    people.people.rest(wren, resting=True)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type("w: a")
        await hand.press("tab", "k")
        assert hand.shows("Nobody who rests goes on signing. Nothing changed.")


# For one slip, and for good


@pytest.mark.parametrize(
    ("typed", "words_kept", "who", "hint"),
    [
        ("k: a", "a", ["K"], "signing: K. A \\ in front means no name."),
        ("\\a", "a", [], BARE),
        ("\\w: a", "w: a", [], BARE),
        ("\\yesterday: a", "yesterday: a", [], BARE),
        ("yesterday: \\a", "a", [], BARE),
    ],
)
async def test_another_tag_or_a_backslash_is_for_one_slip(
    jar_home: Path,
    clock: Hours,
    size: Size,
    typed: str,
    words_kept: str,
    who: list[str],
    hint: str,
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "k", "1")
        await hand.drop("first")
        await hand.type(typed)
        assert hand.shows(hint)
        assert hand.shows("Then Wren again, until 21:30. \\\\ ends it.")
        await hand.press("enter")
        dropped = next(slip for slip in hand.app.jar.slips if slip.text == words_kept)
        assert signed(hand, dropped) == by(hand, *who)
        assert hand.shows(KEPT)


async def test_whom_a_slip_is_for_stands_beside_who_goes_on(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "k", "1")
        await hand.drop("a")
        await hand.type("for k: tea")
        assert hand.shows("signing: Wren, for K. Tab, n adds who noticed.")
        assert hand.shows("Kept until 21:30: Wren. \\\\ ends it.")
        await hand.press("enter")
        assert hand.shows("Dropped in, by Wren, for K.")
        assert hand.shows(KEPT)


@pytest.mark.parametrize("typed", ["\\a", "\\\\a"])
async def test_backslashes_say_so_where_nobody_goes_on(
    jar_home: Path, clock: Clock, typed: str
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type(typed)
        assert hand.shows(BARE)
        await hand.press("tab", "1")
        assert not hand.shows(BARE)
        assert hand.shows("signing: Wren")


@pytest.mark.parametrize(("key", "state"), [("0", "unsure"), ("minus", "nobody")])
async def test_not_sure_and_nobody_are_for_one_slip(
    jar_home: Path, clock: Hours, key: str, state: str
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "k", "1")
        await hand.drop("a")
        await hand.press("tab", key)
        assert hand.shows("Then Wren again, until 21:30.")
        await hand.drop("b")
        assert signed(hand) == Signature(state)  # type: ignore[arg-type]
        await hand.drop("c")
        assert signed(hand) == by(hand, "Wren")


async def test_two_backslashes_end_it(jar_home: Path, clock: Hours, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "k", "1")
        await hand.drop("a")
        await hand.type("\\\\w: b")
        assert hand.shows("From here on slips start unsigned.")
        await hand.press("enter")
        assert text(hand) == "w: b"
        assert signed(hand) == NO_SIGNATURE
        assert not hand.shows("ends it")
        await hand.drop("\\\\\\c")
        assert text(hand) == "\\c"


@pytest.mark.parametrize("on", [True, False])
async def test_two_backslashes_alone_drop_nothing(
    jar_home: Path, clock: Hours, size: Size, on: bool
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", *(["k"] if on else []), "1")
        await hand.drop("a")
        await hand.type("\\\\")
        assert hand.shows("Enter ends who goes on signing. No slip goes in.")
        assert not hand.shows(words.ENTER_DROPS)
        await hand.press("enter")
        assert hand.shows("Slips start unsigned again. No slip went in.")
        assert hand.entry == ""
        await hand.drop("b")
        assert signed(hand) == NO_SIGNATURE
        assert [slip.text for slip in hand.app.jar.slips] == ["a", "b"]


async def test_two_backslashes_alone_take_off_who_was_picked(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "1")
        assert hand.shows("signing: Wren")
        await hand.drop("\\\\")
        assert not hand.shows("signing: Wren")
        await hand.drop("b")
        assert signed(hand) == NO_SIGNATURE


async def test_without_names_backslashes_are_words(
    jar_home: Path, clock: Hours, people: JarService
) -> None:
    people.people.choose(WORD, "none")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("\\\\server\\share")
        assert text(hand) == "\\\\server\\share"
        await hand.drop("\\\\")
        assert text(hand) == "\\\\"
