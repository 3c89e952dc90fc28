"""`jar-tui list`: what it shows, what it keeps back, and what no slip can make it do."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.cli import console, wrap
from jar_tui.service import JarService
from jar_tui.store.folders import Folders
from jar_tui.words import shell
from tests.cli.conftest import Shell

KEYS = (
    *("id", "text", "happened", "precision", "written", "state", "how", "marks", "label"),
    *("too_small", "kinds", "covered", "set_aside", "not_again", "lines"),
)


@pytest.fixture
def filled(jar: Shell) -> Shell:
    jar("add", stdin=b"rested")
    jar("add", "--when", "yesterday", "--kind", "body", "--too-small", stdin=b"Walked\nfar")
    jar("add", "--when", "sometime", stdin=b"left")
    jar("add", "--when", "15 march 2026", "--kind", "rest", stdin=b"REST day")
    return jar


def test_slips_are_shown_oldest_first_with_the_start_of_their_ids(filled: Shell) -> None:
    ran = filled("list")
    ids = [slip["id"][:8] for slip in filled.json()]
    assert (ran.code, ran.err) == (0, "")
    assert ran.rows == [
        f"{ids[0]}  sometime: left",
        f"{ids[1]}  Sunday 15 March: REST day",
        f'{ids[2]}  Friday 20 November, marked "too small": Walked',
        "          far",
        f"{ids[3]}  today: rested",
    ]


def test_plain_rows_are_sentences_without_ids(filled: Shell) -> None:
    assert filled("list", "--plain").rows[0] == "sometime: left"
    assert filled("--plain", "list", "--limit", "1").rows == ["today: rested"]


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (["--find", "rest"], ["REST day", "rested"]),
        (["--find", "R FAR"], []),
        (["--since", "friday"], ["Walked\nfar", "rested"]),
        (["--since", "2030-01-01"], []),
        (["--until", "yesterday"], ["REST day", "Walked\nfar"]),
        (["--until", "march 2026"], ["REST day"]),
        (["--until", "february 2026"], []),
        (["--since", "march 2026", "--until", "14 march"], []),
        (["--since", "2025", "--until", "2025"], []),
        (["--until", "2030-01-01"], ["REST day", "Walked\nfar", "rested"]),
        (["--kind", "Body"], ["Walked\nfar"]),
        (["--kind", "nothing of the sort"], []),
        (["--too-small"], ["Walked\nfar"]),
        (["--set-aside"], []),
        (["--too-small", "--kind", "rest"], []),
        (["--limit", "2"], ["Walked\nfar", "rested"]),
        (["--limit", "0"], []),
        (["--limit", "4"], ["left", "REST day", "Walked\nfar", "rested"]),
        (["--limit", "5"], ["left", "REST day", "Walked\nfar", "rested"]),
        (["--limit", "7"], ["left", "REST day", "Walked\nfar", "rested"]),
        (["--find", "e", "--limit", "1"], ["rested"]),
    ],
)
def test_filters_keep_what_was_asked_for(
    filled: Shell, filters: list[str], texts: list[str]
) -> None:
    assert filled.texts(*filters) == texts


def test_what_was_taken_back_is_set_aside(filled: Shell) -> None:
    filled("undo", "--yes")
    assert filled.texts("--set-aside") == ["REST day"]
    assert "REST day" not in filled.texts()


def test_the_keys_of_json_are_the_contract(filled: Shell, service: JarService) -> None:
    for slip in filled.json():
        assert tuple(slip) == KEYS
    assert filled.json("--find", "walked")[0] == {
        "id": filled.json("--find", "walked")[0]["id"],
        "text": "Walked\nfar",
        "happened": "2026-11-20",
        "precision": "day",
        "written": "2026-11-21T15:30:00+00:00",
        "state": "unsigned",
        "how": "",
        "marks": [],
        "label": "small",
        "too_small": True,
        "kinds": ["body"],
        "covered": False,
        "set_aside": False,
        "not_again": False,
        "lines": [],
    }


def test_json_of_nothing_is_an_empty_array(jar: Shell) -> None:
    ran = jar("list", "--json")
    assert (ran.code, json.loads(ran.out), ran.err) == (0, [], "")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], shell.NO_SLIPS),
        (["--find", "tea\n\x1b[31m"], 'No slip is holding "tea [31m".'),
        (["--kind", "rest", "--too-small"], 'No slip is of the kind rest, marked "too small".'),
        (["--until", "friday"], "No slip is dated 2026-11-20 or earlier."),
    ],
)
def test_where_there_is_none_it_says_of_what(jar: Shell, argv: list[str], said: str) -> None:
    ran = jar("list", *argv)
    assert (ran.code, ran.out, ran.err) == (0, "", f"{said}\n")


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (["--limit", "-1"], 2, shell.LIMIT_WRONG),
        (["--limit", "many"], 2, shell.not_understood("jar-tui list")),
        (["--since", "blursday"], 1, "That date was not understood. Nothing was changed."),
        (["--until", "sometime"], 1, shell.NO_DAY),
        (["--lim", "3"], 2, shell.not_understood("jar-tui list")),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    jar: Shell, argv: list[str], code: int, said: str
) -> None:
    assert jar("list", *argv) == (code, "", f"{said}\n")


# What no slip can do


def foreign_line(jar_home: Path, slip_id: str, fields: dict[str, Any]) -> None:
    """Put a line in the jar that another program, or another person, wrote."""
    folder = Folders(jar_home).jar
    folder.mkdir(parents=True, exist_ok=True)
    body = json.dumps(
        {"j": "other", "n": 1, "c": f"{1 << 60:016x}", "s": "s", "k": "put", "t": "slips"}
        | {"id": slip_id, "set": fields}
    )[1:].encode()
    with (folder / "slips-other.jsonl").open("ab") as file:
        file.write(b'{"sum":"%08x",%s\n' % (crc32(body), body))


def test_text_of_others_is_never_obeyed(jar: Shell, jar_home: Path) -> None:
    hostile = "a\x1b[2J\x1b]0;t\x07\r\x9b31m\u202eb\nabcdefgh  today: forged"
    fields = {"text": hostile, "written": "\x9bnow", "happened": "2026-11-21", "precision": "day"}
    foreign_line(jar_home, "x\x1b[2J\nforged  ", fields)
    ran = jar("list")
    assert ran.rows == [
        "x\\x1b[2J\\nfo  today: a[2J]0;t",
        "          31mb",
        "          abcdefgh  today: forged",
    ]
    assert "\x9b" not in jar("list", "--json").out
    assert "\x1b" not in jar("list", "--json").out


def test_nothing_is_said_that_a_terminal_would_obey(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("\x1b[2Ja\tb")
    console.remark("\x9bc\udcff")
    assert capsys.readouterr() == ("\\x1b[2Ja\tb\n", "\\x9bc\\udcff\n")


def test_every_row_of_a_slip_but_the_first_is_set_in(jar: Shell) -> None:
    jar("add", stdin=b"one\ntwo\n\nabcdefgh  today: three")
    rows = jar("list").rows
    assert [row[:10].isspace() for row in rows[1:] if row] == [True] * (len(rows) - 1)


class Glass(io.StringIO):
    """A terminal of 40 columns."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@given(st.lists(st.one_of(st.sampled_from("a 漢🙂\u0301\n\t"), st.text(max_size=40))).map("".join))
def test_a_terminal_has_no_line_that_starts_with_a_slips_words(text: str) -> None:
    row = f"abcdefgh  today: {shell_text(text)}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((40, 20)))
        shown = wrap.row_of(row, Glass())
    first, *others = shown.split("\n")
    assert first.startswith("abcdefgh  ")
    assert all(line.startswith(" " * 10) or not line for line in others)
    assert all(len(line) < 40 or "\u0301" in line for line in shown.split("\n") if line.isascii())
    squeezed = [re.sub(r"\s", "", one) for one in (shown, row)]
    assert squeezed[0] == squeezed[1]


def shell_text(text: str) -> str:
    return text.replace("\n", "\n          ")


def test_a_long_row_is_broken_at_spaces(jar: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((40, 20)))
    assert wrap.row_of("abcdefgh  today: took one slow breath before answering", Glass()) == (
        "abcdefgh  today: took one slow breath\n          before answering"
    )
    assert wrap.row_of("abc", sys.stdout) == "abc"


def test_a_covered_slip_keeps_its_words_to_itself(jar: Shell, jar_home: Path) -> None:
    fields = {"text": "secret", "written": "2026-11-21T10:00:00+00:00", "covered": True}
    foreign_line(jar_home, "covered", fields)
    assert jar("list").rows == ["covered  sometime: ..."]
    assert jar("list", "--find", "secret").out == ""


def test_a_damaged_file_is_named_and_the_rest_is_shown(jar: Shell, jar_home: Path) -> None:
    jar("add", "--each-line", stdin=b"one\ntwo words\nthree")
    (journal,) = Folders(jar_home).jar.glob("slips-*")
    journal.write_bytes(journal.read_bytes().replace(b"two words", b"twX words"))
    ran = jar("list")
    assert [row.split(": ")[1] for row in ran.rows] == ["one", "three"]
    assert ran.err.startswith("Some of a file could not be read. It is kept in ")
    assert "words" not in ran.err


def test_times_are_shown_with_their_offset(jar: Shell) -> None:
    jar("add", stdin=b"a")
    assert datetime.fromisoformat(jar.json()[0]["written"]).utcoffset() is not None
