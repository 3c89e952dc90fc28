"""Line mode: what to read in place of what is folded, and openings from before."""

from __future__ import annotations

from datetime import date

import pytest

from jar_tui import words
from jar_tui.domain import ritual as ways
from jar_tui.domain.people import WORD
from jar_tui.domain.records import Slip
from jar_tui.domain.signing import Named
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import When
from jar_tui.service import JarService
from jar_tui.words import line_mode, opening, ritual
from tests.openings import ended_elsewhere
from tests.talking import Picker, rows, six_slips

ALL_SIX = "6 folded slips, Sunday 15 to Friday 20 November."


@pytest.fixture
def talk(service: JarService) -> Picker:
    return Picker(six_slips(service))


def choosing(talk: Picker) -> list[str]:
    return talk("/open", "c")


def slip(talk: Picker, text: str) -> Slip:
    return next(slip for slip in talk.service.jar if slip.text == text)


def read_all(talk: Picker) -> list[str]:
    """Begin what was chosen, and return the words of every slip until all are side by side."""
    said = talk("")
    heard: list[str] = []
    while opening.SIDE_BY_SIDE not in said:
        heard += [line.strip() for line in said if line.startswith("    ")]
        said = talk("")
    talk("")
    return heard


def test_what_can_be_read_is_offered_in_order(talk: Picker) -> None:
    assert rows(choosing(talk)) == [
        text.replace("{name}", "name") for text in ritual.CHOOSE.values()
    ]
    assert talk.said[0] == ritual.CHOOSE_TITLE


@pytest.mark.parametrize("word", ["none", ""])
def test_without_names_nothing_is_about_names(service: JarService, word: str) -> None:
    """None are wanted, or nobody is listed."""
    service.people.choose(WORD, word)
    if word == "none":
        six_slips(service)
        service.people.choose(ways.ORDER, "name")
    service.add(NewSlip("tea"))
    talk = Picker(service)
    heard = choosing(talk)
    heard += talk.pick(ritual.CHOOSE["ways"])
    heard += talk.pick("slips come: by day") if word == "none" else []
    talk("", "", "") if word == "none" else talk("", "")
    heard += talk("", "m")
    assert len(rows(heard)) > 10
    assert word != "none" or "name" not in " ".join(heard)
    assert "thank" not in " ".join(heard)


@pytest.mark.parametrize(
    ("row", "name", "found"),
    [
        ("by one name", "1", ["got dressed"]),
        ("by one name", "k:", ["went to bed"]),
        ("for one name", "K", ["ate lunch"]),
    ],
)
def test_slips_of_a_name_are_read(talk: Picker, row: str, name: str, found: list[str]) -> None:
    choosing(talk)
    assert talk.pick(row)[:2] == [ritual.WHO[row.partition(" ")[0]], ritual.WHO_HINT]
    assert talk(name)[0].startswith("1 slip,")
    assert read_all(talk) == found


def test_a_name_nobody_has_or_two_have_is_asked_for_again(talk: Picker) -> None:
    choosing(talk)
    talk.pick("for one name")
    assert talk("zed") == [line_mode.NO_SUCH_NAME.replace("{name}", "name")]
    assert talk("1") == [ritual.NONE_SUCH]
    talk.service.people.add([Named("One", "x:text"), Named("Two", "x:text")])
    assert talk("x:") == [line_mode.MANY_NAMES.replace("{name}", "name")]
    assert talk("K")[0].startswith("1 slip,")


def test_a_name_that_is_a_number_is_found_behind_the_list(talk: Picker) -> None:
    talk.service.people.add([Named("13", "")])
    choosing(talk)
    talk.pick("by one name")
    assert talk("13") == [ritual.NONE_SUCH]


def test_slips_of_one_kind_are_read(talk: Picker) -> None:
    choosing(talk)
    assert talk.pick(ritual.CHOOSE["kind"]) == [ritual.NO_KINDS]
    talk.service.kinds(slip(talk, "made toast").id, ["first-time", "body"])
    talk.service.kinds(slip(talk, "went to bed").id, ["rest"])
    talk.service.cover(slip(talk, "went to bed").id, covered=True)
    talk("")
    choosing(talk)
    heard = talk.pick(ritual.CHOOSE["kind"])
    assert heard == [ritual.KIND_TITLE, "1. body", "2. first time", line_mode.PICK_KIND]
    assert talk("rest") == [ritual.NONE_SUCH]
    assert talk("First  time")[0] == "1 slip, Thursday 19 November."
    assert read_all(talk) == ["made toast"]


def test_slips_for_therapy_are_read(talk: Picker) -> None:
    choosing(talk)
    assert talk.pick(ritual.CHOOSE["therapy"]) == [ritual.NONE_SUCH]
    talk.service.kinds(slip(talk, "ate lunch").id, ["for-therapy"])
    talk.service.kinds(slip(talk, "made toast").id, ["for-therapy"])
    talk.service.not_again(slip(talk, "made toast").id, wanted=True)
    talk("")
    choosing(talk)
    talk.pick(ritual.CHOOSE["therapy"])
    assert read_all(talk) == ["ate lunch"]


def test_folded_ones_and_the_last_days_again(talk: Picker) -> None:
    talk.service.add(NewSlip("long ago", When(date(2025, 3, 1), "day", "")))
    choosing(talk)
    last_days = talk.pick(ritual.CHOOSE["again"])
    assert last_days[0] == "6 slips, Sunday 15 to Friday 20 November."
    assert talk("c")
    assert talk.pick(ritual.CHOOSE["folded"])[0].startswith("7 folded slips")
    assert len(read_all(talk)) == 7
    choosing(talk)
    assert talk.pick(ritual.CHOOSE["folded"]) == [ritual.NONE_FOLDED]


def test_what_was_chosen_comes_in_the_order_that_was_chosen(talk: Picker) -> None:
    talk.service.people.choose(ways.ORDER, "name")
    choosing(talk)
    talk.pick(ritual.CHOOSE["days"])
    talk("all")
    assert read_all(talk)[:4] == ["got dressed", "ate lunch", "went to bed", "took a breath"]


# Openings from before


def past(talk: Picker) -> list[str]:
    choosing(talk)
    return talk.pick(ritual.CHOOSE["past"])


def test_before_the_first_opening_there_is_none(talk: Picker) -> None:
    assert past(talk) == [ritual.NO_PAST]


def test_an_opening_from_before_is_read_out_whole(talk: Picker) -> None:
    talk("/open", "", "", "3", "w", "three tries", "", "", "", "q")
    bed, lunch = slip(talk, "went to bed"), slip(talk, "ate lunch")
    talk.service.cover(slip(talk, "got dressed").id, covered=True)
    talk.service.not_again(lunch.id, wanted=True)
    (key,) = talk.service.jar.tables["openings"]
    breath = slip(talk, "took a breath")
    talk.service.write_line(breath.id, "two\ntries", opening=key, nudge="took")
    talk.service.write_line(breath.id, "of another day", opening="other")
    talk.service.openings.drop_in(key, "sat still")
    talk.service.openings.write_closing(key, "until then")
    assert rows(past(talk)) == ["Saturday 21 November 2026"]
    assert talk("1") == [
        "Saturday 21 November 2026:",
        "Sunday 15 November",
        "    took a breath",
        "    with it: what it took: two\n             tries",
        "Monday 16 November · by Wren",
        f"    {words.COVERED_WORDS}",
        "Wednesday 18 November · not sure",
        "    said no\n    to Saturday",
        ritual.PAST_WRITTEN,
        "Saturday 21 November",
        "    sat still",
        line_mode.PAST_CLOSING,
        "    until then",
        line_mode.PICK,
    ]
    assert not bed.reached  # what was not read then is not read out now
    assert talk("1")[-1] == line_mode.PICK


def test_an_opening_none_of_which_may_be_read_says_so(talk: Picker) -> None:
    talk("/open", "", "", "q")
    talk.service.set_aside(slip(talk, "took a breath").id, aside=True)
    past(talk)
    assert talk("1")[1:] == [ritual.PAST_NONE, line_mode.PICK]


def test_two_openings_of_one_day_are_told_apart_by_the_clock(talk: Picker) -> None:
    talk("/open", *[""] * 8)
    talk("/open", *[""] * 8)
    assert rows(past(talk)) == ["Saturday 21 November 2026, 15:30"] * 2


def test_openings_whose_time_is_not_here_yet_are_offered_without_a_day(talk: Picker) -> None:
    assert len(ended_elsewhere(talk.service, 2)) == 2
    assert rows(past(talk)) == [ritual.day(None)] * 2
    assert talk("2") == [f"{ritual.day(None)}:", ritual.PAST_NONE, line_mode.PICK]
