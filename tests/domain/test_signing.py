"""Who signs: names on a line, tags around the words, and what is on a slip in the end."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import category

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jar_tui.domain.clean import is_blank, slip_text
from jar_tui.domain.records import Part
from jar_tui.domain.signing import (
    NO_SIGNATURE,
    Signature,
    Tie,
    as_tag,
    find_part,
    read_name,
    read_signature,
    tag_shown,
)
from jar_tui.domain.slips import Reading, read_entry
from jar_tui.domain.when import When

JOINED = re.compile(
    "[\u200c\u200d\u1160-\u11ff\ud7b0-\ud7ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
TODAY = date(2026, 11, 21)
YESTERDAY = When(date(2026, 11, 20), "day", "yesterday")
PARTS = (
    Part("wren", name="Wren", tags=("w:text",)),
    Part("k", name="K", tags=("k:text", "text -k")),
    Part("kk", name="Kestrel Kay", tags=("k: k:text",)),
    Part("box", name="Box", tags=("[text]",)),
    Part("pepper", name="Salt and Pepper"),
    Part("alex", name="Åsa", tags=("å:text",)),
)
TEXTS = st.one_of(
    st.text(),
    st.text("wWkK:[]- \n\\Åforand,+&text"),
    st.builds(
        "".join,
        st.lists(
            st.one_of(
                st.text(max_size=4),
                st.sampled_from(
                    [
                        "w:",
                        "W:",
                        "k:",
                        "for ",
                        "for k",
                        " and ",
                        ":",
                        "\\",
                        "yesterday:",
                        " -k",
                        "[",
                    ]
                ),
            )
        ),
    ),
)


def read(text: str) -> Reading:
    return read_entry(text, TODAY, PARTS)


def by(*parts: str) -> Signature:
    return Signature(ties=tuple(Tie("by", part) for part in parts))


def for_(*parts: str) -> Signature:
    return Signature(ties=tuple(Tie("for", part) for part in parts))


# Tags


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("w: made the bed", "wren", "made the bed"),
        ("w:made the bed", "wren", "made the bed"),
        ("W: made the bed", "wren", "made the bed"),
        ("w:\nmade\nthe bed", "wren", "made\nthe bed"),
        ("ate lunch -k", "k", "ate lunch"),
        ("ate lunch -K", "k", "ate lunch"),
        ("[sat up]", "box", "sat up"),
        ("k: k: sat up", "kk", "sat up"),
        ("Å: sat up", "alex", "sat up"),
    ],
)
def test_a_tag_says_who_signs_and_is_taken_off_the_words(text: str, part: str, words: str) -> None:
    assert read(text) == Reading(words, signature=by(part))


@pytest.mark.parametrize(
    "text",
    [
        *("w:", "w: ", "w: \u200b", "[]", "[ ]", "-k", "ate lunch-k", "[sat up", "sat w: up"),
        *("for k:", "for k: \u200b", "for nobody here: ate", "for k and someone new: ate"),
        *("for k", "for: ate", "fork: ate", "for \n k", "for , : ate", "w; ate"),
    ],
)
def test_what_is_no_tag_or_has_nothing_behind_it_stays_words(text: str) -> None:
    assert read(text) == Reading(slip_text(text))


def test_of_two_tags_that_fit_the_longer_one_counts() -> None:
    parts = [Part("a", name="A", tags=("a:text",)), Part("b", name="B", tags=("a:text!",))]
    for some in (parts, parts[::-1]):
        assert read_signature("a: up!", some) == (by("b"), "up")
        assert read_signature("a: up", some) == (by("a"), "up")


def test_a_tag_of_letters_never_cuts_a_word() -> None:
    parts = [Part("w", name="Wren", tags=(as_tag("w"),)), Part("o", name="O", tags=("textk",))]
    assert read_signature("went outside", parts) is None
    assert read_signature("a walk", parts) is None
    assert read_signature("w went outside", parts) == (by("w"), "went outside")


def test_the_word_text_in_a_tag_may_be_part_of_another_word() -> None:
    parts = [Part("a", name="A", tags=("[text] in context",)), Part("b", tags=("context:text",))]
    assert read_signature("[sat up] in context", parts) == (by("a"), "sat up")
    assert read_signature("context: sat up", parts) == (by("b"), "sat up")


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("for k: ate lunch", for_("k")),
        ("For K: ate lunch", for_("k")),
        ("for Wren: ate lunch", for_("wren")),
        ("for w: ate lunch", for_("wren")),
        ("for k and w: ate lunch", for_("k", "wren")),
        ("for w, k & åsa: ate lunch", for_("wren", "k", "alex")),
        ("for w + k: ate lunch", for_("wren", "k")),
        ("for k and K: ate lunch", for_("k")),
        ("for kestrel kay: ate lunch", for_("kk")),
        ("for salt and pepper: ate lunch", for_("pepper")),
    ],
)
def test_for_says_whose_step_it_was(text: str, signature: Signature) -> None:
    assert read(text) == Reading("ate lunch", signature=signature)


def test_for_may_hold_words_on_several_lines() -> None:
    assert read("for k:\nate\nlunch") == Reading("ate\nlunch", signature=for_("k"))


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("yesterday: w: ate", by("wren")),
        ("w: yesterday: ate", by("wren")),
        ("yesterday: ate -k", by("k")),
        ("yesterday: for k: ate", for_("k")),
        ("for k: yesterday: ate", for_("k")),
    ],
)
def test_a_date_and_a_tag_are_read_in_either_order(text: str, signature: Signature) -> None:
    assert read(text) == Reading("ate", YESTERDAY, signature=signature)


@pytest.mark.parametrize(
    ("typed", "who"), [("w: for k: ate", "wren"), ("for k: w: ate", "wren"), ("for k: ate -k", "k")]
)
def test_a_slip_can_say_who_signs_and_whom_it_is_for(typed: str, who: str) -> None:
    reading = read(typed)
    signature = reading.signature or NO_SIGNATURE
    assert reading.text == "ate"
    assert (signature.parts("by"), signature.parts("for")) == ((who,), ("k",))


def test_a_date_to_come_stays_with_the_words_behind_a_tag() -> None:
    assert read("w: tomorrow: dentist") == Reading(
        "tomorrow: dentist", None, date(2026, 11, 22), by("wren")
    )


def test_one_slip_has_one_tag() -> None:
    assert read("w: yesterday: k: ate") == Reading("k: ate", YESTERDAY, signature=by("wren"))


@pytest.mark.parametrize("text", ["w: ate", "for k: ate", "ate -k", "[ate]", "yesterday: w: ate"])
def test_a_backslash_in_front_means_no_tag(text: str) -> None:
    assert read(f"\\{text}") == Reading(text, bare=True)


def test_without_parts_there_are_no_tags() -> None:
    assert read_entry("w: ate", TODAY) == Reading("w: ate")


@given(TEXTS)
def test_reading_never_fails_and_never_loses_every_word(text: str) -> None:
    reading = read(text)
    if not is_blank(slip_text(text)):
        assert not is_blank(reading.text)
    assert reading.signature is None or reading.signature.ties
    read_name(text)
    tag_shown(as_tag(text))
    find_part(text, PARTS)


@given(TEXTS)
def test_words_without_a_tag_are_read_as_if_nobody_had_one(text: str) -> None:
    reading = read(text)
    if reading.signature is None and not reading.bare:
        assert reading == read_entry(text, TODAY)


@given(st.text(st.characters(exclude_characters=":[]-")))
def test_words_with_no_sign_of_a_tag_are_never_changed(text: str) -> None:
    assert read_signature(text, PARTS) is None


@given(st.text(), st.sampled_from(["{}", " {}", "{}\n"]))
def test_words_in_a_tag_are_read_back_with_the_same_part(words: str, around: str) -> None:
    words = slip_text(words).strip()
    assume(not is_blank(words))
    assume(not words.endswith(("-k", "-K")))
    assume(category(words[0])[0] != "M" and not JOINED.match(words))
    assume(not words.endswith("\u200d"))
    signed = read_signature(f"w:{around.format(words)}", PARTS)
    assert signed == (by("wren"), words)
    assert read_signature(f"[{around.format(words)}]", PARTS) == (by("box"), words)
    assert read_signature(f"for Wren and k:{around.format(words)}", PARTS) == (
        for_("wren", "k"),
        words,
    )


@given(st.lists(st.text("ab:-[] text", max_size=8), max_size=4), st.text("ab:-[] text"))
def test_whatever_the_tags_are_the_words_are_a_piece_of_what_was_typed(
    tags: list[str], text: str
) -> None:
    parts = [Part(str(n), name=str(n), tags=(as_tag(tag),)) for n, tag in enumerate(tags)]
    signed = read_signature(text, parts)
    if signed is not None:
        assert signed[1] in text
        assert not is_blank(signed[1])
        assert text[:1].isspace() or signed[1] != text.strip()
