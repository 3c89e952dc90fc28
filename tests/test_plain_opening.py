"""Line mode: an opening of the jar, read and answered one line at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jar_tui.domain.people import KINDNESSES
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import When
from jar_tui.service import JarService
from jar_tui.words import habit, line_mode, nudges, opening
from tests.talking import Talk, label_of, six_slips

NOTED = f"{opening.NOTED} {line_mode.UNDO_LINE}"
DROPPED = "Dropped in. /undo takes it back."
ANSWERS = line_mode.answers()
SMALL = nudges.MARKED


@pytest.fixture
def six(service: JarService) -> JarService:
    """Return a jar with the six slips of the first opening."""
    return six_slips(service)


@pytest.fixture
def talk(six: JarService) -> Talk:
    return Talk(six)


def test_an_opening_from_threshold_to_close(talk: Talk) -> None:
    assert talk("/open") == [
        "Open the jar?",
        "6 folded slips, Sunday 15 to Friday 20 November.",
        "One at a time. q stops at any of them; what is unread stays folded.",
        line_mode.BEGIN,
    ]
    first = ["1 of 6 · Sunday 15 November", "    took a breath"]
    assert talk("") == [line_mode.READING, *first]
    second = talk("")
    assert second[:2] == ["2 of 6 · Monday 16 November · by Wren", "    got dressed"]
    assert second[2].startswith(SMALL)
    assert second[3:] == [ANSWERS]
    assert talk("3") == [NOTED]
    assert talk("") == [
        "3 of 6 · Tuesday 17 November · for K, noticed by Wren",
        "    ate lunch",
    ]
    assert talk("") == [
        "4 of 6 · Wednesday 18 November · not sure",
        "    said no\n    to Saturday",
    ]
    fifth = talk("")
    assert fifth[:2] == ["5 of 6 · Thursday 19 November", "    made toast"]
    assert talk("w") == [
        "A line to keep with this slip. Enter keeps it, a blank one leaves it out."
    ]
    assert talk("/three tries") == [f"Kept with the slip. {line_mode.UNDO_LINE}"]
    assert talk("") == ["6 of 6 · Friday 20 November · by K", "    went to bed"]
    beside = talk("")
    assert beside[0] == "Side by side:"
    assert beside[-1] == line_mode.BESIDE
    at = beside.index("    made toast")
    assert beside[at - 1 : at + 2] == [
        "Thursday 19 November",
        "    made toast",
        "    with it: /three tries",
    ]
    assert talk("y") == [*opening.KINDNESSES]
    assert talk("g") == [opening.GROUND]
    assert talk("w", "until next week") == ["Kept with this opening."]
    assert talk("") == ["Closed. All 6 slips stay in the jar."]
    assert talk("a slip again") == [DROPPED]
    assert [label_of(talk, text) for text in ("got dressed", "made toast")] == ["both", "small"]


@pytest.mark.parametrize(("key", "label"), [("1", "small"), ("2", "lifted"), ("3", "both")])
def test_the_three_answers_get_the_same_word(talk: Talk, key: str, label: str) -> None:
    assert talk("/open", "", "", key) == [NOTED]
    assert label_of(talk, "got dressed") == label


def test_without_a_nudge_there_is_nothing_to_answer(talk: Talk) -> None:
    talk("/open", "")
    for key in ("1", "2", "3", "0", "x", "had tea"):
        assert talk(key) == [line_mode.READING]
    assert talk("n") == [opening.NOT_MARKED]
    assert len(talk.service.jar) == 6


def test_no_more_nudges_today_and_one_more_on_asking(talk: Talk) -> None:
    shown = talk("/open", "", "")[2]
    assert talk("n")[0] not in ("", shown)
    assert talk("0") == [opening.HUSHED]
    talk("", "", "")
    assert SMALL not in "".join(talk.said)
    assert talk("n")[0].startswith(SMALL)


def test_back_and_forth_changes_nothing(talk: Talk) -> None:
    first = talk("/open", "")[1:]
    assert talk("b") == first
    second = talk("")
    assert talk("b") == first
    assert talk("") == second
    for _ in range(5):
        talk("")
    assert talk("b")[0].startswith("6 of 6")


def test_stopping_keeps_the_place_and_the_nudge(talk: Talk, jar_home: Path) -> None:
    met = talk("/open", "", "")
    assert talk("q") == ["Stopped here. Slips 2 to 6 stay folded."]
    later = Talk(JarService.open(jar_home, talk.service.almanac.clock)[0])
    assert later("/open") == [
        "Open the jar?",
        "Slips 2 to 6 are folded. Enter goes on from there.",
        line_mode.BEGIN,
    ]
    assert later("") == [line_mode.READING, *met]


def test_not_now_leaves_every_slip_folded(talk: Talk) -> None:
    assert talk("/open", "q") == [line_mode.UNOPENED]
    assert len(talk.service.jar.folded().slips) == 6
    assert not talk.service.jar.tables["openings"]


def test_other_slips_are_chosen_by_their_days(talk: Talk) -> None:
    assert talk("/open", "c", "3") == [opening.WHICH_TITLE, opening.WHICH_HINT]
    assert talk("blursday") == [opening.WHICH_UNKNOWN]
    assert talk("march 2025") == [opening.WHICH_NONE]
    assert talk("16 november to tuesday")[0] == "2 slips, Monday 16 to Tuesday 17 November."
    assert talk("")[1] == "1 of 2 · Monday 16 November · by Wren"
    talk("", "", "")
    assert talk.said == ["Closed. All 2 slips stay in the jar."]


def test_a_blank_line_chooses_no_other_slips(talk: Talk) -> None:
    chosen = talk("/open", "c")
    assert talk("3", " ") == chosen
    assert talk(" ")[0] == "6 folded slips, Sunday 15 to Friday 20 November."


def test_a_slip_dropped_in_this_sitting_is_opened_at_once(service: JarService) -> None:
    talk = Talk(service)
    assert talk("had tea", "/open")[1:] == ["1 of 1 · Saturday 21 November", "    had tea"]
    assert talk("", "") == [opening.CLOSED_ONE]


def test_an_empty_jar_says_so_and_goes_on(service: JarService) -> None:
    talk = Talk(service)
    assert talk("/open") == [opening.NOTHING_TO_READ]
    assert talk("had tea") == [DROPPED]


def test_old_slips_that_were_read_can_be_chosen(service: JarService) -> None:
    service.add(NewSlip("old", When(date(2025, 3, 1), "day", "")))
    talk = Talk(service)
    talk("/open", "", "", "")
    assert talk("/open")[-2:] == [opening.NOTHING_TO_READ, line_mode.OTHERS]
    days = talk("c").index("3. some days")
    assert talk(str(days), "all")[0] == "1 slip, Saturday 1 March 2025."
    assert talk("q", "/open", "") == [line_mode.UNOPENED]


def test_commands_are_about_the_slip_in_view(talk: Talk) -> None:
    talk("/open", "", "")
    assert talk("/sign k") == [
        f'Now by Wren and K. This one: Monday 16 November, "got dressed". {line_mode.UNDO_LINE}'
    ]
    assert talk("/cover")[0].startswith("Covered")
    assert talk("b", "") == [opening.NOT_IN_VIEW]
    assert talk("w") == [opening.NOT_IN_VIEW]
    assert talk("/cover", "b", "")[1] == "    got dressed"
    talk("", "q")
    assert talk("/aside")[0].startswith("Set aside")
    assert "ate lunch" not in [slip.text for slip in talk.service.jar]


def test_covered_slips_are_not_among_those_to_read(talk: Talk) -> None:
    first = talk.service.jar.slips[0]
    talk.service.cover(first.id, covered=True)
    assert talk("/open")[1].startswith("5 folded slips, Monday 16")


def test_more_reads_kinds_and_lines(talk: Talk) -> None:
    slip = talk.service.jar.slips[0]
    row = next(row for row in talk("/open", "", "m") if line_mode.WHOLE in row).split(".")[0]
    assert talk(row) == ["Sunday 15 November", line_mode.NO_LINES]
    talk.service.kinds(slip.id, ["first-time"])
    talk.service.write_line(slip.id, "one\ntwo")
    assert talk("m", row) == [
        "Sunday 15 November · first time",
        "    with it: one\n             two",
    ]


def test_a_blank_line_is_left_out(talk: Talk) -> None:
    assert talk("/open", "", "w", " ") == [opening.LINE_OUT]
    assert not talk.service.jar.tables["lines"]


def test_the_page_about_the_habit_leaves_the_slip_in_view(talk: Talk) -> None:
    page = talk("/open", "", "", "?")
    assert (page[0], "\n\n".join(page[1:-1])) == (habit.TITLE, habit.SHORT)
    assert page[-1] == line_mode.HABIT_MORE
    longer = talk("? more")
    for title, text in habit.LONGER:
        for paragraph in f"{title}. {text}".split("\n\n"):
            assert paragraph in longer
    assert longer[-1] == line_mode.HABIT_SOURCES
    assert talk("? sources") == [*habit.SOURCES]
    assert talk("1") == [NOTED]


def test_their_own_kind_things_are_read(talk: Talk) -> None:
    talk.service.people.choose(KINDNESSES, "a walk\ntea")
    talk("/open", *[""] * 7)
    assert talk("y") == ["a walk", "tea"]


def test_nudges_that_are_off_stay_off(talk: Talk) -> None:
    object.__setattr__(talk.service.almanac.settings, "nudges", "off")
    assert len(talk("/open", "", "")) == 2
    assert talk("n") == [opening.NOT_MARKED]
