"""An older format is read as today's, and the files it is in stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from jar_tui.domain.records import Part, Slip
from jar_tui.domain.stamp import Stamp
from jar_tui.store import schema
from jar_tui.store.fields import apply
from jar_tui.store.line import FORMAT, Entry, encode
from tests.store.jars import opened, slip, words

OLD = "oldjournal"
A, B, C = "a" * 26, "b" * 26, "c" * 26


def _said(entry: Entry) -> Entry:
    """Return a line of format 0, which called the words "said", as format 1 has it."""
    fields = {"text" if name == "said" else name: value for name, value in entry.fields.items()}
    return entry._replace(fields=fields)


def _dated(entry: Entry) -> Entry:
    """Return a line of format -1, which called the day "day", as format 0 has it."""
    fields = {"happened" if name == "day" else name: value for name, value in entry.fields.items()}
    return entry._replace(fields=fields)


@pytest.fixture(autouse=True)
def older(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be two formats before the first."""
    monkeypatch.setattr(schema, "STEPS", {-1: _dated, 0: _said})


def _old(version: int) -> bytes:
    """Return a journal of an older format: a slip, two in a batch, and an edit."""

    def fields(text: str, day: str) -> dict[str, object]:
        made = slip("") | {"said": text}
        del made["text"]
        if version < 0:
            made["day"] = made.pop("happened")
        return made | {"day" if version < 0 else "happened": day}

    rows = [
        Entry(OLD, 0, 1, "s", "head", fields={"jar": "x", "format": version, "writer": "jar-tui"}),
        Entry(OLD, 1, 2, "s", "put", "slips", A, fields("opened the window", "2026-11-01")),
        Entry(OLD, 2, 3, "s", "put", "slips", B, fields("one", "2026-11-02"), batch=(2, 2)),
        Entry(OLD, 3, 4, "s", "put", "slips", C, fields("two", "2026-11-03"), batch=(2, 2)),
        Entry(OLD, 4, 5, "s", "put", "slips", A, {"said": "closed the window"}, was=2),
    ]
    return b"".join(encode(row) for row in rows)


@pytest.mark.parametrize("version", [0, -1])
def test_an_older_journal_is_read_as_todays_and_left_alone(jar_home: Path, version: int) -> None:
    opened(jar_home)
    path = jar_home / "jar" / f"slips-{OLD}.jsonl"
    path.write_bytes(_old(version))
    repository = opened(jar_home)
    assert words(repository) == {A: "closed the window", B: "one", C: "two"}
    assert [str(one.happened) for one in repository.jar.ordered] == [
        "2026-11-01",
        "2026-11-02",
        "2026-11-03",
    ]
    repository.update("slips", A, {"text": "opened it again"})
    repository.insert("slips", {"d" * 26: slip("new")})
    assert path.read_bytes() == _old(version)
    assert words(opened(jar_home))[A] == "opened it again"
    assert repository.troubles == []


def test_lines_that_come_later_are_brought_up_to_date_too(jar_home: Path) -> None:
    path = jar_home / "jar" / f"slips-{OLD}.jsonl"
    repository = opened(jar_home)
    lines = _old(0).splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2]))
    repository.catch_up()
    assert words(repository) == {A: "opened the window"}
    with path.open("ab") as file:
        file.write(b"".join(lines[2:]))
    repository.catch_up()
    assert words(repository) == {A: "closed the window", B: "one", C: "two"}


def test_todays_format_needs_no_step(monkeypatch: pytest.MonkeyPatch) -> None:
    assert schema.steps(FORMAT) == schema.steps(FORMAT + 5) == ()
    assert schema.steps(-1) == (_dated, _said)
    monkeypatch.undo()
    assert schema.STEPS == {}, "the first format is all there is"
    assert FORMAT == 1


def test_what_stands_in_one_line_is_one_line_whatever_another_version_wrote() -> None:
    at = Stamp(1, OLD)
    part = apply(
        "parts",
        None,
        A,
        dict.fromkeys(("name", "display", "mark", "pronouns"), " one\r\ntwo\x1b\t")
        | {"about": "one\ntwo", "tags": ["w:\ntext", "k:text"]},
        at,
    )
    assert isinstance(part, Part)
    assert {part.name, part.display, part.mark, part.pronouns} == {"one two"}
    assert (part.about, part.tags) == ("one\ntwo", ("w: text", "k:text"))
    told = apply("slips", None, B, slip("one\ntwo", how="a\nb", kinds=["c\u2028d"]), at)
    assert isinstance(told, Slip)
    assert (told.text, told.how, told.kinds) == ("one\ntwo", "a b", ("c d",))
