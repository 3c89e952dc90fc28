"""How openings go in a jar: what is offered, and what it is now."""

from __future__ import annotations

import pytest

from jar_tui.domain import ritual
from jar_tui.domain.people import WORD
from jar_tui.service import JarService, ways


def told(service: JarService, way: str) -> str:
    return ways.present_told(way, service.jar, service.almanac.settings)


def other(service: JarService, way: str) -> str | None:
    return ways.other(way, service.jar, service.almanac.settings)


def test_an_order_by_names_is_offered_where_there_are_names(service: JarService) -> None:
    service.people.choose(WORD, "alter")
    service.people.choose(ritual.ORDER, "name")
    assert ways.offered(ritual.ORDER, service.jar)["name"] == "by alter"
    assert (told(service, ritual.ORDER), other(service, ritual.ORDER)) == ("by alter", None)
    service.people.choose(WORD, "none")
    assert [*ways.offered(ritual.ORDER, service.jar)] == ["", "mixed"]
    assert (told(service, ritual.ORDER), other(service, ritual.ORDER)) == ("by day", "mixed")


def test_what_a_newer_program_chose_is_the_first_here(service: JarService) -> None:
    service.people.choose(ritual.AFTER, "fireworks")
    assert told(service, ritual.AFTER) == "nothing"
    assert ways.present(ritual.AFTER, service.jar, service.almanac.settings) == ""


@pytest.mark.parametrize("way", [ritual.WAVED, ritual.MONTHLY])
def test_of_two_values_the_other_one_is_next(service: JarService, way: str) -> None:
    assert other(service, way) == ritual.ON
    service.people.choose(way, ritual.ON)
    assert other(service, way) == ""


def test_how_lines_come_is_a_setting_of_this_machine(service: JarService) -> None:
    assert told(service, ritual.NUDGES) == "shown"
    service.openings.nudges("off")
    assert (told(service, ritual.NUDGES), other(service, ritual.NUDGES)) == ("never", None)
    assert not service.jar.tables["choices"]
