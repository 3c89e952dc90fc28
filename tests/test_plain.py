"""Line mode: every line is a slip or a command, every answer a plain sentence."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui import plain, words
from jar_tui.domain.people import AGREEMENTS, PAGE, WORD
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept, NotOpened
from jar_tui.words import line_mode, page, shell
from jar_tui.words.names import NAMES, with_nouns

Talk = Callable[..., list[str]]
TAKES_BACK = "/undo takes it back."
THIS = 'This one: today, "got dressed".'


@pytest.fixture
def talk(jar_home: Path, clock: Callable[[], datetime]) -> Talk:
    """Return a way to type lines and read the answers between welcome and farewell."""

    def typed(*lines: str, code: int = 0) -> list[str]:
        said: list[str] = []
        left: Iterator[str] = iter(lines)

        def ask() -> str:
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        assert plain.run(jar_home, clock, said.append, ask) == code
        assert said[0] == shell.PLAIN_WELCOME
        return [line for line in said[1:] if line]

    return typed


def test_a_line_is_a_slip(talk: Talk, service: JarService) -> None:
    assert talk("took a breath") == [f"Dropped in. {TAKES_BACK}", shell.PLAIN_LEFT]
    service.catch_up()
    assert [slip.text for slip in service.jar] == ["took a breath"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("yesterday: said no", [f"Dropped in, dated Friday 20 November. {TAKES_BACK}"]),
        (
            "tomorrow: dentist",
            [
                f"Dropped in. {TAKES_BACK}",
                words.future_prefix(date(2026, 11, 22), date(2026, 11, 21)),
            ],
        ),
        ("  \u200b ", [words.BLANK]),
        ("/what", [shell.PLAIN_UNKNOWN]),
        ("/LIST", [shell.PLAIN_EMPTY]),
        ("/all", [shell.NO_SLIPS]),
        ("/small", [words.NOTHING_DROPPED_YET]),
        ("/undo", [words.NOTHING_TO_TAKE_BACK]),
        ("/again", [shell.PLAIN_NONE_WAIT]),
        ("/help", [*shell.PLAIN_HELP]),
        ("/HELP  more", [with_nouns(line, NAMES) for line in shell.PLAIN_HELP_MORE]),
        (" /Leave ", []),
    ],
)
def test_each_line_is_answered(talk: Talk, line: str, said: list[str]) -> None:
    assert talk(line) == [*said, shell.PLAIN_LEFT]


def test_every_command_is_in_the_help(talk: Talk, service: JarService) -> None:
    named = " ".join([*shell.PLAIN_HELP, *shell.PLAIN_HELP_MORE])
    mode = plain.LineMode(service, print)
    commands = {*mode._commands, *mode._with_more} - {"/help"}
    assert all(re.search(rf"{command}\b", named) for command in commands)


def test_the_first_help_is_short() -> None:
    assert len(" ".join(shell.PLAIN_HELP).split()) < 70
    assert len(shell.PLAIN_HELP) < 8


def test_the_page_is_read_for_whoever_is_here(talk: Talk, service: JarService) -> None:
    today = "Today is Saturday 21 November 2026."
    assert talk("/page") == [today, page.FOR_WHOEVER, shell.PLAIN_LEFT]
    service.people.choose(WORD, "none")
    assert talk("/page") == [today, page.FOR_ONE, shell.PLAIN_LEFT]
    service.people.choose(PAGE, "The kettle is on.\nThe door is locked.")
    own = "    The kettle is on.\n    The door is locked."
    assert talk("/page") == [today, own, shell.PLAIN_LEFT]


def test_what_is_agreed_on_is_read(talk: Talk, service: JarService) -> None:
    assert talk("/agreements")[:2] == [page.AGREEMENTS, page.AGREEMENTS_NONE]
    service.people.choose(WORD, "none")
    service.people.choose(AGREEMENTS, "covers stay")
    assert talk("/agreements")[:2] == [page.AGREED, "    covers stay"]


def test_taking_back_names_each_slip_it_comes_to(talk: Talk) -> None:
    talk("one", "two, which has more words in it than one would read out again", "/cover")
    said = talk(*["/undo"] * 6)
    taken = [line for line in said if line.startswith("Taken back")]
    assert taken == [
        "Taken back: the words show, or do not, as before. "
        'This one: today, "two, which has more words in it than ...".',
        f'{words.TAKEN_ASIDE} This one: today, "two, which has more words in it than ...".',
        f'{words.TAKEN_ASIDE} This one: today, "one".',
    ]


def test_taking_back_shows_no_covered_words(talk: Talk) -> None:
    assert talk("secret", "/cover", "/small", "/undo")[-2] == (
        'Taken back: the mark is as it was before. This one: today, "...".'
    )


def test_slips_are_read_out(talk: Talk) -> None:
    said = talk(
        "today's", "yesterday: older", "november 2026: some day", "//slash", "/list", "/all"
    )
    assert said[4:] == [
        "today: today's",
        "today: /slash",
        "November 2026: some day",
        "Friday 20 November: older",
        "today: today's",
        "today: /slash",
        shell.PLAIN_LEFT,
    ]


def test_a_slip_of_this_month_is_none_of_the_first_of_it(jar_home: Path) -> None:
    first = JarService.open(jar_home, lambda: datetime(2026, 11, 1, 9, tzinfo=UTC))[0]
    said: list[str] = []
    mode = plain.LineMode(first, said.append)
    for line in ("november 2026: some day", "today's", "/list"):
        mode.take(line)
    assert said[2:] == ["today: today's"]


def test_the_last_slip_is_marked_and_unmarked(talk: Talk) -> None:
    assert talk("got dressed", "/small", "/list", "/small", "/undo", "/undo", "/undo", "/small")[
        1:
    ] == [
        f'Marked "too small". {THIS} {line_mode.UNDO_LINE}',
        'today, marked "too small": got dressed',
        f'No longer marked "too small". {THIS} {line_mode.UNDO_LINE}',
        f"Taken back: the mark is as it was before. {THIS}",
        f"Taken back: the mark is as it was before. {THIS}",
        f"{words.TAKEN_ASIDE} {THIS}",
        words.NOTHING_DROPPED_YET,
        shell.PLAIN_LEFT,
    ]


def test_an_earlier_change_is_named_before_it_is_taken_back(talk: Talk) -> None:
    talk("one")
    named = "From an earlier time: a slip dropped in, of today."
    taken = f'{words.TAKEN_ASIDE} This one: today, "one".'
    assert talk("/undo", "/all", "/undo", "/undo", "/all") == [
        *(named, shell.PLAIN_UNDO_AGAIN, "today: one"),
        *(named, shell.PLAIN_UNDO_AGAIN, taken, shell.NO_SLIPS),
        shell.PLAIN_LEFT,
    ]


def test_what_others_write_is_seen(talk: Talk, service: JarService, clock: object) -> None:
    said: list[str] = []
    mode = plain.LineMode(service, said.append)
    other = JarService.open(Path(os.environ["JAR_TUI_HOME"]), service.almanac.clock)[0]
    other.add(NewSlip("from elsewhere"))
    mode.take("/all")
    assert said == ["today: from elsewhere"]


def test_a_slip_that_is_not_kept_waits_and_is_not_called_kept(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    talk("one")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        said = talk("yesterday: two", "/again", code=1)
    not_kept = [words.not_kept("full", screen=False), shell.PLAIN_AGAIN]
    assert said == [*not_kept, *not_kept, "two", shell.PLAIN_LEFT_WAITING]


def test_a_slip_that_waits_is_kept_once_there_is_room(
    service: JarService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    said: list[str] = []
    mode = plain.LineMode(service, said.append)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        for line in ("yesterday: one", "two"):
            with pytest.raises(NotKept):
                mode.take(line)
        with pytest.raises(NotKept):
            mode.take("/again")
        assert [reading.text for reading in mode.waiting] == ["one", "two"]
    mode.take("/again")
    assert said == [
        f"{said} {TAKES_BACK}" for said in ("Dropped in, dated Friday 20 November.", "Dropped in.")
    ]
    assert [slip.text for slip in service.jar] == ["one", "two"]
    assert not mode.waiting


def test_a_folder_that_cannot_be_looked_into_keeps_no_words_out(
    service: JarService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_: JarService) -> NoReturn:
        raise NotOpened

    said: list[str] = []
    monkeypatch.setattr(JarService, "catch_up", unreadable)
    plain.LineMode(service, said.append).take("one")
    assert said == [f"Dropped in. {TAKES_BACK}"]


def test_a_jar_that_cannot_be_read_is_left_to_the_caller(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotOpened):
        plain.run(tmp_path / "file", clock, print, input)
