"""Names as they are typed, their tags, and signatures: who is on a slip in which role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.clean import is_blank
from jar_tui.domain.records import Mark, Part
from jar_tui.domain.signing import (
    NO_SIGNATURE,
    Named,
    Signature,
    Tie,
    as_tag,
    find_part,
    read_name,
    read_signature,
    tag_shown,
)


def by(*parts: str) -> Signature:
    return Signature(ties=tuple(Tie("by", part) for part in parts))


def for_(*parts: str) -> Signature:
    return Signature(ties=tuple(Tie("for", part) for part in parts))


# Names


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Wren", Named("Wren")),
        ("  Wren \t Lee ", Named("Wren Lee")),
        ("Wren w:", Named("Wren", "w:text")),
        ("Wren Lee w:", Named("Wren Lee", "w:text")),
        ("Wren text-w", Named("Wren", "text-w")),
        ("Wren [text]", Named("Wren", "[text]")),
        ("Wren w:text", Named("Wren", "w:text")),
        ("w:", Named("w:")),
        ("Wren text", Named("Wren text")),
        ("Wren context", Named("Wren context")),
        ("Wr\x1ben w\x07:", Named("Wren", "w:text")),
        ("🌙", Named("🌙")),
        ("\u200b w:", Named("\u200b w:")),
    ],
)
def test_a_name_may_have_a_tag_behind_it(line: str, named: Named) -> None:
    assert read_name(line) == named


@pytest.mark.parametrize("line", ["", " \t ", "\u200b", "\x1b", "\ud800", "\u3164"])
def test_a_blank_line_is_no_name(line: str) -> None:
    assert read_name(line) is None


@given(st.text())
def test_a_name_always_shows_and_fits_one_line(line: str) -> None:
    named = read_name(line)
    if named is not None:
        assert not is_blank(named.name)
        assert "\n" not in named.name + named.tag
        (named.name + named.tag).encode()


@given(st.text(min_size=1))
def test_the_tag_behind_a_name_is_one_that_is_read(line: str) -> None:
    named = read_name(f"Wren {line}")
    assert named is not None
    if named.tag:
        before, _, after = named.tag.rpartition("text")
        typed = f"{before}1 2{after}"
        assert read_signature(typed, [Part("a", name=named.name, tags=(named.tag,))]) is not None


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("w:", "w:text", "w:"),
        ("w:text", "w:text", "w:"),
        ("text-w", "text-w", "text-w"),
        ("[text]", "[text]", "[text]"),
        ("context", "contexttext", "context"),
        ("text", "texttext", "text"),
        ("", "", ""),
        (" \x1b ", "", ""),
    ],
)
def test_a_tag_is_shown_as_it_is_typed(typed: str, stored: str, shown: str) -> None:
    assert as_tag(typed) == stored
    assert tag_shown(stored) == shown
    assert as_tag(shown) == stored


def test_a_part_is_found_by_its_name_before_another_ones_tag() -> None:
    parts = [Part("a", name="A", tags=("b:text",)), Part("b", name="B")]
    assert find_part("b", parts) == parts[1]
    assert find_part(" B: ", parts) == parts[1]
    assert find_part("a", parts) == parts[0]
    assert find_part("", parts) is None
    assert find_part("c", parts) is None


# Signatures


def test_a_part_goes_on_and_comes_off_in_a_role() -> None:
    both = NO_SIGNATURE.toggled("by", "wren").toggled("by", "k")
    assert both == by("wren", "k")
    assert both.toggled("by", "wren") == by("k")
    assert by("k").toggled("noticed", "k").ties == (Tie("by", "k"), Tie("noticed", "k"))
    assert not NO_SIGNATURE.toggled("for", "k").toggled("for", "k")


def test_somebody_who_signs_is_not_unsure_any_more() -> None:
    unsure = NO_SIGNATURE.with_state("unsure")
    assert unsure.toggled("by", "wren") == by("wren")
    assert unsure.toggled("for", "k") == Signature("unsure", (Tie("for", "k"),))
    signed = by("wren").toggled("noticed", "k").with_state("unsure")
    assert signed == Signature("unsure", (Tie("noticed", "k"),))


def test_two_signatures_become_one() -> None:
    assert by("wren").joined(for_("k")).ties == (Tie("by", "wren"), Tie("for", "k"))
    assert by("wren").joined(by("k", "wren")) == by("wren", "k")
    assert Signature("unsure").joined(by("wren")) == by("wren")
    assert by("wren").joined(Signature("unsure")) == by("wren")
    assert Signature("unsure").joined(for_("k")).state == "unsure"
    claimed = Signature("unsure").signed_too("k")
    assert claimed.joined(NO_SIGNATURE) == NO_SIGNATURE.joined(claimed) == claimed
    assert NO_SIGNATURE.joined(Signature("all")).state == "all"


def test_only_an_unsigned_slip_has_no_signature() -> None:
    assert not NO_SIGNATURE
    assert Signature("nobody")
    assert for_("k")


def test_roles_are_told_apart() -> None:
    signature = by("wren").joined(for_("k")).toggled("noticed", "wren")
    assert signature.parts("by") == signature.parts("noticed") == ("wren",)
    assert signature.parts("for") == ("k",)


def test_a_mark_that_is_there_twice_counts_once() -> None:
    marks = [Mark("1", part="k"), Mark("2", part="wren"), Mark("3", part="k")]
    assert Signature.of("unsigned", marks) == by("k", "wren")


def test_a_state_stays_beside_those_who_sign_later() -> None:
    """One session said "not sure" while another put a name down, or somebody signed it too."""
    signed = Signature("unsure", (Tie("by", "k"),))
    assert Signature.of("unsure", [Mark("1", part="k")]) == signed
    assert Signature("unsure").signed_too("k") == signed
    assert by("k").signed_too("k") == by("k")
    assert by("wren").signed_too("k") == by("wren", "k")
    assert Signature("unsure").toggled("by", "k") == by("k")
    assert Signature.of("unsure", [Mark("1", part="k", role="for")]) == Signature(
        "unsure", (Tie("for", "k"),)
    )
