"""What is picked on one visit to the names: who signs, whom it is for, and in which role next."""

from __future__ import annotations

import pytest

from jar_tui.domain.picks import Asked, Picks
from jar_tui.domain.records import Part, Role
from jar_tui.domain.signing import Signature, Tie

WREN, K, ASH = Part("w", name="Wren"), Part("k", name="K"), Part("a", name="Ash")


def by(*parts: Part) -> Signature:
    return Signature(ties=tuple(Tie("by", part.id) for part in parts))


@pytest.mark.parametrize("role", ["by", "for"])
def test_several_are_picked_in_the_role_that_is_usual(role: Role) -> None:
    picks = Picks(usual=role)
    picks.toggle(WREN)
    picks.toggle(K)
    assert picks.signature == Signature(ties=(Tie(role, "w"), Tie(role, "k")))
    picks.toggle(WREN)
    assert picks.signature == Signature(ties=(Tie(role, "k"),))


@pytest.mark.parametrize("usual", ["by", "for"])
def test_a_role_is_asked_for_once(usual: Role) -> None:
    picks = Picks(usual=usual)
    assert not picks.is_asked
    picks.ask_for("noticed")
    assert picks.is_asked
    picks.toggle(WREN)
    assert not picks.is_asked
    picks.toggle(K)
    assert picks.signature.ties == (Tie("noticed", "w"), Tie(usual, "k"))
    picks.ask_for("noticed")
    picks.ask_for("noticed")
    assert not picks.is_asked


@pytest.mark.parametrize("usual", ["by", "for"])
def test_the_chosen_one_is_taken_where_nobody_was_picked_or_a_role_was_asked_for(
    usual: Role,
) -> None:
    picks = Picks(usual=usual)
    picks.take_chosen(WREN)
    picks.take_chosen(K)
    assert picks.signature == Signature(ties=(Tie(usual, "w"),))
    picks.ask_for("with")
    picks.take_chosen(K)
    assert picks.signature == Signature(ties=(Tie(usual, "w"), Tie("with", "k")))


def test_the_first_who_signs_takes_the_place_of_whoever_did_before() -> None:
    picks = Picks(Signature("unsure", (Tie("for", "a"),)))
    picks.sign(WREN)
    assert picks.signature == Signature(ties=(Tie("by", "w"), Tie("for", "a")))
    picks.sign(K)
    assert picks.signature.parts("by") == ("w", "k")
    alone = Picks(by(WREN))
    alone.sign(WREN)
    assert alone.signature == Signature()


def test_a_name_that_is_found_again_stays_where_it_was_picked() -> None:
    picks = Picks()
    picks.take(WREN)
    picks.take(WREN)
    picks.take(K)
    assert picks.signature == by(WREN, K)


@pytest.mark.parametrize("asked", ["also", "by"])
def test_who_signs_too_leaves_what_a_slip_said_at_first(asked: Asked) -> None:
    picks = Picks(Signature("unsure", by(WREN).ties))
    if asked != "by":
        picks.ask_for(asked)
    picks.toggle(K)
    assert picks.signature == Signature("unsure", by(WREN, K).ties)


def test_a_state_stands_in_the_place_of_those_who_sign_and_comes_off_again() -> None:
    picks = Picks(Signature(ties=(*by(WREN).ties, Tie("for", "k"))))
    picks.put_state("nobody")
    assert picks.signature == Signature("nobody", (Tie("for", "k"),))
    assert picks.picked
    picks.put_state("nobody")
    assert picks.signature == Signature("unsigned", (Tie("for", "k"),))


def test_how_it_was_is_put_and_a_name_taken_away_is_forgotten() -> None:
    picks = Picks(by(WREN, ASH))
    picks.put_how("blurry")
    picks.forget(WREN)
    assert picks.signature == Signature(ties=by(ASH).ties, how="blurry")
    assert not picks.picked
