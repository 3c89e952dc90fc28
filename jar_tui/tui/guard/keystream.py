"""Text from the terminal cut into keys and pastes, with Esc always a key of its own."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.message import Message

from jar_tui.tui.guard.paste import PASTE_START, PasteGate

ESC = "\x1b"
_LINK_DELAY = 1.0
_LONGEST = 31  # XTermParser types longer sequences out as letters
_CSI = re.compile(r"\x1b\[(?:\[.|[0-?]*[ -/]*[@-Z\\-~])")
_CSI_BEGUN = re.compile(r"\x1b\[(?:\[|[0-?]*[ -/]*)\Z")


class KeyStream:
    """Turns decoded input into Textual's messages; Alt+x becomes Esc, then x.

    Textual's own parser drops the Esc before Enter, space or a sign, and reads Esc + b as
    Ctrl+Left; behind tmux and phones that is a person who pressed Esc and then a key.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with nothing held; the clock is for tests."""
        self._clock = clock
        self._held = ""
        self._held_since = 0.0
        self._paste = PasteGate(clock)

    def feed(self, text: str) -> list[Message]:
        """Return the messages in this text, holding back a sequence that is not whole."""
        out: list[Message] = []
        rest = self._held + self._paste.arrive(text, out)
        self._held = ""
        while rest:
            if self._paste.is_open:
                rest = self._paste.take(rest, out)
            elif rest[0] != ESC:
                plain, escape, tail = rest.partition(ESC)
                out.extend(XTermParser().feed(plain))
                rest = escape + tail
            elif length := _sequence_length(rest):
                self._sequence(rest[:length], out)
                rest = rest[length:]
            else:
                self._held, self._held_since, rest = rest, self._clock(), ""
        return out

    def tick(self) -> list[Message]:
        """Return what only becomes clear because nothing more came."""
        out: list[Message] = []
        self._paste.tick(out)
        if self._held and self._wait_for_held() <= 0:
            held, self._held = self._held, ""
            # With parameters it was a real sequence, cut by the link: never type its rest.
            if len(held) <= 2:
                out.append(events.Key("escape", ESC))
                out.extend(XTermParser().feed(held[1:]) if held[1:] else ())
        return out

    def wait(self) -> float | None:
        """Return in how many seconds tick has something to do, or None."""
        waits = [self._paste.wait(), self._wait_for_held() if self._held else None]
        known = [max(wait, 0.0) for wait in waits if wait is not None]
        return min(known) if known else None

    def _wait_for_held(self) -> float:
        delay = constants.ESCAPE_DELAY if len(self._held) <= 2 else _LINK_DELAY
        return self._held_since + delay - self._clock()

    def _sequence(self, sequence: str, out: list[Message]) -> None:
        if sequence == ESC:
            out.append(events.Key("escape", ESC))
        elif sequence == PASTE_START:
            self._paste.open()
        elif len(sequence) <= _LONGEST:
            # A parser of its own each time: an unknown sequence dies with it, untyped.
            out.extend(XTermParser().feed(sequence))


def _sequence_length(text: str) -> int:
    """Return the length of the sequence that starts here, 1 for Esc alone, 0 for "not yet"."""
    if len(text) == 1:
        return 0
    if text[1] == "[":
        if whole := _CSI.match(text):
            return whole.end()
        return 0 if _CSI_BEGUN.match(text) else 1
    if text[1] == "O":
        if len(text) == 2:
            return 0
        return 3 if text[:3] in ANSI_SEQUENCES_KEYS else 1
    return 1
