"""What is known of one name: its place, its tags as typed, and what it wishes of others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.people import (
    as_tags,
    as_words,
    listed,
    looks_like_another,
    moved,
    place_of,
    shares_tag,
    wishes,
)
from jar_tui.domain.records import Part, State
from jar_tui.domain.signing import Signature, Tie, tag_shown

WREN = Part("w", name="Wren", tags=("w:text",), order=1)
K = Part("k", name="K", tags=("k:text",), order=2, wish="ask")
RUE = Part("r", name="Rue", order=3, wish="not")
TAGS = st.text("abk:-[] ", min_size=1, max_size=6)


def jar_of(*parts: Part) -> Jar:
    return Jar.of({**EMPTY, "parts": {part.id: part for part in parts}})


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.data())
def test_a_name_that_is_moved_is_at_that_place(resting: list[bool], data: st.DataObject) -> None:
    parts = [Part(f"{n}", name=f"N{n}", order=n, resting=rests) for n, rests in enumerate(resting)]
    jar, one = jar_of(*parts), data.draw(st.sampled_from(parts))
    place = data.draw(st.integers(1, len(parts) + 3))
    order = moved(jar, one.id, place)
    after = jar_of(*(replace(part, order=n) for n, part in enumerate(order)))
    last = 1 + sum(not part.resting for part in parts if part.id != one.id)
    assert place_of(after, one.id) == min(place, last)
    assert moved(jar, one.id, place_of(jar, one.id)) == parts or any(resting)
    others = [part.id for part in listed(after) if part.id != one.id]
    assert others == [part.id for part in listed(jar) if part.id != one.id]


@pytest.mark.parametrize(
    ("typed", "present", "kept"),
    [
        ("w:, text-W", (), ("w:text", "text-W")),
        ("w:\ntext-W\n", (), ("w:text", "text-W")),
        (" w: ,, w:,\u200b,", (), ("w:text",)),
        ("", ("w:text",), ()),
        ("a,text\nb:", ("a,text",), ("a,text", "b:text")),
        ("🦊, [text]", (), ("🦊text", "[text]")),
    ],
)
def test_tags_are_read_as_they_are_typed(
    typed: str, present: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    assert as_tags(typed, present) == kept


@given(st.lists(TAGS, max_size=4))
def test_tags_that_are_shown_and_typed_again_are_the_same(typed: list[str]) -> None:
    tags = as_tags("\n".join(typed), ())
    assert as_tags(", ".join(map(tag_shown, tags)), tags) == tags


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Wren\nthe second ", "Wren the second"), ("\u200b \u200d", ""), ("\x1b[2J", "[2J")],
)
def test_words_are_kept_on_one_line(typed: str, kept: str) -> None:
    assert as_words(typed) == kept


@pytest.mark.parametrize(
    ("signature", "who"),
    [
        (Signature(ties=(Tie("for", "k"),)), [K]),
        (Signature(ties=(Tie("for", "r"), Tie("for", "w"), Tie("for", "k"))), [RUE, K]),
        (Signature(ties=(Tie("by", "w"), Tie("for", "k"))), [K]),
        (Signature("unsure", (Tie("for", "k"), Tie("noticed", "k"))), [K]),
        (Signature(ties=(Tie("by", "k"), Tie("for", "k"))), []),
        (Signature(ties=(Tie("by", "k"), Tie("noticed", "r"), Tie("with", "r"))), []),
        (Signature(ties=(Tie("for", "w"), Tie("for", "lost"))), []),
    ],
)
def test_wishes_are_of_those_a_slip_is_for_and_who_do_not_sign_it(
    signature: Signature, who: list[Part]
) -> None:
    assert [*wishes(jar_of(WREN, K, RUE), signature)] == who


def test_a_name_that_was_taken_away_wishes_nothing() -> None:
    gone = jar_of(WREN, replace(K, removed=True, stays=True))
    state: State = "unsigned"
    assert wishes(gone, Signature(state, (Tie("for", "k"),))) == ()


def test_a_tag_is_shared_with_others_and_not_with_oneself() -> None:
    jar = jar_of(WREN, K, RUE)
    assert not shares_tag(jar, WREN)
    assert shares_tag(jar, replace(RUE, tags=("x:text", "W:text")))
    assert not shares_tag(jar, replace(RUE, tags=("W:text",)), exact=True)
    assert shares_tag(jar, replace(RUE, tags=("w:text",)), exact=True)
    assert not shares_tag(jar_of(replace(WREN, removed=True)), replace(RUE, tags=("w:text",)))


@pytest.mark.parametrize(
    ("part", "alike"),
    [
        (WREN, False),
        (replace(RUE, name="Wrén"), True),
        (replace(RUE, display="wren"), True),
        (replace(RUE, display="Wr en"), True),
        (replace(WREN, name="Wrén"), False),
    ],
)
def test_a_name_may_look_like_another_by_what_is_shown_for_it(part: Part, *, alike: bool) -> None:
    assert looks_like_another(jar_of(WREN, K, RUE), part) is alike
    shown = jar_of(replace(WREN, name="W", display="Wren"), K, RUE)
    assert part.id == "w" or looks_like_another(shown, part) is alike
