"""Textual's terminal driver, with early keys, forgiving input and a clean way to leave."""

from __future__ import annotations

import os
import selectors
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from jar_tui.tui.guard.decoder import forgiving_decoder
from jar_tui.tui.guard.early import ENTER_GLASS, Early
from jar_tui.tui.guard.keystream import KeyStream
from jar_tui.tui.guard.signals import wake_loop

if TYPE_CHECKING:
    from textual.app import App

LEAVE_KEY = "ctrl+c"
_ENTER_GLASS = ENTER_GLASS.decode()
_POP_KITTY = "\x1b[<u"
_CLEAR = "\x1b[0m\x1b[2J\x1b[H"


class GuardDriver(LinuxDriver):
    """A LinuxDriver that starts from a terminal which `early.enter` already made quiet."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Take the early terminal from the app, and write UTF-8 whatever the locale says."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        wake_loop()
        self._early: Early | None = getattr(app, "early", None)
        if self._early is not None:
            self._file = open(  # noqa: SIM115 - lives as long as the process
                self._early.fd_out, "w", encoding="utf-8", errors="replace", closefd=False
            )
        self._wake: tuple[int, int] | None = None
        self._stopped = True

    def write(self, data: str) -> None:
        """Write, but neither enter the glass twice nor pop kitty keys that were never pushed."""
        if data == _POP_KITTY:
            return
        if data == _ENTER_GLASS and self._early is not None:
            if self._early.in_glass:
                return
            self._early.in_glass = True
        super().write(data)

    def start_application_mode(self) -> None:
        """Start, and remember the terminal as it was before `early.enter` rather than after."""
        self._wake = os.pipe()
        self._stopped = False
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._early is not None:
            self.attrs_before = self._early.attrs

    def stop_application_mode(self) -> None:
        """Stop, leaving no words in the glass behind."""
        self.write(_CLEAR)
        super().stop_application_mode()
        self._stopped = True
        if self._early is not None:
            self._early.in_glass = False

    def resume_application_mode(self) -> None:
        """Resume; after kill -STOP nothing was stopped first, and two readers would fight."""
        if not self._stopped:
            self._must_signal_resume = True
            self.suspend_application_mode()
        super().resume_application_mode()

    def disable_input(self) -> None:
        """Stop reading at once instead of at the next poll."""
        if self._wake is None:
            super().disable_input()
            return
        reading, writing = self._wake
        self._wake = None
        os.write(writing, b"!")
        super().disable_input()
        os.close(reading)
        os.close(writing)

    def process_message(self, message: Message) -> None:
        """Hand a message on; Ctrl-C also arms the last resort, in case nobody is left to listen."""
        if isinstance(message, events.Key) and message.key == LEAVE_KEY:
            arm = getattr(self._app, "arm_last_resort", None)
            if arm is not None:
                arm()
        super().process_message(message)

    def run_input_thread(self) -> None:
        """Read keys until told to stop; an error goes to the app, not into a printed traceback."""
        try:
            self._read_keys()
        except Exception as error:
            self._app.call_later(_raise, error)

    def _read_keys(self) -> None:
        if self._wake is None:
            return  # told to stop before this thread had begun
        wake = self._wake[0]
        stream = KeyStream()
        decode = forgiving_decoder().decode
        if self._early is not None:
            self._pass_on(stream.feed(decode(self._early.take())))
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(wake, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(stream.wait())}
                if wake in ready:
                    return
                if self.fileno in ready:
                    data = b""
                    with suppress(OSError):
                        data = os.read(self.fileno, 4096)
                    if not data:
                        return  # hung up: reading on would spin, the watchdog ends the app
                    self._pass_on(stream.feed(decode(data)))
                self._pass_on(stream.tick())

    def _pass_on(self, messages: list[Message]) -> None:
        for message in messages:
            self.process_message(message)


def _raise(error: Exception) -> NoReturn:
    """Raise inside the app's own loop, where crashes are handled."""
    raise error
