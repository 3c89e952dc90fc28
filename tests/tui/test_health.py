"""The first screen of a jar whose files are not as they should be."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.store import disk
from jar_tui.words import health
from tests.store.broken import BREAKS, MINE, THEIRS, two
from tests.tui.conftest import at_the_jar
from tests.tui.gallery import SIZES

Clock = Callable[[], datetime]


@pytest.mark.parametrize("name", BREAKS)
async def test_the_rest_is_shown_and_a_sentence_says_what_is_wrong(
    jar_home: Path, clock: Clock, name: str
) -> None:
    broken = BREAKS[name]
    broken.how(two(jar_home, clock))
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.shows(health.AT_START[broken.kind]) is broken.told
        assert not hand.shows(health.STANDS)
        shown = {slip.text for slip in hand.app.jar}
        assert shown == {*MINE.values(), *broken.shown.values()}
        await hand.drop("answered a letter")
        assert hand.shows("Dropped in.")
        assert len(hand.app.jar) == len(shown) + 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["empty", "foreign", "folder", "hurt"])
async def test_a_jar_nothing_can_be_read_of_never_looks_like_a_new_one(
    jar_home: Path, clock: Clock, name: str, size: tuple[int, int]
) -> None:
    theirs = two(jar_home, clock)
    for path in (jar_home / "jar").iterdir():
        if path != theirs:
            path.write_bytes(b"")
    BREAKS[name].how(theirs)
    if name == "hurt":
        theirs.write_bytes(theirs.read_bytes().replace(b'"text"', b'"tExt"'))
    async with at_the_jar(jar_home, clock, size) as hand:
        assert hand.shows(health.STANDS)
        assert not hand.shows(words.SLIPS_GO_HERE)
        await hand.press("a")
        assert not hand.shows(words.SLIPS_GO_HERE)
        await hand.press("backspace")
        assert hand.shows(health.STANDS), "the answer is gone, this stands"
        assert not hand.shows(words.SLIPS_GO_HERE)
        assert not hand.shows(words.KEPT_WHERE)


async def test_the_sentence_goes_once_the_slips_are_there(jar_home: Path, clock: Clock) -> None:
    theirs = two(jar_home, clock)
    whole = theirs.read_bytes()
    for path in (jar_home / "jar").iterdir():
        path.write_bytes(b"")
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.shows(health.STANDS)
        await hand.drop("written meanwhile")
        assert hand.shows(health.STANDS)
        theirs.write_bytes(whole)
        await hand.app.ask(lambda service: service.catch_up())
        await hand.settle()
        assert len(hand.app.jar) == 3
        assert not hand.shows(health.STANDS)
        assert hand.shows(words.KEPT_WHERE)


async def test_on_a_small_screen_a_short_sentence_stands(jar_home: Path, clock: Clock) -> None:
    BREAKS["folder"].how(two(jar_home, clock))
    async with at_the_jar(jar_home, clock, (30, 12)) as hand:
        assert hand.shows(health.BRIEF)
        await hand.press("a", "backspace")
        assert hand.shows(health.BRIEF)


@pytest.mark.parametrize("size", SIZES[1:])  # with names beside, words of both are mixed
async def test_a_home_that_leads_nowhere_never_looks_like_a_new_jar(
    jar_home: Path, clock: Clock, size: tuple[int, int]
) -> None:
    jar_home.symlink_to("no-disk")
    async with at_the_jar(jar_home, clock, size, openable=False) as hand:
        assert hand.shows(health.NOT_THERE)
        await hand.pilot.press(*"hello", "enter")
        await hand.app.keys_done()
        await hand.app.workers.wait_for_complete()
        await hand.pilot.pause()
        assert hand.entry == "hello"
        await hand.pilot.press(*["backspace"] * 5)
        await hand.app.keys_done()
        await hand.pilot.pause()
        assert hand.shows(health.NOT_THERE if size == (30, 12) else health.STANDS)
        assert not hand.shows(words.SLIPS_GO_HERE)


@pytest.mark.parametrize("folder", ["jar", "state"])
async def test_what_cannot_be_kept_is_kept_on_the_screen(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """Typing works; where the draft can be kept it is."""
    two(jar_home, clock)
    shutil.rmtree(jar_home / "state" / "own")  # no file has a name on two disks
    shut = jar_home / folder
    opening = disk.open_file

    def only_read(path: Path, flags: int) -> int:
        if path.is_relative_to(shut) and flags & (disk.ADD | disk.LOCK) & 3:
            raise OSError(errno.EROFS, "read only")
        return opening(path, flags)

    def not_there(old: Path, new: Path) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(disk, "link", not_there)
    monkeypatch.setattr(disk, "open_file", only_read)
    monkeypatch.setattr(disk, "may_write", lambda path: not path.is_relative_to(shut))
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.shows(health.AT_START["readonly" if folder == "jar" else "state"])
        assert {slip.text for slip in hand.app.jar} == {*MINE.values(), *THEIRS.values()}
        await hand.type("answered a letter")
        await hand.press("enter")
        assert hand.shows(words.READ_ONLY)
        assert hand.entry == "answered a letter"
    drafts = [path.read_text() for path in (jar_home / "state" / "drafts").glob("*.json")]
    assert any("answered a letter" in draft for draft in drafts) is (folder == "jar")
