"""Ways through an opening that tests share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from jar_tui.domain.records import Slip
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept
from tests.tui.conftest import Hand

Clock = Callable[[], datetime]
SMALL_AND_HAPPENED = (
    'It was marked "too small". Waving steps away is common after hard times. '
    "It can be small. It also happened."
)
STAY, COVER, FIRST_TIME, SOONER, FELT_BAD, THERAPY, NOT_AGAIN, TOOK, THANK = map(str, range(1, 10))
"""The digits of what can be done with a slip in an opening, where names are wanted."""


def on_disk(home: Path, clock: Clock, text: str) -> tuple[JarService, Slip]:
    """Return the jar as another program sees it, and the slip of these words."""
    service = JarService.open(home, clock)[0]
    return service, next(slip for slip in service.jar if slip.text.startswith(text))


async def opened(hand: Hand, *keys: str) -> None:
    """Press o in the jar, Enter on the threshold, and more keys."""
    await hand.press("escape", "o")
    await hand.press("enter")
    for key in keys:
        await hand.press(key)


def refuse(*_: object, **__: object) -> NoReturn:
    """Keep nothing: the disk is full."""
    raise NotKept("full")


async def more(hand: Hand, *keys: str) -> None:
    """Press m in an opening, after a moment's rest, and keys there."""
    hand.pause()
    await hand.press("m", *keys)
