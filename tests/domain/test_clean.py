"""The one door for text lets every script in and nothing a terminal would obey."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jar_tui.domain.clean import (
    clean,
    decoded,
    is_blank,
    one_line,
    printable,
    printable_name,
    slip_text,
    slug,
)

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = st.lists(  # of text() it would make one alphabet, in which these are too rare to meet
    st.one_of(
        st.text(max_size=3),
        st.characters(categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Mn"]),
        st.sampled_from(BIDI + "\x1b\x9b\x9d\x07\r\n\t\v\f\x85\u2028\u2029\ufeff"),
    )
).map("".join)


@given(HOSTILE)
@example("e\ufeff\u0301")
@example("\r\x00\n")
@example("\u1100\u200e\u1161")
@example("\u200d\x1f\u200d")
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert slip_text(slip_text(text)) == slip_text(text)


@given(HOSTILE)
def test_nothing_a_terminal_obeys_gets_in(text: str) -> None:
    for char in clean(text):
        assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert char not in BIDI
        assert char != "\ufeff"
    clean(text).encode()


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_every_script_stays(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text",
    [
        "one\ntwo\n\nthree\tfour",
        "👨‍👩‍👧‍👦 and 🏳️‍🌈, 🇳🇱, 👍🏽",
        "می‌خواهم",  # Persian with a zero width non-joiner
        "שלום עולם, مرحبا",
        "क्षत्रिय, ไทย, 한국어, 日本語, Ελληνικά",
        "soft\u00adhyphen, word\u2060joiner",
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("\x1b[2Jred\x1b]0;title\x07", "[2Jred]0;title"),
        ("\x9b31mC1\x7f\x00", "31mC1"),
        ("abc\u202edef\u2066ghi", "abcdefghi"),
        ("half \ud83d pair", "half  pair"),
        ("\ufeffmark", "mark"),
        ("e\u0301", "é"),
    ],
)
def test_what_cleaning_takes_out(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("\n \n\t\n  two\n\nlines  \n \n", "  two\n\nlines"),
        ("one", "one"),
        (" \n ", ""),
    ],
)
def test_a_slip_has_no_blank_lines_around_it(raw: str, kept: str) -> None:
    assert slip_text(raw) == kept


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\u2060", "\u3164", "\u2800 \u200d", "\u0301"])
def test_what_leaves_no_ink_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", [".", "\\", "🙂", "а", "\u200ba"])
def test_what_shows_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@given(HOSTILE)
def test_a_name_fills_one_line_and_obeys_nobody(name: str) -> None:
    shown = printable_name(name)
    assert all(unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert "\n" not in printable_name(name)
    assert printable(shown) == shown


def test_a_name_shows_what_was_in_it() -> None:
    assert printable_name("a\x1b]0;x\x07\nb\udcff") == "a\\x1b]0;x\\x07\\nb\\udcff"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff")))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decoded(text.encode()) == text
    assert decoded(text.encode("utf-8-sig")) == text


@given(st.binary())
def test_any_bytes_become_text(data: bytes) -> None:
    clean(decoded(data)).encode()


def test_one_line_of_an_old_editor_leaves_the_others_alone() -> None:
    assert decoded("naïve\n".encode() + b"caf\xe9 \x93ok\x94\n" + "→".encode()) == (
        "naïve\ncafé “ok”\n→"
    )
    assert decoded("ночь".encode() + b"\xff") == "ночь\ufffd"
    assert decoded("caffè".encode("utf-16")) == "caffè"


def test_a_kind_has_one_form() -> None:
    assert slug("  First  Time, ") == slug("first-time") == "first-time"
    assert slug(" ,- ") == ""


def test_one_line_has_no_breaks() -> None:
    assert one_line(" a\n\n b\tc ") == "a b c"
