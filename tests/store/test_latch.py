"""Who goes on signing after a restart: kept as ids and a time, and only where that was chosen."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.domain.latch import OFF, Latch, begun
from jar_tui.domain.signing import NO_SIGNATURE, Named, Signature, Tie
from jar_tui.domain.slips import Reading
from jar_tui.service import Almanac, JarService
from jar_tui.service.latching import Latching
from jar_tui.store import disk
from jar_tui.store.folders import Folders
from jar_tui.store.latch import load, save
from jar_tui.store.settings import KeepSigning, Settings
from jar_tui.upkeep import files_of

NOW = datetime(2026, 11, 21, 20, 10, tzinfo=UTC)
LATEST = NOW + timedelta(hours=6)
WREN = begun(("a" * 26,), NOW, 6)


def test_what_is_saved_is_loaded_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "latch.json"
    save(path, WREN)
    assert load(path, LATEST) == WREN
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert orjson.loads(path.read_bytes()).keys() == {"parts", "until"}
    save(path, OFF)
    assert [*tmp_path.iterdir()] == []
    assert load(path, LATEST) == OFF


def test_one_that_waits_for_somebody_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "latch.json"
    save(path, WREN)
    save(path, Latch((), NOW))
    assert not path.exists()


@pytest.mark.parametrize(
    "found",
    [
        *(b"", b"{", b"[]", b"null", b'"x"', b"\xff", b'{"parts":[]}', b'{"until":"2026-11-21"}'),
        *(b'{"parts":"aa","until":"2026-11-22T00:00:00+00:00"}', b'{"parts":3,"until":3}'),
        b'{"parts":[],"until":"2026-11-22T00:00:00+00:00"}',
        b'{"parts":["Wren"],"until":"2026-11-22T00:00:00+00:00"}',
        b'{"parts":[[]],"until":"2026-11-22T00:00:00+00:00"}',
        b'{"parts":["%s"],"until":"2026-11-22T00:00:00"}' % (b"a" * 26),
        b'{"parts":["%s"],"until":"2026-11-22T02:10:01+00:00"}' % (b"a" * 26),
        b'{"parts":["%s"],"until":"9999-12-31T23:59:59-14:00"}' % (b"a" * 26),
        b'{"parts":["%s"],"until":1795300000}' % (b"a" * 26),
    ],
)
def test_what_is_damaged_or_of_somebody_else_is_no_latch(tmp_path: Path, found: bytes) -> None:
    path = tmp_path / "latch.json"
    path.write_bytes(found)
    assert load(path, LATEST) == OFF


@given(st.binary())
def test_no_bytes_keep_the_program_from_starting(found: bytes) -> None:
    with patch("jar_tui.store.disk.read", return_value=found):
        assert load(Path("latch.json"), LATEST) == OFF


def test_a_disk_that_refuses_keeps_nobody_from_writing(tmp_path: Path) -> None:
    save(tmp_path / "missing" / "latch.json", WREN)
    with patch.object(disk, "unlink", side_effect=PermissionError):
        save(tmp_path / "latch.json", OFF)
    assert load(tmp_path, LATEST) == OFF


def test_where_the_new_one_cannot_be_written_the_old_one_does_not_stay(tmp_path: Path) -> None:
    path = tmp_path / "latch.json"
    save(path, WREN)
    with patch.object(disk, "write_private", side_effect=OSError(28, "full")):
        save(path, begun(("b" * 26,), NOW, 6))
    assert load(path, LATEST) == OFF


# In a session


def latching(home: Path, keep: KeepSigning = "off", hours: int = 6, at: datetime = NOW) -> Latching:
    """Return the latch of a session that begins."""
    settings = Settings(keep_signing=keep, keep_signing_hours=hours)
    return Latching(Folders(home).latch, Almanac(lambda: at, settings))


@pytest.fixture
def wren(service: JarService) -> str:
    """Have somebody with a name; return the id."""
    return service.people.add([Named("Wren", "w:text")])[0].part.id


@pytest.mark.parametrize(("keep", "outlives"), [("off", False), ("on", False), ("restart", True)])
def test_it_outlives_a_restart_only_where_that_was_chosen(
    jar_home: Path, service: JarService, wren: str, keep: KeepSigning, outlives: bool
) -> None:
    first = latching(jar_home, keep)
    first.turn((wren,), service.jar)
    assert Folders(jar_home).latch.exists() is outlives
    assert bool(latching(jar_home, keep).now(service.jar)) is outlives
    assert not latching(jar_home, keep, at=LATEST).now(service.jar)
    latching(jar_home, "on")
    assert not Folders(jar_home).latch.exists()


def test_no_name_and_no_words_are_in_the_file(
    jar_home: Path, service: JarService, wren: str
) -> None:
    kept = latching(jar_home, "restart")
    kept.dropped(Signature(ties=(Tie("by", wren),)), Reading("said no"), service.jar)
    found = Folders(jar_home).latch.read_bytes()
    assert wren.encode() in found
    assert b"Wren" not in found
    assert b"said no" not in found
    assert Folders(jar_home).latch in files_of(jar_home)


def test_of_two_sessions_each_has_its_own_and_the_last_to_drop_is_kept(
    jar_home: Path, service: JarService, wren: str
) -> None:
    other = service.people.add([Named("K")])[0].part.id
    one, two = latching(jar_home, "restart"), latching(jar_home, "restart")
    for session, part in ((two, other), (one, wren)):
        session.dropped(Signature(ties=(Tie("by", part),)), Reading("a"), service.jar)
    assert one.now(service.jar).parts == (wren,)
    assert two.now(service.jar).parts == (other,)
    assert latching(jar_home, "restart").now(service.jar).parts == (wren,)


@pytest.mark.parametrize("how", ["rest", "remove", "none"])
def test_it_is_off_for_those_who_rest_or_are_gone_and_stays_off(
    jar_home: Path, service: JarService, wren: str, how: str
) -> None:
    kept = latching(jar_home, "on")
    kept.turn((wren,), service.jar)
    if how == "none":
        service.people.choose("word", "none")
    elif how == "rest":
        service.people.rest(wren, resting=True)
    else:
        service.people.remove(wren)
    assert kept.signed(NO_SIGNATURE, Reading("a"), service.jar) == NO_SIGNATURE
    service.people.choose("word", "name")
    service.people.add([Named("Wren")])
    assert not kept.now(service.jar)


def test_one_that_waits_is_off_where_no_names_are_wanted(
    jar_home: Path, service: JarService
) -> None:
    kept = latching(jar_home)
    kept.turn((), service.jar)
    service.people.choose("word", "none")
    assert not kept.now(service.jar)
    assert kept.hint(NO_SIGNATURE, Reading("a"), service.jar) == ""


def test_one_that_went_with_a_name_stays_off_after_a_restart(
    jar_home: Path, service: JarService, wren: str
) -> None:
    kept = latching(jar_home, "restart")
    kept.turn((wren,), service.jar)
    service.people.remove(wren)
    assert not kept.now(service.jar)
    service.people.add([Named("Wren")])
    assert not latching(jar_home, "restart").now(service.jar)


def test_one_that_ended_by_itself_stays_off_where_the_clock_goes_back(
    jar_home: Path, service: JarService, wren: str
) -> None:
    hours = [NOW]
    settings = Settings(keep_signing="restart")
    kept = Latching(Folders(jar_home).latch, Almanac(lambda: hours[-1], settings))
    kept.turn((wren,), service.jar)
    hours.append(LATEST)
    assert not kept.now(service.jar)
    assert not latching(jar_home, "restart").now(service.jar)


@pytest.mark.parametrize(("keep", "before"), [("on", ()), ("on", ("wren",)), ("off", ("wren",))])
@pytest.mark.parametrize("typed", [Reading("a"), Reading("a", bare=True, ends=True)])
def test_a_slip_that_was_refused_leaves_it_as_it_was(
    jar_home: Path,
    service: JarService,
    wren: str,
    keep: KeepSigning,
    before: tuple[str, ...],
    typed: Reading,
) -> None:
    hours = [NOW]
    settings = Settings(keep_signing=keep)
    kept = Latching(Folders(jar_home).latch, Almanac(lambda: hours[-1], settings))
    if before:
        kept.turn((wren,), service.jar)
    stood = kept.now(service.jar)
    hours.append(NOW + timedelta(hours=1))
    refused = kept.dropped(Signature(ties=(Tie("by", wren),)), typed, service.jar)
    refused()
    assert kept.now(service.jar) == stood


def test_what_was_chosen_while_a_slip_was_on_its_way_holds_though_it_was_refused(
    jar_home: Path, service: JarService, wren: str
) -> None:
    other = service.people.add([Named("K")])[0].part.id
    kept = latching(jar_home, "on")
    refused = kept.dropped(Signature(ties=(Tie("by", wren),)), Reading("a"), service.jar)
    kept.end()
    kept.turn((other,), service.jar)
    refused()
    assert kept.now(service.jar).parts == (other,)


def test_of_two_slips_that_were_refused_none_moves_it(
    jar_home: Path, service: JarService, wren: str
) -> None:
    other = service.people.add([Named("K")])[0].part.id
    kept = latching(jar_home, "on")
    ties = [Signature(ties=(Tie("by", part),)) for part in (wren, other)]
    refused = [kept.dropped(signature, Reading("a"), service.jar) for signature in ties]
    for one in refused:
        one()
    assert not kept.now(service.jar)
