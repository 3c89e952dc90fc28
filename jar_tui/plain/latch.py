"""Line mode: who goes on signing."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui.domain.clean import is_blank
from jar_tui.domain.signing import NO_SIGNATURE
from jar_tui.domain.slips import Reading
from jar_tui.plain.whom import one_meant
from jar_tui.service import JarService
from jar_tui.service.telling import tagged
from jar_tui.words import latch as said


class LatchCommands:
    """Reads slips with whoever goes on signing, and has somebody go on."""

    def __init__(self, service: JarService, say: Callable[[str], object]) -> None:
        self._service = service
        self._say = say
        self._latching = service.latching
        self._stood: tuple[str, ...] | None = None
        """Who went on signing when that was said last."""

    def keep(self, typed: str) -> None:
        """Have whom the words name go on signing, or whoever signs next; or end that."""
        jar = self._service.jar
        if is_blank(typed):
            self._say(self._latching.turn((), jar, said.LINE_ENDS))
        elif part := one_meant(typed, jar, self._say):
            self._say(self._latching.turn((part.id,), jar, said.LINE_ENDS))

    def read(self, text: str) -> Reading | None:
        """Return a slip with who is on it; None where nothing stands behind two backslashes."""
        jar = self._service.jar
        reading = self._service.almanac.read(text, tagged(jar))
        if reading.alone:
            self._latching.end()
            self._say(f"{said.ended(self._latching.always)} {said.NO_SLIP}")
            return None
        signature = self._latching.signed(reading.signature or NO_SIGNATURE, reading, jar)
        return reading._replace(signature=signature or None)

    def dropped(self, reading: Reading) -> None:
        """Note that a slip went in, with who is on it."""
        self._latching.dropped(reading.signature or NO_SIGNATURE, reading, self._service.jar)

    def stands(self) -> None:
        """Say who goes on signing, once: each answer then says who a slip is by."""
        jar = self._service.jar
        latch = self._latching.now(jar)
        stood, self._stood = self._stood, latch.parts if latch else None
        if latch and latch.parts != stood:
            self._say(self._latching.hint(NO_SIGNATURE, Reading(""), jar))
