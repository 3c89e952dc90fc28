"""Every released format opens for ever: one journal of each is kept here and never edited."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest

from jar_tui.store.fields import as_fields
from jar_tui.store.folders import Folders
from jar_tui.store.reader import Reader
from tests.store.jars import opened, slip

FIXTURES = Path(__file__).parent / "fixtures"
DIGESTS = {"format-1": "7445a3a5630779aa79afc852fa748024e06f49c1b1560ff045c7d66a727cb78e"}
"""A fixture that was edited proves nothing; a new format gets a file of its own."""
OWN = "fixturejar"


@pytest.fixture(params=DIGESTS)
def released(request: pytest.FixtureRequest, jar_home: Path) -> str:
    """Put a released journal into a jar and return its name."""
    Folders(jar_home).make()
    raw = (FIXTURES / f"{request.param}.jsonl").read_bytes()
    (jar_home / "jar" / f"slips-{OWN}.jsonl").write_bytes(raw)
    return str(request.param)


def test_no_fixture_was_edited(released: str) -> None:
    raw = (FIXTURES / f"{released}.jsonl").read_bytes()
    assert sha256(raw).hexdigest() == DIGESTS[released]


def test_it_opens_as_it_always_did(released: str, jar_home: Path) -> None:
    expected: dict[str, dict[str, dict[str, Any]]] = orjson.loads(
        (FIXTURES / f"{released}.expected.json").read_bytes()
    )
    tables = opened(jar_home).jar.tables
    for table, records in expected.items():
        assert tables[table].keys() == records.keys()
        for key, fields in records.items():
            found = as_fields(table, tables[table][key])
            assert {name: found.get(name) for name in fields} == fields


def test_its_slips_are_in_their_places(released: str, jar_home: Path) -> None:
    jar = opened(jar_home).jar
    assert [one.text.split("\n")[0] for one in jar] == [
        "drank water 💧 · הלכתי לישון · 散歩した · ज़रा आराम",
        '[bold]not markup[/bold] \\ {"sum":"00000000",',
        "asked for help",
        "opened the window",
        "the last line",
    ]
    (signed,) = (one for one in jar if one.text == "opened the window")
    assert [(mark.role, mark.part[0]) for mark in jar.marks_of(signed)] == [
        ("by", "p"),
        ("noticed", "q"),
    ]
    assert [one.text for one in jar.set_aside()] == ["let the phone ring"]


def test_only_its_one_bad_line_is_reported(released: str, jar_home: Path) -> None:
    reader = Reader(jar_home / "jar")
    lines = list(reader.new_entries())
    assert len(lines) == 27
    ((piece,),) = reader.damage.values()
    assert b"asKed" in piece.raw
    assert {entry.verb for entry in lines} == {"put", "erase", "bless"}


def test_it_is_added_to_beside_and_never_in(released: str, jar_home: Path) -> None:
    path = jar_home / "jar" / f"slips-{OWN}.jsonl"
    before = path.read_bytes()
    repository = opened(jar_home)
    repository.insert("slips", {"z" * 26: slip("washed a cup")})
    repository.update("slips", "a" * 26, {"text": "opened both windows"})
    assert path.read_bytes() == before
    later = opened(jar_home).jar.get("a" * 26)
    assert later is not None
    assert later.text == "opened both windows"
