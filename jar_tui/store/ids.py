"""Names for records, journals and sessions: random, lower case, safe to type and to read out."""

from __future__ import annotations

import os
from typing import Final

_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz234567"
_LETTERS: Final = _ALPHABET.encode() * 8
"""The letter each of the 256 bytes stands for; every letter for as many of them."""
RECORD: Final = 26
JOURNAL: Final = 10
SESSION: Final = 6


def new_id(length: int = RECORD) -> str:
    """Return `length` random base32 characters, five bits each."""
    return os.urandom(length).translate(_LETTERS).decode("ascii")


def id_of(source: str) -> str:
    """Return the one id of what comes from a source, the same on every machine."""
    from hashlib import sha256

    return sha256(source.encode()).digest()[:RECORD].translate(_LETTERS).decode("ascii")


def is_id(value: object, length: int) -> bool:
    """Say whether a value could have come from `new_id`."""
    return isinstance(value, str) and len(value) == length and not set(value) - set(_ALPHABET)
