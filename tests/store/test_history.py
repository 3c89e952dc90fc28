"""Earlier words: every version that is on any disk, whatever the clocks, and each of them once."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.history import earlier_words
from jar_tui.store.line import Entry
from tests.store.jars import START, Ticking
from tests.store.machines import Machine
from tests.store.test_merge import histories

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def _line(stamp: int, text: object, journal: str = "first", **others: Any) -> Entry:
    return Entry(journal, stamp, stamp, "s", "put", "slips", "a", {"text": text} | others)


def _texts(entries: list[Entry], present: str) -> list[str]:
    return [one.text for one in earlier_words(entries, "a", present)]


def test_versions_come_newest_first_and_the_present_one_is_left_out() -> None:
    lines = [_line(1, "tea"), _line(2, "green tea"), _line(3, "tea, warm")]
    assert _texts(lines, "tea, warm") == ["green tea", "tea"]
    assert _texts(lines[::-1], "tea, warm") == ["green tea", "tea"]


def test_a_version_that_came_back_counts_once_where_it_was_newest() -> None:
    lines = [_line(1, "tea"), _line(2, "sun"), _line(3, "tea"), _line(4, "rain"), _line(5, "sun")]
    assert _texts(lines, "sun") == ["rain", "tea"]
    (rain, tea) = earlier_words(lines, "a", "sun")
    assert (rain.when, tea.when) == (_of(4), _of(3))


def test_a_line_met_twice_counts_once() -> None:
    lines = [_line(1, "tea"), _line(2, "sun")]
    assert _texts([*lines, *lines], "sun") == ["tea"]


def test_an_erased_slip_has_none() -> None:
    erased = Entry("second", 1, 1, "s", "erase", "slips", "a")
    assert _texts([_line(1, "tea"), erased, _line(2, "sun")], "sun") == []


def test_other_slips_other_tables_and_what_is_no_text_are_left_out() -> None:
    lines = [
        _line(1, "tea"),
        _line(2, "sun"),
        _line(3, "another")._replace(id="b"),
        _line(4, "under it")._replace(table="lines"),
        _line(5, ["no", "words"]),
        _line(6, ""),
        _line(7, "verb to come")._replace(verb="verb-to-come"),
    ]
    assert _texts(lines, "sun") == ["tea"]


def test_words_are_cleaned_as_those_of_the_jar_are() -> None:
    assert _texts([_line(1, "te\x1ba\r\nwarm"), _line(2, "sun")], "sun") == ["tea\nwarm"]
    assert _texts([_line(1, "te\x1ba"), _line(2, "sun")], "tea") == ["sun"]


def test_the_moment_is_that_of_the_change_however_wild_the_clock() -> None:
    at = int(START.timestamp() * 1000) << 16
    lines = [_line(at + 5, "tea"), _line((1 << 64) - 1, "sun")]
    assert [one.when for one in earlier_words(lines, "a", "")] == [
        datetime(9999, 12, 31, tzinfo=UTC),
        START,
    ]


def test_no_words_are_in_what_a_log_would_say() -> None:
    assert "tea" not in repr(earlier_words([_line(1, "tea"), _line(2, "sun")], "a", "sun"))


def _of(stamp: int) -> datetime:
    return datetime.fromtimestamp((stamp >> 16) / 1000, UTC)


@given(histories(), st.data())
def test_order_and_repetition_make_no_difference(history: list[Entry], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations([*history, *history[:3]]))
    assert earlier_words(shuffled, "a", "tea") == earlier_words(history, "a", "tea")


# Two sessions, two machines


@pytest.fixture
def machines(tmp_path: Path, wrong_by: timedelta) -> tuple[Machine, Machine]:
    """Give two machines, the second with a wrong clock."""
    one = Machine(tmp_path / "one", Ticking())
    return one, Machine(tmp_path / "two", Ticking(START + wrong_by))


def _versions(jar: JarService, slip_id: str) -> tuple[str, list[str]]:
    jar.catch_up()
    slip = jar.jar.get(slip_id)
    assert slip is not None
    return slip.text, [one.text for one in jar.history.earlier(slip_id)]


@pytest.mark.parametrize("wrong_by", [-HOUR, timedelta(), HOUR, 400 * 24 * HOUR])
def test_of_two_edits_at_once_the_one_that_lost_is_among_the_earlier_words(
    machines: tuple[Machine, Machine],
) -> None:
    one, two = machines
    slip = one.service.add(NewSlip("made toast"))
    one.send_to(two)
    two.service.edit(slip.id, "made toast, three tries")
    one.clock.now += MINUTE
    one.service.edit(slip.id, "made toast, cold kitchen")
    one.send_to(two)
    two.send_to(one)
    here, there = _versions(one.service, slip.id), _versions(two.service, slip.id)
    assert here == there
    text, earlier = here
    both = {"made toast, three tries", "made toast, cold kitchen"}
    assert text in both
    assert {text, *earlier} == {*both, "made toast"}
    assert earlier[-1] == "made toast"


@pytest.mark.parametrize("wrong_by", [-HOUR, HOUR])
def test_choosing_the_one_that_lost_makes_it_the_present_one_everywhere(
    machines: tuple[Machine, Machine],
) -> None:
    one, two = machines
    slip = one.service.add(NewSlip("made toast"))
    one.send_to(two)
    two.service.edit(slip.id, "three tries")
    one.service.edit(slip.id, "cold kitchen")
    two.send_to(one)
    jar = one.service
    shown, (lost, _) = _versions(jar, slip.id)
    jar.edit(slip.id, lost)
    one.send_to(two)
    assert _versions(two.service, slip.id) == (lost, [shown, "made toast"])
    jar.undo()
    one.send_to(two)
    assert _versions(two.service, slip.id) == (shown, [lost, "made toast"])


@pytest.mark.parametrize("wrong_by", [-HOUR, HOUR])
def test_a_line_that_arrives_late_is_there_then(machines: tuple[Machine, Machine]) -> None:
    one, two = machines
    slip = one.service.add(NewSlip("made toast"))
    one.send_to(two)
    two.service.edit(slip.id, "three tries")
    jar = one.service
    jar.edit(slip.id, "cold kitchen")
    jar.edit(slip.id, "a cold kitchen")
    assert _versions(jar, slip.id) == ("a cold kitchen", ["cold kitchen", "made toast"])
    two.send_to(one)
    text, earlier = _versions(jar, slip.id)
    everything = {"made toast", "three tries", "cold kitchen", "a cold kitchen"}
    assert {text, *earlier} == everything
    assert len(earlier) == 3


def test_two_sessions_at_once_lose_no_words(jar_home: Path) -> None:
    one, two = (JarService.open(jar_home, Ticking())[0] for _ in range(2))
    slip = one.add(NewSlip("made toast"))
    two.catch_up()
    one.edit(slip.id, "three tries")
    two.edit(slip.id, "cold kitchen")
    one.catch_up()
    text, earlier = _versions(one, slip.id)
    assert (text, earlier) == ("cold kitchen", ["three tries", "made toast"])


def test_copies_of_a_file_in_conflict_add_nothing(jar_home: Path) -> None:
    jar = JarService.open(jar_home, Ticking())[0]
    slip = jar.add(NewSlip("made toast"))
    jar.edit(slip.id, "three tries")
    (path,) = (jar_home / "jar").glob("slips-*.jsonl")
    shutil.copy(path, path.with_suffix(".sync-conflict-20261121-153000-ABCDEFG.jsonl"))
    assert _versions(jar, slip.id) == ("three tries", ["made toast"])


def test_an_erased_slip_has_no_earlier_words_on_any_machine(jar_home: Path) -> None:
    one, two = (JarService.open(jar_home, Ticking())[0] for _ in range(2))
    slip = one.add(NewSlip("made toast"))
    one.edit(slip.id, "three tries")
    two.catch_up()
    one.set_aside(slip.id, aside=True)
    one.erase(slip.id)
    assert one.history.earlier(slip.id) == two.history.earlier(slip.id) == []
