"""Wide text on the glass: what differs is sent, and columns stay straight on any terminal."""

from __future__ import annotations

import signal
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from jar_tui.cli.console import now
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.tui.guard.frame import Frame
from tests.every import either
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.guard.session import ENTER_GLASS, Session
from tests.tui.test_terminal import leave, program
from tests.tui.wide_text import (
    SCRIPTS,
    SIZES,
    TERMINALS,
    WIDE,
    Glass,
    Parts,
    as_measured,
    word,
    words,
)

Clock = Callable[[], datetime]
Rows = list[tuple[int, Strip]]
WIDTH, HEIGHT = 40, 5
ROOM = 16
MARK = "│ too small"
JOINED = "family", "flags", "skin", "keycaps", "hearts", "rainbow"
CURSOR = Style.parse("reverse")
STYLES = [None, CURSOR, Style.parse("bold red")]
PIECES = [*sorted({one for name in WIDE.values() for one in name}), "a", "é", " ", "  ", "│"]


@st.composite
def marked_rows(draw: st.DrawFn) -> Strip:
    """Return a row of mixed text in several styles, with a mark behind a gap."""
    pieces = draw(
        st.lists(
            st.tuples(
                st.lists(st.sampled_from(PIECES), max_size=4).map("".join), st.sampled_from(STYLES)
            ),
            max_size=4,
        )
    )
    told = Strip([Segment(text, style) for text, style in pieces if text])
    return _marked(told)


def _marked(told: Strip) -> Strip:
    return Strip.join(
        [told.adjust_cell_length(ROOM), Strip([Segment("  "), Segment(MARK)])]
    ).adjust_cell_length(WIDTH)


def _sent(frame: Frame, rows: Rows) -> str:
    return "".join(frame.update([(y, 0, strip)], ColorSystem.TRUECOLOR) for y, strip in rows)


def _painted(rows: Rows, width: int = WIDTH, height: int = HEIGHT) -> str:
    """Return the bytes of one full paint."""
    frame = Frame()
    runs = [(y, 0, strip) for y, strip in rows]
    return frame.begin(width, height) + frame.update(runs, ColorSystem.TRUECOLOR)


ROWS = st.lists(st.tuples(st.integers(0, HEIGHT - 1), marked_rows()), max_size=10)


@pytest.mark.parametrize("terminal", TERMINALS)
@settings(max_examples=either(60, 150))
@given(rows=ROWS)
def test_what_differs_makes_the_same_picture_as_a_full_paint(terminal: Parts, rows: Rows) -> None:
    frame = Frame()
    diffed = frame.begin(WIDTH, HEIGHT) + _sent(frame, rows)
    whole = _painted([*{y: (y, strip) for y, strip in rows}.values()])
    one, other = (Glass(WIDTH, HEIGHT, terminal).feed(text) for text in (diffed, whole))
    assert one.rows == other.rows


@pytest.mark.parametrize("terminal", TERMINALS)
@settings(max_examples=either(60, 150))
@given(rows=ROWS)
def test_what_stands_behind_a_gap_keeps_its_column(terminal: Parts, rows: Rows) -> None:
    frame = Frame()
    glass = Glass(WIDTH, HEIGHT, terminal).feed(frame.begin(WIDTH, HEIGHT) + _sent(frame, rows))
    for y in dict(rows):
        cells = glass.rows[y][ROOM + 2 : ROOM + 2 + len(MARK)]
        assert "".join(text for text, _ in cells) == MARK


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("name", SCRIPTS)
def test_words_stay_whole_where_there_is_room(terminal: Parts, name: str) -> None:
    told = f"{word(name)[:4]} x y"
    row = _marked(Strip([Segment(told)]))
    glass = Glass(WIDTH, 1, terminal).feed(_painted([(0, row)], height=1))
    assert told in glass.line(0)


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("name", JOINED)
def test_words_between_emoji_stay_whole_in_a_full_row(terminal: Parts, name: str) -> None:
    row = Strip([Segment(f"{WIDE[name][-1]}ab cd" * 10)]).adjust_cell_length(WIDTH)
    glass = Glass(WIDTH, 1, terminal).feed(_painted([(0, row)], height=1))
    assert glass.line(0).count("ab cd") == WIDTH // len("..ab cd")


@pytest.mark.parametrize("name", WIDE)
def test_the_cursor_anywhere_in_a_word_hides_nothing_of_it(name: str) -> None:
    text = word(name)
    for at in range(len(text)):
        pieces = [(text[:at], None), (text[at], CURSOR), (text[at + 1 :], None)]
        told = Strip([Segment(piece, style) for piece, style in pieces if piece], len(text))
        row = Strip.join([told, Strip([Segment("   "), Segment(MARK)])])
        sent = _painted([(0, row)], height=1)
        assert Glass(WIDTH, 1, as_measured).feed(sent).line(0).rstrip() == f"{text}   {MARK}"
        assert name not in JOINED or all(emoji in sent for emoji in WIDE[name])


# The real screens


class Watched:
    """The screen on terminals that are sent what differs, compared with what a full paint shows."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._frame = Frame()
        self._glasses: list[Glass] = []

    def check(self) -> None:
        """Compare both, on every terminal."""
        width, height = self._hand.app.size
        rows = [*enumerate(self._hand.app.screen._compositor.render_strips())]
        if self._frame.begin(width, height):
            self._glasses = [Glass(width, height, terminal) for terminal in TERMINALS]
        sent, whole = _sent(self._frame, rows), _painted(rows, width, height)
        for glass, terminal in zip(self._glasses, TERMINALS, strict=True):
            assert glass.feed(sent).rows == Glass(width, height, terminal).feed(whole).rows


async def test_every_key_makes_the_picture_of_a_full_paint(jar_home: Path, clock: Clock) -> None:
    service, _ = JarService.open(jar_home, clock)
    service.add_all([NewSlip(" ".join(words(name))) for name in WIDE])
    async with at_the_jar(jar_home, clock, SIZES[0]) as hand:
        watched = Watched(hand)
        for name in WIDE:
            hand.app.post_message(events.Paste(word(name)))
            await hand.press("left", "left", "x")
            watched.check()
            await hand.press("end", "backspace")
        for size in SIZES:
            await hand.resize(size)
            watched.check()
        await hand.press("escape")
        for key in ("down", "pagedown", "down", "enter", "pagedown", "escape", "end", "up"):
            await hand.press(key)
            watched.check()


def _rows(session: Session, terminal: Parts) -> Glass:
    """Return what such a terminal shows since the program last took hold of it."""
    output = session.output.rpartition(ENTER_GLASS)[2].decode(errors="ignore")
    return Glass(session.columns, session.lines, terminal).feed(output)


def _lines(session: Session) -> list[str]:
    glass = _rows(session, as_measured)
    return [glass.line(y) for y in range(session.lines)]


def _is_chosen(session: Session, name: str) -> bool:
    return any(">" in line and word(name) in line for line in _lines(session))


def _looks_the_same_when_continued(session: Session) -> None:
    """Tell the program that it continues, which it does with a full paint, and compare."""
    session.rest()
    before = [_rows(session, terminal).rows for terminal in TERMINALS]
    session.output = b""
    session.kill(signal.SIGCONT)
    session.until(lambda: ENTER_GLASS in session.output, "the glass again")
    session.until(
        lambda: [_rows(session, terminal).rows for terminal in TERMINALS] == before,
        "the same picture",
    )


def test_what_was_sent_in_a_terminal_is_what_a_full_paint_shows(jar_home: Path) -> None:
    service, _ = JarService.open(jar_home, now)
    service.add_all([NewSlip(" ".join(words(name))) for name in WIDE])
    with program(80, 24) as session:
        session.until_shown("today")
        for name in WIDE:
            session.send(f"\x1b[200~{word(name)} \x1b[201~")
        session.send("\x1b[D" * 4 + "seen")
        session.until(lambda: "seen" in "".join(_lines(session)), "the words")
        _looks_the_same_when_continued(session)
        session.send("\x1b")
        session.until(lambda: "o open" in "".join(_lines(session)), "the jar")
        session.send("\x1b[F")
        for name in list(WIDE)[:4]:
            session.until(partial(_is_chosen, session, name), f"{name} chosen")
            _looks_the_same_when_continued(session)
            session.send("\x1b[A")
        leave(session)
