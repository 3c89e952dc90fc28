"""`jar-tui cover`, `uncover`, `aside` and `back`: words are folded, slips taken out, none lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jar_tui.service import JarService
from jar_tui.words import people_shell, shell
from tests.cli.conftest import Shell

TAKES_BACK = people_shell.UNDO_HERE


@pytest.fixture
def slip(jar: Shell) -> str:
    jar("add", "--kind", "rest", stdin=b"secret words")
    return str(jar.json()[0]["id"])


@pytest.fixture
def covered(jar: Shell, slip: str, service: JarService) -> str:
    service.catch_up()
    service.write_line(slip, "a secret line")
    ran = jar("cover", slip[:8])
    assert ran == (0, f"Covered: the words show when they are asked for. {TAKES_BACK}\n", "")
    return slip


@pytest.mark.parametrize(
    "argv",
    [
        ["list"],
        ["list", "--plain"],
        ["list", "--json"],
        ["list", "--find", "secret"],
        ["list", "--find", "secret", "--covered"],
        ["export", "json"],
        ["export", "markdown"],
    ],
)
def test_covered_words_are_nowhere_unless_they_are_asked_for(
    jar: Shell, covered: str, argv: list[str]
) -> None:
    ran = jar(*argv)
    assert ran.code == 0
    assert "secret words" not in ran.out
    assert "secret line" not in ran.out


def test_a_prompt_that_changes_words_does_not_show_covered_ones(jar: Shell, covered: str) -> None:
    ran = jar.typed("edit", covered, keys=b"new\n")
    assert ran.rows[0] == "..."


def test_a_covered_row_of_json_says_so(jar: Shell, covered: str) -> None:
    (row,) = jar.json()
    assert (row["text"], row["covered"], row["lines"], row["kinds"]) == ("", True, [], ["rest"])
    (row,) = jar.json("--covered")
    assert (row["text"], row["covered"]) == ("secret words", True)
    assert [line["text"] for line in row["lines"]] == ["a secret line"]


def test_covered_words_come_if_they_are_asked_for(jar: Shell, covered: str) -> None:
    assert jar("list", "--plain", "--covered").rows == ["today: secret words"]
    (row,) = json.loads(jar("export", "json", "--covered").out)
    assert row["text"] == "secret words"
    assert "> a secret line" in jar("export", "markdown", "--covered").out


def test_an_export_says_that_words_were_left_out(jar: Shell, covered: str, tmp_path: Path) -> None:
    ran = jar("export", "markdown", "--out", str(tmp_path / "out.md"))
    assert ran == (0, f"{shell.EXPORTED}\n", f"{people_shell.COVERED_LEFT_OUT}\n")
    assert jar("export", "json", "--covered").err == ""
    jar("aside", covered)
    assert jar("export", "markdown").err == ""
    assert jar("export", "json").err == f"{people_shell.COVERED_LEFT_OUT}\n"


def test_a_covered_slip_shows_again(jar: Shell, covered: str) -> None:
    assert jar("uncover", covered) == (0, f"The words show again. {TAKES_BACK}\n", "")
    assert jar.texts() == ["secret words"]
    jar("undo")
    assert jar.texts() == [""]


def test_a_slip_goes_aside_and_comes_back(jar: Shell, slip: str) -> None:
    assert jar("aside", slip[:9]) == (0, f"Set aside and kept. {TAKES_BACK}\n", "")
    assert jar.texts() == []
    assert jar.texts("--set-aside") == ["secret words"]
    assert "secret" not in jar("export", "markdown").out
    assert json.loads(jar("export", "json").out)[0]["set_aside"] is True
    assert jar("back", slip) == (0, f"Back in the jar. {TAKES_BACK}\n", "")
    assert jar.texts() == ["secret words"]
    jar("undo")
    assert jar.texts() == []


@pytest.mark.parametrize(
    ("first", "again", "sentence"),
    [
        ("cover", "cover", people_shell.COVERED_AS_BEFORE),
        (None, "uncover", people_shell.SHOWN_AS_BEFORE),
        ("aside", "aside", people_shell.ASIDE_AS_BEFORE),
        (None, "back", people_shell.BACK_AS_BEFORE),
    ],
)
def test_what_is_so_already_is_no_change_and_nothing_to_take_back(
    jar: Shell, slip: str, first: str | None, again: str, sentence: str
) -> None:
    if first:
        jar(first, slip)
    before = jar("undo", "--help"), jar.json("--set-aside"), jar.json()
    assert jar(again, slip) == (0, f"{sentence}\n", "")
    assert (jar("undo", "--help"), jar.json("--set-aside"), jar.json()) == before
    named = jar.typed("undo", keys=b"n\n").rows[0]
    assert named.endswith("a slip dropped in, of today.") is not bool(first)


@pytest.mark.parametrize("command", ["cover", "uncover", "aside", "back"])
def test_an_id_nobody_has_is_one_sentence(jar: Shell, slip: str, command: str) -> None:
    assert jar(command, "zzzz") == (1, "", f"{shell.NO_SUCH_ID}\n")
    assert jar(command) == (2, "", f"{shell.not_understood(f'jar-tui {command}')}\n")


def test_markdown_is_written_to_a_file_of_its_own(jar: Shell, tmp_path: Path) -> None:
    jar("parts", "add", "W*en w:")
    jar("add", "--sign", "w", "--too-small", "--kind", "first time", stdin=b"# got up\n- slowly")
    jar("add", "--when", "yesterday", stdin=b"<b>rested</b>")
    jar("add", "--when", "sometime", stdin=b"left")
    out = tmp_path / "out.md"
    assert jar("export", "markdown", "--out", str(out)) == (0, f"{shell.EXPORTED}\n", "")
    assert out.read_text() == (
        "## sometime\n\n- left\n\n"
        "## Friday 20 November 2026\n\n- \\<b\\>rested\\</b\\>\n\n"
        "## Saturday 21 November 2026\n\n- \\# got up\\\n  \\- slowly\\\n"
        '  *by W\\*en, marked "too small", first time*\n'
    )
    assert out.stat().st_mode & 0o777 == 0o600
    assert jar("export", "markdown", "--out", str(out)) == (1, "", f"{shell.FILE_THERE}\n")
