"""Line mode: one line of words to keep, under a slip or with an opening."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui.domain.clean import is_blank
from jar_tui.store.errors import NotKept
from jar_tui.words import opening as said


class Writing:
    """Takes one line and keeps it; a blank one leaves it out."""

    takes_all = True

    def __init__(
        self,
        say: Callable[[str], object],
        title: str,
        keep: Callable[[str], str],
        *,
        back: Callable[[], object],
    ) -> None:
        """Say what is asked for; `keep` says what became of it."""
        self.unkept = ""
        """Words that did not reach the disk."""
        self._say = say
        self._keep = keep
        self._back = back
        say(title)

    def take(self, line: str) -> None:
        """Keep a line, with what could not be kept before; raises `NotKept`, and waits then."""
        text = "\n".join(words for words in (self.unkept, line) if not is_blank(words))
        answer = said.LINE_OUT
        if text:
            try:
                answer = self._keep(text)
            except NotKept:
                self.unkept = text
                raise
            self.unkept = ""
        self._say(answer)
        self._back()
