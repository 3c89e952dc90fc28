"""Sentences about names: who is on a slip, in any role, in the words somebody picked."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.records import Role, State
from jar_tui.domain.signing import NO_SIGNATURE, Signature, Tie
from jar_tui.words.names import (
    NAMES,
    NONE,
    SOMEONE,
    WORDS,
    Nouns,
    nouns_of,
    signed,
    signing,
    with_nouns,
)

NAMED = {"w": "Wren", "k": "K", "s": "Sol", "x": "{by} {0}"}
SIGNATURES = st.builds(
    Signature,
    st.sampled_from(get_args(State)),
    st.lists(
        st.builds(Tie, st.sampled_from(get_args(Role)), st.sampled_from([*NAMED, "gone"]))
    ).map(tuple),
)


def name_of(part: str) -> str:
    return NAMED.get(part, "")


def ties(*typed: str) -> Signature:
    """Return a signature from words such as `by:w`."""
    made: list[Tie] = []
    for one in typed:
        role, _, part = one.partition(":")
        made += [Tie(known, part) for known in get_args(Role) if known == role]
    return Signature(ties=tuple(made))


@pytest.mark.parametrize(
    ("signature", "said", "in_entry"),
    [
        (NO_SIGNATURE, "", ""),
        (ties("by:w"), "by Wren", "signing: Wren"),
        (ties("by:w", "by:k"), "by Wren and K", "signing: Wren and K"),
        (ties("by:k", "by:s", "by:w"), "by K, Sol and Wren", "signing: K, Sol and Wren"),
        (ties("for:k"), "for K", "for K"),
        (ties("for:k", "noticed:w"), "for K, noticed by Wren", "for K, noticed by Wren"),
        (ties("by:w", "for:k"), "by Wren, for K", "signing: Wren, for K"),
        (ties("by:w", "with:k"), "by Wren, with K near", "signing: Wren, with K near"),
        (ties("noticed:w", "for:k"), "for K, noticed by Wren", "for K, noticed by Wren"),
        (Signature("unsure"), "not sure", "signing: not sure"),
        (Signature("nobody"), "nobody in particular", "signing: nobody in particular"),
        (Signature("someone"), "by someone", "signing: someone"),
        (Signature("all"), "by all of us", "signing: all of us"),
        (
            Signature("unsure", (Tie("by", "k"),)),
            "by K, at first not sure",
            "signing: K, at first not sure",
        ),
        (Signature(how="blurry"), "blurry", "signing: blurry"),
        (Signature("unsigned", (Tie("by", "k"),), "asleep"), "by K, asleep", "signing: K, asleep"),
        (Signature("unsigned", (Tie("for", "k"),), "own"), "for K, own", "for K, own"),
        (Signature("unsure", (Tie("for", "k"),)), "not sure, for K", "signing: not sure, for K"),
        (ties("by:gone"), "by someone", "signing: someone"),
        (ties("by:gone", "by:k"), "by someone and K", "signing: someone and K"),
        (ties("by:gone", "by:lost"), "by someone", "signing: someone"),
        (ties("by:x"), "by {by} {0}", "signing: {by} {0}"),
    ],
)
def test_who_is_on_a_slip_is_said(signature: Signature, said: str, in_entry: str) -> None:
    assert signed(signature, name_of) == said
    assert signing(signature, name_of) == in_entry


def test_once_it_is_dropped_not_sure_is_said_in_full() -> None:
    assert signed(Signature("unsure"), name_of, unsure="not sure who") == "not sure who"
    assert signed(ties("by:w"), name_of, unsure="not sure who") == "by Wren"


@given(SIGNATURES)
def test_any_signature_can_be_said(signature: Signature) -> None:
    said = signed(signature, name_of)
    assert bool(said) is bool(signature)
    assert said in signing(signature, name_of) or said.removeprefix("by ") in signing(
        signature, name_of
    )
    for tie in signature.ties:
        assert (name_of(tie.part) or SOMEONE) in said
    assert not re.search(r"\bgone\b|,,|  | $|^,", said), "no id of a part shows, and no gap"


@pytest.mark.parametrize(
    ("choice", "nouns"),
    [
        ("", NAMES),
        ("name", NAMES),
        *((word, nouns) for word, nouns in WORDS.items()),
        ("facet", Nouns("facet", "facets")),
        ("voice, voices", Nouns("voice", "voices")),
        (" voice ,voices ", Nouns("voice", "voices")),
        ("crew", Nouns("crew", "crew")),
        ("crew,", Nouns("crew", "crew")),
        (",crew", Nouns("crew", "crew")),
        (" , ", NAMES),
        ("  ", NAMES),
        (NONE, None),
    ],
)
def test_those_who_sign_are_called_what_was_picked(choice: str, nouns: Nouns | None) -> None:
    assert nouns_of(choice) == nouns


@given(st.text())
def test_there_is_always_a_word(choice: str) -> None:
    nouns = nouns_of(choice)
    assert nouns is None or (nouns.one and nouns.many)


def test_the_word_is_put_into_a_sentence() -> None:
    sentence = "A slip needs no {name}. {names} are here."
    assert with_nouns(sentence, WORDS["part"]) == "A slip needs no part. parts are here."
    assert with_nouns(sentence, NAMES) == "A slip needs no name. names are here."
    assert with_nouns(sentence, None) == with_nouns(sentence, NAMES)
    assert with_nouns("{other} stays, as does {}", NAMES) == "{other} stays, as does {}"
