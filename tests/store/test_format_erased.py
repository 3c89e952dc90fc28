"""The first format with what came to it since, in both files of a jar: it opens for ever, too."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest

from jar_tui.store.fields import as_fields
from jar_tui.store.folders import Folders
from jar_tui.store.head import head_of, rewritten
from jar_tui.store.line import pieces
from jar_tui.store.reader import Reader
from tests.store.jars import opened, slip

FIXTURE = Path(__file__).parent / "fixtures" / "format-1-erased"
DIGESTS = {
    "expected.json": "d7078ce154fa0ff83b58645443afeeacc0b4678cf238b0788599d37a36042dea",
    "people-mmdjwmsod5.jsonl": "ee16abbb1457869dc4a82fd0382410d76d351ec1c8ba541d048eccae284a9662",
    "slips-mmdjwmsod5.jsonl": "453b846335960cd26bef814f68aa956b0684e5789dc574f09146ff0fae819f9c",
}
"""A fixture that was edited proves nothing; a new format gets files of its own."""
JOURNALS = [name for name in DIGESTS if name.endswith(".jsonl")]


@pytest.fixture
def home(jar_home: Path) -> Path:
    """Return the home of a jar with the files of the fixture."""
    Folders(jar_home).make()
    for name in JOURNALS:
        shutil.copy(FIXTURE / name, jar_home / "jar" / name)
    return jar_home


def test_no_file_of_it_was_edited() -> None:
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in FIXTURE.iterdir()}
    assert found == DIGESTS


def test_it_opens_as_it_always_did(home: Path) -> None:
    expected: dict[str, dict[str, dict[str, Any]]] = orjson.loads(
        (FIXTURE / "expected.json").read_bytes()
    )
    repository = opened(home)
    for table, records in expected.items():
        found = repository.jar.tables[table]
        assert found.keys() == records.keys()
        for key, fields in records.items():
            present = as_fields(table, found[key])
            assert {name: present.get(name) for name in fields} == fields
    assert (repository.troubles, repository.nothing_read) == ([], False)


def test_its_slips_names_and_lines_are_in_their_places(home: Path) -> None:
    jar = opened(home).jar
    assert [one.text for one in jar] == [
        "散歩した · הלכתי לישון · 💧",
        "made toast",
        "opened both windows",
        "changed on another machine",
        "the last line",
    ]
    assert [one.text for one in jar.set_aside()] == ["said no"]
    toast, windows = jar.slips[1], jar.slips[2]
    assert [line.text for line in jar.lines_of(toast)] == ["cold kitchen"]
    marks = [(mark.role, jar.part(mark.part)) for mark in jar.marks_of(windows)]
    assert [(role, part.name if part else "") for role, part in marks] == [("for", "Wren")]


def test_it_has_every_kind_of_line(home: Path) -> None:
    reader = Reader(home / "jar")
    lines = list(reader.new_entries())
    assert reader.damage == {}
    assert {entry.verb for entry in lines} == {"put", "erase", "bless"}
    assert {entry.table for entry in lines} == {
        *("slips", "marks", "lines", "weathers", "parts", "openings", "choices")
    }
    assert any(entry.undoes for entry in lines)
    in_batches = [entry for entry in lines if entry.verb == "erase" and entry.batch]
    assert in_batches, "lines that were erased in their places"
    data = (home / "jar" / JOURNALS[1]).read_bytes()
    assert rewritten(head_of(data)) == 2
    erased = [one.entry for one in pieces(data) if one.entry and one.entry.verb == "erase"]
    assert not any(entry.fields for entry in erased)


def test_it_is_added_to_beside_and_never_in(home: Path) -> None:
    repository = opened(home)
    repository.insert("slips", {"z" * 26: slip("washed a cup")})
    repository.update("slips", repository.jar.slips[0].id, {"text": "went for a walk"})
    for name in JOURNALS:
        assert (home / "jar" / name).read_bytes() == (FIXTURE / name).read_bytes()
    assert opened(home).jar.slips[0].text == "went for a walk"
