"""Who is on the slip being written: picked, tagged, or going on signing."""

from __future__ import annotations

from typing import Final

from textual import getters

from jar_tui.domain.signing import NO_SIGNATURE, Signature
from jar_tui.domain.slips import Reading
from jar_tui.service.telling import entry_told, tagged, wishes_told
from jar_tui.tui.screens.acting import Acting
from jar_tui.tui.widgets.quick_entry import QuickEntry
from jar_tui.words import latch as said
from jar_tui.words.names import with_wishes

NO_WORDS: Final = Reading("")


class SigningEntry(Acting):
    """A screen on which a slip is signed while it is written."""

    entry = getters.query_one("#entry", QuickEntry)

    signature = NO_SIGNATURE
    """Who was picked to be on the slip being written; a tag in its words may add to that."""
    latched = True
    """Whoever goes on signing does so here."""
    noticing = True
    """The key that adds who noticed is here."""

    def read(self, text: str) -> Reading:
        """Return what words are understood as; without names, a tag is words."""
        return self.app.almanac.read(text, tagged(self.app.jar))

    def signing(self, reading: Reading) -> Signature:
        """Return who was picked, whom a tag names, and else who goes on signing."""
        if self.app.nouns is None:
            return NO_SIGNATURE
        if not self.latched:
            return self._picked(reading)
        return self.app.latching.signed(self._picked(reading), reading, self.app.jar)

    def signing_hint(self, reading: Reading = NO_WORDS) -> str:
        """Say who will be on the slip, and who goes on signing."""
        if self.app.nouns is None:
            return ""
        picked, jar = self._picked(reading), self.app.jar
        if self.latched:
            hint = self.app.latching.hint(picked, reading, jar, noticing=self.noticing)
        else:
            hint = entry_told(picked, reading, jar, noticing=self.noticing)
        return with_wishes(hint, wishes_told(self.signing(reading), jar))

    def kept_hint(self) -> str:
        """Say who goes on signing, where somebody does: that shows beside an answer, too."""
        if not (self.latched and self.app.latching.now(self.app.jar)):
            return ""
        return self.signing_hint(NO_WORDS if self.entry.blank else self.read(self.entry.text))

    def end_latch(self) -> None:
        """Have nobody go on signing, and no slip go in: two backslashes and no words."""
        self.app.latching.end()
        self.entry.fill("")
        self.say(f"{said.ended(self.app.latching.always)} {said.NO_SLIP}")

    def _picked(self, reading: Reading) -> Signature:
        return self.signature.joined(reading.signature or NO_SIGNATURE)
