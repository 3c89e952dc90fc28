"""Names: the pane, who signs, and what of it shows elsewhere, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual import events

from jar_tui import words
from jar_tui.domain.people import WORD, choice, everyone, listed, signature_of
from jar_tui.domain.records import Slip
from jar_tui.domain.signing import Named, Signature, Tie
from jar_tui.service import JarService
from jar_tui.words import names as said
from tests.tui.conftest import Hand, at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]
TWELVE = ("Wren w:", "K k:", *(f"Name{n}" for n in range(3, 13)))
BROAD = (120, 40)


def people(home: Path, clock: Clock, *names: tuple[str, str], word: str = "") -> JarService:
    """Have names in a jar, and what they are called."""
    service, _ = JarService.open(home, clock)
    service.people.add([Named(name, tag) for name, tag in names or (("Wren", "w:text"), ("K", ""))])
    if word:
        service.people.choose(WORD, word)
    return service


def signed(hand: Hand, slip: Slip | None = None) -> Signature:
    """Return who is on a slip; on the newest where none is named."""
    return signature_of(hand.app.jar, slip or hand.app.jar.slips[-1])


def ids(hand: Hand, *names: str) -> tuple[str, ...]:
    """Return the ids of names."""
    return tuple(part.id for name in names for part in everyone(hand.app.jar) if part.name == name)


def by(hand: Hand, *names: str) -> Signature:
    """Return the signature of these names."""
    return Signature(ties=tuple(Tie("by", key) for key in ids(hand, *names)))


# The pane


async def test_tab_opens_the_names_and_the_words_stay(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("opened the curtain")
        await hand.press("tab")
        assert hand.shows("A slip needs no name. Names are here for when they help.")
        for row in ("a add names", "0 not sure", "- nobody in particular"):
            assert hand.shows(row)
        assert hand.shows("w another word: part, alter, headmate, member, your own, none")
        assert hand.shows("Names are kept in the jar's file. Initials or a mark work too.")
        assert hand.shows("Esc back to the slip")
        assert "…" not in hand.screen
        await hand.press("escape", "x")
        assert hand.entry == "opened the curtainx"


@pytest.mark.parametrize("at_once", [False, True], ids=["typed", "pasted"])
async def test_twelve_names_are_added(
    jar_home: Path, clock: Clock, size: Size, at_once: bool
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "a")
        assert hand.shows("One name to a line. A tag may follow, as in Wren w:")
        assert hand.shows("Enter adds. Enter on a blank line is done.")
        if at_once:
            hand.app.post_message(events.Paste("\n".join(TWELVE)))
            await hand.settle()
            await hand.press("enter")
        for name in () if at_once else TWELVE:
            await hand.type(name)
            await hand.press("enter")
            assert hand.shows(name.removesuffix(" w:").removesuffix(" k:"))
        assert [part.name for part in listed(hand.app.jar)][:3] == ["Wren", "K", "Name3"]
        assert len(listed(hand.app.jar)) == 12
        await hand.press("enter")
        assert hand.shows("1 Wren, tag w:")
        assert hand.shows("9 Name9 Name10")


async def test_the_word_is_on_every_screen(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "w")
        assert ">" not in hand.screen
        await hand.press("1")
        assert hand.screen.lstrip().startswith("Parts")
        assert hand.shows('Every screen now says "parts".')
        await hand.press("escape")
        assert hand.shows("Tab parts")
        await hand.press("ctrl+g")
        assert hand.shows("Opens the parts.")
        assert choice(hand.app.jar, WORD) == "part"


async def test_a_word_of_ones_own(jar_home: Path, clock: Clock, size: Size) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "w", "5")
        await hand.type("facet, facets")
        await hand.press("enter")
        assert hand.shows("Facets are here for when they help.")
        assert hand.shows("a add facets")
        assert choice(hand.app.jar, WORD) == "facet, facets"
        await hand.press("w", "5")
        await hand.type("a word far too long for a phone, many")
        await hand.press("enter")
        assert hand.shows(said.OWN_TOO_LONG)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("facet", 'Every screen now says "facets".'),
        ("folk", 'Every screen now says "folk", for one and for many.'),
    ],
)
async def test_a_word_alone_has_its_plural_or_it_is_said_that_it_has_none(
    jar_home: Path, clock: Clock, size: Size, typed: str, told: str
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "w", "5")
        await hand.type(typed)
        await hand.press("enter")
        assert hand.shows(told)


@pytest.mark.parametrize("size", [(80, 24), (40, 20), BROAD])
async def test_none_takes_the_names_away_everywhere(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "1", "tab", "w", "6", "2")
        assert hand.shows(said.NO_NAMES)
        assert hand.shows("jar-tui settings word names")
        await hand.drop("w: made the bed")
        assert hand.app.jar.slips[-1].text == "w: made the bed"
        assert not signed(hand)
        assert "name" not in hand.screen
        await hand.press("tab")
        assert hand.chosen == "w: made the bed"
        assert "name" not in hand.screen
        await hand.press("question_mark")
        assert "name" not in hand.screen
        await hand.press("escape", "s")
        assert hand.entry == "s"
        await hand.press("ctrl+g")
        assert "name" not in hand.screen


async def test_tab_goes_round(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("made toast")
        await hand.press("tab", "tab")
        assert hand.shows("Enter whole")
        await hand.press("tab", "a", "shift+tab")
        assert hand.shows("Enter whole")
        await hand.press("shift+tab")
        assert hand.shows("1 Wren, tag w:")
        await hand.press("shift+tab", "b")
        assert hand.entry == "ab"


async def test_from_110_columns_on_the_names_are_beside_the_entry(
    jar_home: Path, clock: Clock
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, (110, 30)) as hand:
        assert hand.shows(words.WRITE)
        assert hand.shows("1 Wren, tag w:")
        await hand.type("made the bed")
        await hand.press("tab", "down", "space")
        assert len(hand.app.screen_stack) == 1
        assert hand.shows("> 1 Wren, tag w: by")
        await hand.press("enter")
        assert hand.shows("signing: Wren")
        await hand.press("enter")
        assert hand.shows("Dropped in, by Wren.")
        assert not hand.shows("tag w: by")
        await hand.press("tab", "tab")
        assert hand.shows("Enter whole")
        await hand.resize((100, 30))
        assert not hand.shows("1 Wren, tag w:")
        await hand.resize((115, 30))
        assert hand.shows("1 Wren, tag w:")


async def test_long_names_do_not_hide_the_words(jar_home: Path, clock: Clock) -> None:
    long = [(f"The one who {'always ' * 10}waits {n}", "") for n in range(6)]
    people(jar_home, clock, *long)
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        await hand.press("tab", *["down", "space"] * 6, "enter")
        await hand.drop("made toast " * 20 + "at last")
        await hand.press("escape", "enter")
        assert "made toast" in "\n".join(hand.screen.splitlines()[:9])


# The names themselves


async def test_finding_a_name_and_signing_with_it(jar_home: Path, clock: Clock, size: Size) -> None:
    service = people(jar_home, clock, *((f"Name {n} of many", "") for n in range(300)))
    service.people.rest(everyone(service.jar)[250].id, resting=True)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "end")
        assert hand.shows("> Name 299 of many")
        await hand.press("slash")
        await hand.type("NAME 250")
        assert hand.shows("Name 250 of many resting")
        assert not hand.shows("Name 25 of many")
        await hand.press("enter")
        assert hand.shows("signing: Name 250 of many")


async def test_a_name_can_rest_be_renamed_and_be_taken_away(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.drop("w: made the bed")
        await hand.press("tab", "down", "e")
        await hand.type("x")
        await hand.press("backspace", "backspace", "backspace", "v", ":", "enter")
        assert hand.shows("Now called Wren.")
        assert hand.shows("1 Wren, tag v:")
        await hand.press("r")
        assert hand.shows("Out of this list: Wren.")
        assert not hand.shows("tag v:")
        await hand.press("down", "x", "1")
        assert hand.shows("Taken away: K. The slips stay, by someone.")
        assert not listed(hand.app.jar)
        await hand.press("a")
        await hand.type("wren")
        await hand.press("enter")
        assert hand.shows("1 Wren, tag v:, back again")
        await hand.press("enter", "down", "x", "1", "escape", "escape")
        assert hand.shows("by someone")
        assert "Wren" not in hand.screen


async def test_a_long_name_is_cut_in_the_list_and_nowhere_else(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    long = "The one who " + "always " * 12 + "waits"
    people(jar_home, clock, (long, ""))
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab")
        assert not hand.shows(long)
        assert "…" in hand.screen
        await hand.press("1")
        assert hand.shows(long)
        await hand.drop("waited")
        await hand.press("escape")
        assert hand.shows("waited")
        await hand.press("enter")
        assert hand.shows(long)


async def test_a_name_is_obeyed_by_nothing(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock, ("[b]{names} [/x]", ""), word="[i]one, [i]many")
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab")
        assert hand.shows("1 [b]{names} [/x]")
        assert hand.shows("[i]many")
        await hand.press("1")
        assert hand.shows("signing: [b]{names} [/x]")
        await hand.drop("made toast")
        await hand.press("escape")
        assert hand.shows("by [b]{names} [/x]")
