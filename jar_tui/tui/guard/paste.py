"""Bracketed pastes, also those whose end never arrives."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.message import Message

PASTE_START = "\x1b[200~"
PASTE_END = "\x1b[201~"
_CTRL_C = "\x03"
_QUIET = 0.5
_ABANDONED = 3.0
_BURST = 32


class PasteGate:
    """Collects a paste; one whose link fell silent is handed on, and keys are keys again."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Start closed."""
        self._clock = clock
        self._text = ""
        self._last = 0.0
        self._in_doubt = False
        self.is_open = False

    def open(self) -> None:
        """Begin a paste."""
        self.is_open, self._in_doubt, self._text, self._last = True, False, "", self._clock()

    def arrive(self, text: str, out: list[Message]) -> str:
        """Look at a new chunk: Ctrl-C after a silence ends a paste; a late rest goes on with it."""
        if self.is_open and text == _CTRL_C and self._clock() - self._last >= _QUIET:
            self._close(out)
        elif self._in_doubt:
            if PASTE_END in text or len(text) > _BURST:
                self.open()
            self._in_doubt = False
        return text

    def take(self, text: str, out: list[Message]) -> str:
        """Add text to the open paste and return what comes after its end."""
        searched = max(0, len(self._text) - len(PASTE_END))
        self._text += text
        self._last = self._clock()
        end = self._text.find(PASTE_END, searched)
        if end < 0:
            return ""
        rest = self._text[end + len(PASTE_END) :]
        self._text = self._text[:end]
        self._close(out)
        return rest

    def tick(self, out: list[Message]) -> None:
        """Hand on a paste that has been silent for so long that its end will not come."""
        wait = self.wait()
        if wait is not None and wait <= 0:
            self._close(out)
            self._in_doubt = True

    def wait(self) -> float | None:
        """Return in how many seconds an open paste counts as abandoned."""
        return self._last + _ABANDONED - self._clock() if self.is_open else None

    def _close(self, out: list[Message]) -> None:
        text = self._text.replace("\x00", "")
        self.is_open, self._text = False, ""
        if text:
            out.append(events.Paste(text))
