"""How openings go, and what was read in them, on the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from jar_tui.cli.console import now
from jar_tui.domain.review import Read
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.words import opening_shell, shell
from tests.cli.conftest import Shell

THREE = b"got dressed\nmade toast\na walk"
READ = b"\nw\nthree tries\n\n\n\nw\nenough for today\n\n"
"""Begins, writes a line under the first slip, reads all three, writes a closing line."""


@pytest.fixture
def read(jar: Shell) -> Shell:
    """Give a jar of three slips, read in one opening."""
    jar("add", "--each-line", stdin=THREE)
    jar("open", stdin=READ)
    return jar


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("opening-day", "sunday"),
        ("opening-full", "20"),
        ("opening-order", "mixed"),
        ("opening-waved", "on"),
        ("opening-monthly", "on"),
        ("opening-end", "five"),
        ("opening-lines", "shown"),
    ],
)
def test_how_openings_go_is_chosen_and_taken_back(jar: Shell, name: str, value: str) -> None:
    first = jar("settings", name).out
    assert jar("settings", name, value.upper()) == (0, f"{shell.SETTING_KEPT}\n", "")
    assert jar("settings", name).out.startswith(f"{name} = {value}    (")
    jar("settings", name, first.split()[2])
    assert jar("settings", name).out == first


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("opening-day", "someday"),
        ("opening-full", "0"),
        ("opening-full", "1001"),
        ("opening-full", "-3"),
        ("opening-full", "²"),
        ("opening-order", "size"),
        ("opening-end", "cheer"),
        ("opening-waved", "maybe"),
        ("opening-lines", "on"),
    ],
)
def test_what_is_not_offered_is_refused(jar: Shell, name: str, value: str) -> None:
    before = jar("settings", name).out
    assert jar("settings", name, "--", value).err == f"{shell.NO_SUCH_SETTING}\n"
    assert jar("settings", name).out == before


def test_an_opening_goes_out_on_one_page(read: Shell) -> None:
    page = read("export", "opening").out
    for told in ("got dressed", "> three tries", "made toast", "a walk", "enough for today"):
        assert told in page
    assert page.startswith("## ")


def test_the_page_of_an_opening_is_of_the_day_the_screens_say(jar: Shell, jar_home: Path) -> None:
    jar("settings", "day_begins", "4")
    night = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    service = JarService.open(jar_home, lambda: night)[0]
    slip = service.add(NewSlip("tea"))
    opening = service.openings.begin([slip.id])
    service.openings.keep(opening.id, [Read(slip.id)])
    assert jar("export", "opening").rows[0] == "## Saturday 21 November 2026"


def test_lines_of_another_opening_are_not_on_its_page(read: Shell) -> None:
    read("open", stdin=b"\n\n\n\n\n")
    assert "three tries" not in read("export", "opening").out
    assert "three tries" in read("export", "markdown").out


def test_covered_words_stay_off_the_page_unless_asked_for(read: Shell) -> None:
    read("cover", read.json()[0]["id"])
    assert "got dressed" not in read("export", "opening").out
    assert "three tries" not in read("export", "opening").out
    assert "got dressed" in read("export", "opening", "--covered").out


def test_what_was_written_at_the_end_is_a_page_of_its_own(read: Shell, jar_home: Path) -> None:
    assert read("export", "five").err == f"{opening_shell.NO_FIVE}\n"
    service = JarService.open(jar_home, now)[0]
    (opening,) = service.jar.tables["openings"]
    for step in ("rested", "said no", "*cried* and it was fine"):
        service.openings.drop_in(opening, step)
    page = read("export", "five").out
    assert [row for row in page.splitlines() if row.startswith("- ")] == [
        "- rested",
        "- said no",
        r"- \*cried\* and it was fine",
    ]
    assert page.rstrip().endswith("enough for today")
    assert "got dressed" not in page
    assert "rested" in read("list").out


def test_without_an_opening_there_is_no_page(jar: Shell) -> None:
    jar("add", stdin=b"got dressed")
    assert jar("export", "opening") == (1, "", f"{opening_shell.NO_OPENING}\n")
