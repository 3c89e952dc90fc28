"""The one door for text: what a person writes or pastes becomes plain, safe characters here."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST_UNASKED: Final = 20_000
"""Characters a slip may have before the person is asked once whether it is meant as one."""

_NEWLINES: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1: a terminal would obey them
    "\u202a-\u202e\u2066-\u2069"  # embedding, override and isolate: they reorder other words
    "\ufeff"  # byte order mark
    "\ud800-\udfff]"  # lone surrogates: they cannot be written to disk
)
_BLANK: Final = frozenset(("Cc", "Cf", "Mn", "Zl", "Zp", "Zs"))


def clean(text: str) -> str:
    """Return `text` without control characters, bidi controls and surrogates, in NFC.

    Every script, emoji joined by ZWJ, tabs and newlines stay. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNSAFE.sub("", _NEWLINES.sub("\n", text)))


def slip_text(text: str) -> str:
    """Return the cleaned words of a slip, without blank lines around them or spaces at the end."""
    return clean(text).rstrip().lstrip("\n")


def is_blank(text: str) -> bool:
    """Say whether nothing in `text` would show on the screen."""
    return not text.strip() or all(unicodedata.category(char) in _BLANK for char in text)


def one_line(text: str) -> str:
    """Return `text` with every run of white space as one space, for places one line high."""
    return " ".join(text.split())


def slug(words: str) -> str:
    """Return the stored form of a kind: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[^\s,\-]+", clean(words).casefold()))
