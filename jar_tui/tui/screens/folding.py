"""A slip with what was written under it, which may be folded."""

from __future__ import annotations

from abc import abstractmethod

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip
from jar_tui.domain.ritual import shows_earlier
from jar_tui.tui.screens.saying import Saying
from jar_tui.words import ritual


class Folding(Saying):
    """A screen that shows what was written under its slip before, or that there is some."""

    _turned: frozenset[str] = frozenset()
    """Slips whose earlier lines show where they would be folded, or the other way round."""

    @abstractmethod
    def target(self) -> Slip | None:
        """Return the slip in view."""

    @abstractmethod
    def take_jar(self, jar: Jar) -> None:
        """Show the slip as it is in a jar."""

    @abstractmethod
    def from_before(self, slip: Slip) -> list[str]:
        """Return the lines under a slip that may be folded."""

    def under(self, slip: Slip) -> list[str]:
        """Return those lines, or that there are some."""
        lines = self.from_before(slip)
        if lines and shows_earlier(self.app.jar) is (slip.id in self._turned):
            return [ritual.UNDER_FOLDED]
        return lines

    def action_lines(self) -> None:
        """Show what was written under the slip before, or fold it again."""
        slip = self.target()
        if slip is None or slip.covered:
            return
        if not self.from_before(slip):
            self.say(ritual.UNDER_NONE)
            return
        self._turned ^= {slip.id}
        self.take_jar(self.app.jar)
