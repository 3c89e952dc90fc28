"""The same lines make the same jar, in whatever order, copies and files they come."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jar_tui.store.fields import as_fields
from jar_tui.store.fold import Fold
from jar_tui.store.line import Entry, encode
from jar_tui.store.reader import Reader

TABLES = ("slips", "slips", "marks", "parts", "tables-to-come")
VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(["tea", "sun", "", 5]),
    "label": st.sampled_from(["none", "small", "both", "a-label-to-come"]),
    "happened": st.sampled_from(["2026-11-21", None, "no day"]),
    "kinds": st.sampled_from([["rest"], [], "rest", [1]]),
    "covered": st.sampled_from([True, False, 1]),
    "field-to-come": st.sampled_from([1, {"a": []}, None]),
}
MADE = st.fixed_dictionaries({"written": st.sampled_from(["2026", "2027"])}, optional=VALUES)
CHANGED = st.fixed_dictionaries({}, optional=VALUES)


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Return the lines of three journals: clocks wrong either way, stamps of a journal growing."""
    found: list[Entry] = []
    for name in ("first", "second", "third"):
        stamps = draw(st.lists(st.integers(1, 12), max_size=6, unique=True))
        for n, stamp in enumerate(sorted(stamps), 1):
            verb = draw(st.sampled_from(["put"] * 12 + ["erase", "verb-to-come"]))
            fields = draw(MADE | CHANGED) if verb == "put" else {}
            table, key = draw(st.sampled_from(TABLES)), draw(st.sampled_from("ab"))
            found.append(Entry(name, n, stamp, "s", verb, table, key, fields))
    return found


def _seen(fold: Fold) -> dict[str, dict[str, dict[str, Any]]]:
    """Return what a jar says, and that its order is the one its slips ask for."""
    slips = [slip.place for slip in fold.jar.ordered]
    assert slips == sorted(slips)
    assert {slip.id for slip in fold.jar.ordered} == set(fold.jar.tables["slips"])
    return {
        table: {key: as_fields(table, record) for key, record in records.items()}
        for table, records in fold.jar.tables.items()
    }


def _folded(*takes: list[Entry]) -> dict[str, dict[str, dict[str, Any]]]:
    fold = Fold()
    for entries in takes:
        fold.take(entries)
    return _seen(fold)


@given(histories(), st.data())
def test_order_repetition_and_portions_make_no_difference(
    history: list[Entry], data: st.DataObject
) -> None:
    expected = _folded(history)
    again = data.draw(st.lists(st.sampled_from(history), max_size=4)) if history else []
    shuffled = data.draw(st.permutations([*history, *again]))
    at = data.draw(st.integers(0, len(shuffled)))
    assert _folded(shuffled) == expected
    assert _folded(shuffled[:at], shuffled[at:]) == expected
    assert _folded(*([entry] for entry in shuffled)) == expected


@settings(max_examples=40)
@given(histories(), st.data())
def test_files_and_conflict_copies_make_no_difference(
    history: list[Entry], data: st.DataObject
) -> None:
    expected = _folded(history)
    names = [
        "slips-first.jsonl",
        "people-first.jsonl",
        "slips-first.sync-conflict-20261121-153000-ABCDEFG.jsonl",
        "slips-second (conflicted copy).jsonl",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for entry in history:
            for name in data.draw(st.sets(st.sampled_from(names), min_size=1)):
                with (Path(folder) / name).open("ab") as file:
                    file.write(encode(entry))
        reader = Reader(Path(folder))
        fold = Fold()
        fold.take(reader.new_entries())
        assert _seen(fold) == expected
        assert reader.damage == {}


def _slip(stamp: int, journal: str = "first", verb: str = "put", **fields: Any) -> Entry:
    return Entry(journal, stamp, stamp, "s", verb, "slips", "a", fields)


def test_each_field_takes_its_newest_value() -> None:
    found = _folded(
        [
            _slip(1, text="tea", written="2026"),
            _slip(5, "second", text="tea, warm"),
            _slip(3, text="green tea", label="small"),
        ]
    )
    assert found["slips"]["a"]["text"] == "tea, warm"
    assert found["slips"]["a"]["label"] == "small"


def test_of_two_at_one_moment_the_higher_journal_wins() -> None:
    both = [_slip(1, text="tea", written="2026"), _slip(2, "b", text="B"), _slip(2, "c", text="C")]
    assert _folded(both)["slips"]["a"]["text"] == "C"
    assert _folded(both[::-1])["slips"]["a"]["text"] == "C"


def test_erase_beats_everything_for_ever() -> None:
    erased = [_slip(1, text="tea", written="2026"), _slip(2, verb="erase")]
    assert _folded(erased, [_slip(9, "second", text="back", written="2027")])["slips"] == {}


def test_an_edit_that_arrives_before_its_slip_waits_for_it() -> None:
    edit, made = _slip(5, label="small"), _slip(1, text="tea", written="2026")
    assert _folded([edit], [made]) == _folded([made, edit])


def test_what_this_version_does_not_know_is_carried() -> None:
    found = _folded([_slip(1, text="tea", written="2026", weather="rain", label="huge")])
    slip = found["slips"]["a"]
    assert (slip["weather"], slip["label"], slip["text"]) == ("rain", "none", "tea")


def test_a_value_of_a_wrong_kind_hides_no_words() -> None:
    found = _folded([_slip(1, text="tea", written="2026"), _slip(2, text=["no", "words"])])
    assert found["slips"]["a"]["text"] == "tea"
