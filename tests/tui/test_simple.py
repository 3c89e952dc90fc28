"""The simple screen: an entry, a look back, few keys, and a way out that stands on it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.records import SIMPLE
from jar_tui.domain.signing import Named
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.drafts import Half
from jar_tui.store.errors import NotKept
from jar_tui.store.folders import Folders
from jar_tui.store.settings import Settings, save
from jar_tui.store.writer import Writer
from jar_tui.tui.screens.first import First
from jar_tui.tui.screens.main import MainScreen
from jar_tui.tui.screens.simple import SimpleScreen
from jar_tui.words import opening
from jar_tui.words import simple as said
from tests.tui.conftest import DEADLINE, Hand, at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]


def is_simple(hand: Hand) -> bool:
    return isinstance(hand.app.screen, SimpleScreen)


def texts(hand: Hand) -> list[str]:
    return [slip.text for slip in hand.app.jar.slips]


async def test_a_slip_goes_in_and_can_be_taken_back(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("ctrl+o")
        assert hand.shows(said.WRITE)
        for row in ("Enter drop it in", "Esc look back", "Ctrl-O the whole jar", "Ctrl-C leave"):
            assert hand.shows(row)
        await hand.drop("opened the curtain")
        assert hand.shows("Dropped in. Esc u takes it back.")
        assert [slip.source for slip in hand.app.jar.slips] == [SIMPLE]
        await hand.press("escape")
        assert hand.shows("today: opened the curtain")
        await hand.press("u")
        assert hand.shows(words.TAKEN_ASIDE)
        assert not hand.shows("opened the curtain")
        assert hand.shows(said.NO_SLIPS)


async def test_one_that_is_dropped_in_elsewhere_says_nothing_of_it(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("opened the curtain")
        assert [slip.source for slip in hand.app.jar.slips] == [""]


async def test_no_nudge_meets_a_slip_of_this_screen(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("ctrl+o")
        await hand.drop("opened the curtain")
        hand.pause()
        await hand.press("ctrl+o", "escape", "t", "o")
        assert hand.app.jar.slips[0].too_small
        assert hand.shows("1 of 1")
        assert hand.shows("opened the curtain")
        assert not hand.shows("It was marked")
        await hand.press("n")
        assert not hand.shows("It was marked")
        assert hand.shows(opening.NOT_MARKED)


async def test_the_words_come_along_there_and_back_with_all_that_belongs_to_them(
    jar_home: Path, clock: Clock
) -> None:
    JarService.open(jar_home, clock)[0].people.add([Named("Wren", "w:text")])
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "1")
        await hand.type("sat up")
        await hand.press("ctrl+t", "ctrl+o")
        assert is_simple(hand)
        assert hand.entry == "sat up"
        assert hand.shows("signing: Wren")
        assert hand.shows(words.MARKED_SMALL)
        await hand.type(" a bit")
        await hand.press("ctrl+o")
        assert isinstance(hand.app.screen, MainScreen)
        assert hand.entry == "sat up a bit"
        assert hand.shows("signing: Wren")
        assert hand.shows(words.ENTER_DROPS_MARKED)
        assert len(hand.app.screen_stack) == 1
        await hand.press("escape", "ctrl+o")
        assert is_simple(hand)
        hand.app.leave_now()
    async with at_the_jar(jar_home, clock) as hand:
        assert not is_simple(hand)
        assert [half.text for half in hand.app.saver.unfinished.kept] == ["sat up a bit"]


async def test_back_at_the_whole_jar_all_is_as_it_would_have_been(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("one")
        await hand.press("ctrl+o")
        await hand.drop("two")
        await hand.press("ctrl+o")
        assert hand.shows("one")
        assert hand.shows("two")
        await hand.press("ctrl+t")
        assert hand.shows('Marked "too small": two')
        await hand.press("escape", "u", "u")
        await hand.settle()
        hand.pause()
        await hand.press("u")
        assert texts(hand) == ["one"]


async def test_a_hand_that_shakes_stays_where_it_went(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        hand.app.almanac.settings = Settings(key_bounce=60_000)
        await hand.press("ctrl+o", "ctrl+o")
        assert is_simple(hand)
        await hand.type("half")
        await hand.press("escape", "enter", "enter")
        assert hand.entry == "half"
        assert not hand.app.jar.slips
        hand.pause()
        await hand.press("enter")
        assert texts(hand) == ["half"]


async def test_what_could_not_be_kept_is_said_on_the_other_screen_too(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, give_way = threading.Event(), First.give_way

    def refuse(*_args: object) -> None:
        going.wait(DEADLINE)
        raise NotKept("full")

    async def go(here: First, there: First) -> None:
        going.set()
        await give_way(here, there)

    async with at_the_jar(jar_home, clock) as hand:
        monkeypatch.setattr(Writer, "append", refuse)
        monkeypatch.setattr(First, "give_way", go)
        await hand.type("made toast")
        for key in ("enter", "ctrl+o"):
            hand.app.simulate_key(key)
        await hand.settle()
        assert is_simple(hand)
        assert hand.entry == "made toast"
        assert hand.shows(words.FULL_DISK)


async def test_begun_words_wait_for_up(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        hand.app.saver.unfinished.put_by(Half("got as fa"))
        await hand.press("ctrl+o")
        assert hand.shows(words.DRAFT_KEPT)
        await hand.press("up")
        assert hand.entry == "got as fa"


# Who is on a slip


async def test_a_tag_signs_and_no_key_is_named_that_is_none_here(
    jar_home: Path, clock: Clock
) -> None:
    people = JarService.open(jar_home, clock)[0].people
    people.add([Named("Wren", "w:text"), Named("K", "k:text")])
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("ctrl+o")
        await hand.drop("w: made the bed")
        assert hand.shows("Dropped in, by Wren. Esc u takes it back.")
        await hand.press("escape")
        assert hand.shows("today, by Wren: made the bed")
        await hand.type("for k: ate lunch")
        assert hand.shows("for K")
        assert not hand.shows("Tab")
        people.choose("word", "none")
        await hand.app.ask(lambda jar: jar.catch_up())
        await hand.press("escape")
        assert hand.shows("today: made the bed")


async def test_nobody_goes_on_signing_here_and_nobody_begins_to(
    jar_home: Path, clock: Clock
) -> None:
    Folders(jar_home).make()
    save(Folders(jar_home).settings, Settings(keep_signing="on"))
    JarService.open(jar_home, clock)[0].people.add([Named("Wren", "w:text"), Named("K", "k:text")])
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("w: made the bed")
        assert hand.shows("kept until")
        hand.pause()
        await hand.press("ctrl+o")
        assert not hand.shows("kept until")
        await hand.type("k: ate lunch")
        assert hand.shows("signing: K. A \\ in front means no name.")
        await hand.press("enter")
        await hand.drop("sat up")
        assert hand.shows("Dropped in. Esc u takes it back.")
        await hand.press("ctrl+o")
        assert hand.shows("signing: Wren, kept until")


# Where it begins, and how wide it is


async def test_the_app_begins_with_it_where_that_was_chosen(jar_home: Path, clock: Clock) -> None:
    Folders(jar_home).make()
    save(Folders(jar_home).settings, Settings(simple_screen="start"))
    for _ in range(2):
        async with at_the_jar(jar_home, clock) as hand:
            assert is_simple(hand)
            await hand.drop("sat up")
            assert hand.shows("Dropped in.")
            await hand.press("ctrl+o")
            assert hand.shows(words.KEPT_WHERE)
            assert hand.shows("sat up")
    assert len(JarService.open(jar_home, clock)[0].jar) == 2


async def test_letters_typed_early_land_in_it(jar_home: Path, clock: Clock) -> None:
    Folders(jar_home).make()
    save(Folders(jar_home).settings, Settings(simple_screen="start"))
    async with at_the_jar(jar_home, clock, openable=False) as hand:
        for key in ("s", "a", "t", "enter", "u", "p"):
            hand.app.simulate_key(key)
        await hand.settle()
        assert texts(hand) == ["sat"]
        assert hand.entry == "up"


async def test_files_that_cannot_be_read_are_no_empty_jar(jar_home: Path, clock: Clock) -> None:
    Folders(jar_home).make()
    save(Folders(jar_home).settings, Settings(simple_screen="start"))
    (jar_home / "jar" / "slips-abcdefghij.jsonl").write_bytes(b"")
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.shows("jar-tui check says more.")
        await hand.press("escape")
        assert not hand.shows(said.NO_SLIPS)


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (200, 50)])
async def test_no_line_is_wider_than_thirty_letters(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service = JarService.open(jar_home, clock)[0]
    service.add_all([NewSlip("and so on " * 40), NewSlip("無" * 90), NewSlip("x" * 250)])
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("ctrl+o")
        await hand.type("a step " * 9)
        for key in ("end", "enter", "escape"):
            await hand.press(key)
            lines = [line.strip("│╭╮╰╯─▌ ") for line in hand.screen.splitlines()]
            assert 12 < max(map(len, lines)) <= 30
        assert hand.screen.count("…") >= 2
