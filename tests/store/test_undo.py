"""Taking back: a change at a time, never somebody's later words, and never for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from tests.store.jars import Ticking, journal, on_disk

TEA = NewSlip("tea")


@pytest.fixture
def jar(jar_home: Path) -> JarService:
    return _session(jar_home)


def _session(home: Path) -> JarService:
    return JarService.open(home, Ticking())[0]


def _text(service: JarService, slip_id: str) -> str:
    found = service.jar.get(slip_id)
    assert found is not None
    return found.text


def test_undo_goes_back_one_change_at_a_time(jar: JarService, jar_home: Path) -> None:
    slip = jar.add(TEA)
    for text in ("green tea", "black tea", "mint tea"):
        jar.edit(slip.id, text)
    for text in ("black tea", "green tea", "tea"):
        assert jar.undo().fields == {"text"}
        assert _text(jar, slip.id) == text
        assert on_disk(jar_home)[slip.id] == text
    assert jar.undo().made_slips
    assert len(jar.jar) == 0
    assert jar.undo().fields == frozenset(), "nothing is left to take back"


def test_a_slip_taken_back_is_set_aside_and_still_there(jar: JarService, jar_home: Path) -> None:
    slip = jar.add(TEA)
    jar.undo()
    later = _session(jar_home)
    assert [kept.text for kept in later.jar.set_aside()] == ["tea"]
    assert later.jar.get(slip.id) is not None
    assert b'"text":"tea"' in journal(jar_home).read_bytes()


def test_undo_of_the_first_edit_after_the_second_was_undone(jar: JarService) -> None:
    slip = jar.add(TEA)
    jar.edit(slip.id, "green tea")
    jar.edit(slip.id, "black tea")
    jar.undo()
    jar.undo()
    assert _text(jar, slip.id) == "tea"


def test_an_edit_after_an_undo_is_what_is_undone_next(jar: JarService) -> None:
    slip = jar.add(TEA)
    jar.edit(slip.id, "green tea")
    jar.undo()
    jar.edit(slip.id, "black tea")
    jar.undo()
    assert _text(jar, slip.id) == "tea"
    assert jar.undo().made_slips


def test_undo_restores_only_the_fields_of_the_change(jar: JarService) -> None:
    slip = jar.add(TEA)
    jar.edit(slip.id, "green tea")
    jar.label(slip.id, small=True)
    jar.undo()
    found = jar.jar.get(slip.id)
    assert found is not None
    assert (found.text, found.label) == ("green tea", "none")


def test_a_batch_is_one_change(jar: JarService, jar_home: Path) -> None:
    before = jar.add(NewSlip("before"))
    jar.add_all([NewSlip(f"step {n}") for n in range(5)])
    undone = jar.undo()
    assert (undone.many, undone.made_slips) == (True, True)
    assert [slip.id for slip in jar.jar] == [before.id]
    assert [slip.id for slip in _session(jar_home).jar] == [before.id]


def test_undo_declines_where_somebody_changed_the_words_since(jar_home: Path) -> None:
    mine, other = _session(jar_home), _session(jar_home)
    slip = mine.add(TEA)
    mine.edit(slip.id, "green tea")
    other.catch_up()
    other.edit(slip.id, "somebody's tea")
    before = journal(jar_home).read_bytes()
    assert mine.undo().declined
    assert journal(jar_home).read_bytes() == before
    assert on_disk(jar_home)[slip.id] == "somebody's tea"
    assert mine.undo().made_slips, "what came before can still be taken back"


def test_undo_takes_back_what_nobody_changed_since(jar_home: Path) -> None:
    mine, other = _session(jar_home), _session(jar_home)
    slip = mine.add(TEA)
    mine.edit(slip.id, "green tea")
    other.catch_up()
    other.label(slip.id, small=True)
    assert not mine.undo().declined
    found = _session(jar_home).jar.get(slip.id)
    assert found is not None
    assert (found.text, found.label) == ("tea", "small")


def test_undo_reaches_past_what_another_took_back_itself(jar_home: Path) -> None:
    mine, other = _session(jar_home), _session(jar_home)
    slip = mine.add(TEA)
    mine.edit(slip.id, "green tea")
    other.catch_up()
    other.edit(slip.id, "somebody's tea")
    other.undo()
    assert not mine.undo().declined
    assert on_disk(jar_home)[slip.id] == "tea"


def test_undo_covers_only_this_sessions_changes(jar_home: Path) -> None:
    _session(jar_home).add(TEA)
    assert _session(jar_home).undo().fields == frozenset()


def test_after_a_restart_the_installations_changes_can_be_named(jar_home: Path) -> None:
    first = _session(jar_home)
    slip = first.add(TEA)
    first.edit(slip.id, "green tea")
    second = _session(jar_home)
    assert second.undoable(earlier=True).fields == {"text"}
    second.undo(earlier=True)
    third = _session(jar_home)
    assert _text(third, slip.id) == "tea"
    assert third.undo(earlier=True).made_slips
    assert _session(jar_home).undo(earlier=True).fields == frozenset()


@pytest.mark.parametrize(
    ("name", "lines"), [("{}.sync-conflict-20261121-153000-ABCDEFG", 3), ("{} (copy)", 1)]
)
def test_conflict_copies_do_not_change_what_was_last(jar_home: Path, name: str, lines: int) -> None:
    first = _session(jar_home)
    slip = first.add(TEA)
    first.edit(slip.id, "green tea")
    path = journal(jar_home)
    copy = path.with_name(f"{name.format(path.stem)}.jsonl")
    copy.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[-lines:]))
    first.label(slip.id, small=True)
    later = _session(jar_home)
    assert later.undo(earlier=True).fields == {"label"}
    assert later.undo(earlier=True).fields == {"text"}
    assert _text(later, slip.id) == "tea"


def test_the_numbers_of_the_people_file_are_its_own(jar_home: Path) -> None:
    """Its lines count from 1 as well, and must not be taken for slips'."""
    service = _session(jar_home)
    slip = service.add(TEA)
    service.edit(slip.id, "green tea")
    repository = service._repository
    part = "p" * 26
    repository.insert("parts", {part: {"name": "Wren", "written": "2026"}})
    repository.update("parts", part, {"name": "Robin"})
    (last,) = [entry for entry in repository.mine if entry.fields.get("name") == "Robin"]
    assert last.n == 2, "the same number as the edit of the slip"
    assert service.undo().fields == {"text"}
    assert _text(service, slip.id) == "tea"
    assert _session(jar_home).undoable(earlier=True).made_slips


def test_an_undo_that_was_not_kept_can_be_tried_again(
    jar: JarService, jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slip = jar.add(TEA)
    jar.edit(slip.id, "green tea")

    def full(handle: int, data: bytes) -> int:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr("os.write", full)
        with pytest.raises(Exception, match="full"):
            jar.undo()
    assert _text(jar, slip.id) == on_disk(jar_home)[slip.id] == "green tea"
    jar.undo()
    assert _text(jar, slip.id) == on_disk(jar_home)[slip.id] == "tea"
