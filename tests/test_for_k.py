"""A slip for K that Wren noticed says so wherever slips are shown, and so does a line by K."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.signing import Named, Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from tests.cli.conftest import Shell
from tests.talking import Talk
from tests.tui.conftest import at_the_jar
from tests.tui.openings import opened

Clock = Callable[[], datetime]
TEXT = "ate lunch with the door open"
WHO = "for K, noticed by Wren"
LINE = "K: I saw this"
NAMES = Named("Wren", "w:text"), Named("K", "k:text")


@pytest.fixture(params=[(80, 24), (40, 20)], ids=["80x24", "40x20"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Return the size of the terminal."""
    found: tuple[int, int] = request.param
    return found


@pytest.fixture
def jar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capsys, monkeypatch)


@pytest.fixture
def for_k(jar_home: Path, clock: Clock) -> str:
    """Drop the slip in, with who noticed, and a line by K under it; return its id."""
    service = JarService.open(jar_home, clock)[0]
    wren, k = (one.part.id for one in service.people.add(NAMES))
    noticed = Signature(ties=(Tie("for", k), Tie("noticed", wren)))
    slip = service.add(NewSlip(TEXT, signature=noticed))
    service.write_line(slip.id, "I saw this", part=k)
    return slip.id


async def test_as_it_is_written_and_in_an_opening(
    jar_home: Path, clock: Clock, size: tuple[int, int]
) -> None:
    JarService.open(jar_home, clock)[0].people.add(NAMES)
    async with at_the_jar(jar_home, clock, size) as hand:
        await hand.type(f"for k: {TEXT}")
        assert hand.shows("for K. Tab, n adds who noticed.")
        await hand.press("tab", "n", "1")
        assert hand.shows(WHO)
        await hand.press("enter")
        assert hand.shows(f"Dropped in, {WHO}.")
        await hand.press("escape", "enter")
        await hand.press("w")
        await hand.type(LINE)
        await hand.press("enter")
        await hand.press("escape")
        assert hand.shows(WHO)
    async with at_the_jar(jar_home, clock, size) as hand:
        await opened(hand)
        assert hand.shows(WHO)
        assert hand.shows(TEXT)
        await hand.press("l")
        assert hand.shows("by K: I saw this")


def test_in_an_opening_line_by_line(jar_home: Path, clock: Clock, for_k: str) -> None:
    talk = Talk(JarService.open(jar_home, clock)[0])
    first = talk("/open", "")
    assert any(row.startswith("1 of 1 ") and row.endswith(f" · {WHO}") for row in first)
    assert talk("l") == ["    with it: by K: I saw this"]


def test_in_the_list(jar: Shell, for_k: str) -> None:
    assert WHO in jar("list").out
    assert WHO in jar("list", "--plain").out


def test_in_json(jar: Shell, for_k: str) -> None:
    for told in (jar("list", "--json").out, jar("export", "json").out):
        (row,) = json.loads(told)
        assert row["id"] == for_k
        on_it = {mark["role"]: mark["part"] for mark in row["marks"]}
        assert {role: part["name"] for role, part in on_it.items()} == {
            "for": "K",
            "noticed": "Wren",
        }
        (line,) = row["lines"]
        assert (line["text"], line["part"]) == ("I saw this", on_it["for"])


def test_in_markdown(jar: Shell, for_k: str) -> None:
    rows = jar("export", "markdown").rows
    assert f"- {TEXT}\\" in rows
    assert f"  *{WHO}*" in rows
    assert "  > by K: I saw this" in rows
