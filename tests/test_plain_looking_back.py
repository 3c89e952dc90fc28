"""Line mode: looking back since a day or the last opening, and at what others wrote for a name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jar_tui.domain.people import WORD
from jar_tui.domain.review import Read
from jar_tui.domain.ritual import UNDER
from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import line_mode, opening, ritual, shell
from jar_tui.words import looking_back as said
from tests.conftest import SATURDAY
from tests.talking import Talk, six_slips


@pytest.fixture
def talk(service: JarService) -> Talk:
    """Return somebody at a jar in which six slips were read, and two came in later."""
    service.almanac.clock = lambda: SATURDAY - timedelta(days=9)
    ids = [slip.id for slip in six_slips(service).jar]
    read = service.openings.begin(ids)
    service.openings.keep(read.id, [Read(key) for key in ids])
    service.openings.end(read.id)
    k = next(key for key, part in service.jar.tables["parts"].items() if part.name == "K")  # type: ignore[attr-defined]
    service.almanac.clock = lambda: SATURDAY - timedelta(days=1)
    service.add(NewSlip("opened the curtain"))
    service.almanac.clock = lambda: SATURDAY
    service.add(NewSlip("for the tea", signature=Signature(ties=(Tie("for", k),))))
    return Talk(service)


def test_since_the_last_opening_is_folded_first_and_read_one_by_one(talk: Talk) -> None:
    before = talk.service.jar
    assert talk("/since") == [
        "Since the opening of Thursday 12 November 2026",
        "There are slips from Friday 20 November to today. They stay folded until Enter.",
        said.PLAIN_ONE_AT_A_TIME,
        said.BEGIN,
    ]
    assert talk("") == [said.READING, "Friday 20 November", "    opened the curtain"]
    assert talk("") == ["today, for K", "    for the tea"]
    assert talk("b") == ["Friday 20 November", "    opened the curtain"]
    assert talk("", "") == [said.LAST]
    assert talk.mode.reading is None
    assert talk.service.jar is before
    assert talk("rested") == [f"Dropped in. {shell.UNDO_DROP_LINE}"]


def test_since_a_day_goes_by_when_slips_were_written_and_says_so(talk: Talk) -> None:
    assert talk("/since 1 November")[0] == "Since Sunday 1 November 2026"
    assert talk("")[1:] == [
        "Sunday 15 November · written Thursday 12 November",
        "    took a breath",
    ]
    assert talk("q") == [opening.STOPPED_HERE]
    assert talk("/since today")[1] == "There is a slip from today. It stays folded until Enter."
    assert talk("q") == [said.LEFT]
    assert talk.mode.reading is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/since blue", shell.DAY_UNKNOWN),
        ("/since tomorrow", "That would be Sunday 22 November, which has not come yet."),
        ("/for-me", "A name belongs behind that."),
        ("/for-me Ash", "That name is not in the list yet."),
        ("/for-me 9", "That name is not in the list yet."),
        ("/for-me Wren", said.NOTHING),
    ],
)
def test_what_cannot_be_read_is_said_and_an_opening_goes_on(
    talk: Talk, line: str, told: str
) -> None:
    assert talk(line)[0].startswith(told)
    assert talk.mode.reading is None


def test_a_day_that_is_not_understood_leaves_the_opening_there_is(talk: Talk) -> None:
    talk("/open", "")
    there = talk.mode.reading
    assert there is not None
    assert talk("/since blue") == [shell.DAY_UNKNOWN]
    assert talk.mode.reading is there


def test_where_no_opening_was_the_day_is_asked_for(service: JarService) -> None:
    assert Talk(service)("/since") == [said.NO_OPENING]


def test_for_me_reads_what_others_wrote(talk: Talk) -> None:
    assert talk("/for-me k")[:2] == [
        "For K",
        "There are slips from Thursday 12 November to today. They stay folded until Enter.",
    ]
    assert talk("")[1:] == [
        "Tuesday 17 November, for K, noticed by Wren · written Thursday 12 November",
        "    ate lunch",
    ]
    assert talk("") == ["today, for K", "    for the tea"]


def test_for_me_takes_the_digit_that_the_list_of_names_reads_out(talk: Talk) -> None:
    assert talk("/names") == ["1. Wren, tag w:", "2. K, tag k:"]
    assert talk("/for-me 2")[0] == "For K"


def test_the_slip_in_view_can_be_signed_and_gets_lines(talk: Talk) -> None:
    talk("/since", "")
    assert talk("w") == [line_mode.LINE_TITLE]
    assert talk("it was bright") == [f"{opening.LINE_KEPT} {line_mode.UNDO_LINE}"]
    assert talk("/sign k")[0].startswith("Now by K.")
    assert talk("l") == ["    with it: it was bright"]
    assert talk("", "b")[-1] == ritual.UNDER_FOLDED
    talk.service.people.choose(UNDER, "shown")
    assert talk("", "b")[-1] == "    with it: it was bright"
    assert talk("", "l") == [ritual.UNDER_NONE]


def test_what_is_covered_meanwhile_is_passed_over_and_what_goes_is_said(talk: Talk) -> None:
    slips = {slip.text: slip.id for slip in talk.service.jar}
    talk("/since 1 november", "")
    talk.service.cover(slips["got dressed"], covered=True)
    talk.service.set_aside(slips["took a breath"], aside=True)
    assert talk("w") == talk("l") == [opening.NOT_IN_VIEW]
    assert talk("b") == [opening.NOT_IN_VIEW]
    assert talk("")[1] == "    ate lunch"
    assert talk("what") == [said.READING]


def test_nothing_is_read_that_was_covered_before_enter(talk: Talk) -> None:
    talk("/since today")
    (one,) = talk.service.jar.since(SATURDAY.date()).slips
    talk.service.cover(one.id, covered=True)
    assert talk("") == [said.NOTHING]
    assert talk.mode.reading is None


def test_help_names_both_and_without_names_one_alone(talk: Talk) -> None:
    told = " ".join(talk("/help more"))
    assert "/since" in told
    assert "/for-me" in told
    talk.service.people.choose(WORD, "none")
    told = " ".join(talk("/help more"))
    assert "/since" in told
    assert "/for-me" not in told
    assert talk("/for-me k") == [shell.PLAIN_UNKNOWN]
    assert talk("/since", "", "") == ["today", "    for the tea"]
