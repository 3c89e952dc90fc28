"""Erased is gone: from every file that is ours at once, from others' when they open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.drafts import Draft, Drafts, Half
from jar_tui.store.errors import NotKept, SlipGone
from jar_tui.store.folders import Folders
from jar_tui.store.reader import Reader
from tests.sessions import add, by, session
from tests.store.faults import Faults
from tests.store.jars import aside, journal, on_disk, opened, replaced, slip

SECRET = "told nobody about the cellar"
EARLIER = "nobody, the cellar, 1999"
UNDER = "a line about the cellar"
KEPT = "opened the window"
S, K = "s" * 26, "k" * 26
WORDS = (SECRET, EARLIER, UNDER, "cellar")


def _began(home: Path) -> JarService:
    """Return a jar with a slip to erase, in every kind of file that is ours, and one to keep."""
    Folders(home).make()
    drafts = Drafts(Folders(home), "oldold")
    service = session(home)
    repository = opened(home)
    rows = {S: slip(EARLIER, when_words="the day of the cellar"), K: slip(KEPT)}
    repository.insert("slips", rows)
    service.catch_up()
    (part,) = add(service, "Wren w:")
    service.sign(S, by(part))
    service.edit(S, SECRET)
    service.write_line(S, UNDER)
    service.backups.take()
    drafts.keep(
        Draft(
            SECRET,
            kept=(Half(EARLIER), Half("half a slip")),
            pending={S: Half(SECRET)},
            edits={S: f"{SECRET}, nearly", f"line {S}": UNDER, K: "opened both windows"},
        )
    )
    drafts.close()
    raw = next(line for line in journal(home).read_bytes().splitlines() if b"1999" in line)
    Folders(home).put_aside("slips-x", raw[:-20])
    Folders(home).put_aside("slips-y", b'..."set":{"text":"told nobody about the ce')
    Folders(home).put_aside("slips-z", b'..."set":{"text":"went out')
    return service


def _holding(home: Path, *words: str) -> list[str]:
    """Return the files below a folder that hold any of these words."""
    return sorted(
        path.name
        for path in home.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in words)
    )


def test_nothing_that_is_ours_holds_the_words(jar_home: Path) -> None:
    service = _began(jar_home)
    assert len(_holding(jar_home, "cellar")) >= 5
    erased = service.erase(S)
    assert erased == ((), ())
    assert _holding(jar_home, *WORDS, "told nobody") == []
    assert [one.text for one in service.jar.ordered] == [KEPT]
    assert on_disk(jar_home) == {K: KEPT}
    assert session(jar_home).jar.tables["lines"] == session(jar_home).jar.tables["marks"] == {}


def test_everything_else_stays(jar_home: Path) -> None:
    service = _began(jar_home)
    before = journal(jar_home).read_bytes().splitlines()
    service.erase(S)
    after = journal(jar_home).read_bytes().splitlines()
    assert {line for line in before if K.encode() in line} <= set(after)
    numbers = [entry.n for entry in Reader(jar_home / "jar", names=("slips-",)).new_entries()]
    assert numbers == list(range(1, len(after)))
    ((_, left),) = Drafts(Folders(jar_home), "newnew").left_behind().items()
    assert [half.text for half in left.kept] == ["half a slip"]
    assert left.edits == {K: "opened both windows"}
    assert b'..."set":{"text":"went out' in aside(jar_home)
    again = opened(jar_home)
    assert again.shrunken == []
    again.insert("slips", {"n" * 26: slip("washed a cup")})
    assert set(on_disk(jar_home)) == {K, "n" * 26}


def test_nothing_brings_it_back(jar_home: Path) -> None:
    """Neither undo, nor a session that had it before its eyes, nor a copy from before."""
    service = _began(jar_home)
    other = session(jar_home)
    path = journal(jar_home)
    before = path.read_bytes()
    service.erase(S)
    while service.undo(earlier=True).fields:
        assert S not in service.jar.tables["slips"]
    with pytest.raises(SlipGone):
        other.edit(S, "the cellar again")
    other.catch_up()
    assert S not in other.jar.tables["slips"]
    copy = path.with_name(f"{path.stem}.sync-conflict-20261121-153000-ABCDEFG.jsonl")
    copy.write_bytes(before)
    replaced(path, before)
    session(jar_home)
    assert S not in on_disk(jar_home)
    assert _holding(jar_home, *WORDS, "cellar again") == []


def test_undo_after_it_touches_nothing_unasked(jar_home: Path) -> None:
    service = _began(jar_home)
    service.edit(K, "opened both windows")
    service.erase(S)
    assert not service.undo().fields
    assert on_disk(jar_home) == {K: "opened both windows"}
    assert service.undoable(earlier=True).slip == K


def test_a_session_that_had_the_old_file_open_keeps_into_the_new_one(jar_home: Path) -> None:
    service = _began(jar_home)
    other = session(jar_home)
    other.edit(K, "opened both windows")
    service.erase(S)
    made = other.add(NewSlip("washed a cup"))
    assert on_disk(jar_home) == {K: "opened both windows", made.id: "washed a cup"}
    assert len(list((jar_home / "jar").glob("slips-*"))) == 1
    assert opened(jar_home).shrunken == []


def test_other_installations_are_named_and_do_their_part_when_they_open(
    jar_home: Path, tmp_path: Path
) -> None:
    service = _began(jar_home)
    other = tmp_path / "other"
    shutil.copytree(jar_home / "jar", other / "jar")
    there = session(other)
    there.edit(S, "the cellar, written elsewhere")
    there.write_line(S, "another line about the cellar")
    there.backups.take()
    theirs = next(
        path for path in (other / "jar").glob("slips-*") if path.name != journal(jar_home).name
    )
    shutil.copy(theirs, jar_home / "jar")
    before = theirs.read_bytes()
    service.catch_up()
    assert service.erase(S).others == (theirs.name,)
    assert (jar_home / "jar" / theirs.name).read_bytes() == before
    assert _holding(jar_home, *WORDS) == [theirs.name]
    for path in (jar_home / "jar").glob(f"*-{journal_of(jar_home)}*"):
        shutil.copy(path, other / "jar")
    assert S not in on_disk(other)
    assert _holding(other, *WORDS) == []
    shutil.copy(theirs, jar_home / "jar")
    assert session(jar_home).jar.get(S) is None
    assert _holding(jar_home, *WORDS) == []
    assert opened(jar_home).shrunken == opened(other).shrunken == []


def journal_of(home: Path) -> str:
    """Return the id of the journals a home writes."""
    repository = opened(home)
    return repository.writer.journal


def test_a_line_written_elsewhere_meanwhile_goes_too(jar_home: Path, tmp_path: Path) -> None:
    service = _began(jar_home)
    other = tmp_path / "other"
    shutil.copytree(jar_home / "jar", other / "jar")
    service.erase(S)
    there = session(other)
    there.write_line(S, UNDER)
    for path in (other / "jar").iterdir():
        if not (jar_home / "jar" / path.name).exists():
            shutil.copy(path, jar_home / "jar")
    service.catch_up()
    assert service.jar.tables["lines"] == {}
    service.backups.take()
    assert not _holding(jar_home / "state", *WORDS)


def test_an_erase_that_is_not_kept_changes_nothing(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = _began(jar_home)
    faults = Faults(jar_home, monkeypatch)
    faults.arm("write", error=28)
    with pytest.raises(NotKept):
        service.erase(S)
    faults.disarm()
    assert set(on_disk(jar_home)) == {S, K}


@pytest.mark.parametrize("call", ["write", "fsync", "rename", "open_file", "read"])
def test_what_could_not_be_written_anew_is_named_and_done_later(
    jar_home: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    for after in range(1, 200):
        home = jar_home / f"{after}"
        service = _began(home)
        with monkeypatch.context() as patch:
            faults = Faults(home, patch)
            faults.arm(call, error=5, after=after)
            try:
                erased = service.erase(S)
            except NotKept:
                erased = None
            happened = faults.happened
            faults.disarm()
        if erased is None:
            assert set(on_disk(home)) == {S, K}
            continue
        assert set(on_disk(home)) == {K}
        assert _holding(home, *WORDS) == []
        if not happened:
            return
    raise AssertionError("it never got through")
