"""`jar-tui add`: words from a prompt, a pipe or the command line become slips."""

from __future__ import annotations

import errno
import re
from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui import words
from jar_tui.store.folders import Folders
from jar_tui.words import shell
from tests.cli.conftest import Shell

DROPPED = re.compile(r"Dropped in\. jar-tui undo takes it back\. ([a-z2-7]{8})\n")


def test_standard_input_is_one_slip(jar: Shell) -> None:
    ran = jar("add", stdin="first line\nsecond, with ünïcödé 🙂\n\n".encode())
    found = DROPPED.fullmatch(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert found
    (slip,) = jar.json()
    assert slip["id"][:8] == found[1]
    assert len(slip["id"]) == 26
    assert jar("list").out.startswith(f"{found[1]}  ")
    assert jar("edit", found[1], stdin=slip["text"].encode()).out == f"{words.WORDS_SAME}\n"
    assert slip["text"] == "first line\nsecond, with ünïcödé 🙂"
    assert (slip["happened"], slip["precision"]) == ("2026-11-21", "day")


def test_each_line_can_be_a_slip_and_all_are_one_change(jar: Shell) -> None:
    ran = jar("add", "--each-line", stdin=b"one\r\n\r\n  \ntwo\nthree")
    assert [re.sub("[a-z2-7]{8}$", "ID", row) for row in ran.rows] == [
        *("Dropped in. ID", "Dropped in. ID"),
        "Dropped in. jar-tui undo takes them back, all together. ID",
    ]
    assert jar.texts() == ["one", "two", "three"]
    assert jar("undo").code == 0
    assert jar.texts() == []


def test_words_on_the_command_line_work_and_their_traces_are_named_once(jar: Shell) -> None:
    first = jar("add", "opened", "the", "window")
    assert DROPPED.match(first.out)
    assert shell.SHELL_REMEMBERS in first.out
    second = jar("add", "closed it")
    assert DROPPED.fullmatch(second.out)
    assert jar.texts() == ["opened the window", "closed it"]


def test_a_slip_that_is_in_is_said_to_be_in_whatever_comes_after(
    jar: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    jar("add", stdin=b"the first")
    monkeypatch.setattr("jar_tui.store.disk.write_private", full)
    ran = jar("add", "words")
    assert (ran.code, ran.err) == (0, "")
    assert DROPPED.match(ran.out)


def test_a_slip_carries_what_was_asked_for(jar: Shell) -> None:
    ran = jar(
        *("add", "--when", "5 March 2026", "--too-small"),
        *("--kind", "First time", "--kind", ",", "--kind", "rest"),
        stdin=b"went out",
    )
    assert ran.out.startswith('Dropped in, dated Thursday 5 March 2026, marked "too small". ')
    (slip,) = jar.json()
    assert (slip["happened"], slip["label"], slip["too_small"]) == ("2026-03-05", "small", True)
    assert slip["kinds"] == ["first-time", "rest"]
    jar("add", "--when", "sometime", stdin=b"long ago")
    assert jar.json()[0]["happened"] is None


def test_plain_answers_leave_the_id_out(jar: Shell) -> None:
    assert jar("add", "--plain", stdin=b"a").out == f"Dropped in. {shell.UNDO_DROP}\n"
    assert jar("--plain", "add", stdin=b"b").out == f"Dropped in. {shell.UNDO_DROP}\n"


@pytest.mark.parametrize("blank", [b"", b" \n\t\r\n", "\u200b\u3164".encode(), b"\0\x1b"])
def test_a_blank_slip_is_nothing(jar: Shell, jar_home: Path, blank: bytes) -> None:
    ran = jar("add", stdin=blank)
    assert (ran.code, ran.out, ran.err) == (1, "", f"{words.BLANK}\n")
    assert not jar_home.exists()


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (b"\xef\xbb\xbfmark\r\nbreak\rx", "mark\nbreak\nx"),
        (b"caf\xe9", "café"),
        (b"a\0b\x1b]0;t\x07c\x7f", "ab]0;tc"),
        ("a\u2028b\u202ec\x9bd".encode(), "a\nbcd"),
        (b"\\", "\\"),
        (b"yesterday: piped", "yesterday: piped"),
    ],
)
def test_odd_bytes_become_plain_words(jar: Shell, raw: bytes, kept: str) -> None:
    assert jar("add", stdin=raw).code == 0
    assert jar.texts() == [kept]


def test_a_long_slip_from_a_pipe_is_kept_whole(jar: Shell) -> None:
    text = "ä word " * 30_000 + "end"
    assert jar("add", stdin=text.encode()).code == 0
    assert jar.texts() == [text]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("tomorrow", "That would be Sunday 22 November, which has not come yet."),
        ("blursday", "That date was not understood."),
        ("99999999999 days ago", "That date was not understood."),
    ],
)
def test_a_date_that_cannot_be_is_named_before_words_are_asked_for(
    jar: Shell, day: str, said: str
) -> None:
    ran = jar.typed("add", "--when", day, keys=b"")
    assert ran.code == 1
    assert ran.err == f"{said} Nothing was changed.\n"


# At a prompt


def test_a_prompt_asks_and_reads_a_date_in_front(jar: Shell) -> None:
    ran = jar.typed("add", keys=b"yesterday: said no\n")
    assert ran.err == f"{words.WRITE}\n> "  # standard output is a file here
    assert ran.out.startswith("Dropped in, dated Friday 20 November 2026. ")
    assert jar.texts() == ["said no"]


def test_a_date_to_come_is_named_and_the_words_kept(jar: Shell) -> None:
    ran = jar.typed("add", keys=b"tomorrow: dentist\n")
    assert ran.code == 0
    assert "Sunday 22 November has not come yet, so it stays in the words." in ran.out
    assert jar.texts() == ["tomorrow: dentist"]


def test_a_backslash_at_the_prompt_stands_for_itself(jar: Shell) -> None:
    jar.typed("add", keys=b"\\yesterday: a poem\n")
    jar.typed("add", keys=b"\\\n")
    assert jar.texts() == ["yesterday: a poem", "\\"]


def test_a_paste_of_several_lines_is_one_slip_and_nothing_is_left_for_the_shell(jar: Shell) -> None:
    jar.typed("add", keys=b"one\nrm -rf something\nthree\n")
    assert jar.texts() == ["one\nrm -rf something\nthree"]
    jar.typed("add", "--each-line", keys=b"four\nfive\n")
    assert jar.texts()[1:] == ["four", "five"]


def test_arrow_keys_and_odd_bytes_at_the_prompt_leave_no_letters(jar: Shell) -> None:
    jar.typed("add", keys=b"a\x1b[D\x1b[1;5C\x1bOPb caf\xe9\n")
    assert jar.texts() == ["ab café"]


def test_the_end_of_input_at_the_prompt_changes_nothing(jar: Shell, jar_home: Path) -> None:
    ran = jar.typed("add", keys=b"\x04")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith(f"{words.LEFT}\n")
    assert not Folders(jar_home).jar.exists()


@pytest.mark.parametrize(("answer", "kept"), [(b"y\n", 1), (b"n\n", 0), (b"\n", 0), (b"\x04", 0)])
def test_long_words_are_asked_about_once_where_somebody_can_answer(
    jar: Shell, answer: bytes, kept: int
) -> None:
    ran = jar.typed("add", "x" * 20_001, keys=answer)
    assert ran.err.count(shell.LONG_ASKED) == 1
    assert ran.code == 1 - kept
    assert len(jar.texts()) == kept


def test_a_line_the_terminal_cut_is_kept_and_named(jar: Shell) -> None:
    ran = jar.typed("add", keys=b"x" * 5000 + b"\n")
    assert shell.LINE_TOO_LONG in ran.err
    assert ran.code == 0
    assert len(jar.texts()[0]) == 4095
