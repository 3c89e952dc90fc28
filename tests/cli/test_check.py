"""`jar-tui check`: every line and every backup is read, and one flipped bit is found."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from jar_tui.store.folders import Folders
from jar_tui.words import backups, shell
from tests.cli.conftest import Shell


def fill(jar: Shell, slips: int) -> None:
    jar("add", "--each-line", stdin="\n".join(f"slip {n} wäter" for n in range(slips)).encode())
    jar("parts", "add", "Wren")
    jar("backup")


def flip(path: Path, at: int) -> bytes:
    """Flip one bit of a file; return what it was."""
    data = path.read_bytes()
    path.write_bytes(data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :])
    return data


def every_file(home: Path) -> list[Path]:
    folders = Folders(home)
    return [*folders.jar.glob("*.jsonl"), *folders.backups.glob("jar-*.json")]


def test_one_flipped_bit_anywhere_is_found(jar: Shell, jar_home: Path) -> None:
    fill(jar, 5)
    assert len(every_file(jar_home)) == 3
    for path in every_file(jar_home):
        for at in range(0, path.stat().st_size, 41):
            data = flip(path, at)
            ran = jar("check")
            assert (ran.code, path.name in ran.out) == (1, True), (path.name, at)
            assert "slip 1" not in ran.out + ran.err
            path.write_bytes(data)
    assert jar("check").code == 0


def test_one_flipped_bit_among_thousands_of_lines(jar: Shell, jar_home: Path) -> None:
    fill(jar, 3000)
    for path in every_file(jar_home):
        data = flip(path, path.stat().st_size * 2 // 3)
        ran = jar("check")
        assert ran.code == 1
        assert [row for row in ran.rows if path.name in row]
        assert len(ran.rows) <= 5
        path.write_bytes(data)


def test_a_whole_jar_and_its_backups(jar: Shell) -> None:
    fill(jar, 2)
    assert jar("check") == (
        0,
        "3 lines were read in 2 files.\n"
        f"{shell.ALL_WHOLE}\n"
        "1 backup was read, the newest of Saturday 21 November 2026.\n",
        "",
    )


def test_a_hurt_backup_is_told_apart_from_a_hurt_jar(jar: Shell, jar_home: Path) -> None:
    fill(jar, 2)
    flip(Folders(jar_home).backups / "jar-2026-11-21.json", 50)
    ran = jar("check")
    assert (ran.code, ran.err) == (1, f"{backups.BACKUP_HURT}\n")
    assert shell.ALL_WHOLE in ran.rows
    assert ran.rows[-1] == "jar-2026-11-21.json: this backup is not as it was written."


def test_for_scripts(jar: Shell, jar_home: Path) -> None:
    assert json.loads(jar("check", "--json").out)["files"] == 0
    fill(jar, 2)
    found = json.loads(jar("check", "--json").out)
    assert found == {
        "whole": True,
        "lines": 3,
        "files": 2,
        "hurt": {},
        "unfinished": [],
        "troubles": [],
        "backups": {"count": 1, "newest": "2026-11-21", "hurt": []},
    }
    (journal,) = Folders(jar_home).jar.glob("slips-*")
    flip(journal, journal.stat().st_size - 5)
    flip(Folders(jar_home).backups / "jar-2026-11-21.json", 50)
    ran = jar("check", "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["whole"]) == (1, False)
    assert [*found["hurt"]] == [journal.name]
    assert found["backups"]["hurt"] == ["jar-2026-11-21.json"]
    assert "wäter" not in ran.out


def test_a_jar_that_is_gone_is_not_taken_for_a_new_one(jar: Shell, jar_home: Path) -> None:
    fill(jar, 2)
    for path in Folders(jar_home).jar.iterdir():
        path.unlink()
    Folders(jar_home).jar.rmdir()
    ran = jar("check")
    assert ran.code == 1
    assert shell.NO_JAR_YET not in ran.rows
    assert sum("gone" in row for row in ran.rows) == 2
    assert ran.rows[-1] == backups.MAY_BE_THERE
    assert "1 backup was read" in ran.out


def test_how_far_it_came_is_said_on_a_terminal_and_wiped_away(
    jar: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(jar, 3000)
    person, terminal = os.openpty()
    with os.fdopen(terminal, "w", encoding="utf-8") as screen:
        monkeypatch.setattr(sys, "stderr", screen)
        assert jar("check").code == 0
    shown = b""
    with suppress(OSError):  # what was written comes in pieces, and then nobody writes any more
        while piece := os.read(person, 65536):
            shown += piece
    os.close(person)
    steps = shown.decode().split("\r")
    assert steps[1].startswith("Reading ... ")
    assert steps[1:-2] == sorted(set(steps[1:-2]), key=lambda line: int(line.split()[2]))
    assert len(steps) <= 25
    assert steps[-2].strip() == ""
    assert steps[-1] == ""
