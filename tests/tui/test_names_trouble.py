"""Names where something else happens meanwhile: other sessions, a full disk, a killed session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen

from jar_tui import words
from jar_tui.domain.people import WORD, everyone, listed
from jar_tui.domain.signing import NO_SIGNATURE
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept
from jar_tui.tui.app import JarApp
from jar_tui.tui.screens.names import NamesScreen
from jar_tui.words import names as said
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.test_names import BROAD, by, ids, people, signed

Clock = Callable[[], datetime]
Size = tuple[int, int]
PHONE = (40, 20)


async def elsewhere(hand: Hand, home: Path, clock: Clock, word: str) -> None:
    """Have another session pick a word for names, and this one take note."""
    other, _ = JarService.open(home, clock)
    other.people.choose(WORD, word)
    await hand.app.ask(lambda service: service.catch_up())
    await hand.settle()


def full(*_: object, **__: object) -> None:
    raise NotKept("full")


# Names not wanted any more, while another screen is on top


@pytest.mark.parametrize("keys", [("tab",), ("escape", "s")], ids=["entry", "slip"])
async def test_the_curtain_stays_and_lifts_on_no_names(
    jar_home: Path,
    clock: Clock,
    size: Size,
    keys: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("private words")
        await hand.press(*keys, "ctrl+l")
        await elsewhere(hand, jar_home, clock, "none")
        assert hand.screen.split() == words.CURTAIN.split()
        drawn: list[object] = []
        real = App._display

        def display(app: JarApp, screen: Screen[object], what: RenderableType | None) -> None:
            drawn.append(screen if screen is app.screen else None)
            real(app, screen, what)

        monkeypatch.setattr(App, "_display", display)
        await hand.press("ctrl+l")
        assert not any(isinstance(screen, NamesScreen) for screen in drawn)
        assert len(hand.app.screen_stack) == 1
        assert hand.shows(said.NO_NAMES)
        assert "Wren" not in hand.screen


@pytest.mark.parametrize(
    "keys", [("tab", "question_mark"), ("tab", "w"), ("tab", "down", "e")], ids=str
)
async def test_a_screen_on_top_of_the_names_stays(
    jar_home: Path, clock: Clock, keys: tuple[str, ...]
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press(*keys)
        top = hand.app.screen
        await elsewhere(hand, jar_home, clock, "none")
        assert hand.app.screen is top
        await hand.press("escape")
        assert len(hand.app.screen_stack) == 1
        assert hand.shows(said.NO_NAMES)
        await hand.type("on")
        assert hand.entry == "on"


async def test_names_being_typed_stay(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "a")
        await hand.type("Ze")
        await elsewhere(hand, jar_home, clock, "none")
        await hand.type("d")
        await hand.press("enter")
        assert [part.name for part in listed(hand.app.jar)] == ["Wren", "K", "Zed"]
        await hand.press("enter")
        assert len(hand.app.screen_stack) == 1
        assert hand.shows(said.NO_NAMES)


async def test_a_new_name_is_kept_while_no_names_are_wanted(jar_home: Path, clock: Clock) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "down", "e", "home")
        await hand.type("A")
        await elsewhere(hand, jar_home, clock, "none")
        await hand.type("B")
        await hand.press("enter")
        assert len(hand.app.screen_stack) == 1
        assert everyone(hand.app.jar)[0].name == "ABWren"
        assert everyone(hand.app.jar)[0].tags == ("w:text",)


# No names on any screen


@pytest.mark.parametrize("size", [(80, 24), PHONE, BROAD])
async def test_without_names_no_slip_shows_any(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("w: made the bed")
        await hand.press("escape")
        assert hand.shows("by Wren")
        await elsewhere(hand, jar_home, clock, "none")
        assert "Wren" not in hand.screen
        await hand.press("enter")
        assert "Wren" not in hand.screen
        await hand.press("escape", "t")
        assert "Wren" not in hand.screen
        await elsewhere(hand, jar_home, clock, "name")
        assert hand.shows("by Wren")


async def test_picked_names_rest_with_the_word(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "1")
        await hand.type("made toast")
        assert hand.shows("signing: Wren")
        await elsewhere(hand, jar_home, clock, "none")
        assert "signing" not in hand.screen
        await elsewhere(hand, jar_home, clock, "part")
        assert hand.shows("signing: Wren")
        await elsewhere(hand, jar_home, clock, "none")
        await hand.press("enter")
        assert hand.shows("Dropped in. Esc u takes it back.")
        assert signed(hand) == NO_SIGNATURE


async def test_the_way_back_has_a_line_of_its_own(jar_home: Path, clock: Clock) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, PHONE) as hand:
        await hand.press("tab", "w", "6", "2")
        lines = [line.strip() for line in hand.screen.splitlines()]
        first = lines.index("No names on any screen now.")
        assert lines[first + 1 : first + 3] == [
            "This brings them back:",
            "jar-tui settings word names",
        ]


# The names themselves


async def test_digits_do_not_shift(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock, ("Ash", ""), ("Bee", ""), ("Cass", ""), ("Dell", ""))
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "down", "r", "down", "x", "1")
        assert "1 " not in hand.screen.replace("1 to 9", "")
        assert hand.shows("3 Cass")
        assert hand.shows("4 Dell")
        await hand.press("2")
        assert hand.shows("No name is at that digit.")
        await hand.press("a")
        await hand.type("Bee")
        await hand.press("enter")
        assert hand.shows("2 Bee, back again")
        await hand.press("enter", "3")
        assert hand.shows("signing: Cass")


@pytest.mark.parametrize("tag", ["[text", "-text", "text:text", "w:text", "wtext", "w -text", ""])
async def test_renaming_leaves_the_tag(jar_home: Path, clock: Clock, tag: str) -> None:
    people(jar_home, clock, ("Wren", tag))
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab", "down", "e", "home")
        await hand.type("A")
        await hand.press("enter")
        assert hand.shows("Now called AWren.")
        (part,) = everyone(hand.app.jar)
        assert part.name == "AWren"
        assert part.tags == ((tag,) if tag else ())


@pytest.mark.parametrize("out", ["escape", "tab", "shift+tab"])
async def test_a_full_disk_holds_nobody(
    jar_home: Path, clock: Clock, size: Size, out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        with monkeypatch.context() as patch:
            patch.setattr(JarService, "sign", full)
            await hand.press("escape", "s", "1")
            assert hand.shows("Not kept yet: the disk is full. Esc goes back")
            await hand.press("enter")
            assert hand.shows("Not kept yet: the disk is full.")
            await hand.press(out)
            assert hand.shows(words.LEFT)
            assert len(hand.app.screen_stack) == 1
        assert not signed(hand)
        await hand.press("s", "1")
        assert hand.shows("Now by Wren.")


# What is not finished when the session ends


async def test_mark_and_names_of_an_unfinished_slip_come_back(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("got dre")
        await hand.press("ctrl+t", "tab", "1")
        hand.app.saver.unfinished.flush()
        (draft,) = (jar_home / "state" / "drafts").glob("*.json")
        (wren,) = ids(hand, "Wren")
        assert wren.encode() in draft.read_bytes()
        assert b"Wren" not in draft.read_bytes()
        await hand.pilot.press("ctrl+c")
    async with at_the_jar(jar_home, clock, size) as hand:
        assert "Wren" not in hand.screen
        await hand.press("up")
        assert hand.entry == "got dre"
        assert hand.shows("signing: Wren")
        assert hand.shows(words.ENTER_DROPS_MARKED)
        hand.app.saver.unfinished.flush()
        (draft,) = (jar_home / "state" / "drafts").glob("*.json")
        assert wren.encode() in draft.read_bytes()
        await hand.type("ssed")
        await hand.press("enter")
        assert signed(hand) == by(hand, "Wren")
        assert hand.app.jar.slips[-1].too_small


async def test_a_pick_beside_the_entry_is_kept_too(jar_home: Path, clock: Clock) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, BROAD) as hand:
        await hand.type("got dre")
        await hand.press("tab", "down", "space")
        await hand.pilot.press("ctrl+c")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("up")
        assert hand.shows("signing: Wren")


async def test_names_half_typed_wait(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "a")
        await hand.type("Wren")
        await hand.press("enter")
        await hand.type("Ka")
        await hand.pilot.press("ctrl+c")
    async with at_the_jar(jar_home, clock, size) as hand:
        assert not hand.shows(words.DRAFT_KEPT)
        assert "Ka" not in hand.screen
        await hand.press("tab", "a")
        assert hand.shows(said.NAMES_WAITED)
        await hand.type("i")
        await hand.press("escape")
        assert hand.shows(said.NAMES_WAIT)
        await hand.press("a", "enter")
        assert [part.name for part in listed(hand.app.jar)] == ["Wren", "Kai"]
        await hand.press("enter", "a")
        assert not hand.shows(said.NAMES_WAITED)
        assert not hand.app.saver.unfinished.edited
