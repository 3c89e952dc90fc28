"""`jar-tui backup` and `jar-tui restore`: a backup is taken, and what is missing comes back."""

from __future__ import annotations

import os
from fnmatch import fnmatch
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.store import disk, folders
from jar_tui.store.backup_file import Why
from jar_tui.store.folders import Folders
from jar_tui.words import backups, shell
from tests.cli.conftest import Process, Shell


@pytest.fixture
def saved(jar: Shell, tmp_path: Path) -> Path:
    """Return a backup of a jar with two slips, one with a name."""
    jar("parts", "add", "Wren")
    jar("add", "--sign", "Wren", stdin=b"one")
    jar("add", stdin=b"two")
    out = tmp_path / "saved.json"
    assert jar("backup", "--out", str(out)) == (0, f"{shell.EXPORTED}\n", "")
    return out


def lose(home: Path) -> None:
    """Lose every journal, as a disk that died does."""
    folders = Folders(home)
    for folder in (folders.jar, folders.own):
        for path in folder.glob("*"):
            path.unlink()
    folders.sizes.unlink()


def test_backup_says_where_it_is(jar: Shell, jar_home: Path) -> None:
    jar("add", stdin=b"one")
    path = jar_home / "state" / "backups" / "jar-2026-11-21.json"
    assert jar("backup") == (0, f"Written and read again, 1 slip: {path}\n", "")
    jar("add", stdin=b"two")
    assert jar("backup").out == f"Written and read again, 2 slips: {path}\n"
    named = jar("where").rows
    assert str(path) in named
    for written in (path, Folders(jar_home).own / "slips-j.jsonl"):
        assert any(fnmatch(str(disk.fresh(written)), pattern) for pattern in named)


def test_no_jar_is_backed_up_into_nothing(jar: Shell, jar_home: Path) -> None:
    assert jar("backup") == (1, "", f"{shell.NO_JAR_YET}\n")
    assert not jar_home.exists()


def test_a_jar_that_is_gone_is_not_taken_for_none(jar: Shell, jar_home: Path) -> None:
    jar("add", stdin=b"one")
    jar("backup")
    folders = Folders(jar_home)
    for path in (*folders.jar.iterdir(), *folders.own.iterdir()):
        path.unlink()
    folders.jar.rmdir()
    ran = jar("backup")
    assert ran.err != f"{shell.NO_JAR_YET}\n"
    assert ran.rows[0].endswith("jar-2026-11-21-hurt.json")
    assert (folders.backups / "jar-2026-11-21.json").stat().st_size > 500
    jar("restore", str(folders.backups / "jar-2026-11-21.json"))
    assert jar.texts() == ["one"]


def test_a_backup_of_a_hurt_jar_says_so_and_takes_no_place(jar: Shell, jar_home: Path) -> None:
    jar("add", "--each-line", stdin=b"one\ntwo words")
    jar("backup")
    (journal,) = Folders(jar_home).jar.glob("slips-*")
    data = journal.read_bytes()
    with journal.open("r+b") as file:
        file.write(data.replace(b"two words", b"tXo words"))
    ran = jar("backup")
    assert ran.code == 0
    assert ran.rows[1:] == [backups.NOT_A_WHOLE_JAR]
    assert ran.rows[0].endswith("jar-2026-11-21-hurt.json")
    assert len([*Folders(jar_home).backups.glob("jar-*.json")]) == 2


def test_one_that_cannot_be_taken_is_one_sentence(
    jar: Shell, jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jar("add", stdin=b"one")
    monkeypatch.setattr(folders, "PATIENCE", 0.0)
    with Folders(jar_home).locked_backups():
        assert jar("backup") == (1, "", f"{backups.NOT_TAKEN['busy']}\n")
    monkeypatch.setattr(disk, "free", lambda folder: 1)
    assert jar("backup") == (1, "", f"{backups.NOT_TAKEN['full']}\n")


def test_a_backup_writes_over_nothing(jar: Shell, saved: Path, tmp_path: Path) -> None:
    before = saved.read_bytes()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for there in (saved, tmp_path / "link"):
        assert jar("backup", "--out", str(there)) == (1, "", f"{shell.FILE_THERE}\n")
    assert saved.read_bytes() == before
    assert saved.stat().st_mode & 0o777 == 0o600
    gone = tmp_path / "no" / "out.json"
    assert jar("backup", "--out", str(gone)).err == (
        "That could not be done: no such file or directory.\n"
    )


def test_a_lost_jar_comes_back_once(jar: Shell, saved: Path, jar_home: Path) -> None:
    lose(jar_home)
    ran = jar("restore", str(saved))
    assert ran.code == 0
    assert ran.rows == [
        "The backup is of Saturday 21 November 2026.",
        "What is missing here and comes back: 2 slips, and 2 other things, such as lines.",
        backups.BROUGHT_BACK,
    ]
    assert [row["text"] for row in jar.json("--part", "Wren")] == ["one"]
    assert jar.texts() == ["one", "two"]
    again = jar("restore", str(saved))
    assert again.rows[1:] == [backups.NOTHING_MISSING]
    jar("undo")
    assert jar.texts() == []


def test_another_jar_is_added_to(jar: Shell, saved: Path, jar_home: Path) -> None:
    lose(jar_home)
    jar("add", stdin=b"three")
    ran = jar("restore", str(saved))
    assert "It was made of another jar" in ran.rows[0]
    assert sorted(jar.texts()) == ["one", "three", "two"]


def test_what_differs_is_put_back_only_when_asked(jar: Shell, saved: Path) -> None:
    jar("edit", jar.json()[0]["id"], stdin=b"changed")
    ran = jar("restore", str(saved))
    assert ran.rows[1:] == [
        backups.NOTHING_MISSING,
        "1 thing is different here and left so; --all puts back the backup's.",
    ]
    assert jar.texts() == ["changed", "two"]
    assert "put back as in the backup" in jar("restore", "--all", str(saved)).out
    assert jar.texts() == ["one", "two"]
    jar("undo")
    assert jar.texts() == ["changed", "two"]


def test_a_dry_run_changes_nothing(jar: Shell, saved: Path, jar_home: Path) -> None:
    lose(jar_home)
    ran = jar("restore", "--dry-run", str(saved))
    assert (ran.code, len(ran.rows)) == (0, 2)
    assert not [*Folders(jar_home).jar.iterdir()]


@pytest.mark.parametrize(("keys", "count"), [(b"y\n", 2), (b"n\n", 0), (b"\n", 0)])
def test_it_asks_on_a_terminal(
    jar: Shell, saved: Path, jar_home: Path, keys: bytes, count: int
) -> None:
    lose(jar_home)
    ran = jar.typed("restore", str(saved), keys=keys)
    assert backups.BRING_BACK in ran.err
    assert len(jar.texts()) == count
    assert (words.LEFT in ran.out) is not bool(count)
    assert backups.BRING_BACK not in jar.typed("restore", "--yes", str(saved), keys=b"").err
    assert len(jar.texts()) == 2


def test_what_is_no_backup_is_one_sentence(jar: Shell, saved: Path, tmp_path: Path) -> None:
    before = jar.json()
    data = saved.read_bytes()
    cases: tuple[tuple[bytes, Why], ...] = (
        (b"slips", "none"),
        (data.replace(b"one", b"One"), "hurt"),
        (data[:100], "broken"),
        (data[100:], "broken"),
        (b'{"meta": {"1": {"format": 2}}}', "newer"),
    )
    for content, why in cases:
        (tmp_path / "odd").write_bytes(content)
        ran = jar("restore", str(tmp_path / "odd"))
        assert ran == (1, "", f"{backups.WHY_NOT[why]}\n")
    for path in (tmp_path / "gone", tmp_path):
        assert jar("restore", str(path)) == (1, "", f"{backups.WHY_NOT['unread']}\n")
    assert jar.json() == before


def test_a_hurt_one_is_taken_when_that_is_said(
    jar: Shell, saved: Path, tmp_path: Path, jar_home: Path
) -> None:
    lose(jar_home)
    saved.write_bytes(saved.read_bytes().replace(b'"one"', b'"One"'))
    assert jar("restore", "--even-if-hurt", str(saved)).code == 0
    assert jar.texts() == ["One", "two"]


def test_what_was_erased_stays_so(jar: Shell, saved: Path, jar_home: Path) -> None:
    from tests.sessions import session

    service = session(jar_home)
    service.erase(service.jar.ordered[0].id)
    ran = jar("restore", str(saved))
    assert ran.rows[1:] == [backups.NOTHING_MISSING, "1 slip was erased, and that stays so."]
    assert jar.texts() == ["two"]


def test_nothing_is_said_of_the_words(jar: Shell, saved: Path, process: Process) -> None:
    (saved.parent / "hurt").write_bytes(saved.read_bytes()[:-30])
    for argv in (["backup"], ["restore", str(saved)], ["restore", str(saved.parent / "hurt")]):
        ran = process(*argv)
        assert b"one" not in ran.stdout.replace(os.fsencode(saved.parent), b"") + ran.stderr
