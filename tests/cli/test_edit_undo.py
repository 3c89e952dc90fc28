"""`jar-tui edit` and `jar-tui undo`: words are changed, changes taken back, nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.folders import Folders
from jar_tui.words import shell
from tests.cli.conftest import Shell


@pytest.fixture
def ids(jar: Shell) -> list[str]:
    jar("add", "--each-line", stdin=b"one\ntwo")
    return [slip["id"] for slip in jar.json()]


def test_words_can_be_changed_from_a_pipe(jar: Shell, ids: list[str]) -> None:
    ran = jar("edit", ids[0][:10].upper(), stdin=b"one,\nchanged\r\n")
    assert ran == (0, f"{shell.WORDS_KEPT_HERE}\n", "")
    assert jar.texts() == ["one,\nchanged", "two"]


def test_words_can_be_changed_on_the_command_line(jar: Shell, ids: list[str]) -> None:
    ran = jar("edit", ids[1], "three", "four")
    assert shell.SHELL_REMEMBERS in ran.out
    assert jar.texts() == ["one", "three four"]


def test_at_a_prompt_the_words_are_shown_first(jar: Shell, ids: list[str]) -> None:
    ran = jar.typed("edit", ids[0], keys=b"new\n")
    assert ran.out == f"one\n{shell.WORDS_KEPT_HERE}\n"
    assert jar.texts() == ["new", "two"]


@pytest.mark.parametrize("same", [b"one", b"\none \n"])
def test_the_same_words_are_no_change(jar: Shell, ids: list[str], same: bytes) -> None:
    assert jar("edit", ids[0], stdin=same) == (0, f"{words.WORDS_SAME}\n", "")
    assert jar("undo").out.count("a change of words") == 0


@pytest.mark.parametrize(
    ("start", "new", "said"),
    [
        ("zzzz", b"x", shell.NO_SUCH_ID),
        ("", b"x", shell.NO_SUCH_ID),
        (" ", b"x", shell.NO_SUCH_ID),
        (None, b" \n", words.BLANK),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(
    jar: Shell, ids: list[str], start: str | None, new: bytes, said: str
) -> None:
    assert jar("edit", ids[0] if start is None else start, stdin=new) == (1, "", f"{said}\n")
    assert jar.texts() == ["one", "two"]


def test_a_start_shared_by_two_ids_is_not_enough(jar: Shell, service: JarService) -> None:
    service.add(NewSlip("one"), "aab" + "a" * 23)
    service.add(NewSlip("two"), "aac" + "a" * 23)
    assert jar("edit", "aa", stdin=b"x") == (1, "", f"{shell.MANY_IDS}\n")
    assert jar("edit", "aac", stdin=b"x").code == 0
    assert jar.texts() == ["one", "x"]


def test_an_empty_start_is_no_id_even_where_there_is_one_slip(jar: Shell) -> None:
    jar("add", stdin=b"one")
    assert jar("edit", "", stdin=b"x").code == 1
    assert jar.texts() == ["one"]


def test_leaving_the_prompt_keeps_the_words(jar: Shell, ids: list[str]) -> None:
    ran = jar.typed("edit", ids[0], keys=b"\x04")
    assert ran.code == 1
    assert ran.err.endswith(f"{words.LEFT}\n")
    assert jar.texts() == ["one", "two"]


# Taking back


def test_undo_names_what_it_takes_back(jar: Shell, ids: list[str]) -> None:
    jar("edit", ids[0], stdin=b"changed")
    ran = jar("undo")
    assert ran.code == 0
    assert ran.rows == [
        "The last change made here: a change of words, on a slip of today.",
        "Taken back: the words are as they were before.",
    ]
    assert jar.texts() == ["one", "two"]


def test_undo_goes_on_from_run_to_run(jar: Shell, ids: list[str]) -> None:
    jar("edit", ids[0], stdin=b"changed")
    jar("add", stdin=b"three")
    assert [jar("undo").code for _ in range(3)] == [0, 0, 0]
    assert jar.texts() == []
    assert jar("undo") == (1, "", f"{words.NOTHING_TO_TAKE_BACK}\n")


@pytest.mark.parametrize(
    ("keys", "left"),
    [(b"y\n", []), (b"YES\n", []), (b"n\n", ["one", "two"]), (b"\n", ["one", "two"])],
)
def test_undo_asks_on_a_terminal(jar: Shell, ids: list[str], keys: bytes, left: list[str]) -> None:
    ran = jar.typed("undo", keys=keys)
    assert ran.rows[0].startswith("The last change made here: slips that came in together")
    assert shell.TAKE_IT_BACK in ran.err
    assert ran.code == 0
    assert jar.texts() == left


def test_undo_does_not_ask_where_the_answer_was_given(jar: Shell, ids: list[str]) -> None:
    assert shell.TAKE_IT_BACK not in jar.typed("undo", "--yes", keys=b"").err
    assert jar.texts() == []


def test_undo_takes_back_what_it_named_and_nothing_newer(
    jar: Shell, ids: list[str], service: JarService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def yes_after_a_while(_: str) -> bool:
        service.add(NewSlip("written meanwhile"))
        return True

    monkeypatch.setattr("jar_tui.cli.write.agreed", yes_after_a_while)
    jar.typed("undo", keys=b"")
    assert jar.texts() == ["written meanwhile"]


def test_undo_declines_where_somebody_else_changed_it_again(
    jar: Shell, ids: list[str], jar_home: Path
) -> None:
    jar("edit", ids[0], stdin=b"here")
    os.rename(Folders(jar_home).state, jar_home / "other state")
    jar("edit", ids[0], stdin=b"elsewhere")
    for path in Folders(jar_home).state.iterdir():
        if path.is_file():
            path.unlink()
    for path in (jar_home / "other state").iterdir():
        if path.is_file():
            os.rename(path, Folders(jar_home).state / path.name)
    ran = jar("undo")
    assert (ran.code, ran.err) == (1, f"{words.CHANGED_LATER}\n")
    assert jar.texts() == ["elsewhere", "two"]
