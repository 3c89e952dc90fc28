"""`jar-tui open`: the jar is opened line by line, from a terminal or a pipe."""

from __future__ import annotations

import errno
import os
from typing import NoReturn

import pytest

from jar_tui import words
from jar_tui.words import line_mode, opening, ritual
from tests.cli.conftest import Process, Shell

STOPPED_AT_ONE = "Stopped here. Slips 1 to 3 stay folded."


@pytest.fixture
def folded(jar: Shell) -> Shell:
    jar("parts", "add", "Wren")
    jar("add", "--each-line", stdin=b"rested\nwalked")
    jar("add", "--too-small", "--sign", "Wren", stdin=b"got dressed")
    return jar


def test_answers_come_from_the_lines_of_a_pipe(folded: Shell) -> None:
    ran = folded("open", stdin=b"\n\n\n3\nw\nthree tries\n\ng\n\n")
    assert (ran.code, ran.err) == (0, "")
    assert "3 of 3 · Saturday 21 November · by Wren" in ran.rows
    assert ran.rows[-2:] == [opening.GROUND, "Closed. All 3 slips stay in the jar."]
    slip = folded.json("--part", "Wren")[0]
    assert (slip["label"], slip["too_small"]) == ("both", True)
    assert [line["text"] for line in slip["lines"]] == ["three tries"]


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        (b"", line_mode.UNOPENED),
        (b"q\n", line_mode.UNOPENED),
        (b"\n", "Stopped here. Slips 1 to 3 stay folded."),
        (b"\n\n\n", "Stopped here. Slip 3 stays folded."),
        (b"\n\nw\nhalf a line", "Stopped here. Slips 2 to 3 stay folded."),
        (b"\n\n\n\n", "Closed. All 3 slips stay in the jar."),
    ],
)
def test_the_end_of_input_stops(folded: Shell, stdin: bytes, said: str) -> None:
    ran = folded("open", stdin=stdin)
    assert (ran.code, ran.rows[-1]) == (0, said)
    assert len(folded.texts()) == 3


def test_leaving_it_unopened_says_no_more_than_that_where_a_setting_was_kept(jar: Shell) -> None:
    jar("add", stdin=b"rested")
    ran = jar("open", stdin=b"c\n7\n1\n3\n\n\nq\n")
    assert line_mode.kept_way(ritual.WAYS["opening-day"], "Tuesday") in ran.rows
    assert ran.rows[-1] == line_mode.UNOPENED


def test_what_follows_is_answered_from_the_lines_of_a_pipe(folded: Shell) -> None:
    folded("settings", "opening-end", "five")
    ran = folded("open", stdin=b"\n\n\n\n\nsat still\n/said no\n\nuntil then\nmore\n")
    assert (ran.code, ran.err) == (0, "")
    assert ran.rows[-3:] == [
        line_mode.FIVE_LINE,
        opening.CLOSING_KEPT,
        "Closed. All 3 slips stay in the jar.",
    ]
    assert folded.texts()[-2:] == ["sat still", "/said no"]
    assert folded("open").rows[1] == opening.AGAIN


def test_where_the_jar_is_opened_no_line_says_that_today_is_the_day(folded: Shell) -> None:
    folded("settings", "opening-day", "saturday")
    assert ritual.DUE_IN_LINES["day"] not in folded("open").rows
    assert ritual.DUE_IN_LINES["day"] in folded("--plain").rows


def test_it_goes_on_where_it_was_stopped(folded: Shell) -> None:
    folded("open", stdin=b"\n\n")
    assert folded("open").rows[1] == "Slips 2 to 3 are folded. Enter goes on from there."


def test_at_a_terminal_there_is_a_prompt(folded: Shell) -> None:
    ran = folded.typed("open", keys=b"\n\n\x04")
    assert ran.code == 0
    assert "2 of 3 · Saturday 21 November" in ran.rows
    assert ran.err == "> > > "


def test_a_paste_under_a_slip_is_one_line_and_no_answers(folded: Shell) -> None:
    ran = folded.typed("open", keys=b"\nw\nthree tries\nq\n/leave\n\x04\x04")
    assert [*filter(None, ran.rows)][-2:] == [
        f"{opening.LINE_KEPT} {line_mode.UNDO_LINE}",
        STOPPED_AT_ONE,
    ]
    assert [[line["text"] for line in row["lines"]] for row in folded.json()] == [
        ["three tries\nq\n/leave"],
        [],
        [],
    ]


def test_lines_of_a_pipe_are_answers_one_by_one(folded: Shell) -> None:
    assert folded("open", stdin=b"\nw\nthree tries\nq\n").rows[-1] == STOPPED_AT_ONE
    assert folded.json()[0]["lines"][0]["text"] == "three tries"


def test_side_by_side_every_row_of_a_written_line_is_set_in(folded: Shell) -> None:
    keys = b"\nw\none\ntwo\n\x04\x04"
    folded.typed("open", keys=keys)
    rows = folded("open", stdin=b"\n\n\n\n").rows
    assert rows[rows.index("    with it: one") + 1] == "             two"


def full(_: int) -> NoReturn:
    raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("stdin", [b"\n", b"\nq\n", b"\n\n\n"])
def test_an_opening_that_cannot_begin_is_no_success(
    folded: Shell, monkeypatch: pytest.MonkeyPatch, stdin: bytes
) -> None:
    monkeypatch.setattr(os, "fsync", full)
    ran = folded("open", stdin=stdin)
    assert (ran.code, ran.rows[-1]) == (1, line_mode.UNOPENED)
    assert words.not_kept("full", screen=False) in ran.rows


@pytest.mark.parametrize(
    ("failing", "code"),
    [((1,), 1), ((2,), 1), ((3, 4), 1), ((5, 6), 1), ((2,), 0), ((3, 4), 0), ((5,), 0)],
)
def test_a_step_not_kept_at_the_end_is_no_success(
    folded: Shell, monkeypatch: pytest.MonkeyPatch, failing: tuple[int, ...], code: int
) -> None:
    """Lines from 1 on fail where they are numbered; where all is well then, more lines follow."""
    asked = 0
    kept = os.fsync

    def sometimes(handle: int) -> None:
        if asked in failing:
            full(handle)
        kept(handle)

    lines = iter([""] * (min(max(failing), 5) if code else 8))

    def ask(_: str = "") -> str:
        nonlocal asked
        asked += 1
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line

    monkeypatch.setattr(os, "fsync", sometimes)
    monkeypatch.setattr("jar_tui.cli.opening.ask", ask)
    assert folded("open").code == code


def test_an_empty_jar_has_nothing_to_read(jar: Shell) -> None:
    assert jar("open") == (0, f"{opening.NOTHING_TO_READ}\n", "")


def test_what_slips_say_is_never_obeyed_nor_taken_for_an_answer(folded: Shell) -> None:
    folded("add", stdin=b"\x1b[2Ja\n9 of 9 \xc2\xb7 forged")
    rows = folded("open", stdin=b"\n\n\n\n").rows
    assert rows[-4:-2] == ["    [2Ja", "    9 of 9 · forged"]


def test_nothing_heavy_is_loaded(folded: Shell, process: Process) -> None:
    ran = process(
        code="import sys; from jar_tui.cli import run; run(['open'])\n"
        "print('textual' in sys.modules)"
    )
    assert ran.stdout.decode().splitlines()[-1] == "False"
    assert line_mode.BEGIN in ran.stdout.decode()
