"""A text file is read line by line, and the same file gives the same references each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jar_tui.bridge.lines import read_lines
from jar_tui.bridge.shape import Found, Skipped
from jar_tui.domain.clean import clean, is_blank, slip_text

LINES = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])), max_size=8)


def found(data: bytes) -> list[Found]:
    return [row for row in read_lines(data) if isinstance(row, Found)]


@given(LINES)
def test_every_line_that_shows_is_found_in_order(lines: list[str]) -> None:
    data = "".join(f"{line}\n" for line in lines).encode()
    shown = [slip_text(clean(line)) for line in lines]
    assert [row.text for row in found(data)] == [text for text in shown if not is_blank(text)]


@given(st.binary())
def test_any_bytes_can_be_read_and_every_row_is_accounted_for(data: bytes) -> None:
    rows = list(read_lines(data))
    assert [row.row for row in rows] == list(range(1, len(rows) + 1))
    assert all(isinstance(row, Skipped) or not is_blank(row.text) for row in rows)


@given(st.binary())
def test_references_are_the_same_each_time_and_never_shared(data: bytes) -> None:
    sources = [row.source for row in found(data)]
    assert sources == [row.source for row in found(data)]
    assert len(set(sources)) == len(sources)


@given(LINES, LINES)
def test_lines_put_in_front_leave_the_references_of_others(new: list[str], old: list[str]) -> None:
    before = {row.source for row in found("\n".join(old).encode())}
    after = {row.source for row in found("\n".join([*new, *old]).encode())}
    assert before <= after


def test_the_same_words_in_another_form_have_the_same_reference() -> None:
    one, two = found("caf\u00e9 \n".encode()), found("\ufeffcafe\u0301\r\n".encode())
    assert one == two
    assert one[0].source.startswith("lines:")
    assert "caf" not in one[0].source


def test_a_last_newline_is_no_row_and_a_blank_line_is_one() -> None:
    assert [type(row) for row in read_lines(b"a\n\nb\n")] == [Found, Skipped, Found]
    assert list(read_lines(b"")) == []
    assert list(read_lines(b"\n")) == [Skipped(1, "blank")]


def test_a_row_does_not_show_its_words_in_a_report() -> None:
    assert "secret" not in repr(found(b"secret"))
