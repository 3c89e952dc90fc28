"""Cell-diff output shows exactly what a full repaint shows, whatever the edits were."""

from __future__ import annotations

import pyte
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from jar_tui.domain.clean import clean
from jar_tui.tui.guard.frame import Frame, is_plain, lean
from tests.every import either
from tests.tui.guard.session import shown

WIDTH, HEIGHT = 24, 6
NO_WRAP = "\x1b[?7l"  # as Textual sets it
STYLES = [None, *map(Style.parse, ["red", "bold on blue", "reverse", "default on default", "dim"])]
PLAIN = ["a", "b", " ", " ", "─", "│", "é", "…"]
ODD = ["語", "한", "e\u0301", "👨\u200d👩\u200d👧", "❤\ufe0f", "🇳🇱", "\u200d", "👍🏽"]


@st.composite
def strips(draw: st.DrawFn, alphabet: list[str], width: int = WIDTH) -> Strip:
    """Return a strip exactly as wide as asked, of styled pieces."""
    pieces = draw(
        st.lists(
            st.tuples(
                st.lists(st.sampled_from(alphabet), max_size=8).map("".join),
                st.sampled_from(STYLES),
            ),
            max_size=5,
        )
    )
    # Two joiners in a row never pass `clean`: rich cannot cut a row there.
    strip = Strip([Segment(clean(text), style) for text, style in pieces if text])
    return strip.adjust_cell_length(width)


def edits(alphabet: list[str]) -> st.SearchStrategy[list[tuple[int, Strip]]]:
    """Return a sequence of rows to be replaced."""
    return st.lists(st.tuples(st.integers(0, HEIGHT - 1), strips(alphabet)), max_size=12)


def look(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """Return every cell with its colours and attributes."""
    return [[tuple(screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def play(steps: list[tuple[int, Strip]]) -> tuple[str, str]:
    """Return the bytes of diffed updates, and those of one full paint of the result."""
    frame = Frame()
    out = NO_WRAP + frame.begin(WIDTH, HEIGHT)
    final = {y: Strip.blank(WIDTH) for y in range(HEIGHT)}
    for y, strip in steps:
        out += frame.update([(y, 0, strip)], ColorSystem.TRUECOLOR)
        final[y] = strip
    full = Frame()
    whole = NO_WRAP + full.begin(WIDTH, HEIGHT)
    whole += full.update([(y, 0, strip) for y, strip in final.items()], ColorSystem.TRUECOLOR)
    return out, whole


@settings(max_examples=either(100, 300))
@given(edits(PLAIN))
def test_diff_is_a_full_repaint(steps: list[tuple[int, Strip]]) -> None:
    out, whole = play(steps)
    assert look(shown(out.encode(), WIDTH, HEIGHT)) == look(shown(whole.encode(), WIDTH, HEIGHT))


@settings(max_examples=either(100, 300))
@given(edits(PLAIN + ODD))
@example(
    [
        (0, Strip([Segment("語a語b" * 4)], WIDTH)),
        (0, Strip([Segment("\u200d\u200da" + " " * 23)], WIDTH)),
    ]
)
def test_diff_is_a_full_repaint_with_odd_text(steps: list[tuple[int, Strip]]) -> None:
    out, whole = play(steps)
    assert look(shown(out.encode(), WIDTH, HEIGHT)) == look(shown(whole.encode(), WIDTH, HEIGHT))


@settings(max_examples=either(80, 200))
@given(edits([*PLAIN, "語", "한"]))
def test_full_repaint_is_what_textual_shows(steps: list[tuple[int, Strip]]) -> None:
    out, _ = play(steps)
    final = {y: Strip.blank(WIDTH) for y in range(HEIGHT)} | dict(steps)
    stock = NO_WRAP + "".join(
        f"\x1b[{y + 1}H"
        + "".join(style.render(text) if style else text for text, style, _ in strip)
        for y, strip in final.items()
    )
    mine = shown(out.encode(), WIDTH, HEIGHT)
    assert mine.display == shown(stock.encode(), WIDTH, HEIGHT).display


@settings(max_examples=either(80, 200))
@given(st.data())
def test_pieces_of_rows(data: st.DataObject) -> None:
    frame, whole = Frame(), Frame()
    out = frame.begin(WIDTH, HEIGHT)
    row = Strip.blank(WIDTH)
    for _ in range(data.draw(st.integers(1, 5))):
        x = data.draw(st.integers(0, WIDTH - 1))
        width = data.draw(st.integers(1, WIDTH - x))
        piece = data.draw(strips([*PLAIN, "語"], width))
        row = Strip.join([row.crop(0, x), piece, row.crop(x + width, WIDTH)])
        out += frame.update([(0, x, piece)], ColorSystem.TRUECOLOR)
    full = whole.begin(WIDTH, HEIGHT) + whole.update([(0, 0, row)], ColorSystem.TRUECOLOR)
    mine, theirs = (shown(text.encode(), WIDTH, HEIGHT).display for text in (out, full))
    assert mine == theirs


def test_nothing_changed_is_no_bytes() -> None:
    frame = Frame()
    frame.begin(WIDTH, HEIGHT)
    row = [(0, 0, Strip([Segment("語 words", Style.parse("red"))]).adjust_cell_length(WIDTH))]
    assert frame.update(row, ColorSystem.STANDARD)
    assert frame.update(row, ColorSystem.STANDARD) == ""
    assert frame.begin(WIDTH, HEIGHT) == ""


def test_one_letter_is_a_few_bytes_but_an_odd_row_goes_whole() -> None:
    frame = Frame()
    frame.begin(WIDTH, HEIGHT)
    one = frame.update([(2, 5, Strip([Segment("x")]))], ColorSystem.STANDARD)
    assert one == "\x1b[3;6Hx"
    odd = frame.update([(2, 7, Strip([Segment("語")]))], ColorSystem.STANDARD)
    assert odd == "\x1b[3H\x1b[2K     x 語" + " " * 15
    again = frame.update([(2, 20, Strip([Segment("y")]))], ColorSystem.STANDARD)
    assert again.startswith("\x1b[3H\x1b[2K     x 語")


def test_forgetting_clears_first() -> None:
    frame = Frame()
    assert frame.begin(WIDTH, HEIGHT).endswith("\x1b[2J")
    frame.forget()
    assert not frame.is_known
    assert frame.begin(WIDTH, HEIGHT).endswith("\x1b[2J")
    assert frame.begin(WIDTH + 1, HEIGHT).endswith("\x1b[2J")


def test_a_letter_behind_a_stray_joiner_is_seen() -> None:
    frame = Frame()
    frame.begin(WIDTH, HEIGHT)
    strip = Strip([Segment("\u200d\u200da")]).adjust_cell_length(WIDTH)
    assert "a" in frame.update([(0, 0, strip)], ColorSystem.STANDARD)


def test_which_text_is_plain() -> None:
    assert all(is_plain(char) for char in PLAIN)
    assert not any(is_plain(char) for char in [*ODD, "\t", "\x1b", "\u202e"])


def test_lean_styles_keep_palette_colours() -> None:
    assert lean("1;39;49") == "1"
    assert lean("38;5;39;48;5;49") == "38;5;39;48;5;49"
    assert lean("38;2;39;49;1;49") == "38;2;39;49;1"
    assert lean("") == ""
