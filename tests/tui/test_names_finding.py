"""Finding a name by some of its letters, and picking it without leaving them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from rich.color import Color

from jar_tui.domain.people import everyone
from jar_tui.domain.signing import Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.tui.screens.names_pane import FilterBar
from jar_tui.tui.screens.names_rows import name_color
from jar_tui.tui.theme import PALETTES, TERMINAL
from jar_tui.tui.widgets.names_list import NamesList
from jar_tui.upkeep import change_setting
from jar_tui.words import names as said
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.test_names import BROAD, by, ids, people, signed
from tests.tui.wide_text import crooked

Clock = Callable[[], datetime]
Size = tuple[int, int]
SOME = (("Wren", "w:text"), ("Old Wren", ""), ("Kit", "text-t"), ("Ash 2", ""), ("Éa", ""))
SIZES = [(80, 24), (40, 20), BROAD]


def rows(hand: Hand) -> list[str]:
    """Return what the list of names shows."""
    names = hand.app.screen.query_one(NamesList)
    shown = (names.render_line(y).text.rstrip() for y in range(names.size.height))
    return [row for row in shown if row]


@pytest.mark.parametrize("size", SIZES)
async def test_a_capital_letter_begins_and_enter_takes_the_first(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock, *SOME)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type("sat up")
        await hand.press("tab", "W", "r")
        assert rows(hand) == ["> 1 Wren, tag w:", "  2 Old Wren"]
        await hand.press("enter")
        assert hand.shows("signing: Wren")
        assert hand.entry == "sat up"
        await hand.press("x", "tab")
        assert len(rows(hand)) == len(SOME)
        assert hand.shows("1 Wren, tag w: by")


async def test_beside_the_entry_all_names_show_again_once_one_was_found(
    jar_home: Path, clock: Clock
) -> None:
    people(jar_home, clock, *SOME)
    async with at_the_jar(jar_home, clock, BROAD) as hand:
        for key in ("enter", "1"):
            await hand.press("tab", "W", key)
            assert len(rows(hand)) == len(SOME)
            await hand.type("x")
        assert hand.entry == "xx"


@pytest.mark.parametrize("size", SIZES)
async def test_a_digit_takes_the_one_it_stands_beside(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock, *SOME)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "W", "2")
        assert hand.shows("signing: Old Wren")
        await hand.press("tab", "slash", "3")
        assert hand.shows("signing: Kit")
        await hand.press("x")
        assert hand.entry == "x"


async def test_a_digit_that_some_name_has_is_text(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock, *SOME)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "slash")
        assert rows(hand)[:2] == ["  1 Wren, tag w:", "    Old Wren"]
        await hand.press("A", "s", "h", "space", "9")
        assert hand.shows("No name is at that digit. Nothing changed.")
        await hand.press("2")
        assert hand.app.screen.query_one(FilterBar).value == "Ash 2"
        assert rows(hand) == ["> 1 Ash 2"]
        await hand.press("1")
        assert hand.shows("signing: Ash 2")


async def test_a_letter_that_is_no_key_begins_too(jar_home: Path, clock: Clock, size: Size) -> None:
    people(jar_home, clock, *SOME)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "é", "enter")
        assert hand.shows("signing: Éa")


async def test_who_was_asked_for_before_is_who_is_found(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock, *SOME)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "n", "K")
        assert hand.shows("Now pick who noticed.")
        await hand.press("enter", "tab", "f", "slash", "w", "1")
        await hand.drop("sat up")
        kit, wren = ids(hand, "Kit", "Wren")
        assert {*signed(hand).ties} == {Tie("noticed", kit), Tie("for", wren)}


async def test_several_are_found_one_after_the_other(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock, *SOME)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "K", "down", "space", "W", "down", "space", "W", "enter")
        await hand.drop("sat up")
        assert signed(hand) == by(hand, "Kit", "Wren")
        await hand.press("tab", "K", "down", "space", "W", "enter")
        await hand.drop("made toast")
        assert signed(hand) == by(hand, "Kit", "Wren")


async def test_enter_finds_its_way_without_letters_and_without_names(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    people(jar_home, clock, *SOME)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab", "slash", "enter", "down")
        assert rows(hand)[0] == "> 1 Wren, tag w:"
        await hand.press("X", "enter")
        assert hand.shows("No name holds that.")
        assert not rows(hand)
        await hand.press("escape", "escape", "a")
        assert hand.entry == "a"
        assert "signing" not in hand.screen


async def test_with_no_names_a_capital_begins_nothing(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab")
        before = hand.screen
        await hand.press("W")
        assert hand.screen == before


async def test_how_to_find_is_said_where_names_are_more_than_digits(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service = people(jar_home, clock, *((f"Name{n}", "") for n in range(10)))
    service.add(NewSlip("sat up"))
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab")
        assert hand.shows(f"{said.NEEDS_NONE} {said.HOW_TO_FIND}")
        await hand.press("escape", "escape", "o", "c", "4")
        assert hand.shows(said.HOW_TO_FIND)
        await hand.press("N")
        assert not hand.shows(said.HOW_TO_FIND)


# How a name stands in the list


async def test_mark_shown_name_and_pronouns_stand_in_the_row(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    service = people(jar_home, clock, ("wren_03", "w:text"), ("K", ""))
    wren = everyone(service.jar)[0].id
    service.people.describe(wren, mark="🦊", display="Wren", pronouns="they/them")
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.press("tab")
        assert rows(hand) == ["  1 🦊 Wren, they/them, tag w:", "  2 K"]
        assert crooked(hand) == []
        await hand.press("slash")
        await hand.type("wren_0")
        assert rows(hand) == ["> 1 🦊 Wren, they/them, tag w:"]
        await hand.press("enter")
        assert hand.shows("signing: 🦊 Wren")


def _colors(hand: Hand, y: int) -> dict[str, str]:
    strip = hand.app.screen.query_one(NamesList).render_line(y)
    colored = ((text, style.color) for text, style, _ in strip if style and style.color)
    return {text: color.get_truecolor().hex for text, color in colored}


async def test_a_name_wears_its_colour_where_it_reads(jar_home: Path, clock: Clock) -> None:
    change_setting(jar_home, "look", "dark")
    service = people(jar_home, clock, ("Wren", "w:text"), ("K", ""), ("Sol", ""))
    wren, k, _ = everyone(service.jar)
    service.people.describe(wren.id, color="ffe0a0")
    service.people.describe(k.id, color="402000")
    ink = PALETTES["dark"].ink
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab")
        assert _colors(hand, 0)["Wren"] == "#ffe0a0"
        assert _colors(hand, 0)[", tag w:"] == ink
        assert _colors(hand, 1)["K"] == ink
        await hand.press("down")
        assert Color.parse("#ffe0a0").get_truecolor().hex not in _colors(hand, 0).values()
        assert "> 1 Wren, tag w:" in rows(hand)


async def test_without_colour_a_name_wears_none(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    change_setting(jar_home, "look", "dark")
    service = people(jar_home, clock)
    service.people.describe(everyone(service.jar)[0].id, color="ffe0a0")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("tab")
        assert "#ffe0a0" not in _colors(hand, 0).values()


def test_what_does_not_read_is_no_colour() -> None:
    assert name_color("dark", "ffe0a0") == "#ffe0a0"
    assert name_color("light", "402000") == "#402000"
    for look, color in (
        ("dark", "402000"),
        ("light", "ffe0a0"),
        (TERMINAL, "ffe0a0"),
        ("dark", ""),
    ):
        assert name_color(look, color) == ""
    # Enough for a shape, not for words.
    assert name_color("dark", "707070") == ""
