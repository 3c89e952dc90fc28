"""UTF-8 from the terminal, with bad bytes shown as U+FFFD (Textual's decoder ends the app)."""

from __future__ import annotations

from codecs import IncrementalDecoder, getincrementaldecoder


def forgiving_decoder() -> IncrementalDecoder:
    """Return a decoder that never raises, for Textualize/textual#6456."""
    return getincrementaldecoder("utf-8")(errors="replace")
