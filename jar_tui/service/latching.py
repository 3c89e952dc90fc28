"""Who goes on signing in this session, and after a restart where that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jar_tui.domain.latch import OFF, Latch, begins, begun, current, standing, with_latch
from jar_tui.domain.people import listed
from jar_tui.service.telling import entry_told, name_told, wants_names
from jar_tui.store.latch import load, save
from jar_tui.words import latch as said
from jar_tui.words.names import all_of, signing

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
        self._refused: list[tuple[Latch, Latch]] = []
        """What slips that were refused had moved it to and from, where more slips came behind."""
        if self._outlives:
            self._latch = load(self._file, almanac.clock() + timedelta(hours=self.hours))
        else:
            save(self._file, OFF)

    def now(self, jar: Jar) -> Latch:
        """Return the latch as it is now; it is off for those who rest or were taken away."""
        if self._latch:
            there = {part.id for part in listed(jar)}
            left = current(self._latch, self._almanac.clock(), there, self.hours)
            left = left if wants_names(jar) else OFF
            if left != self._latch:
                self._set(left)
        return self._latch

    def signed(self, picked: Signature, reading: Reading, jar: Jar) -> Signature:
        """Return who is on a slip, by what was picked or tagged, and else by the latch."""
        return with_latch(self.now(jar), picked, reading)

    def dropped(
        self, signature: Signature, reading: Reading, jar: Jar, *, begins_here: bool = True
    ) -> Callable[[], None]:
        """Note that a slip goes in, and who is on it; return what to do where it was refused."""
        before, by = self.now(jar), signature.parts("by")
        if reading.ends:
            self._set(Latch())  # not OFF itself: this end is told apart from any other
        elif begins_here and begins(before, by, reading, always=self.always):
            self._set(begun(by, self._almanac.clock(), self.hours))
        after = self._latch

        def refused() -> None:
            if after is before:
                return
            if self._latch is after:
                self._set(self._without_refused(before))
            else:
                self._refused.append((after, before))

        return refused

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

    def hint(self, picked: Signature, reading: Reading, jar: Jar, *, noticing: bool = False) -> str:
        """Say who will be on the slip being written, and who goes on signing.

        `noticing` is whether the key that adds who noticed is there.
        """
        latch = self.now(jar)
        signature = with_latch(latch, picked, reading)
        return said.hint(
            standing(latch, picked, reading, always=self.always),
            signing=signing(signature, partial(name_told, jar)),
            entry=entry_told(signature, reading, jar, noticing=noticing),
            kept=self._names(jar),
            until=self._until(),
        )

    def _without_refused(self, latch: Latch) -> Latch:
        """Return what a latch was before slips that were refused moved it."""
        for after, before in reversed(self._refused):
            latch = before if latch is after else latch
        return latch

    def _names(self, jar: Jar) -> str:
        parts = self._latch.parts
        return all_of([name_told(jar, part) for part in parts]) if parts else ""

    def _until(self) -> str:
        until = self._latch.until
        return said.moment(until, self._almanac.clock()) if until else ""

    def _set(self, latch: Latch) -> None:
        """Take a latch, and keep it on disk where it outlives a restart."""
        self._latch = latch
        if self._outlives:
            self._later(partial(save, self._file, latch))
