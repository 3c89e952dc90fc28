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
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls: they reorder other words
    "\ufeff"  # byte order mark
    "\ud800-\udfff]"  # lone surrogates: they cannot be written to disk
    "|(?<=\u200d)\u200d+"  # joiners joining nothing: cutting a row there ends rich in an IndexError
)
_STRAY: Final = re.compile("(?<=\u200d)\u200d+")
"""What is left of joiners where nothing stands between them any more."""
_BLANK: Final = frozenset(("Cc", "Cf", "Mn", "Zl", "Zp", "Zs"))
_UNSEEN: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols that leave no ink: Hangul fillers and the blank Braille pattern."""
_BLANK_START: Final = re.compile(r"(?:[^\S\n]*\n)+")


def clean(text: str) -> str:
    """Return `text` without control characters, bidi controls and surrogates, in NFC.

    Every script, emoji joined by ZWJ, tabs and newlines stay. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    safe = _STRAY.sub("", _UNSAFE.sub("", _NEWLINES.sub("\n", text)))
    return unicodedata.normalize("NFC", safe)


def slip_text(text: str) -> str:
    """Return the cleaned words of a slip, without blank lines around them or spaces at the end."""
    words = clean(text).rstrip()
    start = _BLANK_START.match(words)
    return words[start.end() :] if start else words


def is_blank(text: str) -> bool:
    """Say whether nothing in `text` would show on the screen."""
    return not text.strip() or all(
        char in _UNSEEN or unicodedata.category(char) in _BLANK for char in text
    )


def one_line(text: str) -> str:
    """Return `text` with every run of white space as one space, for places one line high."""
    return " ".join(text.split())


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, and in lines that are not, what old editors wrote."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError:
        return "\n".join(map(_western, data.removeprefix(b"\xef\xbb\xbf").split(b"\n")))


def printable(text: str) -> str:
    """Return `text`, which may be no slip, with what a terminal would obey spelled out.

    For the way out, where file names and other people's bytes come by: `\\x1b` stands for ESC.
    """
    return _UNSAFE.sub(_spelled, _NEWLINES.sub(_spelled, text))


def printable_name(name: str) -> str:
    """Return the name of a file or record so that it fills one line and no more."""
    return printable(name).replace("\n", "\\n").replace("\t", "\\t")


def slug(words: str) -> str:
    """Return the stored form of a kind: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[^\s,\-]+", clean(words).casefold()))


def _western(line: bytes) -> str:
    """Return a line that may not be UTF-8: if part of it clearly is, the rest was damaged."""
    if not line.decode("utf-8", "ignore").isascii():
        return line.decode("utf-8", "replace")
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _spelled(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape", "surrogatepass").decode("ascii")
