"""Taking back restores exactly, and never what an opening notes by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jar_tui.domain.nudge import met
from jar_tui.domain.people import signature_of
from jar_tui.domain.records import Opening
from jar_tui.domain.review import Answer, Labelled, Met, More, Next, Read
from jar_tui.domain.signing import Named, Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from tests.sessions import Reader, same, seen, session, slip_of

TEA = NewSlip("tea", small=True)


@pytest.fixture
def jar(jar_home: Path) -> JarService:
    return session(jar_home)


Change = Callable[[JarService, str, list[str]], object]
CHANGES: dict[str, Change] = {
    "sign": lambda jar, key, parts: jar.sign(key, Signature(ties=(Tie("by", parts[1]),))),
    "reorder": lambda jar, key, parts: jar.sign(
        key, Signature(ties=(Tie("by", parts[1]), Tie("by", parts[0])))
    ),
    "unsign": lambda jar, key, parts: jar.sign(key, Signature("unsure")),
    "cover": lambda jar, key, parts: jar.cover(key, covered=True),
    "aside": lambda jar, key, parts: jar.set_aside(key, aside=True),
    "label": lambda jar, key, parts: jar.label(key, small=False),
    "answer": lambda jar, key, parts: jar.openings.keep("o" * 26, [Labelled(key, "both")]),
    "line": lambda jar, key, parts: jar.write_line(key, "three tries"),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("earlier", [False, True])
def test_taking_back_restores_exactly(
    jar: JarService, jar_home: Path, name: str, earlier: bool
) -> None:
    parts = [added.part.id for added in jar.people.add([Named("Wren"), Named("K")])]
    both = Signature(ties=(Tie("by", parts[0]), Tie("by", parts[1])))
    slip = jar.add(TEA._replace(signature=both))
    jar.write_line(slip.id, "before")
    Reader(jar).go(Next())
    before = seen(jar.jar)
    CHANGES[name](jar, slip.id, parts)
    assert seen(jar.jar) != before
    after = session(jar_home) if earlier else jar
    told = after.undo(earlier=earlier)
    assert told.fields
    assert not told.declined
    assert not told.made_slips
    assert seen(after.jar) == seen(session(jar_home).jar) == before


def test_a_slip_taken_back_keeps_its_names_for_when_it_is_brought_back(
    jar: JarService, jar_home: Path
) -> None:
    parts = [added.part.id for added in jar.people.add([Named("Wren"), Named("K")])]
    both = Signature(ties=(Tie("by", parts[0]), Tie("for", parts[1])))
    slip = jar.add(TEA._replace(signature=both))
    told = jar.undo()
    assert (told.made_slips, told.many) == (True, False)
    assert len(session(jar_home).jar) == 0
    jar.set_aside(slip.id, aside=False)
    found = session(jar_home).jar
    assert signature_of(found, found.slips[0]) == both
    assert not found.slips[0].set_aside


def test_what_an_opening_notes_by_itself_is_never_taken_back(
    jar: JarService, jar_home: Path
) -> None:
    slips = jar.add_all([TEA] * 2)
    reading = Reader(jar).go(More(), Answer("lifted"), Next(), Next())
    jar.openings.end(reading.opening.id)
    assert jar.undo().fields == {"label"}, "the answer is what somebody chose"
    assert jar.undo().many
    assert not jar.undo().fields
    for slip in slips:
        found = slip_of(session(jar_home), slip.id)
        assert found.reached == reading.opening.id
        assert met(found)
        assert found.set_aside


def test_an_answer_kept_together_with_what_was_noted_is_taken_back_alone(
    jar: JarService, jar_home: Path
) -> None:
    slip = jar.add(TEA)
    opening: Opening = jar.openings.begin([slip.id])
    jar.openings.keep(
        opening.id, [Met(slip.id, "both-1"), Labelled(slip.id, "lifted"), Read(slip.id)]
    )
    assert jar.undo().fields == {"label"}
    found = slip_of(session(jar_home), slip.id)
    assert (found.label, found.reached, met(found)) == ("small", opening.id, ("both-1",))


def test_names_somebody_set_again_later_are_not_taken_back(jar: JarService, jar_home: Path) -> None:
    wren, k = (added.part.id for added in jar.people.add([Named("Wren"), Named("K")]))
    slip = jar.add(TEA)
    jar.sign(slip.id, Signature(ties=(Tie("by", wren),)))
    other = session(jar_home)
    other.sign(slip.id, Signature(ties=(Tie("by", k),)))
    assert jar.undo().declined
    jar.catch_up()
    assert same(jar.jar, session(jar_home).jar)
    assert signature_of(jar.jar, slip).parts("by") == (k,)
