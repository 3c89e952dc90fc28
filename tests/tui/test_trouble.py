"""When the disk refuses: the words stay, and nothing is called kept that is not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui import words
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.drafts import Draft, Drafts, taken_over
from jar_tui.store.errors import NotKept, Reason
from jar_tui.store.folders import Folders
from jar_tui.store.line import Entry, encode
from jar_tui.store.settings import Settings, save
from jar_tui.store.writer import Writer
from jar_tui.words import health
from tests.conftest import SATURDAY
from tests.tui.conftest import at_the_jar

Clock = Callable[[], datetime]
Size = tuple[int, int]


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Reason | None], None]:
    """Return a switch that makes the disk refuse for a reason, or take things again."""
    takes = Writer.append

    def switch(reason: Reason | None) -> None:
        def refuse(*_args: object) -> None:
            assert reason is not None
            raise NotKept(reason)

        monkeypatch.setattr(Writer, "append", refuse if reason else takes)

    return switch


@pytest.mark.parametrize(
    ("reason", "sentence"), [("full", words.FULL_DISK), ("readonly", words.READ_ONLY)]
)
async def test_a_refused_slip_stays_in_the_entry(
    jar_home: Path,
    clock: Clock,
    size: Size,
    refusing: Callable[[Reason | None], None],
    reason: Reason,
    sentence: str,
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        refusing(reason)
        await hand.type("yesterday: made toast")
        await hand.press("ctrl+t", "enter")
        assert hand.entry == "yesterday: made toast"
        assert hand.shows(sentence)
        assert not hand.app.jar.slips
        refusing(None)
        await hand.press("enter")
        assert hand.entry == ""
        assert [(slip.text, slip.too_small) for slip in hand.app.jar.slips] == [
            ("made toast", True)
        ]


async def test_a_mark_that_is_refused_is_not_shown(
    jar_home: Path, clock: Clock, refusing: Callable[[Reason | None], None]
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
        refusing("full")
        await hand.press("escape", "t")
        assert hand.shows("Not kept yet")
        assert not hand.app.jar.slips[0].too_small
        await hand.press("e", "s", "enter")
        assert hand.shows("Not kept yet")
        assert hand.shows("made toasts")
        refusing(None)
        await hand.press("enter")
        assert hand.app.jar.slips[0].text == "made toasts"


async def test_a_refused_slip_survives_leaving(
    jar_home: Path, clock: Clock, refusing: Callable[[Reason | None], None]
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        refusing("full")
        await hand.drop("made toast")
        await hand.pilot.press("ctrl+c")
    refusing(None)
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.shows(words.DRAFT_KEPT)
        await hand.press("up")
        assert hand.entry == "made toast"


async def test_a_folder_that_cannot_be_opened_is_said(jar_home: Path, clock: Clock) -> None:
    jar_home.write_text("not a folder")
    async with at_the_jar(jar_home, clock, openable=False) as hand:
        assert hand.shows(words.NOT_OPENED)
        await hand.pilot.press(*"hello", "enter")
        await hand.app.keys_done()
        await hand.app.workers.wait_for_complete()
        await hand.pilot.pause()
        assert hand.entry == "hello"


async def test_a_shortened_jar_is_never_taken_for_a_new_one(jar_home: Path, clock: Clock) -> None:
    service, _ = JarService.open(jar_home, clock)
    service.add_all([NewSlip(f"slip {n}") for n in range(100)])
    journal = next((jar_home / "jar").glob("slips-*"))
    whole = journal.read_bytes()
    journal.write_bytes(whole[: whole.index(b"\n", 5_000) + 1])
    cut = journal.read_bytes()
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.shows("A file of the jar is shorter than it was.")
        await hand.drop("after that")
    assert journal.read_bytes() == cut
    assert "after that" in [slip.text for slip in JarService.open(jar_home, clock)[0].jar]


@pytest.mark.parametrize(("setting", "shown"), [("all", True), ("none", False)])
async def test_what_shows_at_rest_can_be_chosen(
    jar_home: Path, clock: Clock, setting: str, shown: bool
) -> None:
    service, _ = JarService.open(jar_home, clock)
    service.add(NewSlip("of today"))
    service.add(NewSlip("of old", service.almanac.when("last week")))
    save(Folders(jar_home).settings, Settings(first_screen=setting))  # type: ignore[arg-type]
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.shows("of old") is shown
        assert hand.shows("of today") is shown
        await hand.press("escape", "down")
        assert hand.shows("of today")


async def test_a_day_that_begins_at_four(jar_home: Path) -> None:
    Folders(jar_home).make()
    save(Folders(jar_home).settings, Settings(day_begins=4))
    night = SATURDAY.replace(hour=3)
    async with at_the_jar(jar_home, lambda: night) as hand:
        await hand.drop("still awake")
        assert hand.app.jar.slips[0].happened is not None
        assert hand.app.jar.slips[0].happened.day == 20


async def test_a_jar_of_a_newer_program_is_said(jar_home: Path, clock: Clock) -> None:
    service, _ = JarService.open(jar_home, clock)
    service.add(NewSlip("made toast"))
    head = Entry("newerjourn", 0, 1, "s", "head", fields={"format": 99, "jar": "x"})
    (jar_home / "jar" / "slips-newerjourn.jsonl").write_bytes(encode(head))
    async with at_the_jar(jar_home, clock) as hand:
        assert hand.shows(health.AT_START["newer"])
        await hand.drop("opened the curtain")
        assert len(hand.app.jar) == 2


async def test_words_changed_in_another_window_are_not_overwritten_unasked(
    jar_home: Path, clock: Clock
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
        await hand.press("escape", "e", "s")
        other, _ = JarService.open(jar_home, clock)
        other.edit(other.jar.slips[0].id, "made soup")
        await hand.app.ask(lambda service: service.catch_up())
        await hand.press("enter")
        assert hand.shows(words.CHANGED_ELSEWHERE)
        assert hand.app.jar.slips[0].text == "made soup"
        await hand.press("enter")
        assert hand.app.jar.slips[0].text == "made toasts"


def test_two_unkept_changes_of_one_slip_are_both_kept() -> None:
    both = taken_over([Draft(edits={"a": "newer"}), Draft(edits={"a": "older"})], ())
    assert both.edits == {"a": "newer"}
    assert [half.text for half in both.kept] == ["older"]


async def test_a_draft_the_disk_refused_is_tried_again(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        unfinished = hand.app.saver.unfinished
        with monkeypatch.context() as full:
            full.setattr(Drafts, "keep", _refuse)
            await hand.type("half")
            unfinished.flush()
            assert unfinished.due > 0
        unfinished.flush()
        (draft,) = (jar_home / "state" / "drafts").glob("*.json")
        assert b"half" in draft.read_bytes()


def _refuse(*_args: object) -> None:
    raise OSError(28, "full")


async def test_folders_removed_while_it_runs_are_made_again(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.drop("made toast")
        shutil.rmtree(jar_home / "state")
        await hand.drop("opened the curtain")
        assert hand.shows("Dropped in.")
        await hand.type("half")
        hand.app.saver.unfinished.flush()
        async with at_the_jar(jar_home, clock) as other:
            assert not other.shows(words.DRAFT_KEPT)


async def test_words_of_a_draft_killed_on_its_way_are_offered(jar_home: Path, clock: Clock) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type("half a slip")
    folder = jar_home / "state" / "drafts"
    (draft,) = folder.glob("*.json")
    draft.rename(folder / f".{draft.name}.4711")
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("up")
        assert hand.entry == "half a slip"
        assert not list(folder.glob(".*4711"))


async def test_leaving_asked_for_twice_adds_the_keys_typed_ahead_once(
    jar_home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        await hand.type("half")
        monkeypatch.setattr(hand.app, "unread_text", lambda: " a slip")
        hand.app.save_words()
        hand.app.leave_now()
    async with at_the_jar(jar_home, clock) as hand:
        await hand.press("up")
        assert hand.entry == "half a slip"
