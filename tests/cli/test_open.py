"""`jar-tui open`: the jar is opened line by line, from a terminal or a pipe."""

from __future__ import annotations

import pytest

from jar_tui import words
from jar_tui.words import line_mode, opening
from tests.cli.conftest import Process, Shell


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
        (b"", words.LEFT),
        (b"q\n", words.LEFT),
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


def test_it_goes_on_where_it_was_stopped(folded: Shell) -> None:
    folded("open", stdin=b"\n\n")
    assert folded("open").rows[1] == "Slips 2 to 3 are folded. Enter goes on from there."


def test_at_a_terminal_there_is_a_prompt(folded: Shell) -> None:
    ran = folded.typed("open", keys=b"\n\n\x04")
    assert ran.code == 0
    assert "2 of 3 · Saturday 21 November" in ran.rows
    assert ran.err == "> > > "


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
