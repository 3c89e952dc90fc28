"""What those who sign are called."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from jar_tui.commands import Place
from jar_tui.domain.clean import clean, is_blank, one_line
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.prompt import NameScreen
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.choosing import option
from jar_tui.words import names as said
from jar_tui.words.names import with_nouns


class WordScreen(Saying):
    """Offers words; none is chosen before somebody chooses one."""

    PLACE: ClassVar[Place] = "word"
    BINDINGS: ClassVar[list[BindingType]] = bindings("word")

    offered = getters.query_one("#offered", OptionList)

    def __init__(self, keep: Callable[[str], Awaitable[str]]) -> None:
        """Take what to do with a word; it returns why it could not, or nothing."""
        super().__init__()
        self._keep = keep
        self._own_kept = False
        self._words: tuple[str, ...] = said.OFFERED

    def compose(self) -> ComposeResult:
        """Show the words; where another one was chosen, the usual one comes last."""
        if self.app.nouns != said.NAMES:
            self._words = (*said.OFFERED, said.NAMES.many)
        yield Static(Content(said.WORD_TITLE), id="title")
        yield Static(Content(said.WORD_HINT), id="answer")
        yield OptionList(*self._rows(), id="offered", markup=False, compact=True)
        yield KeysLine()

    def _rows(self, chosen: int | None = None) -> list[Content]:
        return [
            option(f"{row + 1}  {word}", chosen=row == chosen)
            for row, word in enumerate(self._words)
        ]

    def on_mount(self) -> None:
        """Choose none."""
        self.offered.highlighted = None

    def show_answer(self) -> None:
        """Show what was said last."""
        self.answer.update(Content(self.said or said.WORD_HINT))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show which one is chosen in a way that needs no colour."""
        for row, told in enumerate(self._rows(self.offered.highlighted)):
            self.offered.replace_option_prompt_at_index(row, told)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the chosen word."""
        await self._take(self._words[event.option_index])

    async def action_digit(self) -> None:
        """Take the word of a digit."""
        at = int(self.app.key) - 1
        if at < len(self._words):
            await self._take(self._words[at])

    def action_take(self) -> None:
        """Take the chosen word."""
        self.offered.action_select()

    def action_back(self) -> None:
        """Go back, nothing changed."""
        self.close()

    async def _take(self, word: str) -> None:
        if word == said.OWN:
            hint = said.OWN_HINT
            screen = NameScreen(said.OWN_TITLE, "", hint=lambda _: hint, keep=self._keep_own)
            self.app.push_screen(screen)
            return
        if word == said.NONE:
            rows = zip(said.NONE_ROWS, (self._leave, self._have_none), strict=True)
            asked = [Row(with_nouns(text, self.app.nouns), act) for text, act in rows]
            title = with_nouns(said.NONE_TITLE, self.app.nouns)
            self.app.push_screen(MenuScreen(title, lambda: asked, hint=said.NONE_HINT))
            return
        await self._keep_and_close(said.NAMES.one if word == said.NAMES.many else word)

    def _leave(self) -> None:
        """Go back to the words, nothing changed."""
        self.app.pop_screen()

    async def _have_none(self) -> None:
        """Have no names on any screen."""
        self.app.pop_screen()
        await self._keep_and_close(said.NONE)

    async def _keep_and_close(self, word: str) -> None:
        """Keep a word and go back, or say why it was not kept."""
        trouble = await self._keep(word)
        if trouble:
            self.say(trouble)
        else:
            self.close()

    async def _keep_own(self, text: str) -> str:
        """Keep a word of one's own; return why that was not done, or nothing."""
        one, _, many = map(one_line, clean(text).partition(","))
        if is_blank(one):
            return said.OWN_HINT
        if max(len(one), len(many)) > said.LONGEST_WORD:
            return said.OWN_TOO_LONG
        trouble = await self._keep(f"{one}, {many}" if many else one)
        self._own_kept = not trouble
        return trouble

    def on_screen_resume(self) -> None:
        """Go back once a word of one's own was kept."""
        if self._own_kept:
            self.close()
