"""Line mode: keep signing, and what backslashes in front of a slip mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jar_tui.domain.people import WORD, everyone
from jar_tui.domain.signing import Named
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept
from jar_tui.upkeep import change_setting
from jar_tui.words import line_mode, shell
from tests.talking import Talk, run

Clock = Callable[[], datetime]
KEPT = "signing: Wren, kept until 21:30. \\\\ ends it."


@pytest.fixture
def talk(service: JarService) -> Talk:
    """Return a way to type lines where three have names."""
    service.people.add([Named("Wren", "w:text"), Named("K", "k:text"), Named("Rue")])
    return Talk(service)


def all_slips(talk: Talk) -> list[str]:
    """Return every slip as it is read out."""
    return talk("/all")


def test_somebody_named_goes_on_signing_until_it_is_ended(talk: Talk) -> None:
    kept = "The next slips are by Wren, until 21:30. /keep again ends that."
    assert talk("/keep wren") == [kept]
    assert talk("made the bed") == ["Dropped in, by Wren. /undo takes it back."]
    talk("k: ate", "\\w: sat", "for k: rang")
    assert talk("/keep") == ["Slips start unsigned again."]
    talk("rested")
    assert all_slips(talk) == [
        "today, by Wren: made the bed",
        "today, by K: ate",
        "today: w: sat",
        "today, by Wren, for K: rang",
        "today: rested",
    ]


def test_whoever_signs_next_goes_on(talk: Talk) -> None:
    assert talk("/keep") == [
        "Whoever signs next goes on signing, for 6 hours. /keep again ends that."
    ]
    talk("a", "k: b", "c")
    assert all_slips(talk) == ["today: a", "today, by K: b", "today, by K: c"]


def test_two_backslashes_end_it_and_alone_drop_nothing(talk: Talk) -> None:
    talk("/keep w", "a", "\\\\w: b", "c", "/keep w")
    assert talk("\\\\") == ["Slips start unsigned again. No slip went in."]
    talk("d")
    assert all_slips(talk) == ["today, by Wren: a", "today: w: b", "today: c", "today: d"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("ash", line_mode.NO_SUCH_NAME), ("rest", "Nobody who rests goes on signing.")],
)
def test_nobody_else_goes_on(talk: Talk, typed: str, answer: str) -> None:
    talk.service.people.add([Named("Rest")])
    talk.service.people.rest(everyone(talk.service.jar)[-1].id, resting=True)
    (said,) = talk(f"/keep {typed}")
    assert said.startswith(answer.replace("{name}", "name"))
    assert talk("a") == ["Dropped in. /undo takes it back."]


def test_without_names_there_is_nothing_to_keep_and_backslashes_are_words(talk: Talk) -> None:
    talk("/keep w")
    talk.service.people.choose(WORD, "none")
    assert talk("/keep") == talk("/keep w") == [shell.PLAIN_UNKNOWN]
    talk("\\\\server\\share", "\\\\")
    assert all_slips(talk) == ["today: \\\\server\\share", "today: \\\\"]
    assert "/keep" not in " ".join(talk("/help more"))


def test_who_goes_on_is_said_once_where_that_is_new(
    jar_home: Path, clock: Clock, talk: Talk
) -> None:
    said = run(jar_home, clock, "/keep w", "a", "b", "/open", "", "", "", "/keep", "c", "/keep w")
    assert said[1:5] == [
        "The next slips are by Wren, until 21:30. /keep again ends that.",
        KEPT,
        *["Dropped in, by Wren. /undo takes it back."] * 2,
    ]
    closed = said.index("Closed. All 2 slips stay in the jar.")
    assert said[closed + 1 : closed + 3] == [
        "Slips start unsigned again.",
        "Dropped in. /undo takes it back.",
    ]
    assert said[-2] == KEPT
    assert said.count(KEPT) == 2


def test_who_goes_on_is_said_again_where_it_is_another(
    jar_home: Path, clock: Clock, talk: Talk
) -> None:
    assert change_setting(jar_home, "keep_signing", "on")
    said = run(jar_home, clock, "k: a", "b", "w: c", "d")
    assert [line for line in said if line.endswith("ends it.")] == [KEPT.replace("Wren", "K"), KEPT]


@pytest.mark.parametrize(("value", "outlives"), [("on", False), ("restart", True)])
def test_as_a_setting_it_may_outlive_a_restart(
    jar_home: Path, clock: Clock, talk: Talk, value: str, outlives: bool
) -> None:
    assert change_setting(jar_home, "keep_signing", value)
    assert "Dropped in, by K. /undo takes it back." in run(jar_home, clock, "k: a", "b")[2:]
    again = run(jar_home, clock, "c")
    assert (KEPT.replace("Wren", "K") in again) is outlives
    assert ("Dropped in, by K. /undo takes it back." in again) is outlives


def test_a_slip_that_could_not_be_kept_waits_with_whoever_was_on_it(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk("/keep w")
    with monkeypatch.context() as full:
        full.setattr(talk.service, "add", _refuse)
        with pytest.raises(NotKept):
            talk("a")
    talk("\\\\", "/again", "b")
    assert all_slips(talk) == ["today, by Wren: a", "today: b"]


@pytest.mark.parametrize(
    ("typed", "who"), [("k: b", ["today, by K: b", "today, by K: c"]), ("\\\\b", ["today: b"] * 2)]
)
def test_it_moves_once_a_slip_is_in_and_not_before(
    jar_home: Path,
    clock: Clock,
    talk: Talk,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    who: list[str],
) -> None:
    assert change_setting(jar_home, "keep_signing", "on")
    talk = Talk(JarService.open(jar_home, clock)[0])
    talk("w: a")
    with monkeypatch.context() as full:
        full.setattr(talk.service, "add", _refuse)
        with pytest.raises(NotKept):
            talk(typed)
    stands = talk.service.latching.now(talk.service.jar)
    assert [part.name for part in everyone(talk.service.jar) if part.id in stands.parts] == ["Wren"]
    talk("/again", "c")
    assert all_slips(talk)[1:] == [who[0], who[-1].replace(": b", ": c")]


def _refuse(*_: object) -> None:
    raise NotKept("full")
