"""Line mode: what one key more does with the slip in view of an opening."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest

from jar_tui.domain import ritual as ways
from jar_tui.domain.people import signature_of
from jar_tui.domain.records import Slip
from jar_tui.domain.signing import Named
from jar_tui.service import JarService
from jar_tui.service.telling import on_slip
from jar_tui.store.errors import NotKept
from jar_tui.words import line_mode, opening, ritual, shell
from tests.talking import Picker, label_of, rows, six_slips

THANK = "thank someone: a slip for them"


@pytest.fixture
def talk(service: JarService) -> Picker:
    """Return somebody who reads the second slip, by Wren, with a line under it."""
    talk = Picker(six_slips(service))
    talk("/open", "", "")
    return talk


def full(_: int) -> NoReturn:
    raise OSError(errno.ENOSPC, "full")


def more(talk: Picker, row: str) -> list[str]:
    talk("m")
    return talk.pick(row)


def dressed(talk: Picker) -> Slip:
    return next(slip for slip in talk.service.jar if slip.text == "got dressed")


def newest(talk: Picker) -> Slip:
    return max(talk.service.jar, key=lambda slip: slip.stamp)


def test_what_can_be_done_is_offered_in_order(talk: Picker) -> None:
    assert talk("m") == [
        ritual.MORE_TITLE,
        "1. stay with this one",
        "2. cover it",
        "3. first time",
        "4. sooner than before",
        "5. felt bad and counts",
        "6. for therapy",
        "7. do not bring back",
        "8. write what it took that day",
        f"9. {THANK}",
        f"10. {line_mode.WHOLE}",
        line_mode.PICK,
    ]
    assert talk("") == [line_mode.READING]
    assert talk("3") == [f"{opening.NOTED} {line_mode.UNDO_LINE}"]


def test_a_mark_goes_on_and_comes_off_and_the_slip_stays_in_view(talk: Picker) -> None:
    assert more(talk, "first time") == ["Marked: first time. /undo takes that back."]
    assert dressed(talk).kinds == ("first-time",)
    assert "3. first time: marked" in talk("m")
    assert talk("3") == ["No longer marked: first time. /undo takes that back."]
    assert dressed(talk).kinds == ()
    assert talk("/undo")[0].startswith("Taken back: the kinds")
    assert dressed(talk).kinds == ("first-time",)
    assert talk("1") == [f"{opening.NOTED} {line_mode.UNDO_LINE}"]
    assert label_of(talk, "got dressed") == "small"
    assert talk("")[0].startswith("3 of 6")


def test_kinds_another_session_gave_it_stay(
    talk: Picker, jar_home: Path, clock: Callable[[], datetime]
) -> None:
    talk("m")
    other = JarService.open(jar_home, clock)[0]
    other.kinds(dressed(talk).id, ["rest"])
    talk.pick("for therapy")
    assert dressed(talk).kinds == ("rest", "for-therapy")


def test_a_slip_is_not_brought_back_until_it_may_be(talk: Picker) -> None:
    said = more(talk, "do not bring back")
    assert said == [f"{ritual.NOT_AGAIN} {line_mode.UNDO_LINE}"]
    assert dressed(talk).not_again
    assert talk("b", "")[1] == "    got dressed"
    beside = talk("", "", "", "", "")
    assert opening.SIDE_BY_SIDE in beside
    assert "    got dressed" not in beside
    talk("b", "b", "b", "b", "b")
    assert more(talk, "do not bring back: marked") == [f"{ritual.AGAIN} {line_mode.UNDO_LINE}"]
    assert not dressed(talk).not_again


def test_a_covered_slip_is_gone_past(talk: Picker) -> None:
    assert more(talk, "cover it") == [f"{ritual.COVERED_HERE} {line_mode.UNDO_LINE}"]
    assert dressed(talk).covered
    assert talk("m") == [opening.NOT_IN_VIEW]
    assert talk("")[0].startswith("3 of 6")


@pytest.mark.parametrize("command", ["/cover", "/aside"])
@pytest.mark.parametrize("row", ["1", "10"])
def test_a_slip_covered_or_set_aside_meanwhile_is_not_read(
    talk: Picker, command: str, row: str
) -> None:
    talk("m", command)
    assert talk(row) == [opening.NOT_IN_VIEW]
    assert talk("")[0].startswith("3 of 6")


def test_staying_reads_the_slip_again_and_waits(talk: Picker) -> None:
    assert more(talk, "stay with this one") == ["    got dressed", line_mode.STAYING]
    assert talk("3") == [line_mode.READING]
    assert label_of(talk, "got dressed") == "small"
    assert talk("")[0].startswith("3 of 6")


def test_whoever_signed_it_is_thanked_with_a_slip(talk: Picker) -> None:
    title = "A slip for Wren. Enter drops it in, a blank line leaves it out."
    assert more(talk, THANK) == [title]
    assert talk("/for the warm socks") == [f"Dropped in, for Wren. {shell.UNDO_DROP_LINE}"]
    slip = newest(talk)
    assert (slip.text, on_slip(slip, talk.service.jar)) == ("/for the warm socks", "for Wren")
    assert talk("/small")[0].endswith('"got dressed". /undo takes that back.')
    assert talk("")[0].startswith("3 of 6")
    assert more(talk, THANK)[0].startswith("A slip for K.")
    assert talk("") == [opening.LINE_OUT]
    assert len(talk.service.jar) == 7


def test_a_slip_of_thanks_is_of_this_sitting(service: JarService) -> None:
    """So it is opened at once, as no older words wait."""
    service.people.add([Named("Wren", "w:text")])
    talk = Picker(service)
    talk("w: had tea", "/open")
    more(talk, THANK)
    talk("for the tea", "", "")
    assert talk("/open")[1] == "1 of 1 · Saturday 21 November · for Wren"


def test_where_nobody_is_on_it_it_is_asked_who_is_thanked(talk: Picker) -> None:
    talk("b")
    asked = [ritual.THANK_WHOM, "1. Wren, tag w:", "2. K, tag k:"]
    assert more(talk, THANK)[:3] == asked
    assert talk("") == [line_mode.READING]
    more(talk, THANK)
    assert talk("k")[0].startswith("A slip for K.")
    talk("thank you")
    assert [tie.role for tie in signature_of(talk.service.jar, newest(talk)).ties] == ["for"]
    assert talk("")[0].startswith("2 of 6")


def test_what_somebody_wishes_is_said_to_whoever_thanks_them(talk: Picker) -> None:
    wren = signature_of(talk.service.jar, dressed(talk)).ties[0].part
    talk.service.people.describe(wren, wish="ask")
    title = "A slip for Wren. Enter drops it in, a blank line leaves it out."
    assert more(talk, THANK) == [title, "Wren asks to be asked first."]


def test_somebody_taken_away_is_not_thanked_by_that_name(talk: Picker) -> None:
    wren = signature_of(talk.service.jar, dressed(talk)).ties[0].part
    talk.service.people.remove(wren)
    assert more(talk, THANK)[:2] == [ritual.THANK_WHOM, "1. K, tag k:"]


def test_what_it_took_stands_under_the_slip(talk: Picker) -> None:
    assert more(talk, "write what it took that day") == [line_mode.TOOK_TITLE]
    assert talk("three tries") == [f"{opening.LINE_KEPT} {line_mode.UNDO_LINE}"]
    (line,) = talk.service.jar.lines_of(dressed(talk))
    assert (line.text, line.nudge, bool(line.opening)) == ("three tries", "took", True)
    assert more(talk, line_mode.WHOLE) == [
        'Monday 16 November, by Wren, marked "too small"',
        "    with it: what it took: three tries",
    ]
    assert "    with it: what it took: three tries" in talk("", "", "", "", "")


def test_how_it_gets_waved_away_is_offered_where_it_was_chosen(talk: Picker) -> None:
    assert ritual.MORE["waved"] not in rows(talk("m"))
    talk.service.people.choose(ways.WAVED, ways.ON)
    talk("")
    assert more(talk, ritual.MORE["waved"]) == [line_mode.WAVED_TITLE]
    talk("it was nothing")
    (line,) = talk.service.jar.lines_of(dressed(talk))
    assert line.nudge == "waved"
    assert more(talk, line_mode.WHOLE)[1] == "    with it: usually waved away: it was nothing"


def test_words_wait_until_the_disk_takes_them(
    talk: Picker, monkeypatch: pytest.MonkeyPatch
) -> None:
    more(talk, THANK)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        for text in ("thank", "you"):
            with pytest.raises(NotKept):
                talk.mode.take(text)
    assert talk.mode.unkept == ["thank\nyou"]
    assert talk("") == [f"Dropped in, for Wren. {shell.UNDO_DROP_LINE}"]
    assert newest(talk).text == "thank\nyou"
    assert talk.mode.unkept == []


@pytest.mark.parametrize("row", ["cover it", "first time", "do not bring back"])
def test_what_is_not_kept_may_be_asked_for_again(
    talk: Picker, monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    number = next(one.split(".")[0] for one in talk("m") if one.endswith(f" {row}"))
    before = dressed(talk)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(NotKept):
            talk.mode.take(number)
    assert talk.mode.keeping.is_missing
    assert dressed(talk) == before
    assert talk(number)[0].endswith(line_mode.UNDO_LINE)
    assert dressed(talk) != before
    assert not talk.mode.keeping.is_missing


@pytest.mark.parametrize("row", ["cover it", "do not bring back", "first time"])
def test_no_answer_names_a_key_of_the_full_screen(talk: Picker, row: str) -> None:
    said = " ".join(more(talk, row))
    assert said.endswith(line_mode.UNDO_LINE)
    assert ritual.TAKES_BACK not in said
