"""Lines that an editor saved in another way are read as they were, where their sum proves it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.store.line import BOM, Altered, Entry, Piece, Way, encode, pieces, ways
from tests.store.broken import as_windows_reads as windows

Alter = Callable[[bytes], bytes]
LATIN = st.text(st.characters(max_codepoint=0xFF, exclude_categories=["Cs"]))
WINDOWS = st.text(st.characters(codec="cp1252"))
ANY = st.text(st.characters(exclude_categories=["Cs"]))
WAYS: list[tuple[Way, Alter, st.SearchStrategy[str]]] = [
    ("mark", lambda raw: BOM + raw, ANY),
    ("ends", lambda raw: raw + b"\r", ANY),
    ("letters", lambda raw: raw.decode().encode("latin-1"), LATIN),
    ("letters", lambda raw: raw.decode().encode("cp1252"), WINDOWS),
    ("letters", lambda raw: raw.decode("latin-1").encode(), ANY),
    ("letters", lambda raw: windows(raw).encode(), ANY),
]


def _entry(text: str) -> Entry:
    return Entry("j", 5, 1 << 20, "s", "put", "slips", "a" * 26, {"text": text})


@pytest.mark.parametrize(("way", "alter", "texts"), WAYS)
@given(data=st.data())
def test_every_text_that_was_not_lost_is_read(
    way: Way, alter: Alter, texts: st.SearchStrategy[str], data: st.DataObject
) -> None:
    entry = _entry(data.draw(texts))
    plain = encode(entry)[:-1]
    both = {BOM + alter(plain) + b"\r"} if way == "letters" else set()
    for raw in ({alter(plain)} | both) - {plain}:
        assert list(pieces(raw + b"\n", 7)) == [Piece(7, raw, entry)]
        assert all(type(piece) is Altered for piece in pieces(raw + b"\n"))
        assert way in ways(raw) or alter(plain) == plain


def test_an_editor_that_lost_letters_proves_nothing() -> None:
    raw = encode(_entry("散歩した"))[:-1].decode().encode("cp1252", "replace")
    assert [piece.entry for piece in pieces(raw + b"\n")] == [None]


@pytest.mark.parametrize("at", [3, 11, 60, -4])
def test_a_turned_bit_in_an_altered_line_is_still_found(at: int) -> None:
    raw = bytearray(encode(_entry("café"))[:-1].decode().encode("latin-1"))
    raw[at] ^= 1
    assert [piece.entry for piece in pieces(bytes(raw) + b"\n")] == [None]


def test_a_line_as_we_wrote_it_is_no_altered_one() -> None:
    (piece,) = pieces(encode(_entry("café")))
    assert type(piece) is Piece
