"""Line mode: words typed in an opening are kept, wait, or are no words but a command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import plain, words
from jar_tui.domain import ritual as ways
from jar_tui.domain.people import WORD
from jar_tui.domain.records import Opening
from jar_tui.domain.selecting import written_in
from jar_tui.service import JarService
from jar_tui.words import history, line_mode, opening, ritual, shell
from tests.talking import Picker, six_slips

Clock = Callable[[], datetime]
CLOSED = "Closed. All 6 slips stay in the jar."
DROPPED = f"{ritual.ANSWER_KEPT} {shell.UNDO_DROP_LINE}"
WAITS = f"{history.GONE} {line_mode.GONE_WAITS}"


@pytest.fixture
def talk(service: JarService) -> Picker:
    """Return somebody at the first of six slips."""
    talk = Picker(six_slips(service))
    talk("/open", "")
    return talk


@pytest.fixture
def closing(talk: Picker) -> Picker:
    """Return somebody who has all six slips side by side."""
    talk(*[""] * 6)
    assert talk.said[-1] == line_mode.BESIDE
    return talk


def the_opening(service: JarService) -> Opening:
    (found,) = service.jar.tables["openings"].values()
    assert isinstance(found, Opening)
    return found


def written_here(service: JarService) -> list[str]:
    return [slip.text for slip in written_in(service.jar, the_opening(service).id)]


# The closing line there is


def replacing(line: str) -> list[str]:
    return [line_mode.CLOSING_THERE, line_mode.set_in(line), line_mode.CLOSING_NEW]


def test_a_closing_line_that_is_there_is_read_out_before_another_is_asked_for(
    closing: Picker,
) -> None:
    assert closing("w") == [line_mode.CLOSING_TITLE]
    assert closing("first line") == [opening.CLOSING_KEPT]
    assert closing("w") == replacing("first line")
    assert closing("") == [line_mode.CLOSING_STAYS]
    assert the_opening(closing.service).closing == "first line"
    assert closing("w", "second line") == [opening.CLOSING_KEPT]
    assert the_opening(closing.service).closing == "second line"


def test_after_the_five_the_closing_line_there_is_may_stay(closing: Picker) -> None:
    closing.service.people.choose(ways.AFTER, "five")
    closing("w", "as it was", "")
    assert closing("") == replacing("as it was")
    assert closing("") == [line_mode.CLOSING_STAYS, CLOSED]
    assert the_opening(closing.service).closing == "as it was"


# A slip erased meanwhile


def erase_first(home: Path, clock: Clock) -> None:
    other = JarService.open(home, clock)[0]
    other.erase(other.set_aside(other.jar.slips[0].id, aside=True).id)


@pytest.mark.parametrize("row", ["", ritual.MORE["took"]])
def test_words_for_a_slip_erased_meanwhile_wait_and_may_be_a_slip(
    talk: Picker, jar_home: Path, clock: Clock, row: str
) -> None:
    talk("m" if row else "w")
    if row:
        talk.pick(row)
    erase_first(jar_home, clock)
    assert talk("three tries") == [WAITS]
    assert talk.mode.unkept == ["three tries"]
    assert talk("") == [DROPPED]
    assert talk.mode.unkept == []
    assert [slip.text for slip in talk.service.jar.folded().slips][-1] == "three tries"
    assert talk("w") == [opening.NOT_IN_VIEW]
    assert talk("")[0].startswith("2 of 6")
    talk("/undo")
    assert "three tries" not in [slip.text for slip in talk.service.jar]


@pytest.mark.parametrize("end", ["/leave", ""])
def test_words_that_wait_when_it_ends_are_shown(
    service: JarService, jar_home: Path, clock: Clock, end: str
) -> None:
    six_slips(service)
    said: list[str] = []
    lines = iter(["", "w", "three tries", *([end] if end else [])])

    def ask() -> str:
        line = next(lines, None)
        if line is None:
            raise EOFError
        if line == "three tries":
            erase_first(jar_home, clock)
        return line

    assert plain.run(jar_home, clock, said.append, ask, opening=True) == 1
    assert said[-2:] == ["three tries", shell.PLAIN_LEFT_WAITING]


# Commands where an answer is asked for


@pytest.mark.parametrize("after", ["five", "question"])
@pytest.mark.parametrize("line", ["/list", "/List ", "/help  more", "/sign wren"])
def test_a_command_is_not_dropped_in_as_an_answer(closing: Picker, after: str, line: str) -> None:
    closing.service.people.choose(ways.AFTER, after)
    closing("")
    assert not closing(line)[0].startswith(ritual.ANSWER_KEPT)
    assert len(closing.service.jar) == 6
    assert closing(f"/{line.strip()}")[0].startswith(ritual.ANSWER_KEPT)
    assert written_here(closing.service) == [line.strip()]


def test_a_command_is_no_closing_line_after_the_five(closing: Picker) -> None:
    closing.service.people.choose(ways.AFTER, "five")
    closing("", "")
    assert closing("/list") == [shell.PLAIN_EMPTY]
    assert closing("//list") == [opening.CLOSING_KEPT, CLOSED]
    assert the_opening(closing.service).closing == "/list"


def test_other_words_behind_a_slash_and_pasted_lines_are_words(closing: Picker) -> None:
    closing.service.people.choose(ways.AFTER, "five")
    closing("")
    for text in ("/said no", "/list of small things", "/sign\nof spring"):
        assert closing(text) == [DROPPED]
        assert written_here(closing.service)[-1] == text


def test_without_names_a_command_about_them_is_words_like_any_other(closing: Picker) -> None:
    closing.service.people.choose(ways.AFTER, "five")
    closing.service.people.choose(WORD, "none")
    closing("")
    assert closing("/near the door") == [DROPPED]
    assert written_here(closing.service) == ["/near the door"]


def test_one_of_the_five_can_be_taken_back_there(closing: Picker) -> None:
    closing.service.people.choose(ways.AFTER, "five")
    closing("")
    assert closing("one") == [DROPPED]
    assert closing("/undo") == [f'{words.TAKEN_ASIDE} This one: today, "one".']
    assert written_here(closing.service) == []
    texts = [f"step {number}" for number in range(ways.FIVE)]
    assert closing(*texts)[:2] == [DROPPED, line_mode.FIVE_LINE]
    assert written_here(closing.service) == texts
    assert closing("/undo") == [f'{words.TAKEN_ASIDE} This one: today, "step 4".']
    assert closing("") == [CLOSED]
