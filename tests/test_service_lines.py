"""Lines under a slip: what a tag in front of one means, and how one is told."""

from __future__ import annotations

import pytest

from jar_tui.bridge.json_rows import slip_row
from jar_tui.domain.people import WORD
from jar_tui.domain.signing import Named
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.service.lines import line_told, read_line, told_before, told_in, whole_told


@pytest.fixture
def k(service: JarService) -> str:
    """Return the id of one of two names."""
    service.people.add([Named("Wren", "w:text")])
    return service.people.add([Named("K", "k:text")])[0].part.id


def written(service: JarService, **fields: str) -> str:
    """Return how a line is told that was written so."""
    slip = service.add(NewSlip("rest"))
    service.write_line(slip.id, "I saw this", **fields)
    return line_told(service.jar.lines_of(slip)[0], service.jar)


@pytest.mark.parametrize("typed", ["k: I saw this", "K: I saw this", "k:I saw this"])
def test_a_tag_says_who_signs_a_line(service: JarService, k: str, typed: str) -> None:
    assert read_line(typed, service.jar, service.almanac) == ("I saw this", k)


@pytest.mark.parametrize(
    "typed", ["I saw this", "for k: I saw this", "yesterday: rest", "ask k: why"]
)
def test_other_words_are_a_line_by_nobody(service: JarService, k: str, typed: str) -> None:
    assert read_line(typed, service.jar, service.almanac) == (typed, "")


def test_only_the_first_tag_of_a_line_is_read(service: JarService, k: str) -> None:
    said = read_line("k: for wren: thanks", service.jar, service.almanac)
    assert said == ("for wren: thanks", k)
    typed = "for wren: k: thanks"
    assert read_line(typed, service.jar, service.almanac) == (typed, "")


@pytest.mark.parametrize("typed", ["\\k: I saw this", "\\\\k: I saw this"])
def test_a_backslash_in_front_means_no_tag(service: JarService, k: str, typed: str) -> None:
    assert read_line(typed, service.jar, service.almanac) == ("k: I saw this", "")


def test_without_names_a_line_is_words(service: JarService) -> None:
    assert read_line("\\k: this", service.jar, service.almanac) == ("\\k: this", "")
    service.people.add([Named("K", "k:text")])
    service.people.choose(WORD, "none")
    assert read_line("k: this", service.jar, service.almanac) == ("k: this", "")
    assert read_line("\\\\k", service.jar, service.almanac) == ("\\\\k", "")


def test_a_line_says_who_signed_it(service: JarService, k: str) -> None:
    assert written(service) == "I saw this"
    assert written(service, part=k) == "by K: I saw this"
    assert written(service, nudge="took") == "what it took: I saw this"
    assert written(service, nudge="took", part=k) == "by K, what it took: I saw this"
    service.people.describe(k, display="Kay", mark="*")
    assert written(service, part=k) == "by * Kay: I saw this"


def test_a_name_that_is_gone_is_someone_unless_it_stays(service: JarService, k: str) -> None:
    service.people.remove(k)
    assert written(service, part=k) == "by someone: I saw this"
    assert written(service, part="of another machine") == "by someone: I saw this"
    service.people.remove(k, stays=True)
    assert written(service, part=k) == "by K: I saw this"


def test_with_no_names_wanted_a_line_is_its_words(service: JarService, k: str) -> None:
    service.people.choose(WORD, "none")
    assert written(service, part=k) == "I saw this"


def test_lines_of_an_opening_are_told_apart_from_those_before(service: JarService, k: str) -> None:
    slip = service.add(NewSlip("rest"))
    service.write_line(slip.id, "one\ntwo", part=k)
    service.write_line(slip.id, "three", opening="here")
    service.write_line(slip.id, "four", opening="there")
    assert told_before(service.jar, slip, "here") == ["by K: one\ntwo", "four"]
    assert told_in(service.jar, slip, "here") == ["three"]
    whole = "rest\n\n  by K: one\n  two\n\n  three\n\n  four"
    assert whole_told(service.jar, slip) == whole


def test_json_has_who_signed_a_line_as_it_has_marks(service: JarService, k: str) -> None:
    slip = service.add(NewSlip("rest"))
    service.write_line(slip.id, "one", part=k)
    service.write_line(slip.id, "two")
    parts = [line["part"] for line in slip_row(service.jar, slip)["lines"]]
    assert parts == [{"id": k, "name": "K"}, None]


def test_words_of_a_line_are_in_no_trace(service: JarService, k: str) -> None:
    assert "saw" not in repr(read_line("k: I saw this", service.jar, service.almanac))
