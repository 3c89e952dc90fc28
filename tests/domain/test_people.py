"""Names in their order: the digits they keep, and the tags that are shown beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.jar import EMPTY, Jar
from jar_tui.domain.people import (
    KINDNESSES,
    as_color,
    as_mark,
    as_place,
    digits,
    everyone,
    kindnesses,
    moved,
    name_of,
    shown,
    to_thank,
)
from jar_tui.domain.records import Choice, Mark, Part, Role, Slip, Stamp
from jar_tui.domain.signing import as_tag, read_name, tag_shown


def jar_of(*parts: Part) -> Jar:
    return Jar.of({**EMPTY, "parts": {part.id: part for part in parts}})


def part(order: int, *, resting: bool = False, removed: bool = False) -> Part:
    return Part(f"id{order}", name=f"N{order}", order=order, resting=resting, removed=removed)


def by_digit(jar: Jar) -> dict[int, str]:
    return {digit: found.name for digit, found in digits(jar).items()}


def test_a_digit_stays_with_its_name_while_others_rest_or_are_taken_away() -> None:
    few = jar_of(part(3), part(1), part(2, resting=True), part(4, removed=True), part(5))
    assert by_digit(few) == {1: "N1", 3: "N3", 5: "N5"}


def test_nine_names_have_digits_and_the_gap_stays() -> None:
    many = jar_of(*(part(order, removed=order == 1) for order in range(1, 13)))
    assert by_digit(many) == {digit: f"N{digit}" for digit in range(2, 10)}
    assert digits(jar_of()) == {}


def test_whoever_signed_is_thanked_else_whom_it_is_for_and_nobody_who_is_no_name() -> None:
    def thanked(*ties: tuple[Role, int]) -> tuple[str, ...]:
        marks = {
            f"m{n}": Mark(f"m{n}", Stamp(n, "j"), slip="s", part=f"id{order}", role=role)
            for n, (role, order) in enumerate(ties)
        }
        slips = {"s": Slip("s", text="a step")}
        jar = jar_of(part(1), part(2, resting=True), part(3, removed=True))
        jar = jar.with_records("slips", slips).with_records("marks", marks)
        return to_thank(jar, slips["s"])

    assert thanked(("for", 1), ("by", 2)) == ("id2",)
    assert thanked(("by", 2), ("by", 1), ("noticed", 1)) == ("id2", "id1")
    assert thanked(("by", 3), ("for", 1)) == ("id1",)
    assert thanked(("by", 3), ("noticed", 1)) == thanked() == ()


def test_their_own_list_of_kind_things_stands_in_the_place_of_the_first_one() -> None:
    def chosen(value: str) -> Jar:
        return Jar.of({**EMPTY, "choices": {KINDNESSES: Choice(KINDNESSES, value=value)}})

    first = ("tea", "nothing")
    assert kindnesses(Jar(), first) == kindnesses(chosen(" \n "), first) == first
    assert kindnesses(chosen("a walk\nsoup"), first) == ["a walk", "soup"]


PIECES = st.sampled_from(["text", "[", "]", "-", ":", "w", "k", "/", "_", "(", "🌙", "."])


@given(st.text(min_size=1) | st.lists(PIECES, max_size=5).map("".join))
def test_a_name_with_its_tag_as_shown_reads_back(typed: str) -> None:
    named = read_name(f"Wren {typed}")
    assert named is not None
    if named.tag:
        assert read_name(f"{named.name} {tag_shown(named.tag)}") == named
        assert as_tag(tag_shown(named.tag)) == named.tag


def test_a_name_is_put_at_a_place_of_the_list_and_those_removed_go_to_the_end() -> None:
    few = jar_of(part(1), part(2, removed=True), part(3, resting=True), part(4), part(5))

    def order(key: str, place: int) -> list[str]:
        return [found.name for found in moved(few, key, place)]

    assert order("id5", 1) == ["N5", "N1", "N3", "N4", "N2"]
    assert order("id1", 2) == ["N3", "N4", "N1", "N5", "N2"], "one that rests is no row"
    assert order("id1", 99) == order("id1", 0) == ["N3", "N4", "N5", "N1", "N2"]


def test_what_is_shown_for_a_name() -> None:
    wren = Part("w", name="Wren")
    assert shown(wren) == "Wren"
    assert shown(replace(wren, mark="🦊", display="Wren of the hill")) == "🦊 Wren of the hill"
    gone, stays = replace(wren, removed=True), replace(wren, removed=True, stays=True)
    assert (name_of(jar_of(gone), "w"), name_of(jar_of(stays), "w")) == ("", "Wren")
    assert everyone(jar_of(stays)) == ()


@pytest.mark.parametrize("mark", ["", "W", "wr", "🦊", "👨\u200d👩\u200d👧🇳🇱", "x\u0301a"])
def test_a_mark_is_one_or_two_signs(mark: str) -> None:
    assert as_mark(f" {mark} ") == mark


@pytest.mark.parametrize("words", ["abc", "a b", "🦊🦊🦊"])
def test_three_signs_are_no_mark(words: str) -> None:
    assert as_mark(words) is None


def test_a_colour_is_six_digits_or_none() -> None:
    assert [as_color(typed) for typed in ("#7FB3D5", "7fb3d5 ", "")] == ["7fb3d5", "7fb3d5", ""]
    assert [as_color(typed) for typed in ("teal", "#fff", "7fb3d5a")] == [None] * 3


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        *(("1", 1), (" 12 ", 12), ("007", 7), ("٣", 3), ("0", None), ("-1", None), ("", None)),
        *(("1 2", None), ("two", None), ("1.5", None), ("9" * 5_000, None)),
    ],
)
def test_a_place_is_a_number_from_one_on(typed: str, place: int | None) -> None:
    assert as_place(typed) == place
