"""What commands say of files that are not as they should be, and what they do all the same."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from jar_tui import upkeep
from jar_tui.store import disk
from jar_tui.store import health as store_health
from jar_tui.store.health import Kind
from jar_tui.words import READ_ONLY, health, not_kept
from tests.cli.conftest import Shell
from tests.store.broken import BREAKS, MINE, THEIRS, two
from tests.store.faults import Faults


@pytest.mark.parametrize("name", BREAKS)
def test_list_shows_the_rest_and_says_what_is_wrong(jar: Shell, jar_home: Path, name: str) -> None:
    broken = BREAKS[name]
    broken.how(two(jar_home))
    ran = jar("list")
    assert ran.code == 0
    assert ran.err == (f"{health.AT_START[broken.kind]}\n" if broken.told else "")
    assert set(jar.texts()) == {*MINE.values(), *broken.shown.values()}


@pytest.mark.parametrize("name", BREAKS)
def test_add_keeps_a_slip_beside_it(jar: Shell, jar_home: Path, name: str) -> None:
    broken = BREAKS[name]
    broken.how(two(jar_home))
    ran = jar("add", stdin=b"answered a letter")
    assert (ran.code, ran.err) == (0, "")
    kept = {*MINE.values(), *broken.shown.values(), "answered a letter"}
    assert set(jar.texts()) == kept


@pytest.mark.parametrize("name", BREAKS)
def test_check_names_the_file(jar: Shell, jar_home: Path, name: str) -> None:
    broken = BREAKS[name]
    theirs = two(jar_home)
    broken.how(theirs)
    ran = jar("check")
    if broken.kind == "hurt":
        assert f"{theirs.name}: not readable from byte " in ran.out
    else:
        assert f"{theirs.name}: {health.IN_CHECK[broken.kind]}" in ran.rows
    assert ran.code == (0 if broken.shown == THEIRS or broken.kind == "arriving" else 1)
    assert not any(word in ran.out for word in ("café", "opened the window", "dear diary"))


@pytest.mark.parametrize(
    "argv",
    [
        ["undo", "--yes"],
        ["export", "json"],
        ["settings", "word", "part"],
        ["parts", "add", "Wren"],
        ["edit", "m" * 26, "x"],
    ],
    ids=lambda argv: argv[0],
)
def test_every_command_that_opens_the_jar_says_it(
    jar: Shell, jar_home: Path, argv: list[str]
) -> None:
    BREAKS["folder"].how(two(jar_home))
    ran = jar(*argv)
    assert (ran.code, ran.err) == (0, f"{health.AT_START['nofile']}\n")


def test_a_file_that_may_not_be_read_is_said(
    jar: Shell, jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = two(jar_home)
    reading = disk.reading

    def refuse(path: Path) -> object:
        if path == theirs:
            raise PermissionError(errno.EACCES, "no")
        return reading(path)

    monkeypatch.setattr(disk, "reading", refuse)
    ran = jar("list")
    assert (ran.code, ran.err) == (0, f"{health.AT_START['unread']}\n")
    assert jar.texts() == [*MINE.values()]
    ran = jar("check")
    assert ran.code == 1
    assert f"{theirs.name}: {health.IN_CHECK['unread']}" in ran.rows


@pytest.mark.parametrize("folder", ["jar", "state"])
def test_what_cannot_be_written_to_is_read_and_nothing_is_called_kept(
    jar: Shell, jar_home: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    two(jar_home)
    shutil.rmtree(jar_home / "state" / "own")  # no file has a name on two disks
    shut = jar_home / folder
    monkeypatch.setattr(disk, "may_write", lambda path: not path.is_relative_to(shut))
    faults = Faults(shut, monkeypatch)
    opening = disk.open_file

    def only_read(path: Path, flags: int) -> int:
        if path.is_relative_to(shut) and flags & (disk.ADD | disk.LOCK) & 3:
            raise OSError(errno.EROFS, "read only")
        return opening(path, flags)

    monkeypatch.setattr(disk, "open_file", only_read)
    faults.arm("write", "unlink", "rename", "link", error=errno.EROFS, for_good=True)
    ran = jar("list")
    kind: Kind = "readonly" if folder == "jar" else "state"
    assert (ran.code, ran.err) == (0, f"{health.AT_START[kind]}\n")
    assert set(jar.texts()) == {*MINE.values(), *THEIRS.values()}
    ran = jar("add", stdin=b"not kept")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{not_kept('readonly', screen=False)}\n"
    assert "Not kept yet" in READ_ONLY
    assert health.IN_CHECK[kind] in jar("check").out
    assert set(jar.texts()) == {*MINE.values(), *THEIRS.values()}


def test_a_network_disk_is_warned_of_once_and_by_check_and_where(
    jar: Shell, jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two(jar_home)
    for module in (store_health, upkeep):
        monkeypatch.setattr(module, "is_on_network", lambda folder: folder.name == "state")
    sentence = health.AT_START["network"]
    assert [jar("list").err for _ in range(2)] == [f"{sentence}\n", ""]
    for _ in range(2):
        assert f"state: {health.IN_CHECK['network']}" in jar("check").rows
        ran = jar("where")
        assert (ran.code, ran.err) == (0, f"{sentence}\n")
        assert sentence not in ran.out
    assert jar("check").code == 0


def test_a_home_that_leads_nowhere_is_said(jar: Shell, jar_home: Path) -> None:
    jar_home.symlink_to("no-disk")
    assert jar("list") == (1, "", f"{health.NOT_THERE}\n")
    ran = jar("add", stdin=b"not kept")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Not kept yet")


def test_a_jar_that_leads_nowhere_is_said(jar: Shell, jar_home: Path) -> None:
    two(jar_home)
    (jar_home / "jar").rename(jar_home / "away")
    (jar_home / "jar").symlink_to("no-disk")
    assert jar("list") == (1, "", f"{health.NOT_THERE}\n")


def test_a_jar_nothing_can_be_read_of_is_not_called_empty(jar: Shell, jar_home: Path) -> None:
    theirs = two(jar_home)
    BREAKS["empty"].how(theirs)
    for path in (jar_home / "jar").glob("slips-*"):
        path.write_bytes(b"")
    ran = jar("list")
    assert ran.err.splitlines()[0] == health.NOTHING_READ


def test_line_mode_says_it_first(jar: Shell, jar_home: Path) -> None:
    BREAKS["empty"].how(two(jar_home))
    assert jar("open").rows[0] == health.AT_START["empty"]
