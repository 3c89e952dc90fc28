"""Who goes on signing without being picked or tagged again, and until when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from jar_tui.domain.signing import Signature, Tie

if TYPE_CHECKING:
    from jar_tui.domain.slips import Reading

Standing = Literal["off", "kept", "beside", "begins", "rests", "waits", "ends"]
"""What a latch is to the slip being written: nothing, who signs it, one of those on it, to begin
with it, to go on behind it, without anybody yet, or over with it."""


@dataclass(frozen=True, slots=True)
class Latch:
    """Those who go on signing, in order; nobody yet where whoever signs next will."""

    parts: tuple[str, ...] = ()
    until: datetime | None = None
    """None where it is off."""

    def __bool__(self) -> bool:
        return self.until is not None


OFF: Final = Latch()
_STEP: Final = timedelta(minutes=5)
"""By how much a clock may go back and mean nothing."""


def begun(parts: tuple[str, ...], now: datetime, hours: int) -> Latch:
    """Return a latch that lasts for some hours from now on."""
    return Latch(parts, now + timedelta(hours=hours))


def current(latch: Latch, now: datetime, there: Collection[str], hours: int) -> Latch:
    """Return what is left of a latch: it ends by itself, and without those who are not there.

    One that would last longer than its hours was begun under a clock that was put right since.
    """
    if latch.until is None or not now < latch.until <= now + timedelta(hours=hours) + _STEP:
        return OFF
    parts = tuple(part for part in latch.parts if part in there)
    return Latch(parts, latch.until) if parts or not latch.parts else OFF


def with_latch(latch: Latch, said: Signature, reading: Reading) -> Signature:
    """Return who is on a slip: who was picked or tagged, or else who goes on signing."""
    if reading.bare or said.state != "unsigned" or said.parts("by"):
        return said
    ties = (*(Tie("by", part) for part in latch.parts), *said.ties)
    return Signature(said.state, ties, said.how)


def begins(latch: Latch, by: tuple[str, ...], reading: Reading, *, always: bool) -> bool:
    """Say whether those a slip is by go on signing from then on; `always` is whoever signs."""
    waits_or_same = bool(latch) and latch.parts in ((), by)
    return bool(by) and not reading.ends and (always or waits_or_same)


def standing(latch: Latch, said: Signature, reading: Reading, *, always: bool) -> Standing:
    """Return what a latch is to the slip being written."""
    signature = with_latch(latch, said, reading)
    by = signature.parts("by")
    if reading.ends:
        return "ends" if latch or always else "off"
    if latch and by and by == latch.parts:
        return "beside" if len(signature.ties) > len(by) or signature.how else "kept"
    if begins(latch, by, reading, always=always):
        return "begins"
    if latch:
        return "rests" if latch.parts else "waits"
    return "off"
