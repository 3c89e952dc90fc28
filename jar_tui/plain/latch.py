"""Line mode: who goes on signing."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui.domain.clean import is_blank
from jar_tui.domain.signing import NO_SIGNATURE
from jar_tui.domain.slips import Reading
from jar_tui.plain.whom import parts_meant
from jar_tui.service import JarService
from jar_tui.service.telling import phrased, tagged, wants_names
from jar_tui.words import latch as said
from jar_tui.words import line_mode, shell


class LatchCommands:
    """Reads slips with whoever goes on signing, and has somebody go on."""

    def __init__(self, service: JarService, say: Callable[[str], object]) -> None:
        self._service = service
        self._say = say
        self._latching = service.latching

    def keep(self, typed: str) -> None:
        """Have whom the words name go on signing, or whoever signs next; or end that."""
        jar = self._service.jar
        found = parts_meant(typed, jar)
        if not wants_names(jar):
            self._say(shell.PLAIN_UNKNOWN)
        elif is_blank(typed) or len(found) == 1:
            by = tuple(part.id for part in found)
            self._say(self._latching.turn(by, jar, said.LINE_ENDS))
        else:
            self._say(phrased(line_mode.MANY_NAMES if found else line_mode.NO_SUCH_NAME, jar))

    def read(self, text: str) -> Reading | None:
        """Return a slip with who is on it; None where nothing stands behind two backslashes."""
        jar = self._service.jar
        reading = self._service.almanac.read(text, tagged(jar))
        if reading.alone:
            self._latching.end()
            self._say(f"{said.ended(self._latching.always)} {said.NO_SLIP}")
            return None
        signature = self._latching.signed(reading.signature or NO_SIGNATURE, reading, jar)
        self._latching.dropped(signature, reading, jar)
        return reading._replace(signature=signature or None)

    def stands(self) -> None:
        """Say who goes on signing, where somebody does."""
        jar = self._service.jar
        if self._latching.now(jar):
            self._say(self._latching.hint(NO_SIGNATURE, Reading(""), jar))
