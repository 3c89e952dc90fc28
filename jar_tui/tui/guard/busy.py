"""Which parts of the app are still at work on something."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.message_pump import MessagePump


def is_busy(pump: MessagePump) -> bool:
    """Tell whether a message pump handles something or has something waiting.

    An idle pump sleeps until its queue has something, and only then that queue has a waiter. It
    shows what counting messages cannot: a handler that awaits for long, its queue being empty.
    """
    if pump._closed or not (pump._task is not None or pump._running):
        return False
    queue: Any = pump._message_queue
    asleep = any(not waiter.done() for waiter in queue.ready_event._waiters)
    return bool(pump._next_callbacks) or not queue.empty() or not asleep


def busy_pumps(app: App[Any]) -> set[MessagePump]:
    """Return the app, the screens and the widgets that are at work now."""
    pumps: list[MessagePump] = [app, *app._registry]
    return {pump for pump in pumps if is_busy(pump)}


def awaits_refresh(app: App[Any]) -> bool:
    """Tell whether something was put off until after the next refresh, a focus perhaps.

    That the keys a footer names are looked at again is put off too, and no key waits for it.
    """
    if not app.screen_stack:
        return False
    put_off = (getattr(call, "func", call) for call, _ in app.screen._callbacks)
    return any(getattr(call, "__name__", "") != "refresh_bindings" for call in put_off)
