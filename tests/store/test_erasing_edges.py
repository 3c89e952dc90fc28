"""Erasing where files are hurt, copied back, or were never ours as they stand."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from jar_tui.store import disk
from jar_tui.store.backup_file import NoBackup
from jar_tui.store.folders import Folders
from jar_tui.store.line import Entry, encode
from jar_tui.store.restoring import read
from tests.sessions import session
from tests.store.jars import drop, journal, on_disk, opened

A, B = "a" * 26, "b" * 26
WORDS = {A: "told nobody about the cellar", B: "opened the window"}


@pytest.fixture
def path(jar_home: Path) -> Path:
    """Return the journal of a jar with a slip to erase and one to keep."""
    drop(jar_home, WORDS)
    return journal(jar_home)


def _holding(home: Path) -> list[str]:
    files = (path for path in home.rglob("*") if path.is_file())
    return [path.name for path in files if b"cellar" in path.read_bytes()]


def test_a_journal_with_a_hurt_head_is_ours_by_its_name(jar_home: Path, path: Path) -> None:
    hurt = path.read_bytes().replace(b'"format"', b'"fOrmat"', 1)
    with path.open("r+b") as file:
        file.write(hurt)
    assert opened(jar_home).erase(A) == ((), ())
    assert _holding(jar_home) == []
    assert on_disk(jar_home) == {B: WORDS[B]}


def test_a_journal_that_is_a_link_is_done_where_it_leads(
    jar_home: Path, path: Path, tmp_path: Path
) -> None:
    far = path.rename(tmp_path / "far.jsonl")
    path.symlink_to(far)
    shutil.rmtree(jar_home / "state" / "own")
    drop(jar_home, {"c" * 26: "washed a cup"})
    assert opened(jar_home).erase(A) == ((), ())
    assert b"cellar" not in far.read_bytes()
    assert _holding(jar_home) == []
    assert path.is_symlink()
    assert on_disk(jar_home) == {B: WORDS[B], "c" * 26: "washed a cup"}
    assert [one.name for one in (jar_home / "jar").iterdir()] == [path.name]


def test_an_old_copy_that_is_read_first_is_done_at_the_next_start(
    jar_home: Path, path: Path
) -> None:
    """Some tools put a space where it sorts before the point of `.jsonl`."""
    before = path.read_bytes()
    opened(jar_home).erase(A)
    path.with_name(f"{path.stem} (conflicted copy).jsonl").write_bytes(before)
    opened(jar_home)
    assert _holding(jar_home) == []


def test_a_journal_that_could_not_be_read_is_done_later(
    jar_home: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = opened(jar_home)
    real = disk.reading
    refused: list[Path] = []

    def once(one: Path) -> object:
        if one == path and repository.erased and not refused:
            refused.append(one)
            raise OSError(5, "no")
        return real(one)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "reading", once)
        assert path in repository.erase(A).left
    opened(jar_home)
    assert _holding(jar_home) == []


def test_what_was_erased_stays_so_whatever_becomes_of_the_journals(
    jar_home: Path, path: Path, tmp_path: Path
) -> None:
    before = path.read_bytes()
    service = session(jar_home)
    service.backups.write_out(tmp_path / "mine.json")
    service.erase(A)
    shutil.rmtree(jar_home / "jar")
    shutil.rmtree(jar_home / "state" / "own")
    (jar_home / "jar").mkdir()
    later = session(jar_home)
    would = later.backups.restore(read(tmp_path / "mine.json"))
    assert (would.slips, would.erased) == (1, 1)
    assert on_disk(jar_home) == {B: WORDS[B]}
    (jar_home / "jar" / "slips-zzzzzzzzzz.jsonl").write_bytes(before)
    assert on_disk(jar_home) == {B: WORDS[B]}


def test_backups_of_another_name_and_hurt_ones_are_done_too(jar_home: Path, path: Path) -> None:
    service = session(jar_home)
    folder = Folders(jar_home).backups
    service.backups.write_out(folder / "mine.json")
    service.backups.take()
    (daily,) = folder.glob("jar-*")
    daily.write_bytes(daily.read_bytes().replace(A.encode(), b"A" * 26))
    assert service.erase(A).left == ()
    assert _holding(jar_home) == []
    assert b"window" in daily.read_bytes()


def test_a_hostile_line_closes_no_jar(jar_home: Path, path: Path) -> None:
    fields = {"slip": ["x"], "written": "2026"}
    line = Entry("q" * 10, 1, 1, "s", "put", "marks", "m" * 26, fields)
    (jar_home / "jar" / "slips-qqqqqqqqqq.jsonl").write_bytes(encode(line))
    opened(jar_home).erase(A)
    assert on_disk(jar_home) == {B: WORDS[B]}


def test_a_home_whose_name_is_no_text_keeps_slips(tmp_path: Path) -> None:
    home = Path(os.fsdecode(os.fsencode(tmp_path) + b"/j\xff"))
    drop(home, WORDS)
    assert on_disk(home) == WORDS


def test_a_pipe_is_no_backup_and_holds_nothing_up(jar_home: Path, path: Path) -> None:
    folder = Folders(jar_home).backups
    os.mkfifo(folder / "jar-2026-01-01.json")
    with pytest.raises(NoBackup):
        read(folder / "jar-2026-01-01.json")
    service = session(jar_home)
    service.backups.take()
    assert service.erase(A).left == ()
