"""What can be done with a jar: every answer comes after the disk has it, and can be taken back."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import SOMETIME, When
from jar_tui.service import Almanac, JarService, drop_in
from jar_tui.store.errors import NotKept
from jar_tui.store.settings import Settings

Clock = Callable[[], datetime]
FRIDAY = date(2026, 11, 20)
SATURDAY = date(2026, 11, 21)


def again(home: Path, clock: Clock) -> JarService:
    """Return the service as the next run of the program sees it."""
    return JarService.open(home, clock)[0]


def words_in(service: JarService) -> list[str]:
    return [slip.text for slip in service.jar]


def test_a_slip_is_on_disk_when_add_returns(
    service: JarService, jar_home: Path, clock: Clock
) -> None:
    slip = service.add(NewSlip("opened\x1b the curtain\n", small=True, kinds=("rest",)))
    assert (slip.text, slip.happened, slip.label) == ("opened the curtain", SATURDAY, "small")
    assert again(jar_home, clock).jar.get(slip.id) == slip


def test_several_slips_keep_their_order(service: JarService) -> None:
    service.add_all([NewSlip(f"step {n}") for n in range(100)])
    assert words_in(service) == [f"step {n}" for n in range(100)]


def test_dropping_in_without_reading_is_the_same_slip(jar_home: Path, clock: Clock) -> None:
    almanac = Almanac.at(jar_home, clock)
    ids = drop_in(jar_home, [NewSlip("a"), NewSlip("b", SOMETIME)], almanac)
    jar = again(jar_home, clock).jar
    assert [slip.id for slip in jar] == ids[::-1]  # sometime lies first
    undone = again(jar_home, clock).undo(earlier=True)
    assert undone.many


def test_where_no_folder_can_be_made_it_says_not_kept(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("x")
    home = tmp_path / "file" / "jar"
    with pytest.raises(NotKept):
        drop_in(home, [NewSlip("a")], Almanac(clock, Settings()))


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EROFS, "readonly"), (errno.EACCES, "readonly"), (errno.ENOSPC, "full")],
)
def test_it_says_why_no_folder_can_be_made(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(NotKept) as refused:
        drop_in(jar_home, [NewSlip("a")], Almanac(clock, Settings()))
    assert refused.value.reason == reason


def test_changed_words_are_cleaned_like_new_ones(service: JarService) -> None:
    slip = service.add(NewSlip("a"))
    assert service.edit(slip.id, "\n b\x07\ud800\u202e \n").text == " b"


def test_a_label_goes_on_and_comes_off(service: JarService) -> None:
    slip = service.add(NewSlip("a"))
    assert service.label(slip.id, small=True).too_small
    assert not service.label(slip.id, small=False).too_small


def test_a_date_and_kinds_can_be_set(service: JarService, jar_home: Path, clock: Clock) -> None:
    slip = service.add(NewSlip("a"))
    service.date(slip.id, When(date(2026, 3, 1), "month", "in\x1b March"))
    service.kinds(slip.id, ["rest", "first-time"])
    found = again(jar_home, clock).jar.get(slip.id)
    assert found is not None
    assert (found.happened, found.precision) == (date(2026, 3, 1), "month")
    assert found.when_words == "in March"
    assert found.kinds == ("rest", "first-time")
    assert service.date(slip.id, SOMETIME).happened is None


def test_the_almanac_minds_when_a_day_begins() -> None:
    def early() -> datetime:
        return datetime(2026, 11, 21, 3, 59, tzinfo=UTC)

    night_owl = Almanac(early, Settings(day_begins=4))
    assert night_owl.today() == FRIDAY
    assert night_owl.making("a", NewSlip("a"))[0].fields["happened"] == "2026-11-20"
    assert night_owl.read("yesterday: a").when == When(date(2026, 11, 19), "day", "yesterday")
    assert Almanac(early, Settings(day_first=False)).when("3/5").happened == date(2026, 3, 5)


# Taking back


def test_taking_back_goes_step_by_step_to_the_empty_jar(service: JarService) -> None:
    slip = service.add(NewSlip("one"))
    service.edit(slip.id, "two")
    service.label(slip.id, small=True)
    service.date(slip.id, When(FRIDAY, "day", "yesterday"))
    service.kinds(slip.id, ["rest"])
    told = [service.undo() for _ in range(5)]
    assert [
        ("kinds" in t.fields, "happened" in t.fields, "label" in t.fields) for t in told[:3]
    ] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert told[4].made_slips
    assert words_in(service) == []
    kept = service.jar.get(slip.id)
    assert kept is not None
    assert (kept.text, kept.label, kept.happened, kept.kinds) == ("one", "none", SATURDAY, ())
    assert kept.set_aside
    assert not service.undo().fields


def test_a_change_after_taking_back_can_be_taken_back_too(service: JarService) -> None:
    slip = service.add(NewSlip("one"))
    service.edit(slip.id, "two")
    service.undo()
    service.edit(slip.id, "three")
    service.undo()
    assert words_in(service) == ["one"]
    service.undo()
    assert words_in(service) == []


def test_slips_dropped_together_are_taken_back_together(service: JarService) -> None:
    service.add(NewSlip("before"))
    service.add_all([NewSlip("a"), NewSlip("b")])
    told = service.undo()
    assert told.many
    assert told.made_slips
    assert words_in(service) == ["before"]


def test_a_change_somebody_else_changed_again_is_left(
    service: JarService, jar_home: Path, clock: Clock
) -> None:
    first = service.add(NewSlip("first"))
    slip = service.add(NewSlip("one"))
    service.edit(slip.id, "two")
    other = again(jar_home, clock)
    other.edit(slip.id, "three")
    service.catch_up()
    told = service.undo()
    assert told.declined
    assert words_in(service) == ["first", "three"]
    service.undo()  # the slip itself: nobody else set it aside
    service.undo()
    assert words_in(service) == []
    assert service.jar.get(first.id) is not None


def test_a_run_takes_back_its_own_changes_first_and_earlier_ones_if_asked(
    service: JarService, jar_home: Path, clock: Clock
) -> None:
    service.add(NewSlip("one"))
    later = again(jar_home, clock)
    assert not later.undo().fields
    would = later.undoable(earlier=True)
    assert would.made_slips
    assert would.happened == SATURDAY
    assert words_in(later) == ["one"]
    assert later.undo(earlier=True, named=would).made_slips
    assert words_in(later) == []


def test_what_was_named_is_taken_back_and_not_what_came_after(
    service: JarService, jar_home: Path, clock: Clock
) -> None:
    service.add(NewSlip("named"))
    asking = again(jar_home, clock)
    would = asking.undoable(earlier=True)
    service.add(NewSlip("written while the question stood"))
    asking.catch_up()
    asking.undo(earlier=True, named=would)
    assert words_in(asking) == ["written while the question stood"]


def test_what_was_named_is_not_taken_back_twice(
    service: JarService, jar_home: Path, clock: Clock
) -> None:
    service.add(NewSlip("before"))
    service.add(NewSlip("named"))
    asking = again(jar_home, clock)
    would = asking.undoable(earlier=True)
    service.undo()
    asking.catch_up()
    assert not asking.undo(earlier=True, named=would).fields
    assert words_in(asking) == ["before"]


def test_a_full_disk_changes_nothing(service: JarService, monkeypatch: pytest.MonkeyPatch) -> None:
    slip = service.add(NewSlip("one"))

    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        for change in (
            lambda: service.add(NewSlip("two")),
            lambda: service.edit(slip.id, "three"),
            service.undo,
        ):
            with pytest.raises(NotKept) as refused:
                change()
            assert refused.value.reason == "full"
    service.catch_up()
    assert words_in(service) == ["one"]
    service.add(NewSlip("two"))
    assert words_in(service) == ["one", "two"]
