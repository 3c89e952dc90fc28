"""Line mode: further back than one opening, and what follows one."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui import plain
from jar_tui.domain import ritual as ways
from jar_tui.domain.people import choice
from jar_tui.domain.records import Opening
from jar_tui.domain.selecting import written_in
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept
from jar_tui.words import line_mode, opening, ritual, shell
from tests.talking import Picker, rows, run, six_slips

Clock = Callable[[], datetime]
DROPPED = f"{ritual.ANSWER_KEPT} {shell.UNDO_DROP_LINE}"
CLOSED = "Closed. All 6 slips stay in the jar."
SATURDAY = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


@pytest.fixture
def talk(service: JarService) -> Picker:
    """Return somebody who has all six slips side by side."""
    talk = Picker(six_slips(service))
    talk("/open", *[""] * 7)
    assert talk.said[-1] == line_mode.BESIDE
    return talk


def full(_: int) -> NoReturn:
    raise OSError(errno.ENOSPC, "full")


def the_opening(service: JarService) -> Opening:
    (found,) = service.jar.tables["openings"].values()
    assert isinstance(found, Opening)
    return found


def written_here(service: JarService) -> list[str]:
    return [slip.text for slip in written_in(service.jar, the_opening(service).id)]


# Further back


def test_further_back_offers_two_things(talk: Picker) -> None:
    assert talk("f") == [
        ritual.BACK_TITLE,
        "1. the pile, month by month",
        "2. some from before, some from lately",
        line_mode.PICK,
    ]
    assert talk("") == [line_mode.BESIDE]


def test_the_pile_is_read_month_by_month(jar_home: Path) -> None:
    for month, many in ((1, 2), (3, 1)):
        moment = datetime(2026, month, 5, 12, tzinfo=UTC)
        earlier = JarService.open(jar_home, lambda moment=moment: moment)[0]  # type: ignore[misc]
        for _ in range(many):
            earlier.add(NewSlip("tea"))
    talk = Picker(six_slips(JarService.open(jar_home, lambda: SATURDAY)[0]))
    talk("/open", *[""] * 10, "f")
    assert talk("1") == [
        ritual.PILE_HINT,
        "January 2026: 2 by then",
        "March 2026: 3 by then",
        "November 2026: 9 by then",
        line_mode.PICK,
    ]


def test_what_is_months_ago_is_not_called_lately(jar_home: Path) -> None:
    then = SATURDAY + timedelta(days=60)
    talk = Picker(six_slips(JarService.open(jar_home, lambda: then)[0]))
    talk("/open", *[""] * 7, "f")
    said = talk("2")
    assert ritual.LATER in said
    assert ritual.LATELY not in said


def test_some_from_before_and_some_from_lately(talk: Picker) -> None:
    talk("f")
    assert talk("2") == [
        ritual.BEFORE,
        "Sunday 15 November",
        "    took a breath",
        "Monday 16 November · by Wren",
        "    got dressed",
        "Tuesday 17 November · for K, noticed by Wren",
        "    ate lunch",
        ritual.LATELY,
        "Wednesday 18 November · not sure",
        "    said no\n    to Saturday",
        "Thursday 19 November",
        "    made toast",
        "Friday 20 November · by K",
        "    went to bed",
        line_mode.PICK,
    ]
    talk.service.cover(talk.service.jar.slips[0].id, covered=True)
    assert talk("2") == [ritual.NO_BEFORE, line_mode.PICK]


def test_the_question_of_the_month_is_asked_once(talk: Picker) -> None:
    talk.service.people.choose(ways.MONTHLY, ways.ON)
    talk("f")
    assert talk.pick(ritual.BACK["question"]) == [ritual.MONTH_QUESTION, line_mode.ANSWER_HINT]
    assert choice(talk.service.jar, ways.ASKED) == "2026-11-21"
    assert talk("/took the bus") == [f"{ritual.ANSWER_KEPT} {shell.UNDO_DROP_LINE}"]
    assert written_here(talk.service) == ["/took the bus"]
    assert ritual.BACK["question"] not in rows(talk("f"))
    talk("", "b")
    beside = talk("")
    at = beside.index(ritual.PAST_WRITTEN)
    assert beside[at + 1 :] == ["Saturday 21 November", "    /took the bus", line_mode.BESIDE]
    assert talk("") == [CLOSED]


def test_a_question_left_out_is_not_asked_again_this_month(talk: Picker) -> None:
    talk.service.people.choose(ways.MONTHLY, ways.ON)
    talk("f")
    talk.pick(ritual.BACK["question"])
    assert talk("") == [opening.LINE_OUT]
    assert len(talk.service.jar) == 6
    assert talk("f")[0] == ritual.BACK_TITLE
    assert ritual.BACK["question"] not in rows(talk.said)


# What follows


def test_nothing_follows_until_it_was_chosen(talk: Picker) -> None:
    assert talk("") == [CLOSED]


@pytest.mark.parametrize("after", ways.AFTERS)
def test_closing_at_once_has_nothing_follow(talk: Picker, after: str) -> None:
    talk.service.people.choose(ways.AFTER, after)
    assert talk("q") == [CLOSED]


def test_the_answer_to_the_question_is_a_slip(talk: Picker) -> None:
    talk.service.people.choose(ways.AFTER, "question")
    assert talk("") == [ritual.WEEK_QUESTION, line_mode.ANSWER_HINT]
    assert the_opening(talk.service).ended
    assert talk("/said no") == [ritual.ANSWER_KEPT, CLOSED]
    assert written_here(talk.service) == ["/said no"]
    assert len(talk.service.jar.folded()) == 0


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("question", [CLOSED]),
        ("five", [line_mode.FIVE_LINE]),
    ],
)
def test_a_blank_line_goes_by(talk: Picker, after: str, said: list[str]) -> None:
    talk.service.people.choose(ways.AFTER, after)
    talk("")
    assert talk(" ") == said
    assert len(talk.service.jar) == 6


@pytest.mark.parametrize("many", [1, 3, 5])
def test_up_to_five_are_kept_and_any_number_is_enough(talk: Picker, many: int) -> None:
    talk.service.people.choose(ways.AFTER, "five")
    assert talk("") == [ritual.FIVE_TITLE, line_mode.FIVE_HINT]
    texts = [f"step {number}" for number in range(many)]
    for text in texts:
        said = talk(text)
        assert said[0] == DROPPED
    assert (said[1:] if many == ways.FIVE else talk("")) == [line_mode.FIVE_LINE]
    assert written_here(talk.service) == texts
    if many == 1:
        assert talk("") == [CLOSED]
        assert not the_opening(talk.service).closing
    else:
        assert talk("until then") == [opening.CLOSING_KEPT, CLOSED]
        assert the_opening(talk.service).closing == "until then"


@pytest.mark.parametrize(
    ("after", "said"), [("kind", [*opening.KINDNESSES]), ("ground", [opening.GROUND])]
)
def test_what_asks_nothing_is_read_out_and_it_is_over(
    talk: Picker, after: str, said: list[str]
) -> None:
    talk.service.people.choose(ways.AFTER, after)
    assert talk("") == [*said, CLOSED]
    assert talk("tea")[0].startswith("Dropped in")


def test_slips_written_at_the_end_are_no_older_words(talk: Picker) -> None:
    talk.service.people.choose(ways.AFTER, "question")
    talk("", "said no", "tea")
    assert talk("/open")[1].startswith("1 of 1")


def test_words_wait_until_the_disk_takes_them(
    talk: Picker, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.service.people.choose(ways.AFTER, "five")
    talk("", "one")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(NotKept):
            talk.mode.take("two")
    assert talk.mode.unkept == ["two"]
    assert talk("") == [DROPPED]
    assert written_here(talk.service) == ["one", "two"]


# From beginning to end


@pytest.mark.parametrize("lines", [[], ["one"], ["one", ""]])
def test_the_end_of_input_in_what_follows_closes_all_the_same(
    service: JarService, jar_home: Path, clock: Clock, lines: list[str]
) -> None:
    six_slips(service).people.choose(ways.AFTER, "five")
    said = run(jar_home, clock, *[""] * 8, *lines, opening=True)
    assert said.count(CLOSED) == 1
    assert said[-1] == CLOSED
    service.catch_up()
    assert the_opening(service).ended
    assert written_here(service) == lines[:1]


def test_jar_tui_open_is_over_after_what_follows(
    service: JarService, jar_home: Path, clock: Clock
) -> None:
    six_slips(service).people.choose(ways.AFTER, "question")
    said = run(jar_home, clock, *[""] * 8, "an answer", "never asked for", opening=True)
    assert said[-2:] == [ritual.ANSWER_KEPT, CLOSED]
    service.catch_up()
    assert len(service.jar) == 7


def test_what_is_closed_is_not_closed_again(
    service: JarService, jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full when the question is left, and nothing was to be kept any more."""
    six_slips(service).people.choose(ways.AFTER, "question")
    lines = iter([""] * 8)
    seconds = count()
    said: list[str] = []

    def clock() -> datetime:
        return SATURDAY + timedelta(seconds=next(seconds))

    def ask() -> str:
        line = next(lines, None)
        if line is None:
            monkeypatch.setattr(os, "fsync", full)
            raise EOFError
        return line

    assert plain.run(jar_home, clock, said.append, ask, opening=True) == 0
    assert said[-1] == CLOSED


def test_answers_the_disk_did_not_take_are_shown_at_the_end(
    service: JarService, jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    six_slips(service).people.choose(ways.AFTER, "question")
    lines = iter([*[""] * 8, "an answer"])
    said: list[str] = []

    def ask() -> str:
        line = next(lines, None)
        if line is None:
            raise EOFError
        if line:
            monkeypatch.setattr(os, "fsync", full)
        return line

    assert plain.run(jar_home, clock, said.append, ask, opening=True) == 1
    assert said[-3:] == [CLOSED, "an answer", shell.PLAIN_LEFT_WAITING]
