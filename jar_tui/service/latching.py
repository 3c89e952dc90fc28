"""Who goes on signing in this session, and after a restart where that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jar_tui.domain.clean import printable_name
from jar_tui.domain.latch import OFF, Latch, begins, begun, current, signed, standing
from jar_tui.domain.people import listed, name_of
from jar_tui.service.telling import wants_names
from jar_tui.store.latch import load, save
from jar_tui.words import latch as said
from jar_tui.words.names import all_of, entry_signing, signing

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.signing import Signature
    from jar_tui.domain.slips import Reading
    from jar_tui.service.almanac import Almanac

Later = Callable[[Callable[[], None]], object]
"""Has something done off the screen's thread."""


def at_once(job: Callable[[], None]) -> None:
    """Do something now."""
    job()


class Latching:
    """The latch of one session."""

    def __init__(self, file: Path, almanac: Almanac, later: Later = at_once) -> None:
        """Take the file it is kept in where it outlives a restart."""
        settings = almanac.settings
        self.hours = settings.keep_signing_hours
        self.always = settings.keep_signing != "off"
        """Whoever signs goes on signing."""
        self._outlives = settings.keep_signing == "restart"
        self._file = file
        self._almanac = almanac
        self._later = later
        self._latch = OFF
        if self._outlives:
            self._latch = load(self._file, almanac.clock() + timedelta(hours=self.hours))
        else:
            save(self._file, OFF)

    def now(self, jar: Jar) -> Latch:
        """Return the latch as it is now; it is off for those who rest or were taken away."""
        if self._latch:
            there = {part.id for part in listed(jar)}
            left = current(self._latch, self._almanac.clock(), there)
            self._latch = left if wants_names(jar) else OFF
        return self._latch

    def signed(self, picked: Signature, reading: Reading, jar: Jar) -> Signature:
        """Return who is on a slip, by what was picked or tagged, and else by the latch."""
        return signed(self.now(jar), picked, reading)

    def dropped(self, signature: Signature, reading: Reading, jar: Jar) -> None:
        """Note that a slip went in, and who is on it."""
        by = signature.parts("by")
        if reading.ends:
            self.end()
        elif begins(self.now(jar), by, reading, always=self.always):
            self._set(begun(by, self._almanac.clock(), self.hours))

    def turn(self, by: tuple[str, ...], jar: Jar, ending: str = said.KEY_ENDS) -> str:
        """Have those go on signing, or whoever signs next; or end it. Return the answer.

        `ending` says how it is ended again.
        """
        if self.now(jar):
            self.end()
            return said.ended(self.always)
        there = {part.id for part in listed(jar)}
        keeps = tuple(part for part in by if part in there)
        if by and not keeps:
            return said.RESTS
        self._set(begun(keeps, self._almanac.clock(), self.hours))
        if not keeps:
            return f"{said.WAITS.format(said.hours(self.hours))} {ending}"
        return f"{said.KEEPS.format(self._names(jar), self._until())} {ending}"

    def end(self) -> None:
        """Have nobody go on signing."""
        self._set(OFF)

    def hint(self, picked: Signature, reading: Reading, jar: Jar) -> str:
        """Say who will be on the slip being written, and who goes on signing."""
        latch = self.now(jar)
        signature = signed(latch, picked, reading)
        names = partial(_printable, jar)
        by_tag = reading.signature is not None and bool(reading.signature.parts("by"))
        return said.hint(
            standing(latch, picked, reading, always=self.always),
            signing=signing(signature, names),
            entry=entry_signing(signature, names, by_tag=by_tag),
            kept=self._names(jar),
            until=self._until(),
        )

    def _names(self, jar: Jar) -> str:
        parts = self._latch.parts
        return all_of([_printable(jar, part) for part in parts]) if parts else ""

    def _until(self) -> str:
        until = self._latch.until
        return said.moment(until, self._almanac.clock()) if until else ""

    def _set(self, latch: Latch) -> None:
        """Take a latch, and keep it on disk where it outlives a restart."""
        self._latch = latch
        if self._outlives:
            self._later(partial(save, self._file, latch))


def _printable(jar: Jar, part: str) -> str:
    return printable_name(name_of(jar, part))
