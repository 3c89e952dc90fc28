"""Line mode: an opening from beginning to end, and where the disk does not play along."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui import plain, words
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept
from jar_tui.words import line_mode, opening, shell
from tests.talking import Talk, label_of, run, six_slips


@pytest.fixture
def six(service: JarService) -> JarService:
    """Return a jar with the six slips of the first opening."""
    return six_slips(service)


@pytest.fixture
def talk(six: JarService) -> Talk:
    return Talk(six)


def test_the_end_of_input_stops_and_loses_nothing(
    six: JarService, jar_home: Path, clock: Callable[[], datetime]
) -> None:
    said = run(jar_home, clock, "", "", "", "", opening=True)
    assert said[-1] == "Stopped here. Slips 4 to 6 stay folded."
    again = run(jar_home, clock, "", opening=True)
    assert again[1] == "Slips 4 to 6 are folded. Enter goes on from there."
    assert again[-1] == "Stopped here. Slips 4 to 6 stay folded."


def test_the_end_of_input_after_the_last_slip_closes(
    six: JarService, jar_home: Path, clock: Callable[[], datetime]
) -> None:
    assert (
        run(jar_home, clock, *[""] * 7, opening=True)[-1] == "Closed. All 6 slips stay in the jar."
    )
    six.catch_up()
    (opened,) = six.jar.tables["openings"].values()
    assert getattr(opened, "ended", "")


def test_an_opening_ends_when_it_is_closed_or_left(
    six: JarService, jar_home: Path, clock: Callable[[], datetime]
) -> None:
    assert run(jar_home, clock, "q", "never asked for", opening=True)[-1] == line_mode.UNOPENED
    said = run(jar_home, clock, *[""] * 8, "never asked for", opening=True)
    assert said[-1] == "Closed. All 6 slips stay in the jar."
    assert len(six.jar) == 6


def full(_: int) -> NoReturn:
    raise OSError(errno.ENOSPC, "full")


def test_a_step_that_is_not_kept_is_not_shown(
    six: JarService,
    jar_home: Path,
    clock: Callable[[], datetime],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "fsync", full)
    said = run(jar_home, clock, "", "q", code=1, opening=True)
    assert said[-2:] == [words.not_kept("full", screen=False), line_mode.UNOPENED]
    assert "took a breath" not in "".join(said)


def test_words_are_shown_at_the_end_where_they_could_not_be_kept(
    six: JarService, monkeypatch: pytest.MonkeyPatch, jar_home: Path, clock: Callable[[], datetime]
) -> None:
    lines = iter(["", "w", "three tries", "cold kitchen"])
    said: list[str] = []

    def ask() -> str:
        line = next(lines, None)
        if line is None:
            raise EOFError
        if line == "three tries":
            monkeypatch.setattr(os, "fsync", full)
        return line

    assert plain.run(jar_home, clock, said.append, ask, opening=True) == 1
    waits = [words.not_kept("full", screen=False), line_mode.LINE_WAITS]
    assert said[-8:-4] == [*waits, *waits]
    assert said[-2:] == ["three tries\ncold kitchen", shell.PLAIN_LEFT_WAITING]


def test_a_line_that_waits_is_kept_once_there_is_room(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk("/open", "", "w")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(NotKept):
            talk.mode.take("three tries")
    assert talk("") == [f"{opening.LINE_KEPT} {line_mode.UNDO_LINE}"]
    assert [line.text for line in talk.service.jar.lines_of(talk.service.jar.slips[0])] == [
        "three tries"
    ]


def test_an_end_that_is_not_kept_is_said_and_not_called_closed(
    six: JarService, jar_home: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full when the input ends, all slips side by side."""
    lines = iter([""] * 7)
    said: list[str] = []

    def ask() -> str:
        line = next(lines, None)
        if line is None:
            monkeypatch.setattr(os, "fsync", full)
            raise EOFError
        return line

    assert plain.run(jar_home, clock, said.append, ask, opening=True) == 1
    assert said[-2:] == [words.not_kept("full", screen=False), line_mode.NOT_CLOSED]
    assert "Closed." not in " ".join(said)


@pytest.mark.parametrize("key", ["", "3"])
def test_after_a_step_that_is_not_kept_it_stands_where_it_stood(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    second = talk("/open", "", "")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        talk.said.clear()
        with pytest.raises(NotKept):
            talk.mode.take(key)
        assert talk.said == []
    assert label_of(talk, "got dressed") == "small"
    assert talk("b")[0].startswith("1 of 6")
    assert talk("") == second
