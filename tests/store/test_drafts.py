"""Unfinished words: whoever dies, they are offered to the next, and never thrown away unread."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from jar_tui.domain.signing import Signature, Tie
from jar_tui.store.drafts import Draft, Drafts, Half, taken_over
from jar_tui.store.folders import Folders

BY_WREN = Signature(ties=(Tie("by", "w1"), Tie("for", "k1")))
ROOT = Path(__file__).parents[2]
SESSION = """
import sys
from pathlib import Path
from jar_tui.store.drafts import Draft, Drafts
from jar_tui.store.folders import Folders
drafts = Drafts(Folders(Path(sys.argv[1])), "other1")
drafts.keep(Draft("half a thought"))
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folders(jar_home: Path) -> Folders:
    made = Folders(jar_home)
    made.make()
    return made


def _left(folders: Folders) -> dict[str, Draft]:
    drafts = Drafts(folders, "looker")
    try:
        return drafts.left_behind()
    finally:
        drafts.close()


def test_a_draft_of_an_ended_session_is_offered_with_all_it_holds(folders: Folders) -> None:
    kept = (Half("older", True, BY_WREN), Half("oldest", False, Signature("unsure")))
    pending = {"a": Half("on its way", True)}
    draft = Draft("half", True, kept, pending, {"b": "changed"}, BY_WREN)
    first = Drafts(folders, "first1")
    first.keep(draft)
    assert _left(folders) == {}, "it is still at work"
    first.close()
    assert _left(folders) == {"first1": draft}


def test_a_killed_session_leaves_its_draft(folders: Folders) -> None:
    session = subprocess.Popen(
        [sys.executable, "-c", SESSION, str(folders.home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert session.stdout is not None
    assert session.stdout.readline() == b"kept\n"
    assert _left(folders) == {}, "it is still at work"
    session.send_signal(signal.SIGKILL)
    session.communicate()
    assert _left(folders) == {"other1": Draft("half a thought")}


def test_two_sessions_keep_apart(folders: Folders) -> None:
    first, second = Drafts(folders, "first1"), Drafts(folders, "second")
    first.keep(Draft("one"))
    second.keep(Draft("two"))
    assert first.left_behind() == second.left_behind() == {}
    second.close()
    assert first.left_behind() == {"second": Draft("two")}
    first.close()
    assert set(_left(folders)) == {"first1", "second"}


def test_drafts_come_newest_first(folders: Folders) -> None:
    for minute, name in ((2, "second"), (1, "first1"), (3, "third1")):
        drafts = Drafts(folders, name)
        drafts.keep(Draft(name))
        drafts.close()
        os.utime(folders.drafts / f"{name}.json", (minute * 60, minute * 60))
    assert list(_left(folders)) == ["third1", "second", "first1"]


def test_taking_a_draft_up_removes_only_that_one(folders: Folders) -> None:
    for name in ("first1", "second"):
        drafts = Drafts(folders, name)
        drafts.keep(Draft(name))
        drafts.close()
    looker = Drafts(folders, "looker")
    looker.take_away("first1")
    assert looker.left_behind() == {"second": Draft("second")}


def test_an_empty_draft_leaves_no_file(folders: Folders) -> None:
    drafts = Drafts(folders, "first1")
    drafts.keep(Draft("half"))
    drafts.keep(Draft("  \n"))
    drafts.close()
    assert list(folders.drafts.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"text":"ha',
        b"\xff\xfe",
        b"[]",
        b"5",
        b'{"text":5}',
        b'{"text":"half","kept":5}',
        b'{"text":"half","kept":[5]}',
        b'{"text":"half","edits":["a"]}',
        b'{"text":"half","pending":{"a":5}}',
        b'{"text":"half","ties":5}',
        b'{"text":"half","ties":[["by"]]}',
    ],
)
def test_a_draft_nobody_can_read_is_never_deleted(folders: Folders, content: bytes) -> None:
    path = folders.drafts / "broken.json"
    path.write_bytes(content)
    looker = Drafts(folders, "looker")
    assert looker.left_behind() == {}
    looker.keep(Draft("other"))
    looker.close()
    assert path.read_bytes() == content


def test_a_draft_of_another_version_gives_what_it_has(folders: Folders) -> None:
    (folders.drafts / "older1.json").write_bytes(b'{"text":"half","mood":"calm"}')
    older = b'{"text":"half","small":true,"kept":["older"],"pending":{"a":"on its way"}}'
    (folders.drafts / "older2.json").write_bytes(older)
    newer = b'{"text":"half","state":"humming","ties":[["by","w1"],["beside","k1"]]}'
    (folders.drafts / "newer1.json").write_bytes(newer)
    assert _left(folders) == {
        "older1": Draft("half"),
        "older2": Draft("half", True, (Half("older"),), {"a": Half("on its way")}),
        "newer1": Draft("half", signature=Signature(ties=(Tie("by", "w1"),))),
    }


def test_a_draft_taken_up_by_another_meanwhile_is_no_trouble(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first1", "second"):
        drafts = Drafts(folders, name)
        drafts.keep(Draft(name))
        drafts.close()
    real = orjson.loads

    def taken(raw: bytes) -> object:
        if b"first1" in raw:
            (folders.drafts / "first1.json").unlink()
        return real(raw)

    monkeypatch.setattr("jar_tui.store.drafts.orjson.loads", taken)
    assert _left(folders) == {"second": Draft("second")}


def test_a_draft_that_cannot_be_written_leaves_the_one_before(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = Drafts(folders, "first1")
    drafts.keep(Draft("half a thought"))

    def full(handle: int, data: bytes) -> int:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(OSError, match="full"):
            drafts.keep(Draft("half a thought more"))
    drafts.close()
    assert _left(folders) == {"first1": Draft("half a thought")}
    assert not [path for path in folders.drafts.iterdir() if path.name.startswith(".")]


def test_words_no_disk_can_hold_do_not_lose_the_others(folders: Folders) -> None:
    drafts = Drafts(folders, "first1")
    kept = (Half("older\udfff"),)
    drafts.keep(Draft("half \ud800a thought", kept=kept, edits={"a": "b\ud800"}))
    drafts.close()
    left = Draft("half a thought", kept=(Half("older"),), edits={"a": "b"})
    assert _left(folders) == {"first1": left}


def test_a_draft_is_private(folders: Folders) -> None:
    before = os.umask(0)
    try:
        drafts = Drafts(folders, "first1")
        drafts.keep(Draft("half"))
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folders.drafts.iterdir()}
    assert modes == {0o600}
    private = Draft("half", kept=(Half("half"),), pending={"a": Half("half")}, edits={"a": "half"})
    assert "half" not in repr(private)


def test_where_drafts_cannot_be_written_the_session_still_runs(jar_home: Path) -> None:
    jar_home.write_text("no folder")
    drafts = Drafts(Folders(jar_home), "first1")
    with pytest.raises(OSError, match="Not a directory"):
        drafts.keep(Draft("half"))
    assert drafts.left_behind() == {}
    drafts.close()


def test_what_several_left_is_offered_once_and_without_what_was_kept() -> None:
    both = {"in": Half("in the jar"), "out": Half("on its way")}
    left = [
        Draft("newest", True, (Half("older", True),), both, signature=BY_WREN),
        Draft("older", kept=(Half("oldest"), Half(" ")), edits={"a": "older words"}),
        Draft("", edits={"a": "oldest words", "b": "other"}),
    ]
    found = taken_over(left, {"in"})
    assert found.kept == (
        Half("newest", True, BY_WREN),
        Half("on its way"),
        Half("older", True),
        Half("oldest"),
        Half("oldest words"),
    )
    assert found.edits == {"a": "older words", "b": "other"}
