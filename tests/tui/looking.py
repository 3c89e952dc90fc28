"""A jar to look back at, and the keys that do it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from jar_tui.domain.review import Read
from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from tests.conftest import SATURDAY
from tests.tui.conftest import Hand
from tests.tui.script import week


def nine_days_on(jar_home: Path) -> JarService:
    """Return the jar of the script as it was nine days ago, opened then, with two slips since."""
    then = SATURDAY - timedelta(days=9)
    six = week(jar_home, lambda: then)
    opened_at(six, then + timedelta(hours=1))
    k = next(key for key, part in six.jar.tables["parts"].items() if part.name == "K")  # type: ignore[attr-defined]
    six.almanac.clock = lambda: SATURDAY - timedelta(days=1)
    six.add(NewSlip("opened the window", six.almanac.when("10 days ago")))
    six.almanac.clock = lambda: SATURDAY
    six.add(NewSlip("thank you for the tea", signature=Signature(ties=(Tie("for", k),))))
    return six


def opened_at(service: JarService, at: datetime) -> None:
    service.almanac.clock = lambda: at
    ids = [slip.id for slip in service.jar.folded()]
    read = service.openings.begin(ids)
    service.openings.keep(read.id, [Read(key) for key in ids])
    service.openings.end(read.id)


async def looking(hand: Hand, *keys: str) -> None:
    """Go to what can be looked back at, and press keys there, each after a moment's rest."""
    await hand.press("escape", "question_mark", "l")
    await after_rest(hand, *keys)


async def after_rest(hand: Hand, *keys: str) -> None:
    for key in keys:
        hand.pause()
        await hand.press(key)


def written(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "jar").iterdir()}
