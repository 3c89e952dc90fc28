"""Line mode: earlier words, and slips that another session erases."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import history, line_mode
from jar_tui.words import opening as said
from tests.sessions import session
from tests.talking import Talk


@pytest.fixture
def talk(service: JarService) -> Talk:
    return Talk(service)


def edit(talk: Talk, *texts: str) -> None:
    """Change the words of the only slip from elsewhere."""
    for text in texts:
        talk.service.edit(talk.service.jar.ordered[0].id, text)


def erase(home: Path, text: str) -> None:
    other = session(home)
    other.erase(next(slip.id for slip in other.jar.ordered if slip.text == text))


def test_earlier_words_are_read_out_and_put_back(talk: Talk) -> None:
    talk("made toast")
    edit(talk, "three tries", "cold kitchen")
    assert talk("/earlier") == [
        'This one: today, "cold kitchen".',
        "1. today, 15:30:00:",
        "    three tries",
        "2. today, 15:30:00:",
        "    made toast",
        line_mode.EARLIER_TAKE,
    ]
    assert talk("/earlier 2") == [
        "The words of today, 15:30:00, are on the slip again. "
        f'This one: today, "made toast". {line_mode.UNDO_LINE}'
    ]
    talk("/undo")
    assert talk.service.jar.slips[0].text == "cold kitchen"


@pytest.mark.parametrize("behind", ["0", "2", "x", "-1", "1 2", "²"])
def test_a_number_that_is_none_of_theirs_changes_nothing(talk: Talk, behind: str) -> None:
    talk("made toast")
    edit(talk, "three tries")
    assert talk(f"/earlier {behind}") == [history.NO_SUCH_VERSION]
    assert talk.service.jar.slips[0].text == "three tries"


def test_a_slip_without_any_and_no_slip_at_all_are_said(talk: Talk) -> None:
    assert talk("/earlier") == [words.NOTHING_DROPPED_YET]
    talk("made toast")
    assert talk("/earlier") == [f'{history.NONE} This one: today, "made toast".']


def test_covered_words_stay_dots(talk: Talk) -> None:
    talk("made toast")
    edit(talk, "three tries")
    talk("/cover")
    assert "toast" not in " ".join(talk("/earlier"))


def test_a_slip_that_was_erased_elsewhere_is_none_any_more(talk: Talk, jar_home: Path) -> None:
    talk("made toast")
    erase(jar_home, "made toast")
    for line in ("/small", "/cover", "/aside", "/back", "/earlier", "/earlier 1"):
        assert talk(line) == [words.NOTHING_DROPPED_YET]


def test_an_opening_goes_on_without_an_erased_slip_and_says_what_became_of_a_line(
    talk: Talk, jar_home: Path
) -> None:
    talk.service.add_all([NewSlip("made toast"), NewSlip("rested")])
    talk("/open", "", "w")
    erase(jar_home, "made toast")
    assert talk("three tries") == [f"{history.GONE} {line_mode.GONE_WAITS}"]
    assert talk("") == ["Dropped in. /undo takes it back."]
    assert talk("w") == [said.NOT_IN_VIEW]
    assert "    rested" in talk("")
    assert "toast" not in "".join(p.read_text() for p in (jar_home / "jar").iterdir())
