"""Line mode: plain prompts and answers, for screen readers and terminals that only print."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jar_tui import words
from jar_tui.domain.clean import clean, is_blank, one_line
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept, StoreError
from jar_tui.words import shell

if TYPE_CHECKING:
    from jar_tui.store.writer import Clock

Say = Callable[[str], object]


class LineMode:
    """Answers one line at a time over one jar."""

    def __init__(self, service: JarService, say: Say) -> None:
        self._service = service
        self._say = say
        self._offered = False
        self._commands = {
            "/list": self._list_today,
            "/all": self._list_all,
            "/small": self._small,
            "/undo": self._undo,
            "/help": self._help,
        }

    def take(self, line: str) -> bool:
        """Do what a line says; False when it says to leave."""
        text = clean(line)
        if text.strip() == "/leave":
            return False
        self._service.catch_up()
        if text.startswith("/") and not text.startswith("//"):
            command = self._commands.get(text.strip().casefold())
            if command is None:
                self._say(shell.PLAIN_UNKNOWN)
            else:
                command()
        elif is_blank(text):
            self._say(words.BLANK)
        else:
            self._drop(text.removeprefix("/") if text.startswith("//") else text)
        return True

    def _drop(self, text: str) -> None:
        reading = self._service.almanac.read(text)
        slip = self._service.add(NewSlip(reading.text, reading.when))
        self._say(words.dropped(slip, self._service.almanac.today()).split(" Esc u")[0])

    def _list_today(self) -> None:
        today = self._service.almanac.today()
        found = self._service.jar.since(today).slips
        if not found:
            self._say(shell.PLAIN_EMPTY)
        for slip in found:
            self._say(shell.sentence(slip, today))

    def _list_all(self) -> None:
        today = self._service.almanac.today()
        if not self._service.jar.slips:
            self._say(shell.NO_SLIPS_YET)
        for slip in self._service.jar.slips:
            self._say(shell.sentence(slip, today))

    def _small(self) -> None:
        slip = self._service.jar.get(self._service.last_dropped)
        if slip is None:
            self._say(words.NOTHING_DROPPED_YET)
            return
        done = self._service.label(slip.id, small=not slip.too_small)
        self._say(words.marked(done, one_line(done.text)))

    def _undo(self) -> None:
        """Take back this sitting's last change; one of an earlier sitting is named first."""
        earlier, self._offered = self._offered, False
        undone = self._service.undo(earlier=earlier)
        if undone.fields or earlier:
            self._say(words.taken_back(undone))
            return
        would = self._service.undoable(earlier=True)
        if not would.fields:
            self._say(words.NOTHING_TO_TAKE_BACK)
            return
        self._say(words.would_take_back(would, self._service.almanac.today()))
        self._say(shell.PLAIN_UNDO_AGAIN)
        self._offered = True

    def _help(self) -> None:
        for line in shell.PLAIN_HELP:
            self._say(line)


def run(home: Path, clock: Clock, say: Say) -> int:
    """Ask for lines until the person leaves; return the exit code."""
    try:
        service, opened = JarService.open(home, clock)
    except StoreError:
        say(words.NOT_OPENED)
        return 1
    for sentence in shell.opened_with(opened.put_aside, opened.shrunken):
        say(sentence)
    mode = LineMode(service, say)
    say(shell.PLAIN_WELCOME)
    going = True
    while going:
        try:
            going = mode.take(input("> " if sys.stdin.isatty() else ""))
        except (EOFError, KeyboardInterrupt):
            say("")
            break
        except NotKept as error:
            say(words.not_kept(error.reason, screen=False))
        except StoreError:
            say(words.NOT_OPENED)
    say(shell.PLAIN_LEFT)
    return 0
