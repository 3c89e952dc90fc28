"""Line mode: plain prompts and answers, for screen readers and terminals that only print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jar_tui import words
from jar_tui.domain.ritual import due
from jar_tui.plain.mode import LineMode, Say
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept, SlipGone, StoreError
from jar_tui.words import health, history, line_mode, ritual, shell

__all__ = ["LineMode", "run"]

if TYPE_CHECKING:
    from jar_tui.store.writer import Clock

Ask = Callable[[], str]
"""Returns the next line; raises `EOFError` when there is none."""


def run(
    home: Path,
    clock: Clock,
    say: Say,
    ask: Ask,
    pasted: Callable[[], Sequence[str]] = tuple,
    *,
    opening: bool = False,
) -> int:
    """Ask for lines until the person leaves, or the `opening` is over; return the exit code.

    `pasted` returns what was pasted behind a line. Raises `NotOpened`.
    """
    service, opened = JarService.open(home, clock)
    for sentence in health.opened_with(opened):
        say(sentence)
    service.backups.take_if_due()
    mode = LineMode(service, say)
    going = True
    if opening:
        going = _taken(mode, "/open", say) and mode.reading is not None
    else:
        _welcome(service, say)
    while going:
        try:
            line = _asked(mode, ask, pasted)
        except (EOFError, KeyboardInterrupt):
            say("")
            break
        going = _taken(mode, line, say) and not (opening and mode.reading is None)
    mode.stop()
    for text in mode.unkept:
        say(text)
    if mode.unkept:
        say(shell.PLAIN_LEFT_WAITING)
    elif not opening:
        say(shell.PLAIN_LEFT)
    return 1 if mode.unkept or (opening and mode.keeping.is_missing) else 0


def _welcome(service: JarService, say: Say) -> None:
    """Say what may be typed, and on a day that was chosen for opening that it is one."""
    say(shell.PLAIN_WELCOME)
    if why := due(service.jar, service.almanac.today(), service.almanac.settings.day_begins):
        say(ritual.DUE_IN_LINES[why])


def _asked(mode: LineMode, ask: Ask, pasted: Callable[[], Sequence[str]]) -> str:
    """Say what holds for the next line, and return it."""
    mode.stands()
    line = ask()
    return "\n".join([line, *pasted()]) if mode.takes_text else line


def _taken(mode: LineMode, line: str, say: Say) -> bool:
    """Have a line answered; say whether to go on."""
    try:
        return mode.take(line)
    except NotKept as error:
        say(words.not_kept(error.reason, screen=False))
        if mode.waiting:
            say(shell.PLAIN_AGAIN)
        elif mode.unkept:
            say(line_mode.LINE_WAITS)
    except SlipGone:
        say(history.GONE)
    except StoreError:
        say(words.NOT_OPENED)
    except KeyboardInterrupt:
        return False
    return True
