"""Who is on a slip: their order, two sessions at once, and nobody twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.domain.clean import is_blank
from jar_tui.domain.people import listed
from jar_tui.domain.signing import NO_SIGNATURE, Named, Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService, drop_in
from tests.sessions import add, by, on, read_out, session
from tests.store.jars import journal

TEA = NewSlip("tea")


@pytest.fixture
def jar(jar_home: Path) -> JarService:
    return session(jar_home)


def test_a_slip_can_be_signed_as_it_is_dropped(jar: JarService, jar_home: Path) -> None:
    wren, k = add(jar, "Wren", "K")
    signature = Signature(ties=(Tie("for", k), Tie("noticed", wren)))
    slip = jar.add(TEA._replace(signature=signature))
    unsure = jar.add(TEA._replace(signature=Signature("unsure")))
    (quick,) = drop_in(jar_home, [TEA._replace(signature=by(k, wren))], jar.almanac)
    jar.catch_up()
    later = session(jar_home)
    for one in (jar, later):
        assert on(one, slip.id) == signature
        assert read_out(one, slip.id) == "for K, noticed by Wren"
        assert read_out(one, unsure.id) == "not sure"
        assert read_out(one, quick) == "by K and Wren"
    assert later.jar.marks == jar.jar.marks


def test_signing_sets_who_is_on_a_slip_and_their_order(jar: JarService, jar_home: Path) -> None:
    wren, k, sol = add(jar, "Wren", "K", "Sol")
    slip = jar.add(TEA)
    for signature in (
        *(by(wren), by(wren, k), by(k, wren), by(sol, k, wren), by(k, sol), by(sol)),
        *(Signature("nobody"), Signature("unsure", (Tie("for", k),)), by(k, wren), NO_SIGNATURE),
    ):
        jar.sign(slip.id, signature)
        assert on(jar, slip.id) == signature
        assert on(session(jar_home), slip.id) == signature


def test_signing_twice_with_the_same_writes_nothing(jar: JarService, jar_home: Path) -> None:
    wren, k = add(jar, "Wren", "K")
    slip = jar.add(TEA)
    jar.sign(slip.id, by(wren, k))
    before = journal(jar_home).read_bytes()
    jar.sign(slip.id, by(wren, k))
    assert journal(jar_home).read_bytes() == before


def test_a_part_named_twice_is_on_a_slip_once(jar: JarService) -> None:
    (wren,) = add(jar, "Wren")
    slip = jar.add(TEA)
    jar.sign(slip.id, by(wren, wren))
    assert len(jar.jar.marks_of(jar.jar.ordered[0])) == 1
    assert on(jar, slip.id) == by(wren)


def test_the_same_name_from_two_sessions_shows_once_and_comes_off_whole(
    jar: JarService, jar_home: Path
) -> None:
    wren, k = add(jar, "Wren", "K")
    slip = jar.add(TEA)
    other = session(jar_home)
    jar.sign(slip.id, by(wren))
    # As two machines would that have not met yet.
    other._repository.change(other.almanac.marking(slip.id, by(wren, k).ties))
    jar.catch_up()
    assert len(jar.jar.marks_of(slip)) == 3
    assert on(jar, slip.id) == on(session(jar_home), slip.id) == by(wren, k)
    jar.sign(slip.id, by(wren, k))
    assert len(jar.jar.marks_of(slip)) == 2
    jar.sign(slip.id, by(k))
    assert on(session(jar_home), slip.id) == by(k)


def test_not_sure_in_one_session_and_a_name_in_another_is_the_name(
    jar: JarService, jar_home: Path
) -> None:
    (wren,) = add(jar, "Wren")
    slip = jar.add(TEA)
    other = session(jar_home)
    jar.sign(slip.id, Signature("unsure"))
    other.sign(slip.id, by(wren))
    jar.catch_up()
    assert read_out(jar, slip.id) == "by Wren"
    jar.sign(slip.id, Signature("unsure"))
    assert read_out(session(jar_home), slip.id) == "not sure"


def test_a_name_that_was_typed_never_blank(jar: JarService) -> None:
    add(jar, "\u200b w:", "\ud800", "K")
    assert not any(is_blank(part.name) for part in listed(jar.jar))
    assert "K" in [part.name for part in listed(jar.jar)]


def test_what_another_window_changed_meanwhile_stays(jar: JarService, jar_home: Path) -> None:
    wren, k = add(jar, "Wren", "K")
    slip = jar.add(TEA)
    there = session(jar_home)
    jar.sign(slip.id, by(k))
    there.sign(slip.id, Signature(ties=(Tie("noticed", wren),)), NO_SIGNATURE)
    assert set(on(there, slip.id).ties) == {Tie("by", k), Tie("noticed", wren)}


def test_a_name_added_in_two_windows_is_one(jar: JarService, jar_home: Path) -> None:
    there = session(jar_home)
    add(jar, "Robin")
    there.people.add([Named("Robin")])
    assert [part.name for part in listed(there.jar)] == ["Robin"]
