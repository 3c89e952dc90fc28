"""Openings kept step by step, lines and covers, two sessions at once, and taking back exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.domain.jar import Jar
from jar_tui.domain.nudge import lines_of, met
from jar_tui.domain.people import signature_of
from jar_tui.domain.review import (
    Answer,
    Hush,
    Met,
    More,
    Next,
    Read,
    begun,
    is_hushed,
)
from jar_tui.domain.selecting import selected
from jar_tui.domain.signing import Named, Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words.nudges import NUDGES
from tests.domain.openings import WAYS
from tests.sessions import Reader, same, session, slip_of
from tests.store.jars import journal

TEA = NewSlip("tea", small=True)


@pytest.fixture
def jar(jar_home: Path) -> JarService:
    return session(jar_home)


# Keeping an opening


def test_every_step_is_on_disk_when_it_returns(jar: JarService, jar_home: Path) -> None:
    ids = [slip.id for slip in jar.add_all([TEA] * 3)]
    reading = Reader(jar).go(Answer("both"), Next(), Hush())
    found = session(jar_home)
    assert same(found.jar, jar.jar)
    first, second, third = (slip_of(found, key) for key in ids)
    assert (first.reached, first.label, met(first)) == (reading.opening.id, "both", ("both-1",))
    assert (second.reached, met(second, reading.opening.id)) == ("", ("effort-1",))
    assert third.nudges == ()
    assert is_hushed(found.jar, found.almanac.today())
    again = selected(found.jar, found.almanac.today())
    assert again.opening is not None
    assert begun(again.opening, found.jar, WAYS)[0].slip == ids[1]


def test_an_opening_can_be_closed_with_a_line(jar: JarService, jar_home: Path) -> None:
    jar.add(TEA)
    reading = Reader(jar).go(Next())
    jar.openings.write_closing(reading.opening.id, " warm \x1b\n")
    ended = jar.openings.end(reading.opening.id)
    assert (ended.closing, ended.ended) == (" warm", jar.almanac.written())
    assert session(jar_home).jar.tables["openings"][ended.id] == ended


def test_the_words_a_line_has_change_nothing(jar: JarService, jar_home: Path) -> None:
    own = jar.openings.add_line("a crumb")
    people = journal(jar_home, "people")
    before = people.read_bytes()
    jar.openings.word(own, " a crumb ")
    jar.openings.word("both-1", NUDGES["both-1"])
    assert people.read_bytes() == before
    jar.openings.word("both-1", "It happened.")
    jar.openings.word("both-1", " ")
    assert lines_of(jar.jar, NUDGES) == {**NUDGES, own: "a crumb"}
    assert people.read_bytes() != before


def test_an_opening_nobody_began_cannot_be_closed(jar: JarService) -> None:
    with pytest.raises(KeyError):
        jar.openings.end("x" * 26)


def test_several_steps_kept_together_lose_no_line(jar: JarService) -> None:
    slip = jar.add(TEA)
    opening = jar.openings.begin([slip.id])
    jar.openings.keep(opening.id, [Met(slip.id, "both-1"), Met(slip.id, "size-1"), Read(slip.id)])
    assert met(slip_of(jar, slip.id)) == ("both-1", "size-1")
    assert slip_of(jar, slip.id).reached == opening.id


def test_keeping_nothing_writes_nothing(jar: JarService, jar_home: Path) -> None:
    jar.add(TEA)
    before = journal(jar_home).read_bytes()
    jar.openings.keep("o" * 26, [])
    assert journal(jar_home).read_bytes() == before


# Two sessions


def test_reading_in_one_session_and_signing_in_another_are_both_kept(
    jar: JarService, jar_home: Path
) -> None:
    (wren,) = jar.people.add([Named("Wren")])
    slip = jar.add(TEA)
    other = session(jar_home)
    reading = Reader(jar)
    signature = Signature(ties=(Tie("by", wren.part.id),))
    other.sign(slip.id, signature)
    other.edit(slip.id, "green tea")
    reading.go(Answer("lifted"), Next())
    other.catch_up()
    for jar_seen in (jar.jar, other.jar, session(jar_home).jar):
        found = jar_seen.get(slip.id)
        assert found is not None
        assert signature_of(jar_seen, found) == signature
        assert (found.text, found.label) == ("green tea", "lifted")
        assert (found.reached, met(found)) == (reading.opening.id, ("both-1",))


def test_two_openings_at_once_lose_neither_reads_nor_lines(jar: JarService, jar_home: Path) -> None:
    ids = [slip.id for slip in jar.add_all([TEA] * 4)]
    other = session(jar_home)
    one, two = Reader(jar), Reader(other)
    assert one.opening.id != two.opening.id, "neither knew of the other"
    one.go(Next(), More())
    two.go(Next(), Next(), More(), Next())
    one.go(Next())
    found = session(jar_home).jar
    slips = [found.get(key) for key in ids]
    assert [bool(slip and slip.reached) for slip in slips] == [True, True, True, False]
    for reading in (one, two):
        for key, lines in reading.review.met.items():
            slip = found.get(key)
            assert slip is not None
            assert met(slip, reading.opening.id) == lines
    assert selected(found, jar.almanac.today()).opening is not None


def test_one_opening_read_in_two_sessions_is_read_once(jar: JarService, jar_home: Path) -> None:
    ids = [slip.id for slip in jar.add_all([TEA] * 3)]
    one = Reader(jar).go(Next())
    two = Reader(session(jar_home))
    assert two.opening == one.opening
    assert (two.review.slip, two.review.line) == (ids[1], "effort-1")
    two.go(Next())
    one.go(Next(), Next())
    found = session(jar_home).jar
    assert all(slip.reached == one.opening.id for slip in found)
    assert [met(slip) for slip in found] == [("both-1",), ("effort-1",), ("eyes-1",)]


def test_what_is_read_from_disk_equals_what_is_in_memory(jar: JarService, jar_home: Path) -> None:
    wren, k = (added.part.id for added in jar.people.add([Named("Wren", "w:text"), Named("K")]))
    signature = Signature(ties=(Tie("for", k), Tie("noticed", wren)))
    slips = jar.add_all([TEA, TEA._replace(signature=signature), TEA])
    other = session(jar_home)
    jar.sign(slips[0].id, Signature(ties=(Tie("by", wren), Tie("by", k))))
    other.sign(slips[0].id, Signature("unsure"))
    jar.write_line(slips[1].id, "three tries")
    other.write_line(slips[1].id, "cold kitchen")
    jar.cover(slips[2].id, covered=True)
    Reader(jar).go(More(), Answer("both"), Next())
    jar.undo()
    jar.people.remove(k)
    other.catch_up()
    jar.catch_up()
    assert same(jar.jar, other.jar)
    assert same(jar.jar, session(jar_home).jar)
    assert same(jar.jar, Jar.of(jar.jar.tables))


# Lines, covers, setting aside


def test_a_line_is_kept_under_its_slip(jar: JarService, jar_home: Path) -> None:
    slip = jar.add(TEA)
    jar.write_line(slip.id, "three tries\x1b\n", opening="o" * 26, nudge="effort-1")
    jar.write_line(slip.id, "cold kitchen")
    found = session(jar_home).jar
    lines = found.lines_of(slip)
    assert [line.text for line in lines] == ["three tries", "cold kitchen"]
    assert (lines[0].opening, lines[0].nudge) == ("o" * 26, "effort-1")
    assert slip_of(jar, slip.id) == slip, "the slip is as it was"


def test_a_cover_goes_on_and_off_and_a_slip_goes_aside_and_back(
    jar: JarService, jar_home: Path
) -> None:
    slip = jar.add(TEA)
    assert jar.cover(slip.id, covered=True).covered
    assert len(session(jar_home).jar.containing("tea")) == 0
    assert not jar.cover(slip.id, covered=False).covered
    assert jar.set_aside(slip.id, aside=True).set_aside
    assert len(session(jar_home).jar) == 0
    assert not jar.set_aside(slip.id, aside=False).set_aside
    assert len(session(jar_home).jar) == 1
