"""The two screens the app may begin with: one gives way to the other, words and all."""

from __future__ import annotations

from jar_tui.tui.guard.switching import switch
from jar_tui.tui.screens.writing import Writing
from jar_tui.tui.widgets.passing import PassesOn


class First(Writing):
    """A screen no other lies below."""

    begun = ""
    """Words the entry begins with."""
    stale = False
    """Whether a newer jar waits to be shown until no other screen is on top."""

    async def give_way(self, there: First) -> None:
        """Go over to the other screen, once every slip is on disk or its words are back."""
        if self.app.bounced:
            return
        await self.app.settled()
        under_way = [one for one in self.workers if one.node is self and one.group == "dropping"]
        await self.workers.wait_for_complete(under_way)
        there.begun, there.small, there.signature = self.entry.text, self.small, self.signature
        there._last_dropped, there.said = self._last_dropped, self.said
        there.stale = True
        switch(self.app, there)

    def on_passes_on_typed(self, event: PassesOn.Typed) -> None:
        """Go to the slip and type there what is no key among others."""
        self.entry.focus()
        self.entry.insert(event.text)
