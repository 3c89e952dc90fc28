"""The looks: what can be read in each, and what a terminal of few colours or signs gets."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem

from jar_tui import words
from jar_tui.domain.signing import Named
from jar_tui.service import JarService
from jar_tui.store.settings import LOOKS, Look
from jar_tui.tui.plain_signs import wants_ascii
from jar_tui.tui.theme import (
    PALETTES,
    SHAPE,
    TERMINAL,
    TEXT,
    contrast,
    paper_colors,
    theme_name,
    theme_of,
)
from jar_tui.tui.widgets.jar_picture import JarPicture
from jar_tui.upkeep import change_setting
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.gallery import SCREENS, shown
from tests.tui.guard.session import Session

MEASURED: list[Look] = ["dark", "light", "contrast"]
CHART = "#777777", "#ffffff", 4.48
"""Two colours and their contrast, as the worked examples of WCAG have it."""
COLORED = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
"""A change of style that brings a colour."""


def _in_256(color: str) -> str:
    """Return the colour a terminal of 256 colours shows instead."""
    return Color.parse(color).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


def test_contrast_is_measured_as_wcag_has_it() -> None:
    one, other, known = CHART
    assert contrast(one, other) == pytest.approx(known, abs=0.01)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_every_look_that_can_be_chosen_has_its_colours() -> None:
    assert set(PALETTES) == set(LOOKS)


@pytest.mark.parametrize("look", MEASURED)
@pytest.mark.parametrize("shown_as", [str, _in_256], ids=["truecolor", "256"])
def test_words_and_shapes_stand_out_from_what_is_behind_them(
    look: str, shown_as: Callable[[str], str]
) -> None:
    palette = PALETTES[look]
    ground = shown_as(palette.ground)
    for color in (palette.ink, palette.quiet, palette.glass):
        assert contrast(shown_as(color), ground) >= TEXT
    assert contrast(shown_as(palette.chosen), ground) >= TEXT  # words of the chosen row, too
    for shape in (palette.line, palette.glass, *palette.papers):
        assert contrast(shown_as(shape), ground) >= SHAPE


def test_the_terminals_own_look_has_no_colour_for_words() -> None:
    palette = PALETTES[TERMINAL]
    worn = (palette.ground, palette.ink, palette.quiet, palette.glass, palette.line, palette.chosen)
    assert set(worn) == {"ansi_default"}


def test_the_colour_of_a_part_shows_where_it_reads_and_nowhere_else() -> None:
    pale, deep = "ffe0a0", "402000"
    assert paper_colors("dark", [pale]) == ("#ffe0a0",)
    assert paper_colors("light", [deep]) == ("#402000",)
    for look, unreadable in (("dark", deep), ("light", pale), (TERMINAL, pale), (TERMINAL, deep)):
        assert paper_colors(look, [unreadable]) == PALETTES[look].papers[:1]


async def test_a_paper_wears_the_colour_of_who_signed_unless_no_names_are_wanted(
    jar_home: Path, clock: Callable[[], datetime]
) -> None:
    change_setting(jar_home, "look", "dark")
    service = JarService.open(jar_home, clock)[0]
    service.people.add([Named("Wren", "w:text")], color="ffaa55")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("w: made the bed")
        assert hand.app.papers == ("#ffaa55",)
        await hand.app.ask(lambda jar: jar.people.choose("word", "none"))
        assert hand.app.papers == PALETTES["dark"].papers[:1]


async def test_every_paper_can_be_told_without_its_colour(tmp_path: Path) -> None:
    async with shown("entry", tmp_path, (80, 24)) as hand:
        assert hand.screen.count("▄▄▄") == 6


def _unreadable(hand: Hand, ground: str) -> list[tuple[str, str, str]]:
    """Return what does not stand out on the screen, with its colours."""
    found = []
    for strip in hand.app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip() or style is None:
                continue
            assert style.color is not None
            front = style.color.get_truecolor().hex
            back = style.bgcolor.get_truecolor().hex if style.bgcolor else ground
            least = TEXT if any(char.isalnum() for char in text) else SHAPE
            if contrast(front, back) < least:
                found.append((text, front, back))
    return found


@pytest.mark.parametrize("name", SCREENS)
async def test_every_screen_reads_in_every_look_and_is_ascii_where_that_is_wanted(
    tmp_path: Path, name: str
) -> None:
    change_setting(tmp_path, "look", MEASURED[0])
    async with shown(name, tmp_path, (80, 24)) as hand:
        for look in MEASURED:
            hand.app.register_theme(theme_of(look))
            hand.app.theme = theme_name(look)
            hand.app.look = look
            for picture in hand.app.screen.query(JarPicture):
                picture.papers = hand.app.papers
            await hand.settle()
            assert _unreadable(hand, PALETTES[look].ground) == []
        hand.app.signs.enabled = True
        hand.app.screen.refresh(layout=True)
        for widget in hand.app.screen.query("*"):
            widget.notify_style_update()
            widget.refresh()
        await hand.settle()
        assert hand.screen.isascii()


def _bytes_of(session: Session) -> bytes:
    session.until_shown(words.WRITE)
    session.send("rest\r")
    session.until_shown("Dropped in")
    return session.output


def _run(*environment: str) -> Session:
    return Session(["/usr/bin/env", *environment, sys.executable, "-m", "jar_tui"])


def test_with_no_color_nothing_is_coloured_whatever_look_was_chosen(jar_home: Path) -> None:
    change_setting(jar_home, "look", "dark")
    for environment, colored in (
        (("COLORTERM=truecolor",), True),
        (("COLORTERM=truecolor", "NO_COLOR=1"), False),
        (("COLORTERM=truecolor", "NO_COLOR="), True),
    ):
        session = _run(*environment)
        try:
            found = COLORED.search(_bytes_of(session))
        finally:
            session.close()
        assert bool(found) == colored, environment


@pytest.mark.parametrize("environment", [("TERM=linux",), ("LC_ALL=en_US.ISO-8859-1",)])
def test_a_terminal_of_few_signs_gets_ascii_alone(
    jar_home: Path, environment: tuple[str, ...]
) -> None:
    session = _run(*environment)
    try:
        assert _bytes_of(session).isascii()
    finally:
        session.close()


def test_lines_can_be_chosen_or_refused_for_good() -> None:
    linux, utf8 = {"TERM": "linux", "LANG": "C.UTF-8"}, {"TERM": "xterm", "LANG": "de_DE.UTF-8"}
    latin = {"TERM": "xterm", "LC_ALL": "de_DE.ISO-8859-15@euro", "LANG": "de_DE.UTF-8"}
    assert [wants_ascii("auto", where) for where in (linux, utf8, latin, {})] == [1, 0, 1, 0]
    assert [wants_ascii("lines", where) for where in (linux, utf8)] == [0, 0]
    assert [wants_ascii("ascii", where) for where in (linux, utf8)] == [1, 1]
