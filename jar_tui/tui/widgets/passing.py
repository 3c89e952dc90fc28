"""Slips beside an entry: letters that are no key among them belong in the entry."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widget import Widget

from jar_tui.tui.clusters import is_typed


class PassesOn(Widget):
    """Passes on what is typed and is no key here."""

    @dataclass
    class Typed(Message):
        """A letter that is no key here, or a paste: it belongs in the entry."""

        text: str

    def on_key(self, event: events.Key) -> None:
        """Pass letters that are no key here on to the entry."""
        is_key = event.key in self.screen.active_bindings
        if event.character and is_typed(event.character) and not is_key:
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Pass a paste on to the entry."""
        event.stop()
        self.post_message(self.Typed(event.text))
