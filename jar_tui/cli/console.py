"""Talking to the person at a command line, or to the script that stands in for one."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

from jar_tui import words
from jar_tui.domain.clean import LONGEST_UNASKED, clean, decoded, is_blank, printable
from jar_tui.words import shell

DONE: Final = 0
COULD_NOT: Final = 1
USAGE: Final = 2
"""Exit code for a command that was not understood."""
TERMINAL_LINE: Final = 4095
"""Bytes a terminal hands over of one line; it drops what is typed beyond."""
_KEYS: Final = r"\x1b(?:\[[0-9;?]*[@-~]|O.)"
"""What arrow keys and their like send at a prompt."""
_PASTE_PAUSE: Final = 0.03
"""Seconds in which the next line of a paste arrives."""


class Refusal(Exception):  # noqa: N818 - what it is to the person
    """Something that was asked for and cannot be done; its text is the sentence they get."""

    def __init__(self, sentence: str, code: int = COULD_NOT) -> None:
        super().__init__(sentence)
        self.code = code


class NotShown(Exception):  # noqa: N818
    """Standard output took no more."""


def now() -> datetime:
    """Return the time with its offset, as slips carry it."""
    return datetime.now().astimezone()


def prepare() -> None:
    """Make the standard streams safe to use, whatever they are connected to."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed before the program began
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def say(line: str = "") -> None:
    """Write one line to standard output."""
    try:
        sys.stdout.write(f"{printable(line)}\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotShown from error


def pour(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotShown from error


def finish() -> None:
    """Hand over what was said so far."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotShown from error


def hang_up() -> None:
    """Let go of a standard output nobody takes, so that leaving does not try again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def remark(sentence: str) -> None:
    """Write one sentence to standard error."""
    with suppress(OSError):
        sys.stderr.write(f"{printable(sentence)}\n")
        sys.stderr.flush()


def complain(sentence: str, code: int = COULD_NOT) -> int:
    """Say what cannot be done on standard error, and return the exit code for it."""
    remark(sentence)
    return code


def ask(prompt: str = "> ") -> str:
    """Return the next line of standard input; raises `EOFError` at its end.

    The prompt goes where it is seen, which is standard error when the output goes to a file.
    """
    if sys.stdin.isatty():
        shown = sys.stdout if sys.stdout.isatty() else sys.stderr
        sys.stdout.flush()
        shown.write(prompt)
        shown.flush()
    line = _line()
    if line is None:
        raise EOFError
    return line


def pasted() -> list[str]:
    """Return the lines of a paste that came with the last one; none from a file or a pipe."""
    if not sys.stdin.isatty():
        return []
    from select import select

    lines: list[str] = []
    while select([sys.stdin], [], [], _PASTE_PAUSE)[0] and (more := _line()) is not None:
        lines.append(more)
    return lines


def given_text(parts: Sequence[str], question: str) -> tuple[str, bool]:
    """Return the words on the command line, at the prompt, or on standard input.

    The second value says whether they were typed at the prompt.
    """
    if parts:
        return argument(" ".join(parts)), False
    if sys.stdin.isatty():
        (say if sys.stdout.isatty() else remark)(question)
        return _typed(), True
    return clean(decoded(sys.stdin.buffer.read())), False


def given_lines(question: str) -> list[str]:
    """Return the lines typed at the prompt up to a blank one, or those of standard input."""
    if not sys.stdin.isatty():
        return clean(decoded(sys.stdin.buffer.read())).split("\n")
    (say if sys.stdout.isatty() else remark)(question)
    lines: list[str] = []
    try:
        while not is_blank(line := clean(ask())):
            lines.append(line)
    except EOFError:
        remark("")
    except KeyboardInterrupt:
        remark("")
        raise Refusal(words.LEFT) from None
    return lines


def agreed(question: str) -> bool:
    """Ask yes or no; nothing but a yes is one."""
    return _answer(f"{question} {shell.YES_NO} ").strip().casefold() in ("y", "yes")


def agree_if_long(text: str) -> None:
    """Ask once about words that are long for one slip, where there is somebody to ask."""
    if len(text) > LONGEST_UNASKED and sys.stdin.isatty() and not agreed(shell.LONG_ASKED):
        raise Refusal(words.LEFT)


def argument(words: str) -> str:
    """Return words of the command line, whatever the locale made of their bytes."""
    return clean(decoded(os.fsencode(words)))


def _typed() -> str:
    """Return what is typed at a prompt; a paste of several lines is taken whole."""
    first = _answer("> ")
    if len(first.encode()) >= TERMINAL_LINE:
        remark(shell.LINE_TOO_LONG)
    return clean("\n".join([first, *pasted()]))


def _line() -> str | None:
    """Return the next line of standard input as words, None at its end."""
    line = sys.stdin.readline()
    if not line:
        return None
    return re.sub(_KEYS, "", decoded(line.removesuffix("\n").encode("utf-8", "surrogateescape")))


def _answer(prompt: str) -> str:
    try:
        return ask(prompt)
    except (KeyboardInterrupt, EOFError):
        remark("")
        raise Refusal(words.LEFT) from None
