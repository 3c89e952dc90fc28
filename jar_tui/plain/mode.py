"""Line mode: each line is a slip or a command, and is answered in plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from jar_tui import words
from jar_tui.domain.clean import clean, is_blank, one_line
from jar_tui.domain.records import Slip
from jar_tui.domain.slips import NewSlip, Reading
from jar_tui.plain.helping import HelpCommands
from jar_tui.plain.keeping import Keeping
from jar_tui.plain.latch import LatchCommands
from jar_tui.plain.slip import SlipCommands
from jar_tui.service import NOTHING_TO_UNDO, JarService, Undone
from jar_tui.service.telling import on_slip, wants_names
from jar_tui.store.errors import NotKept, StoreError
from jar_tui.words import shell

if TYPE_CHECKING:
    from jar_tui.plain.pages import Mode

Say = Callable[[str], object]

OF_NAMES: Final = frozenset(
    (
        *("/names", "/name", "/sign", "/for", "/noticed"),
        *("/near", "/also", "/how", "/keep", "/for-me"),
    )
)
"""The commands that are known only where names are wanted."""


class LineMode:
    """Answers one line at a time over one jar."""

    def __init__(self, service: JarService, say: Say) -> None:
        self.waiting: list[Reading] = []
        """Slips that could not be kept."""
        self.reading: Mode | None = None
        """The opening, or the look back, that answers now."""
        self.keeping = Keeping()
        """Keeps the steps of openings."""
        self.latch = LatchCommands(service, say)
        self._service = service
        self._say = say
        self._own: set[str] = set()
        """Slips dropped in since line mode began."""
        self._offered = NOTHING_TO_UNDO
        self._slip = slip = SlipCommands(service, say)
        explain = HelpCommands(service, say)
        self._commands: dict[str, Callable[[], None]] = {
            "/list": self._list_today,
            "/all": self._list_all,
            "/open": self._open,
            "/names": slip.names,
            "/small": slip.small,
            "/cover": slip.cover,
            "/aside": slip.aside,
            "/back": slip.back,
            "/undo": self._undo,
            "/again": self._again,
            "/help": explain.first,
            "/help more": explain.more,
            "/page": explain.page,
            "/agreements": explain.agreements,
        }
        self._with_more: dict[str, Callable[[str], None]] = {
            **slip.with_more,
            "/keep": self.latch.keep,
            "/since": partial(self._look_back, "/since"),
            "/for-me": partial(self._look_back, "/for-me"),
        }

    @property
    def unkept(self) -> list[str]:
        """Return words that did not reach the disk."""
        line = self.reading.unkept if self.reading else ""
        return [*(reading.text for reading in self.waiting), *([line] if line else [])]

    @property
    def takes_text(self) -> bool:
        """Say whether the next line is words to keep, which a paste of several lines may be."""
        return self.reading is not None and self.reading.takes_text

    def take(self, line: str) -> bool:
        """Do what a line says; False when it says to leave. Raises `NotKept`."""
        text = clean(line)
        if text.strip().casefold() == "/leave":
            return False
        with suppress(StoreError):  # what cannot be read now must not keep words out
            self._service.catch_up()
        offered, self._offered = self._offered, NOTHING_TO_UNDO
        if self.reading and self._is_for(self.reading, text):
            self._read_on(self.reading, text)
        elif text.startswith("/") and not text.startswith("//"):
            self._command(text, offered)
        elif is_blank(text):
            self._say(words.BLANK)
        else:
            words_of_slip = text.removeprefix("/") if text.startswith("//") else text
            if reading := self.latch.read(words_of_slip):
                self._drop(reading)
        return True

    def stands(self) -> None:
        """Say what holds for the next slip, where the next line may be one."""
        if self.reading is None:
            self.latch.stands()

    def _is_for(self, reading: Mode, text: str) -> bool:
        """Say whether a line is for what is read, and no command."""
        if reading.takes_commands and "\n" not in text:
            return not self._is_known(" ".join(text.casefold().split()))
        return reading.takes_all or not text.startswith("/")

    def _is_known(self, asked: str) -> bool:
        """Say whether a line is a command; those about names are none where none are wanted."""
        name = asked.partition(" ")[0]
        if name in OF_NAMES and not wants_names(self._service.jar):
            return False
        return asked in self._commands or name in self._with_more

    def stop(self) -> None:
        """Stop the opening or the look back there is."""
        if self.reading:
            self.reading.stop()

    def _command(self, text: str, offered: Undone) -> None:
        asked = " ".join(text.casefold().split())
        name, _, behind = one_line(text).partition(" ")
        if not self._is_known(asked):
            self._unknown()
        elif asked == "/undo" and offered.fields:
            self._taken_back(self._service.undo(earlier=True, named=offered))
        elif name.casefold() in self._with_more:
            self._with_more[name.casefold()](behind)
        else:
            self._commands.get(asked, self._unknown)()

    def _open(self) -> None:
        from jar_tui.plain.opening import OpeningMode

        self.stop()
        self._followed(OpeningMode(self._service, self._say, self.keeping, self._own))

    def _look_back(self, name: str, typed: str) -> None:
        from jar_tui.plain.looking_back import LOOKS, LookingMode
        from jar_tui.plain.pages import Sitting

        look = LOOKS[name](self._service, self._say, typed)
        if look is not None:
            self.stop()
            sitting = Sitting(self._service, self._say, self.keeping, self._own)
            self._followed(LookingMode(sitting, look))

    def _read_on(self, reading: Mode, text: str) -> None:
        try:
            reading.take(text)
        finally:
            self._followed(reading)

    def _followed(self, reading: Mode) -> None:
        """Note which slip is in view, and whether reading is over."""
        self._slip.slip_id = reading.slip or self._slip.slip_id
        self.reading = None if reading.is_over else reading

    def _drop(self, reading: Reading) -> None:
        try:
            slip = self._service.add(
                NewSlip(reading.text, reading.when, signature=reading.signature)
            )
        except NotKept:
            self.waiting.append(reading)
            raise
        self.latch.dropped(reading)
        self._own.add(slip.id)
        self._slip.slip_id = slip.id
        today = self._service.almanac.today()
        self._say(shell.dropped_line(slip, today, on_slip(slip, self._service.jar)))
        self._slip.tell_wishes(slip)
        if reading.future:
            self._say(words.future_prefix(reading.future, today))

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
        self._read_out(self._service.jar.slips, shell.NO_SLIPS)

    def _read_out(self, slips: Iterable[Slip], none: str) -> None:
        today, jar = self._service.almanac.today(), self._service.jar
        for line in [shell.sentence(slip, today, on_slip(slip, jar)) for slip in slips] or [none]:
            self._say(line)

    def _undo(self) -> None:
        """Take back this sitting's last change; one of an earlier sitting is named first."""
        undone = self._service.undo()
        if undone.fields:
            self._taken_back(undone)
            return
        would = self._service.undoable(earlier=True)
        if not would.fields:
            self._say(words.NOTHING_TO_TAKE_BACK)
            return
        self._say(words.would_take_back(would, self._service.almanac.today()))
        self._say(shell.PLAIN_UNDO_AGAIN)
        self._offered = would

    def _taken_back(self, undone: Undone) -> None:
        """Say what taking back came to, and on which slip."""
        slip = self._service.jar.get(undone.slip)
        said = words.taken_back(undone)
        self._say(f"{said} {self._slip.named(slip)}" if slip else said)

    def _unknown(self) -> None:
        self._say(shell.PLAIN_UNKNOWN)
