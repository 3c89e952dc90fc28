"""Talking to the person at a command line, or to the script that stands in for one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from jar_tui.bridge.shape import decoded
from jar_tui.domain.clean import clean
from jar_tui.words import shell

DONE: Final = 0
COULD_NOT: Final = 1


class Refusal(Exception):  # noqa: N818 - what it is to the person
    """Something that was asked for and cannot be done; its text is the sentence they get."""


def now() -> datetime:
    """Return the time with its offset, as slips carry it."""
    return datetime.now().astimezone()


def say(line: str = "") -> None:
    """Write one line to standard output, whatever its encoding can show."""
    out = sys.stdout
    encoding = out.encoding or "utf-8"
    out.write(f"{line.encode(encoding, 'replace').decode(encoding)}\n")


def complain(sentence: str) -> int:
    """Write one sentence to standard error and return the exit code for what cannot be done."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"{sentence.encode(encoding, 'replace').decode(encoding)}\n")
    return COULD_NOT


def given_text(parts: Sequence[str], question: str) -> tuple[str, bool]:
    """Return the words on the command line, at the prompt, or on standard input.

    The second value says whether they were typed at the prompt.
    """
    if parts:
        return clean(" ".join(parts)), False
    if sys.stdin.isatty():
        say(question)
        return clean(input("> ")), True
    return clean(decoded(sys.stdin.buffer.read())), False


def agreed(question: str) -> bool:
    """Ask yes or no; nothing but a yes is one."""
    return input(f"{question} {shell.YES_NO} ").strip().casefold() in ("y", "yes")
