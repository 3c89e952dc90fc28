"""One key at a time: the next is looked at only when the last was handled to its end."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Collection
from contextvars import Context, copy_context
from typing import Any, TypeVar

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

from jar_tui.domain.clean import clean
from jar_tui.tui.clusters import is_typed
from jar_tui.tui.guard.busy import awaits_refresh, busy_pumps

R = TypeVar("R")
LEAVE_KEY = "ctrl+c"
_QUICK_LOOKS = 50
_SLOW_LOOK = 0.005
_REFRESH_LOOKS = 20
_LEAVE_GRACE = 0.3
_START_GRACE = 5.0
_SHIFT = "shift+"


class OrderedKeys(App[R]):
    """Hands keys and pastes on in order, though a laggy link delivers `hello` and Enter at once.

    Stock Textual forwards each to whatever has the focus when it is read, so keys overtake the
    focus change, the screen or the store that the key before them asked for.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with nothing typed."""
        self._typed: asyncio.Queue[events.Key | events.Paste] = asyncio.Queue()
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._last_key_now = False
        self._key_task: asyncio.Task[None] | None = None
        self._leave_task: asyncio.Task[None] | None = None
        self._own_context: Context | None = None
        super().__init__(*args, **kwargs)

    def on_mount(self) -> None:
        """Start handing keys on."""
        if self._key_task is None:
            self._own_context = copy_context()
            self._key_task = asyncio.create_task(self._hand_on(), name="keys in order")

    def on_unmount(self) -> None:
        """Stop handing keys on."""
        if self._key_task is not None:
            self._key_task.cancel()

    def post_message(self, message: Message) -> bool:
        """Queue keys and pastes from the terminal; everything else goes its usual way."""
        if not isinstance(message, events.Key | events.Paste) or message.is_forwarded:
            return super().post_message(message)
        if self._closing or self._closed:
            return False
        if isinstance(message, events.Key) and message.key == LEAVE_KEY:
            self._leave_soon()
        else:
            if isinstance(message, events.Paste):
                message.text = clean(message.text)
            self._waiting.append(message)
            self._typed.put_nowait(message)
        return True

    def unread_text(self) -> str:
        """Return the words among the keys nobody has come to; safe in a signal handler."""
        return "".join(_words(event) for event in tuple(self._waiting))

    async def keys_done(self) -> None:
        """Wait until every key typed so far was handled; for tests."""
        await self._typed.join()

    def leave_now(self) -> None:
        """Leave; the app may override this to keep its draft first."""
        self.exit()

    def before_key(self, event: events.Key | events.Paste) -> None:
        """See each key or paste right before it is handed on."""

    def wants_key(self, event: events.Key | events.Paste) -> bool:
        """Say whether a key or paste is handed on; override to leave some out."""
        return True

    def begin_leaving(self) -> None:
        """Do what must be seen at once on Ctrl-C, before the keys typed ahead of it."""

    def _leave_soon(self) -> None:
        """Leave from outside the app's own loop, which a handler may be holding up."""
        if self._leave_task is None:
            context = self._own_context or copy_context()
            self._leave_task = asyncio.get_running_loop().create_task(
                self._finish_keys_and_leave(), context=context
            )

    async def _finish_keys_and_leave(self) -> None:
        self.begin_leaving()
        # Letters typed just before Ctrl-C belong into the draft, but a stuck key has to give way.
        try:
            await asyncio.wait_for(self.keys_done(), _LEAVE_GRACE)
        except TimeoutError:
            self._last_key_now = True
            if self._key_task is not None:
                await asyncio.wait({self._key_task}, timeout=_LEAVE_GRACE)
        self.leave_now()

    async def _hand_on(self) -> None:
        try:
            await self._begun()
            while not self._last_key_now:
                event = await self._typed.get()
                for one in filter(self.wants_key, without_alt(event)):
                    self.before_key(one)
                    elsewhere = busy_pumps(self) - self._path()
                    super().post_message(one)
                    await self._settled(elsewhere)
                self._waiting.popleft()  # not before: a key half handled must not be lost
                self._typed.task_done()
        except Exception as error:
            self._handle_exception(error)

    async def _begun(self) -> None:
        """Wait for the first screen; a letter typed early needs its focus and no more."""
        now = asyncio.get_running_loop().time
        end = now() + _START_GRACE  # a part that never gets ready must not lock the keys
        looks = 0
        while (busy_pumps(self) or awaits_refresh(self)) and now() < end:
            first = self._waiting[0] if self._waiting else None
            if self.focused is not None and isinstance(first, events.Key) and first.is_printable:
                return
            await asyncio.sleep(0 if looks < _QUICK_LOOKS else _SLOW_LOOK)
            looks += 1

    def _path(self) -> set[MessagePump]:
        """Return everyone whom the next key may reach."""
        target = self.focused or (self.screen if self.screen_stack else None)
        return {self, *(target.ancestors_with_self if target is not None else ())}

    async def _settled(self, elsewhere: Collection[MessagePump]) -> None:
        """Wait until nobody is busy, apart from those who were so before this key."""
        looks = 0
        refresh_looks = _REFRESH_LOOKS
        ignored = set(elsewhere)
        while True:
            busy = busy_pumps(self)
            if not busy - ignored:
                if not awaits_refresh(self) or not refresh_looks:
                    return
                refresh_looks -= 1
                looks = _QUICK_LOOKS
            ignored &= busy
            await asyncio.sleep(0 if looks < _QUICK_LOOKS else _SLOW_LOOK)
            looks += 1


def without_alt(event: events.Key | events.Paste) -> list[events.Key | events.Paste]:
    """Split an Alt+x that did not come through our key stream into Esc, then x."""
    if not isinstance(event, events.Key) or not event.key.startswith("alt+"):
        return [event]
    key = event.key.removeprefix("alt+")
    if key.startswith(_SHIFT) and len(key) == len(_SHIFT) + 1:
        key = key[-1].upper()
    return [events.Key("escape", "\x1b"), events.Key(key, event.character)]


def _words(event: events.Key | events.Paste) -> str:
    """Return what a key or a paste would type."""
    if isinstance(event, events.Paste):
        return event.text
    if event.key in ("enter", "ctrl+j"):
        return "\n"
    return event.character if event.character and is_typed(event.character) else ""
