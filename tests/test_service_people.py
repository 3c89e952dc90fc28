"""Names and who is on a slip: kept at once, in their order, and nobody takes slips with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from jar_tui.domain.jar import Jar
from jar_tui.domain.people import PAGE, WORD, choice, everyone, listed
from jar_tui.domain.signing import Named, Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.service.people import people_at
from jar_tui.service.telling import on_slip
from jar_tui.store.errors import NotOpened
from tests.sessions import add, by, read_out, session
from tests.store.jars import journal

Clock = Callable[[], datetime]
TEA = NewSlip("tea")


@pytest.fixture
def jar(jar_home: Path) -> JarService:
    return session(jar_home)


def names(jar: Jar) -> list[str]:
    return [part.name for part in listed(jar)]


# Adding names


def test_names_are_kept_in_the_order_they_were_put_down(jar: JarService, jar_home: Path) -> None:
    twelve = ["Wren w:", *(f"N{n}" for n in range(10)), "Åsa"]
    add(jar, *twelve)
    assert names(jar.jar) == names(session(jar_home).jar) == ["Wren", *twelve[1:]]
    assert listed(jar.jar)[0].tags == ("w:text",)
    assert [part.order for part in listed(jar.jar)] == [*range(1, 13)], "so that it can be moved"
    add(jar, "Last")
    assert names(jar.jar)[-1] == "Last"


def test_a_name_can_come_with_pronouns_and_a_colour(jar: JarService, jar_home: Path) -> None:
    jar.people.add([Named("Wren")], pronouns="they", color="teal")
    (wren,) = listed(session(jar_home).jar)
    assert (wren.pronouns, wren.color, wren.tags) == ("they", "teal", ())


def test_a_name_that_is_there_is_not_added_twice(jar: JarService) -> None:
    (wren,) = add(jar, "Wren w:")
    (same,) = jar.people.add([Named("WREN")])
    (tagged,) = jar.people.add([Named("wren", "r:text")])
    assert (same.how, tagged.how) == ("there", "tagged")
    assert same.part.id == tagged.part.id == wren
    assert tagged.part.tags == ("w:text", "r:text")
    assert names(jar.jar) == ["Wren"]


def test_a_name_pasted_several_times_keeps_every_tag(jar: JarService) -> None:
    def pasted() -> list[tuple[str, tuple[str, ...]]]:
        added = jar.people.add([Named("Wren", tag) for tag in ("a:text", "", "b:text", "c:text")])
        assert len({one.part.id for one in added}) == 1
        return [(added[0].how, added[0].part.tags)]

    assert pasted() == [("new", ("a:text", "b:text", "c:text"))]
    assert pasted() == [("there", ("a:text", "b:text", "c:text"))]
    part = listed(jar.jar)[0]
    jar.people.rename(part.id, part.name, [])
    assert pasted() == [("tagged", ("a:text", "b:text", "c:text"))]


def test_adding_nothing_writes_nothing(jar: JarService, jar_home: Path) -> None:
    assert jar.people.add([]) == []
    add(jar, "Wren")
    before = journal(jar_home, "people").read_bytes()
    add(jar, "Wren")
    assert journal(jar_home, "people").read_bytes() == before


# Changing them


def test_a_name_can_be_changed(jar: JarService, jar_home: Path) -> None:
    wren, _ = add(jar, "Wren", "K")
    changed = jar.people.rename(wren, " Robin\x1b \n R ")
    assert changed is not None
    assert changed.name == "Robin R"
    assert names(session(jar_home).jar) == ["Robin R", "K"]
    again = jar.people.rename(wren, "ROBIN R")
    assert again is not None, "its own name in other letters is no other name"


@pytest.mark.parametrize("name", ["k", " K ", "", " ", "\u200b", "\x1b"])
def test_a_name_is_not_changed_to_a_blank_one_or_to_somebody_elses(
    jar: JarService, name: str
) -> None:
    wren, _ = add(jar, "Wren", "K")
    assert jar.people.rename(wren, name) is None
    assert names(jar.jar) == ["Wren", "K"]


def test_a_name_that_was_taken_away_is_free_for_another(jar: JarService) -> None:
    wren, k = add(jar, "Wren", "K")
    jar.people.remove(k)
    assert jar.people.rename(wren, "K") is not None
    (added,) = jar.people.add([Named("k")])
    assert (added.how, added.part.id) == ("there", wren)


def test_resting_leaves_a_name_out_where_names_are_picked(jar: JarService) -> None:
    wren, _ = add(jar, "Wren", "K")
    slip = jar.add(TEA._replace(signature=by(wren)))
    assert jar.people.rest(wren, resting=True).resting
    assert names(jar.jar) == ["K"]
    assert [part.name for part in everyone(jar.jar)] == ["Wren", "K"]
    assert read_out(jar, slip.id) == "by Wren"
    jar.people.rest(wren, resting=False)
    assert names(jar.jar) == ["Wren", "K"]


@pytest.mark.parametrize("away", ["rest", "remove"])
def test_adding_a_name_again_brings_it_back_to_its_slips(jar: JarService, away: str) -> None:
    wren, _ = add(jar, "Wren w:", "K")
    slip = jar.add(TEA._replace(signature=by(wren)))
    if away == "rest":
        jar.people.rest(wren, resting=True)
    else:
        jar.people.remove(wren)
    (added,) = jar.people.add([Named("wren", "r:text")])
    assert (added.how, added.part.id) == ("back", wren)
    assert added.part.tags == ("w:text", "r:text")
    assert names(jar.jar) == ["Wren", "K"]
    assert read_out(jar, slip.id) == "by Wren"


def test_taking_a_name_away_keeps_its_slips_by_someone(jar: JarService, jar_home: Path) -> None:
    wren, k = add(jar, "Wren", "K")
    slip = jar.add(TEA._replace(signature=by(wren)))
    both = jar.add(TEA._replace(signature=by(wren, k)))
    jar.people.remove(wren)
    later = session(jar_home)
    assert names(later.jar) == ["K"]
    assert read_out(later, slip.id) == "by someone"
    assert read_out(later, both.id) == "by someone and K"
    assert len(later.jar) == 2
    jar.people.remove(k)
    assert read_out(jar, both.id) == "by someone", "how many is nobody's business"


def test_a_part_says_whether_it_wants_nudges(jar: JarService) -> None:
    (wren,) = add(jar, "Wren")
    assert jar.people.nudges(wren, wanted=False).nudges == "off"
    assert jar.people.nudges(wren, wanted=True).nudges == ""


def test_nobody_is_changed_who_is_not_there(jar: JarService) -> None:
    with pytest.raises(KeyError):
        jar.people.remove("x" * 26)


# Choices, and the file of people alone


def test_a_choice_is_for_the_whole_jar_and_the_last_one_counts(
    jar: JarService, jar_home: Path
) -> None:
    other = session(jar_home)
    assert choice(jar.jar, WORD) == ""
    jar.people.choose(WORD, "part")
    jar.people.choose(PAGE, "today is\x1b\nSaturday")
    other.people.choose(WORD, "alter")
    jar.people.choose(WORD, "headmate")
    for one in (jar.jar, session(jar_home).jar, people_at(jar_home)):
        assert choice(one, WORD) == "headmate"
        assert choice(one, PAGE) == "today is\nSaturday"
    jar.people.choose(WORD, "")
    assert choice(session(jar_home).jar, WORD) == ""


def test_people_at_opens_no_file_of_slips(
    jar: JarService, jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(jar, "Wren w:", "K")
    jar.add(TEA)
    opened = []
    real = Path.open

    def spying(self: Path, *args: Any, **kwargs: Any) -> Any:
        opened.append(self.name)
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", spying)
    found = people_at(jar_home)
    assert listed(found) == listed(jar.jar)
    assert len(found.ordered) == 0
    assert opened == [journal(jar_home, "people").name]


def test_where_there_is_no_jar_there_are_no_people_and_none_is_made(jar_home: Path) -> None:
    assert listed(people_at(jar_home)) == ()
    assert not jar_home.exists()


def test_people_that_cannot_be_read_are_said_to_be_so(
    jar: JarService, jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise PermissionError(13, "no")

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(NotOpened):
        people_at(jar_home)


def test_a_name_moves_for_every_session(jar: JarService, jar_home: Path) -> None:
    ids = add(jar, "Wren w:", "K", "Q")
    jar.people.move(ids[2], 1)
    assert names(jar.jar) == names(session(jar_home).jar) == ["Q", "Wren", "K"]


def test_what_is_known_of_a_name_is_kept_and_can_be_taken_off(jar: JarService) -> None:
    (wren,) = add(jar, "Wren w:")
    told = {"display": "W", "mark": "*", "pronouns": "they", "about": "one\ntwo", "wish": "ask"}
    part = jar.people.describe(wren, **told)
    assert {name: getattr(part, name) for name in told} == told
    assert jar.people.describe(wren, wish="", mark="").wish == ""


def test_a_name_taken_away_is_read_on_its_slips_where_that_was_chosen(jar: JarService) -> None:
    (wren,) = add(jar, "Wren w:")
    slip = jar.add(NewSlip("tea", signature=by(wren)))
    jar.people.remove(wren, stays=True)
    assert on_slip(slip, jar.jar) == "by Wren"
    assert listed(jar.jar) == ()
    add(jar, "Wren")
    jar.people.remove(wren)
    assert on_slip(slip, jar.jar) == "by someone"


def test_how_it_was_is_kept_with_a_slip(jar: JarService, jar_home: Path) -> None:
    (wren,) = add(jar, "Wren w:")
    slip = jar.add(NewSlip("tea", signature=Signature(how="blurry")))
    assert session(jar_home).jar.slips[0].how == "blurry"
    jar.sign(slip.id, Signature("unsure", (Tie("by", wren),), "asleep"))
    assert on_slip(jar.jar.slips[0], jar.jar) == "by Wren, at first not sure, asleep"
    jar.undo()
    assert on_slip(jar.jar.slips[0], jar.jar) == "blurry"
