"""Line mode: one line of words, to keep or as an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jar_tui.domain.clean import is_blank
from jar_tui.domain.slips import NewSlip
from jar_tui.plain.pages import Page, Sitting
from jar_tui.service.lines import read_line
from jar_tui.service.telling import names_of
from jar_tui.store.errors import NotKept, SlipGone
from jar_tui.words import history, line_mode, ritual, shell
from jar_tui.words import opening as said


class Writing(Page):
    """Takes one line and keeps it; a blank one leaves it out."""

    takes_all = True
    takes_text = True

    def __init__(
        self,
        sitting: Sitting,
        asked: Sequence[str],
        keep: Callable[[str], str],
        *,
        left_out: str = said.LINE_OUT,
        then: Callable[[], object] = lambda: None,
        commands: bool = False,
    ) -> None:
        """Take what is asked for; `keep` says what became of it, and then something may follow.

        With `commands`, those work meanwhile, and two slashes in front are one.
        """
        self._sitting = sitting
        self._asked = asked
        self._keep = keep
        self._left_out = left_out
        self._then = then
        self.takes_commands = commands

    def show(self) -> None:
        """Say what is asked for."""
        for sentence in self._asked:
            self._sitting.say(sentence)

    def take(self, line: str) -> None:
        """Keep a line, with what could not be kept before; raises `NotKept`, and waits then."""
        if self.takes_commands and line.startswith("//"):
            line = line.removeprefix("/")
        text = "\n".join(part for part in (self.unkept, line) if not is_blank(part))
        answer = self._left_out
        if text:
            try:
                answer = self._keep(text)
            except NotKept:
                self.unkept = text
                raise
            except SlipGone:
                self._wait_as_slip(text)
                return
        self._sitting.pages.close()
        if answer:
            self._sitting.say(answer)
        self._then()

    def _wait_as_slip(self, text: str) -> None:
        """Have words whose slip is erased wait, to be kept as a slip of their own."""
        self.unkept = text
        self._keep = self._keep_as_slip
        self._sitting.say(f"{history.GONE} {line_mode.GONE_WAITS}")

    def _keep_as_slip(self, text: str) -> str:
        slip = self._sitting.service.add(NewSlip(text))
        self._sitting.own.add(slip.id)
        return f"{ritual.ANSWER_KEPT} {shell.UNDO_DROP_LINE}"


def write_under(
    sitting: Sitting, title: str, slip_id: str, opening: str, nudge: str = ""
) -> Writing:
    """Return what asks for a line to keep under a slip."""

    def keep(text: str) -> str:
        read = read_line(text, sitting.jar, sitting.service.almanac)
        sitting.service.write_line(slip_id, read.text, opening=opening, nudge=nudge, part=read.part)
        by = names_of((read.part,), sitting.jar) if read.part else ""
        kept = ritual.KEPT_BY.format(by) if by else said.LINE_KEPT
        return f"{kept} {line_mode.UNDO_LINE}"

    return Writing(sitting, (title,), keep)


class Asking(Page):
    """Takes one answer that nobody keeps as words, such as some days or a number."""

    takes_all = True

    def __init__(
        self, sitting: Sitting, asked: Sequence[str], answer: Callable[[str], object]
    ) -> None:
        """Take what is asked for, and what is done with the answer, which may be blank."""
        self._sitting = sitting
        self._asked = asked
        self._answer = answer

    def show(self) -> None:
        """Say what is asked for."""
        for sentence in self._asked:
            self._sitting.say(sentence)

    def take(self, line: str) -> None:
        """Hand the answer on."""
        self._answer(line)
