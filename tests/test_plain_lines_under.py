"""Line mode: lines under a slip, signed by a tag, and folded in later openings."""

from __future__ import annotations

import pytest

from jar_tui.domain.people import WORD
from jar_tui.domain.ritual import UNDER
from jar_tui.service import JarService
from jar_tui.words import line_mode, opening, ritual
from tests.talking import Picker, Talk, six_slips

CRUEL = "that was nothing"
READ = f"    with it: by K: {CRUEL}"


@pytest.fixture
def talk(service: JarService) -> Talk:
    """Return somebody at a jar with a line under its first slip, from before."""
    six = six_slips(service)
    k = six.jar.marks_of(six.jar.slips[-1])[0].part
    six.write_line(six.jar.slips[0].id, CRUEL, part=k)
    return Talk(six)


def test_a_tag_signs_a_line(talk: Talk) -> None:
    kept = f"Kept with the slip, by Wren. {line_mode.UNDO_LINE}"
    assert talk("/open", "", "w", "w: I saw this") == [kept]
    assert talk("", "b")[-2:] == [ritual.UNDER_FOLDED, "    with it: by Wren: I saw this"]
    assert talk("w", "\\w: no tag") == [f"{opening.LINE_KEPT} {line_mode.UNDO_LINE}"]
    assert talk("", "b")[-1] == "    with it: w: no tag"


def test_lines_from_before_are_read_when_they_are_asked_for(talk: Talk) -> None:
    assert talk("/open", "")[-2:] == ["    took a breath", ritual.UNDER_FOLDED]
    assert talk("l") == [READ]
    talk("")
    assert talk("l") == [ritual.UNDER_NONE]
    assert CRUEL not in "".join(talk("", "", "", "", ""))


def test_where_it_was_chosen_they_are_read_at_once(service: JarService, talk: Talk) -> None:
    picker = Picker(service)
    picker.ways()
    picker.pick("earlier lines under a slip: folded")
    assert picker.said == ["Kept: earlier lines under a slip, shown."]
    assert service.jar.tables["choices"][UNDER]
    assert talk("/open", "")[-2:] == ["    took a breath", READ]


def test_nothing_is_under_a_slip_that_is_not_in_view(service: JarService, talk: Talk) -> None:
    talk("/open", "")
    service.cover(service.jar.slips[0].id, covered=True)
    assert talk("l") == [opening.NOT_IN_VIEW]


def test_with_no_names_wanted_a_line_is_its_words(service: JarService, talk: Talk) -> None:
    service.people.choose(WORD, "none")
    assert talk("/open", "", "l") == [f"    with it: {CRUEL}"]
    assert talk("w", "w: this") == [f"{opening.LINE_KEPT} {line_mode.UNDO_LINE}"]
    assert talk("", "b")[-1] == "    with it: w: this"
