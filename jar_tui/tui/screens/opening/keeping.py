"""Having something of an opening kept, and the entry for a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from jar_tui import words
from jar_tui.commands import Place
from jar_tui.domain.clean import is_blank
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept, NotOpened
from jar_tui.tui.screens.keys import bindings
from jar_tui.tui.screens.prompt import PromptScreen
from jar_tui.words import opening as said

if TYPE_CHECKING:
    from jar_tui.tui.screens.acting import Acting

Job = Callable[[JarService], object]


class LineScreen(PromptScreen):
    """A line to keep."""

    PLACE: ClassVar[Place] = "line"
    BINDINGS: ClassVar[list[BindingType]] = bindings("line")


async def kept(screen: Acting, job: Job) -> str:
    """Have the jar keep something; return why it could not, or nothing."""
    try:
        await screen.app.ask(job)
    except NotKept as error:
        return words.not_kept(error.reason, screen=False)
    except NotOpened:
        return words.NOT_OPENED
    return ""


def ask_for_line(
    screen: Acting, title: str, key: str, keep: Callable[[str], Job], answer: str, *, text: str = ""
) -> None:
    """Ask for words, in the place of `text`; those not kept yet wait under `key` until they are."""
    unfinished = screen.app.saver.unfinished
    waiting = unfinished.edit(key)

    def note(now: str) -> None:
        unfinished.keep_edit(key, None if is_blank(now) or now == text else now)
        screen.app.saver.nudge()

    def leave(_: str) -> None:
        note("")
        screen.say(said.LINE_OUT)

    async def keep_it(now: str) -> str:
        if is_blank(now):
            leave(now)
            return ""
        trouble = await kept(screen, keep(now))
        if not trouble:
            note("")
            screen.say(answer)
        return trouble

    hint = said.LINE_WAITED if waiting else ""
    words_now = text if waiting is None else waiting
    screen.app.push_screen(
        LineScreen(title, words_now, hint=lambda _: hint, keep=keep_it, note=note, leave=leave)
    )


def ask_for_slip_line(screen: Acting, slip: str, opening: str, nudge: str) -> None:
    """Ask for a line to keep with a slip."""
    ask_for_line(
        screen,
        said.LINE_TITLE,
        f"line {slip}",
        lambda text: lambda jar: jar.write_line(slip, text, opening=opening, nudge=nudge),
        said.LINE_KEPT,
    )
