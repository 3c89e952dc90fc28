"""Line mode: plain prompts and answers, for screen readers and terminals that only print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jar_tui import words
from jar_tui.domain.clean import clean, is_blank
from jar_tui.domain.records import Slip
from jar_tui.domain.slips import NewSlip, Reading
from jar_tui.service import NOTHING_TO_UNDO, JarService
from jar_tui.store.errors import NotKept, StoreError
from jar_tui.words import shell

if TYPE_CHECKING:
    from jar_tui.store.writer import Clock

Say = Callable[[str], object]
Ask = Callable[[], str]
"""Returns the next line; raises `EOFError` when there is none."""


class LineMode:
    """Answers one line at a time over one jar."""

    def __init__(self, service: JarService, say: Say) -> None:
        self.waiting: list[Reading] = []
        """Slips that could not be kept."""
        self._service = service
        self._say = say
        self._offered = NOTHING_TO_UNDO
        self._commands = {
            "/list": self._list_today,
            "/all": self._list_all,
            "/small": self._small,
            "/undo": self._undo,
            "/again": self._again,
            "/help": self._help,
        }

    def take(self, line: str) -> bool:
        """Do what a line says; False when it says to leave."""
        text = clean(line)
        asked = text.strip().casefold()
        if asked == "/leave":
            return False
        with suppress(StoreError):  # what cannot be read now must not keep words out
            self._service.catch_up()
        offered, self._offered = self._offered, NOTHING_TO_UNDO
        if asked == "/undo" and offered.fields:
            self._say(words.taken_back(self._service.undo(earlier=True, named=offered)))
        elif text.startswith("/") and not text.startswith("//"):
            self._commands.get(asked, self._unknown)()
        elif is_blank(text):
            self._say(words.BLANK)
        else:
            words_of_slip = text.removeprefix("/") if text.startswith("//") else text
            self._drop(self._service.almanac.read(words_of_slip))
        return True

    def _drop(self, reading: Reading) -> None:
        try:
            slip = self._service.add(NewSlip(reading.text, reading.when))
        except NotKept:
            self.waiting.append(reading)
            raise
        self._say(shell.dropped_line(slip, self._service.almanac.today()))
        if reading.future:
            self._say(words.future_prefix(reading.future, self._service.almanac.today()))

    def _again(self) -> None:
        waiting, self.waiting = self.waiting, []
        if not waiting:
            self._say(shell.PLAIN_NONE_WAIT)
        for place, reading in enumerate(waiting):
            try:
                self._drop(reading)
            except NotKept:
                self.waiting += waiting[place + 1 :]
                raise

    def _list_today(self) -> None:
        today = self._service.almanac.today()
        found = [s for s in self._service.jar.since(today) if s.precision in ("day", "about")]
        self._read_out(found, shell.PLAIN_EMPTY)

    def _list_all(self) -> None:
        self._read_out(self._service.jar.slips, shell.NO_SLIPS_YET)

    def _read_out(self, slips: Iterable[Slip], none: str) -> None:
        today = self._service.almanac.today()
        for line in [shell.sentence(slip, today) for slip in slips] or [none]:
            self._say(line)

    def _small(self) -> None:
        slip = self._service.jar.get(self._service.last_dropped)
        if slip is None or slip.set_aside:
            self._say(words.NOTHING_DROPPED_YET)
            return
        done = self._service.label(slip.id, small=not slip.too_small)
        self._say(words.marked(done))

    def _undo(self) -> None:
        """Take back this sitting's last change; one of an earlier sitting is named first."""
        undone = self._service.undo()
        if undone.fields:
            self._say(words.taken_back(undone))
            return
        would = self._service.undoable(earlier=True)
        if not would.fields:
            self._say(words.NOTHING_TO_TAKE_BACK)
            return
        self._say(words.would_take_back(would, self._service.almanac.today()))
        self._say(shell.PLAIN_UNDO_AGAIN)
        self._offered = would

    def _help(self) -> None:
        for line in shell.PLAIN_HELP:
            self._say(line)

    def _unknown(self) -> None:
        self._say(shell.PLAIN_UNKNOWN)


def run(home: Path, clock: Clock, say: Say, ask: Ask) -> int:
    """Ask for lines until the person leaves; return the exit code. Raises `NotOpened`."""
    service, opened = JarService.open(home, clock)
    for sentence in words.opened_with(opened):
        say(sentence)
    mode = LineMode(service, say)
    say(shell.PLAIN_WELCOME)
    going = True
    while going:
        try:
            going = mode.take(ask())
        except (EOFError, KeyboardInterrupt):
            say("")
            break
        except NotKept as error:
            say(words.not_kept(error.reason, screen=False))
            if mode.waiting:
                say(shell.PLAIN_AGAIN)
        except StoreError:
            say(words.NOT_OPENED)
    for reading in mode.waiting:
        say(reading.text)
    say(shell.PLAIN_LEFT_WAITING if mode.waiting else shell.PLAIN_LEFT)
    return 1 if mode.waiting else 0
