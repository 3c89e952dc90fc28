"""`jar-tui import` and `jar-tui export`: files come in once, and go out to nobody else."""

from __future__ import annotations

import errno
import json
import os
import unicodedata
from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui import words
from jar_tui.words import shell
from tests.cli.conftest import Shell


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "steps.txt"


def five_thousand() -> list[str]:
    """Return real entries of many scripts, some twice, some that cleaning changes."""
    kinds = [
        "took a breath {}",
        "отдохнул {}",
        "休んだ {}",
        "e\u0301te\u0301 {}",
        "نفس {} 👩‍👩‍👧",
        "again",
    ]
    return [kinds[n % 6].format(n) for n in range(5000)]


def test_five_thousand_entries_are_listed_as_they_were_and_come_in_once(
    jar: Shell, file: Path
) -> None:
    lines = five_thousand()
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ran = jar("import", "lines", str(file))
    assert ran.code == 0
    assert ran.rows == ["5000 slips to bring in, dated sometime.", shell.IMPORTED]
    cleaned = [unicodedata.normalize("NFC", line) for line in lines]
    assert jar.texts() == cleaned
    shown = [row.split("  sometime: ", 1)[1] for row in jar("list").rows]
    assert shown == cleaned
    again = jar("import", "lines", str(file))
    assert again.rows == ["lines 1 to 5000: in the jar already, left out", shell.NOTHING_NEW]
    assert len(jar.texts()) == 5000


def test_a_file_that_grew_brings_in_what_is_new(jar: Shell, file: Path) -> None:
    file.write_text("one\ntwo\ntwo\n")
    jar("import", "lines", str(file))
    file.write_text("zero\none\ntwo\n\ntwo\ntwo\n")
    assert jar("import", "lines", str(file)).rows == [
        "lines 2 to 3, 5: in the jar already, left out",
        "line 4: blank, left out",
        "2 slips to bring in, dated sometime.",
        shell.IMPORTED,
    ]
    assert jar.texts() == ["one", "two", "two", "zero", "two"]


def test_an_import_that_was_taken_back_can_come_again(jar: Shell, file: Path) -> None:
    file.write_text("one\ntwo\n")
    jar("import", "lines", str(file))
    jar("undo")
    assert jar.texts() == []
    jar("import", "lines", str(file), "--when", "yesterday")
    assert [slip["happened"] for slip in jar.json()] == ["2026-11-20", "2026-11-20"]


def test_an_edited_import_is_not_brought_in_again(jar: Shell, file: Path) -> None:
    file.write_text("one\ntwo\n")
    jar("import", "lines", str(file))
    jar("edit", jar.json()[0]["id"], stdin=b"changed")
    assert jar("import", "lines", str(file)).rows[-1] == shell.NOTHING_NEW
    assert jar.texts() == ["changed", "two"]


def test_a_dry_run_brings_in_nothing(jar: Shell, file: Path) -> None:
    file.write_text("one\n")
    ran = jar("import", "lines", str(file), "--dry-run", "--when", "2026-03")
    assert ran == (0, "1 slip to bring in, dated March 2026.\n", "")
    assert jar.texts() == []


@pytest.mark.parametrize(("keys", "count"), [(b"y\n", 1), (b"n\n", 0)])
def test_it_asks_on_a_terminal(jar: Shell, file: Path, keys: bytes, count: int) -> None:
    file.write_text("one\n")
    ran = jar.typed("import", "lines", str(file), keys=keys)
    assert shell.IMPORT_THEM in ran.err
    assert len(jar.texts()) == count
    assert (words.LEFT in ran.out) is not bool(count)
    assert shell.IMPORT_THEM not in jar.typed("import", "lines", str(file), "--yes", keys=b"").err


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (b"", []),
        (b"\n\n", []),
        (
            "\ufeffone\r\ntwo\rthree\u2028four\x85five".encode(),
            ["one", "two", "three", "four", "five"],
        ),
        ("één\nz".encode("utf-16"), ["één", "z"]),
        (b"a\0b\n\x1b[2Jc\n", ["ab", "[2Jc"]),
        ("naïve\n".encode() + b"caf\xe9\n", ["naïve", "café"]),
        (b"x" * 200_000 + b"\n", ["x" * 200_000]),
    ],
)
def test_files_of_every_making_are_read(
    jar: Shell, file: Path, content: bytes, texts: list[str]
) -> None:
    file.write_bytes(content)
    assert jar("import", "lines", str(file)).code == 0
    assert jar.texts() == texts


@pytest.mark.parametrize("name", ["", "gone.txt", "odd\0name"])
def test_what_is_no_file_is_one_sentence(jar: Shell, tmp_path: Path, name: str) -> None:
    assert jar("import", "lines", f"{tmp_path}/{name}") == (1, "", f"{shell.FILE_UNREADABLE}\n")


def test_an_unknown_kind_is_not_understood(jar: Shell, file: Path) -> None:
    ran = jar("import", "secrets", str(file))
    assert ran == (2, "", f"{shell.not_understood('jar-tui import')}\n")


# Out


def test_an_export_holds_every_slip_for_this_account_alone(
    jar: Shell, tmp_path: Path, quiet_umask: None
) -> None:
    jar("add", "--each-line", stdin="één\nzwei".encode())
    jar("add", stdin=b"taken back")
    jar("undo")
    out = tmp_path / "out.json"
    assert jar("export", "json", "--out", str(out)) == (0, f"{shell.EXPORTED}\n", "")
    slips = json.loads(out.read_bytes())
    assert [slip["text"] for slip in slips] == ["één", "zwei", "taken back"]
    assert [slip["set_aside"] for slip in slips] == [False, False, True]
    assert out.stat().st_mode & 0o777 == 0o600
    assert json.loads(jar("export", "json").out) == slips


def test_an_export_overwrites_nothing(jar: Shell, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for there in (out, tmp_path / "link"):
        assert jar("export", "json", "--out", str(there)) == (1, "", f"{shell.FILE_THERE}\n")
    assert out.read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_an_export_that_finds_no_room_leaves_no_half_file(
    jar: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jar("add", stdin=b"one")

    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    out = tmp_path / "out.json"
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        ran = jar("export", "json", "--out", str(out))
    assert ran == (1, "", "That could not be done: no space left on device.\n")
    assert not out.exists()


def test_an_export_to_nowhere_is_one_sentence(jar: Shell, tmp_path: Path) -> None:
    ran = jar("export", "json", "--out", str(tmp_path / "no" / "out.json"))
    assert ran == (1, "", "That could not be done: no such file or directory.\n")
