"""Kept means fsynced: whatever the disk refuses, the jar in memory is the jar on disk."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from jar_tui.store import disk
from jar_tui.store import folders as folders_module
from jar_tui.store import writer as writer_module
from jar_tui.store.errors import NotKept
from jar_tui.store.folders import Folders
from jar_tui.store.reader import Reader
from jar_tui.store.repository import Repository
from jar_tui.store.writer import Change, Writer
from tests.store.faults import Faults
from tests.store.jars import Ticking, drop, journal, on_disk, opened, replaced, slip, words

CHANGES = ("first", "insert", "edit", "batch", "people")
CALLS = (("write",), ("fsync",), ("write", "fsync", "truncate"), ("open_file",))
SHORT = 0
FAILURES = [(calls, error) for calls in CALLS for error in (errno.ENOSPC, errno.EIO)]


@pytest.fixture
def faults(jar_home: Path, monkeypatch: pytest.MonkeyPatch) -> Faults:
    return Faults(jar_home, monkeypatch)


def _change(repository: Repository, what: str) -> None:
    if what == "edit":
        repository.update("slips", "a" * 26, {"text": "opened both windows"})
    elif what == "batch":
        rows = {f"{n:026d}": slip(f"step {n}") for n in range(writer_module.MANY + 1)}
        repository.insert("slips", rows)
    elif what == "people":
        repository.insert("parts", {"p" * 26: {"name": "Wren", "written": "2026"}})
    else:
        repository.insert("slips", {"n" * 26: slip("answered a letter")})


def _refused(repository: Repository, what: str) -> NotKept | None:
    try:
        _change(repository, what)
    except NotKept as error:
        return error
    return None


def _began(home: Path, what: str) -> Repository:
    if what != "first":
        drop(home, {"a" * 26: "opened the window"})
    return opened(home)


def _bytes(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "jar").iterdir()}


@pytest.mark.parametrize(("calls", "error"), [*FAILURES, (("write",), SHORT)])
@pytest.mark.parametrize("what", CHANGES)
def test_any_call_may_fail_once(
    jar_home: Path, faults: Faults, what: str, calls: tuple[str, ...], error: int
) -> None:
    repository = _began(jar_home, what)
    for after in range(30):
        before = _bytes(jar_home)
        faults.arm(*calls, error=error, after=after)
        refused = _refused(repository, what)
        faults.disarm()
        if refused is None:
            break
        assert refused.reason == ("failed" if error == errno.EIO else "full")
        assert _bytes(jar_home) == before
        assert words(repository) == on_disk(jar_home)
    assert words(repository) == on_disk(jar_home)
    assert ("n" * 26 in on_disk(jar_home)) is (what in ("first", "insert"))


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("after", range(4))
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_fails_for_good_loses_nothing_kept(
    jar_home: Path, faults: Faults, what: str, after: int, error: int
) -> None:
    repository = _began(jar_home, what)
    kept = words(repository)
    faults.arm("write", "fsync", "truncate", error=error, after=after, for_good=True)
    is_kept = _refused(repository, what) is None
    faults.disarm()
    found = on_disk(jar_home)
    assert found.items() >= kept.items() or what == "edit"
    assert found.keys() >= kept.keys()
    if is_kept:
        assert words(repository) == found
    repository = opened(jar_home)
    repository.insert("slips", {"z" * 26: slip("washed a cup")})
    assert on_disk(jar_home) == found | {"z" * 26: "washed a cup"} == words(repository)


def test_half_a_line_that_could_not_be_taken_back_is_put_aside(
    jar_home: Path, faults: Faults
) -> None:
    repository = _began(jar_home, "insert")
    faults.arm("write", "truncate", error=0, for_good=True)
    with pytest.raises(NotKept):
        _change(repository, "insert")
    faults.disarm()
    later = Repository(Folders(jar_home), Ticking())
    (told,) = later.open()
    assert told.read_bytes().startswith(b'{"sum":"')
    assert list(words(later).values()) == ["opened the window"]


def test_a_failure_leaves_no_empty_journal_behind(jar_home: Path, faults: Faults) -> None:
    repository = _began(jar_home, "first")
    for calls in ("write", "fsync"):
        faults.arm(calls, error=errno.ENOSPC)
        with pytest.raises(NotKept):
            _change(repository, "first")
        assert _bytes(jar_home) == {}


def test_the_folder_is_on_disk_before_a_first_slip_counts(jar_home: Path, faults: Faults) -> None:
    """The second fsync of a new journal is its folder's."""
    repository = _began(jar_home, "first")
    faults.arm("fsync", error=errno.EIO, after=1)
    with pytest.raises(NotKept):
        _change(repository, "first")
    assert words(repository) == {}
    assert _bytes(jar_home) == {}


def test_a_note_about_lengths_that_fails_does_not_unkeep_a_slip(
    jar_home: Path, faults: Faults
) -> None:
    repository = _began(jar_home, "first")
    faults.arm("fsync", error=errno.ENOSPC, after=2)
    _change(repository, "first")
    assert faults.happened == 1
    faults.disarm()
    assert words(repository) == on_disk(jar_home) == {"n" * 26: "answered a letter"}


def test_a_slip_is_kept_even_if_it_cannot_be_read_back_now(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = _began(jar_home, "insert")

    def unreadable(reader: Reader) -> None:
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Reader, "new_entries", unreadable)
        _change(repository, "insert")
        assert words(repository)["n" * 26] == "answered a letter"
    assert words(repository) == on_disk(jar_home)


def _swapped_after(path: Path) -> Callable[[int], None]:
    """Return an fsync after which a sync puts an old copy in a journal's place."""
    real = disk.fsync

    def fsync(handle: int) -> None:
        real(handle)
        replaced(path, path.read_bytes().split(b"\n")[0] + b"\n")

    return fsync


def test_a_journal_replaced_while_it_is_written_loses_nothing(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sync that renames a file over ours must not swallow a slip that was called kept."""
    repository = _began(jar_home, "insert")
    with monkeypatch.context() as patch:
        patch.setattr(disk, "fsync", _swapped_after(journal(jar_home)))
        _change(repository, "insert")
        assert words(repository)["n" * 26] == "answered a letter"
    assert on_disk(jar_home) == words(repository)


def test_where_names_cannot_be_given_a_replaced_journal_keeps_nothing_by_mistake(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = _began(jar_home, "insert")

    def refused(old: Path, new: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    with monkeypatch.context() as patch:
        shutil.rmtree(jar_home / "state" / "own")
        patch.setattr(disk, "link", refused)
        patch.setattr(disk, "fsync", _swapped_after(journal(jar_home)))
        with pytest.raises(NotKept):
            _change(repository, "insert")
    repository = opened(jar_home)
    _change(repository, "insert")
    assert on_disk(jar_home)["n" * 26] == "answered a letter"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "readonly"),
        (errno.EACCES, "readonly"),
        (errno.EIO, "failed"),
        (errno.ENOENT, "failed"),
    ],
)
def test_the_reason_is_told(jar_home: Path, faults: Faults, error: int, reason: str) -> None:
    repository = _began(jar_home, "insert")
    faults.arm("open_file", error=error)
    with pytest.raises(NotKept) as refused:
        _change(repository, "insert")
    assert refused.value.reason == reason
    assert "letter" not in repr(refused.value)


def test_a_session_that_writes_too_long_is_busy(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = _began(jar_home, "insert")
    monkeypatch.setattr(folders_module, "PATIENCE", 0.0)
    with Folders(jar_home).locked(), pytest.raises(NotKept) as refused:
        _change(repository, "insert")
    assert refused.value.reason == "busy"
    _change(repository, "insert")
    assert words(repository) == on_disk(jar_home)


def test_a_lock_somebody_deleted_is_still_a_lock(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer that waited on a deleted lock file looks again, at the one that counts."""
    folders = Folders(jar_home)
    folders.make()
    real = disk.lock
    stolen: list[int] = []

    def deleted_once(handle: int) -> None:
        real(handle)
        if not stolen:
            stolen.append(handle)
            folders.lock.unlink()

    monkeypatch.setattr(disk, "lock", deleted_once)
    with folders.locked():
        assert folders.lock.exists()
        with pytest.raises(NotKept), folders.locked(0.0):
            pass


def test_everything_is_private_from_its_creation(jar_home: Path) -> None:
    before = os.umask(0)
    try:
        nested = jar_home / "deeper" / "jar-tui"
        repository = opened(nested)
        _change(repository, "first")
        _change(repository, "people")
    finally:
        os.umask(before)
    found = {path: stat.S_IMODE(path.stat().st_mode) for path in jar_home.rglob("*")}
    assert {mode for path, mode in found.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in found.items() if path.is_file()} == {0o600}
    assert stat.S_IMODE(jar_home.stat().st_mode) == 0o700


def test_a_batch_belongs_to_one_file(jar_home: Path) -> None:
    Folders(jar_home).make()
    changes = [Change("slips", "a"), Change("parts", "b")]
    with pytest.raises(ValueError, match="one file"):
        Writer(Folders(jar_home), Ticking()).append(changes)
