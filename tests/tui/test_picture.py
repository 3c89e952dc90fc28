"""The drawing of the jar: its papers, and the shelf of full jars, in every height."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical

from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.pile import FULL
from jar_tui.domain.records import Mark, Part, Slip, Stamp
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.plain_signs import SIGNS
from jar_tui.tui.widgets.jar_picture import (
    ON_SHELF,
    PAPER,
    PLACES,
    SHAPES,
    WIDTH,
    JarPicture,
    colors_of,
    papers,
    shelf_of,
)
from tests.tui.conftest import Hand, at_the_jar

HEIGHTS: Final = [shape.height for shape in SHAPES]
STEP = NewSlip("a step")


def jar_of(count: int) -> Jar:
    """Return a jar of so many slips, each by a part of its own colour."""
    slips = {f"{n:05d}": Slip(f"{n:05d}", Stamp(n + 1, "j"), text="a step") for n in range(count)}
    parts = {key: Part(key, color=f"0{key}") for key in slips}
    marks = {key: Mark(key, slip=key, part=key, role="by") for key in slips}
    return Jar.of({**EMPTY, "slips": slips, "parts": parts, "marks": marks})


# The shelf


def test_with_every_full_jar_the_shelf_has_more_until_it_is_full() -> None:
    before = " " * WIDTH
    for jars in range(1, 400):
        line = shelf_of(jars)
        assert len(line) == WIDTH
        assert line.count(ON_SHELF) == min(jars, len(PLACES))
        for was, now in zip(before, line, strict=True):
            assert was == " " or now in (was, ON_SHELF)
        before = line
    assert before == f"│{ON_SHELF * (WIDTH - 2)}│"


def test_the_first_jars_stand_apart_and_later_ones_between_them() -> None:
    assert shelf_of(1).rstrip() == "│▄│"
    assert shelf_of(2).rstrip() == "│▄│ │▄│"
    assert shelf_of(5) == "│▄│ │▄│ │▄│ │▄│ │▄│"
    assert shelf_of(6) == "│▄│▄│▄│ │▄│ │▄│ │▄│"
    assert shelf_of(9) == "│▄│▄│▄│▄│▄│▄│▄│▄│▄│"
    assert shelf_of(10) == "│▄▄▄│▄│▄│▄│▄│▄│▄│▄│"


def test_the_shelf_can_be_drawn_with_ascii_alone() -> None:
    assert shelf_of(6).translate(SIGNS) == "|=|=|=| |=| |=| |=|"


def test_papers_wear_the_colours_of_the_slips_in_the_jar_in_use() -> None:
    assert colors_of(jar_of(3)) == ["000000", "000001", "000002"]
    assert colors_of(jar_of(FULL))[::15] == ["000000", "000299"]
    assert colors_of(jar_of(FULL + 2)) == ["000300", "000301"]
    assert colors_of(jar_of(0)) == []


# The drawing


class Frame(App[None]):
    """A picture in so many lines of room."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.styles.height = self.room
            yield JarPicture()

    def lines(self) -> list[str]:
        """Return the drawing, where any of it shows."""
        picture = self.query_one(JarPicture)
        rows = self.screen._compositor.render_strips()
        return [strip.text[:WIDTH] for strip in rows[: picture.size.height]]


async def drawn(room: int, *counts: int) -> list[list[str]]:
    """Return the drawings of one picture as slips become so many, one after the other."""
    app = Frame(room)
    found = []
    async with app.run_test(size=(40, 20)) as pilot:
        for count in counts:
            jar = jar_of(count)
            app.query_one(JarPicture).fill(jar, ("#ffffff",) * len(colors_of(jar)))
            await pilot.pause()
            found.append(app.lines())
    return found


@pytest.mark.parametrize("height", HEIGHTS)
async def test_the_jar_stays_where_it_is_and_the_shelf_comes_under_it(height: int) -> None:
    full, next_one, third = await drawn(height + 1, FULL, FULL + 1, 2 * FULL + 1)
    assert len(full) == height
    assert len(next_one) == len(third) == height + 1
    assert next_one[-1] == shelf_of(1)
    assert third[-1] == shelf_of(2)
    assert next_one[:-1] == third[:-1] == (await drawn(height + 1, 1))[0]
    assert all(len(line) == WIDTH for line in third)


@pytest.mark.parametrize("height", HEIGHTS)
async def test_without_room_for_the_shelf_the_jar_is_drawn_as_high_as_ever(height: int) -> None:
    full, next_one = await drawn(height, FULL, FULL + 1)
    assert len(next_one) == len(full) == height
    assert ON_SHELF in full[-2]
    assert sum(line.count(PAPER) for line in next_one) == 1


async def test_where_there_is_no_room_nothing_is_drawn() -> None:
    assert await drawn(HEIGHTS[-1] - 1, 1, FULL + 1) == [[], []]


async def test_where_an_erasing_leaves_no_more_than_a_jar_holds_it_comes_from_the_shelf() -> None:
    more, fewer = await drawn(11, FULL + 1, FULL)
    assert len(more) == 11
    assert sum(line.count(PAPER) for line in fewer) == papers(FULL) == 16
    assert len(fewer) == 10


# On the screens


def shelf_shows(hand: Hand, jars: int) -> bool:
    """Say whether a line of the screen begins with the shelf, and nothing else does."""
    lines = [line.strip() for line in hand.screen.splitlines()]
    return sum(line.startswith(shelf_of(jars).strip()) for line in lines) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_a_full_jar_goes_on_the_shelf_and_stands_there_at_the_next_start(
    jar_home: Path, clock: Callable[[], datetime], size: tuple[int, int]
) -> None:
    service = JarService.open(jar_home, clock)[0]
    slips = service.add_all([STEP] * FULL)
    async with at_the_jar(jar_home, clock, size) as hand:
        assert hand.screen.count(PAPER) == 16
        await hand.drop("got dressed")
        assert hand.screen.count(PAPER) == 1
        assert shelf_shows(hand, 1)
    for slip in slips[:9]:
        service.set_aside(slip.id, aside=True)
    async with at_the_jar(jar_home, clock, size) as hand:
        assert hand.screen.count(PAPER) == 1
        assert shelf_shows(hand, 1)


async def test_the_page_before_an_opening_shows_the_shelf_as_well(
    jar_home: Path, clock: Callable[[], datetime]
) -> None:
    JarService.open(jar_home, clock)[0].add_all([STEP] * (2 * FULL + 1))
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("escape", "o")
        assert hand.shows("Open the jar?")
        assert shelf_shows(hand, 2)
