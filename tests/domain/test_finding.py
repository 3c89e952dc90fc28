"""Which parts hold what was typed, and in which order they are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.finding import DIGITS, Finder
from jar_tui.domain.jar import search_form
from jar_tui.domain.records import Part
from jar_tui.domain.stamp import UNBORN

PARTS = (
    Part("1", UNBORN, name="Old Wren"),
    Part("2", UNBORN, name="Sol", tags=("w:text",)),
    Part("5", UNBORN, name="Wrenna 2", tags=("text-w", "[text]")),
    Part("3", UNBORN, name="Wren"),
    Part("4", UNBORN, name="K", display="Kay", mark="🦊"),
    Part("6", UNBORN, name="Zoë"),
    Part("7", UNBORN, name="Crow, the second"),
)
TEXTS = st.text("aeklorw 12:[]é🦊", max_size=6)
SOME = st.lists(
    st.builds(
        Part,
        st.uuids().map(str),
        st.just(UNBORN),
        name=TEXTS,
        display=TEXTS,
        tags=st.lists(TEXTS.map(lambda tag: f"{tag}:text")).map(tuple),
    ),
    max_size=8,
)


def names(typed: str) -> list[str]:
    return [part.name for part in Finder(PARTS).found(typed)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wren", ["Wren", "Wrenna 2", "Old Wren"]),
        ("W", ["Sol", "Wrenna 2", "Wren", "Old Wren", "Crow, the second"]),
        ("w:", ["Sol"]),
        (" kay ", ["K"]),
        ("🦊", ["K"]),
        ("the s", ["Crow, the second"]),
        ("[", ["Wrenna 2"]),
        ("text-w", ["Wrenna 2"]),
        ("ex", []),
        ("ZOË", ["Zoë"]),
        ("nobody", []),
        ("  ", [part.name for part in PARTS]),
    ],
)
def test_the_likeliest_is_found_first(typed: str, found: list[str]) -> None:
    assert names(typed) == found


def test_a_digit_some_name_goes_on_with_is_known() -> None:
    finder = Finder(PARTS)
    assert finder.digits_held("") == {"2"}
    assert finder.digits_held("wrenna") == set()
    assert finder.digits_held("wrenna ") == {"2"}
    assert finder.digits_held("nobody") == set()
    assert Finder().digits_held("") == set()


@given(SOME, TEXTS)
def test_what_is_found_holds_what_was_typed_and_nothing_is_found_twice(
    parts: list[Part], typed: str
) -> None:
    found = Finder(parts).found(typed)
    wanted = search_form(typed.strip())
    assert len({part.id for part in found}) == len(found)
    for part in parts:
        texts = [search_form(text) for text in (part.name, part.display, *part.tags)]
        if any(wanted in text for text in texts[:2]):
            assert part in found
        elif part in found:
            assert any(wanted in text for text in texts)


@given(SOME, st.text("aek1:", max_size=2))
def test_one_called_just_so_comes_before_one_that_is_not(parts: list[Part], typed: str) -> None:
    wanted = search_form(typed.strip())
    untagged = [part for part in parts if not part.tags]
    just_so = [
        any(
            wanted in (form, form.rstrip(":"))
            for form in map(search_form, (part.name, part.display))
        )
        for part in Finder(untagged).found(typed)
    ]
    assert not wanted or just_so == sorted(just_so, reverse=True)


@given(SOME, TEXTS)
def test_a_digit_that_is_held_finds_somebody(parts: list[Part], typed: str) -> None:
    finder = Finder(parts)
    for digit in finder.digits_held(typed) & {*DIGITS}:
        assert finder.found(f"{typed}{digit}")
