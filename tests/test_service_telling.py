"""What openings are called, and whom a slip is for, in words."""

from __future__ import annotations

from jar_tui.domain.people import WORD
from jar_tui.domain.records import Opening
from jar_tui.domain.signing import Named
from jar_tui.service import JarService
from jar_tui.service.telling import names_of, openings_told

NOON, LATER, NIGHT = "2026-11-21T12:00:00+00:00", "2026-11-21T18:05:00Z", "2026-11-22T01:30:00Z"


def told(*written: str, day_begins: int = 0) -> list[str]:
    return openings_told([Opening(str(n), written=at) for n, at in enumerate(written)], day_begins)


def test_an_opening_is_called_by_its_day() -> None:
    assert told() == []
    assert told(NOON, NIGHT) == ["Saturday 21 November 2026", "Sunday 22 November 2026"]


def test_two_of_one_day_are_told_apart_by_the_clock() -> None:
    day = "Saturday 21 November 2026"
    assert told(NOON, LATER) == [f"{day}, 12:00", f"{day}, 18:05"]
    assert told(NOON, NIGHT, day_begins=4) == [f"{day}, 12:00", f"{day}, 01:30"]


def test_openings_without_a_readable_time_have_neither_day_nor_clock() -> None:
    assert told("", "") == ["an opening"] * 2
    assert told("", NOON, "soon", "9999-99-99") == [
        "an opening",
        "Saturday 21 November 2026",
        "an opening",
        "an opening",
    ]


def test_names_stand_in_a_row_and_nowhere_where_none_are_wanted(service: JarService) -> None:
    added = service.people.add([Named("Wren", ""), Named("for K", ""), Named("Ash", "")])
    ids = [one.part.id for one in added]
    assert names_of(ids[:1], service.jar) == "Wren"
    assert names_of(ids[1:2], service.jar) == "for K"
    assert names_of(ids, service.jar) == "Wren, for K and Ash"
    service.people.choose(WORD, "none")
    assert names_of(ids, service.jar) == ""
