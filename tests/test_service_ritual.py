"""Slips written at the end of an opening, lines of one's own, and what is not to come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.domain.nudge import is_off, lines_of
from jar_tui.domain.review import Answer, Next
from jar_tui.domain.ritual import past
from jar_tui.domain.selecting import selected, written_in
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.errors import SlipGone
from jar_tui.words.nudges import NUDGES
from tests.sessions import Reader, same, session, slip_of


@pytest.fixture
def jar(jar_home: Path) -> JarService:
    return session(jar_home)


def test_a_slip_written_at_the_end_is_in_the_jar_and_not_folded(
    jar: JarService, jar_home: Path
) -> None:
    slip = jar.add(NewSlip("tea"))
    opening = jar.openings.begin([slip.id])
    first = jar.openings.drop_in(opening.id, " rested ")
    second = jar.openings.drop_in(opening.id, "yesterday: w: said no")
    found = session(jar_home)
    assert same(found.jar, jar.jar)
    assert [one.text for one in found.jar] == ["tea", " rested", "yesterday: w: said no"]
    assert [one.id for one in written_in(found.jar, opening.id)] == [first.id, second.id]
    assert past(found.jar)[0].id == opening.id
    assert [one.id for one in selected(found.jar, found.almanac.today()).slips] == [slip.id]


def test_a_line_of_ones_own_is_added_changed_and_switched_off(
    jar: JarService, jar_home: Path
) -> None:
    line = jar.openings.add_line(" It was\nTuesday.\x1b ")
    assert lines_of(session(jar_home).jar, NUDGES)[line] == "It was Tuesday."
    jar.openings.word(line, "It was Wednesday.")
    jar.openings.switch("effort-1", off=True)
    jar.openings.word("both-1", "Both may be so.")
    found = session(jar_home).jar
    lines = lines_of(found, NUDGES)
    assert (lines[line], lines["both-1"]) == ("It was Wednesday.", "Both may be so.")
    assert is_off(found, "effort-1")
    assert "effort-1" not in lines
    jar.openings.word("both-1", "  ")
    jar.openings.switch("effort-1", off=False)
    jar.openings.word(line, "")
    assert lines_of(session(jar_home).jar, NUDGES) == dict(NUDGES)


def test_two_sessions_may_change_one_line_at_once(jar: JarService, jar_home: Path) -> None:
    other = session(jar_home)
    jar.openings.word("both-1", "Both may be so.")
    other.openings.switch("both-1", off=True)
    found = session(jar_home).jar
    assert is_off(found, "both-1")
    assert lines_of(found, NUDGES, off=True)["both-1"] == "Both may be so."


def test_what_is_not_to_come_back_stays_in_the_jar_and_can_be_taken_back(jar: JarService) -> None:
    slip = jar.add(NewSlip("a hard one"))
    assert jar.not_again(slip.id, wanted=True).not_again
    assert selected(jar.jar, jar.almanac.today()).why == "nothing"
    assert [one.text for one in jar.jar] == ["a hard one"]
    assert jar.undo().fields == {"not_again"}
    assert selected(jar.jar, jar.almanac.today()).slips == (slip_of(jar, slip.id),)
    with pytest.raises(SlipGone):
        jar.not_again("x" * 26, wanted=True)


def test_two_openings_at_once_lose_nothing(jar: JarService, jar_home: Path) -> None:
    ids = [slip.id for slip in jar.add_all([NewSlip(f"step {n}", small=True) for n in range(4)])]
    one, two = Reader(jar), Reader(session(jar_home))
    assert one.opening.id == two.opening.id, "the second goes on with the first's"
    apart = two.service.openings.begin(ids)
    two.opening = apart
    two.begin()
    for _ in range(2):
        one.go(Answer("both"), Next())
        two.go(Answer("lifted"), Next())
    two.service.openings.drop_in(apart.id, "rested")
    one.service.openings.drop_in(one.opening.id, "said no")
    found = session(jar_home).jar
    assert {slip.text for slip in found} == {*(f"step {n}" for n in range(4)), "rested", "said no"}
    assert all(slip_of(jar, key).reached for key in ids[:2])
    assert {slip.label for slip in found.too_small()} == {"small"}
    assert len(past(found)) == 2
