"""Tags however a keyboard spells them: composed or not, with or without a variation selector."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal
from unicodedata import category, normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from jar_tui.domain.clean import is_blank, slip_text
from jar_tui.domain.records import Part
from jar_tui.domain.signing import (
    Named,
    Signature,
    Tie,
    as_tag,
    find_part,
    find_parts,
    read_name,
    read_signature,
)
from jar_tui.domain.slips import Reading, read_entry
from jar_tui.domain.when import When

SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
E_ACUTE, E_AND_ACUTE = "\u00e9", "e\u0301"
HEART, FAMILY, FLAG = "❤\ufe0f", "👨\u200d👩\u200d👧", "🇳🇱"
THUMB, KEYCAP, ENGLAND = "👍🏽", "1\ufe0f\u20e3", "🏴\U000e0067\U000e0062\U000e007f"
JOINED = re.compile(
    "[\u200c\u200d\u1160-\u11ff\ud7b0-\ud7ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
LETTERS = [E_ACUTE, E_AND_ACUTE, "ß", "कि", "한", ":", "[", "w"]
SIGNS = [*LETTERS, "❤", HEART, FAMILY, FLAG, THUMB, KEYCAP]
TEXTS = st.lists(st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=6).map("".join)


def part(*tags: str, name: str = "A") -> Part:
    return Part(name.casefold(), name=name, tags=tags)


def by(name: str) -> Signature:
    return Signature(ties=(Tie("by", name),))


def bare(words: str) -> str:
    return SELECTORS.sub("", words)


@pytest.mark.parametrize(
    ("tag", "typed", "words"),
    [
        (f"{HEART} text", "❤ up", "up"),
        (f"{HEART} text", "❤\ufe0e up", "up"),
        ("❤text", f"{HEART}up", "up"),
        (f"text {HEART}", "up ❤", "up"),
        ("text❤", f"up{HEART}", "up"),
        (f"{E_ACUTE}:text", f"{E_AND_ACUTE}: up", "up"),
        (f"{E_AND_ACUTE}:text", f"{E_ACUTE}: up", "up"),
        (f"{E_ACUTE}:text", f"E\u0301: {E_AND_ACUTE}", E_AND_ACUTE),
        (f"text -{E_ACUTE}", f"up -{E_AND_ACUTE}", "up"),
        (f"text -{E_AND_ACUTE}", f"{E_AND_ACUTE}❤\ufe0e -{E_ACUTE}", f"{E_AND_ACUTE}❤\ufe0e"),
        (f"{FAMILY}text", f"{FAMILY}{HEART}", HEART),
        (f"{FLAG}text", f"{FLAG}🇫🇮", "🇫🇮"),
        (f"text{FLAG}", f"🇫🇮{FLAG}", "🇫🇮"),
        ("text\ud55c", "up \u1112\u1161\u11ab", "up"),
        (f"{KEYCAP}text", f"{KEYCAP}up", "up"),
        ("ß:text", "SS: up", "up"),
    ],
)
def test_a_tag_is_the_same_however_it_is_spelled(tag: str, typed: str, words: str) -> None:
    assert read_signature(typed, [part(tag)]) == (by("a"), words)


@pytest.mark.parametrize(
    ("tag", "typed"),
    [
        ("etext", f"{E_AND_ACUTE} up"),
        ("etext", f"{E_ACUTE} up"),
        ("t\u0301text", "t\u0301up"),
        ("👨text", f"{FAMILY} up"),
        ("text👧", f"up {FAMILY}"),
        ("👍text", f"{THUMB} up"),
        ("text🏽", f"up {THUMB}"),
        ("🇳text", f"{FLAG} up"),
        ("text🇱", f"up {FLAG}"),
        ("1text", f"{KEYCAP} up"),
        ("🏴text", f"{ENGLAND} up"),
        ("\u1100text", "\u1100\u1161 up"),
        ("میtext", "می\u200cخواهم"),
        ("किtext", "कितना"),
        (f"{HEART}text", "❤\ufe0f"),
        (f"{HEART}text", "❤ \ufe0f"),
        ("\ufe0ftext", "up"),
        ("text\u0301", "up\u0301"),
    ],
)
def test_a_tag_cuts_no_sign_in_two(tag: str, typed: str) -> None:
    assert read_signature(typed, [part(tag)]) is None


def test_a_variation_selector_alone_is_no_tag() -> None:
    assert read_name("Wren text\ufe0f") == Named("Wren text\ufe0f")


@pytest.mark.parametrize(
    ("tag", "other"), [(f"{E_AND_ACUTE}:text", "text-kk"), (f"{HEART}text", "text-k")]
)
def test_of_two_tags_the_longer_is_found_without_how_they_are_spelled(tag: str, other: str) -> None:
    typed = f"{tag.removesuffix('text')} up{other.removeprefix('text')}"
    found = read_signature(typed, [part(tag), part(other, name="B")])
    assert found is not None
    assert found[0] == by("b")


def test_two_of_a_sign_are_another_tag_than_one() -> None:
    parts = [part("✨\ufe0ftext"), part("✨\ufe0f✨\ufe0ftext", name="B")]
    assert read_signature("✨ up", parts) == (by("a"), "up")
    assert read_signature("✨✨\ufe0f up", parts) == (by("b"), "up")


def test_case_counts_where_it_is_asked_to() -> None:
    parts = [part("w:text", "text -É"), part("W:text", name="B")]
    assert read_signature("W: up", parts) == (by("a"), "up")
    assert read_signature("W: up", parts, exact=True) == (by("b"), "up")
    assert read_signature("w: up", parts, exact=True) == (by("a"), "up")
    assert read_signature("up -e\u0301", parts) == (by("a"), "up")
    assert read_signature("up -e\u0301", parts, exact=True) is None
    assert read_signature("up -E\u0301", parts, exact=True) == (by("a"), "up")
    assert read_entry("K: up", None, [part("k:text")], exact=True).signature is None


def test_for_finds_a_name_in_any_case_and_a_tag_as_it_is_asked_to() -> None:
    parts = [part("w:text", name="Wren"), part("W:text", f"{HEART}text", name="Élo")]
    for exact in (False, True):
        assert find_part("WREN", parts, exact=exact) == parts[0]
        assert find_part("e\u0301LO", parts, exact=exact) == parts[1]
        assert find_part("❤", parts, exact=exact) == parts[1]
        assert find_parts("W", parts, exact=exact) == [parts[1]]
        assert find_parts("w:", parts, exact=exact) == [parts[0]]
    tie = Signature(ties=(Tie("for", "wren"),))
    assert read_signature("FOR wren: up", parts, exact=True) == (tie, "up")
    assert read_signature("for K: up", [part("k:text")], exact=True) is None
    assert read_signature("for K: up", [part("k:text")]) is not None


@given(TEXTS, TEXTS, st.text(), st.sampled_from(["NFC", "NFD"]), st.booleans(), st.booleans())
@example("❤\ufe0f", "", "\u0301", "NFD", True, True)
@example("", "\ud55c", "0", "NFD", False, False)
def test_the_words_in_a_tag_come_back_as_they_were_typed(
    before: str, after: str, words: str, form: Literal["NFC", "NFD"], plain: bool, exact: bool
) -> None:
    words = words.strip()
    assume(not is_blank(words) and "text" not in before + after and bare(before + after))
    assume(not before or bare(before))
    assume(not before.endswith("\u200d") and not before.lower().startswith("for"))
    assume(not category(after[:1] or "a").startswith("M") and not JOINED.match(after))
    spelled = [normalize(form, bare(end) if plain else end) for end in (before, after)]
    typed = f"{spelled[0]} {words} {spelled[1]}" if after else f"{spelled[0]} {words}"
    found = read_signature(typed, [part(f"{before}text{after}")], exact=exact)
    assert found == (by("a"), words)


@given(TEXTS, TEXTS)
def test_any_tag_takes_a_piece_of_what_was_typed_and_no_mark_is_left_alone(
    tag: str, text: str
) -> None:
    found = read_signature(text, [part(as_tag(tag))])
    if found is not None:
        assert found[1] in text
        assert found[1] != text


# Backslashes in front, where there are names

TODAY = date(2026, 11, 21)
YESTERDAY = When(date(2026, 11, 20), "day", "yesterday")
WREN = Part("a", name="Wren", tags=("w:text", "text -w", "{text}"))
KAY = Part("b", name="Kay", tags=("k:text", "w: k:text"))


def read(text: str) -> Reading:
    return read_entry(text, TODAY, [WREN, KAY])


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("w: up", "up", by("a")),
        ("W: up", "up", by("a")),
        ("up -W", "up", by("a")),
        ("{up}", "up", by("a")),
        ("w: {up} -w", "w: {up}", by("a")),
        ("w: k: up", "up", by("b")),
        ("k: up", "up", by("b")),
        ("for k: up", "up", Signature(ties=(Tie("for", "b"),))),
        ("for W: up", "up", Signature(ties=(Tie("for", "a"),))),
        ("w: \\k: up", "\\k: up", by("a")),
        ("w: \\o/", "\\o/", by("a")),
    ],
)
def test_tags_as_fingers_know_them(text: str, words: str, who: Signature) -> None:
    assert read(text) == Reading(words, signature=who)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\\w: up", "w: up"),
        ("\\ w: up", "w: up"),
        ("\\up -w", "up -w"),
        ("\\for k: up", "for k: up"),
        ("\\w: yesterday: up", "w: yesterday: up"),
        ("\\yesterday: w: up", "yesterday: w: up"),
        ("\\", "\\"),
    ],
)
def test_one_in_front_is_taken_off_and_nothing_else_is_read(text: str, words: str) -> None:
    assert read(text) == Reading(words, bare=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\\\\w: up", "w: up"),
        ("\\\\ up", "up"),
        ("\\\\\nup", "up"),
        ("\\\\\\up", "\\up"),
        ("\\\\\\", "\\"),
        ("\\\\yesterday: up", "yesterday: up"),
        ("\\\\server\\share", "server\\share"),
    ],
)
def test_two_in_front_are_taken_off_and_end_signing(text: str, words: str) -> None:
    assert read(text) == Reading(words, bare=True, ends=True)


@pytest.mark.parametrize("text", ["\\\\", "\\\\ ", "\\\\\u200b"])
def test_two_alone_are_told_apart_and_stay_words(text: str) -> None:
    reading = read(text)
    assert reading.alone
    assert reading.ends
    assert not is_blank(reading.text)


@pytest.mark.parametrize(
    ("text", "ends"), [("yesterday: \\w: up", False), ("yesterday: \\\\w: up", True)]
)
def test_behind_a_date_they_stop_the_tag_and_the_date_stands(text: str, ends: bool) -> None:
    assert read(text) == Reading("w: up", YESTERDAY, bare=True, ends=ends)


def test_behind_a_date_they_are_words_where_nobody_has_a_name() -> None:
    assert read_entry("yesterday: \\\\up", TODAY) == Reading("\\\\up", YESTERDAY)
    assert read_entry("yesterday: \\up", TODAY) == Reading("\\up", YESTERDAY)


@given(st.text(st.sampled_from("\\w: k\n"), max_size=8))
def test_backslashes_never_cost_more_words_than_themselves(text: str) -> None:
    reading = read(text)
    letters = [sign for sign in slip_text(text) if not sign.isspace()]
    if reading.bare:
        assert "".join(letters).lstrip("\\") == "".join(reading.text.split()).lstrip("\\")
        assert not is_blank(reading.text)
