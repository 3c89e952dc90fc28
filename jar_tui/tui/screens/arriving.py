"""What the first screen says when the jar has been read, or could not be."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from jar_tui.domain.jar import Jar
from jar_tui.service import Opened
from jar_tui.store.errors import NotOpened
from jar_tui.tui.screens.saying import Saying
from jar_tui.words import KEPT_WHERE, health


class Arriving(Saying):
    """Waits for the jar, and says what is wrong with its files."""

    stands = ""
    """What is said of the jar's files for as long as they are so."""
    _bare = False
    """No slip could be read."""

    async def wait_for_jar(self) -> None:
        """Say what opening the jar brought to light."""
        try:
            opened: Opened = await self.app.arrival(self.app.saver.opened)
        except NotOpened as error:
            self._bare = True
            self._tell(health.not_opened(error), health.STANDS, health.not_opened(error))
            return
        told = "\n".join(health.found(opened))
        if opened.nothing_read:
            self._bare = True
            self._tell(told, health.STANDS, health.STANDS)
        elif told:
            self._tell(told, "", health.BRIEF)

    def meet(self, jar: Jar) -> None:
        """Say where words are kept, as ever, once slips show that were not written just now."""
        if self._bare and any(slip.id not in self.app.sitting for slip in jar.slips):
            self._bare, self.stands = False, ""
            self.query_one("#where", Static).update(Content(KEPT_WHERE))

    def _tell(self, answer: str, stands: str, brief: str) -> None:
        """Say what is wrong until the next key; something of it `stands` for as long as this does.

        Where there is little room the `brief` sentence stands there, and is all that is said.
        """
        self.stands = brief if self.short else stands
        if not self.short:
            self.say(answer)
        if self.stands:
            self.query_one("#empty").display = False
            self.query_one("#where", Static).update(Content(self.stands))
