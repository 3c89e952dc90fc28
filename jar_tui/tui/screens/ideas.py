"""A list of ideas for a slip, for when the page is too empty."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from jar_tui import words
from jar_tui.commands import Place
from jar_tui.tui.screens.base import JarScreen
from jar_tui.tui.screens.keys import KeysLine, bindings
from jar_tui.tui.widgets.choosing import option


class IdeasScreen(JarScreen[str]):
    """Offers ideas; returns the one taken, or nothing."""

    PLACE: ClassVar[Place] = "ideas"
    BINDINGS: ClassVar[list[BindingType]] = bindings("ideas")

    ideas = getters.query_one("#ideas", OptionList)

    def compose(self) -> ComposeResult:
        """Show the ideas."""
        yield Static(Content(words.IDEAS_TITLE), id="title")
        yield Static(Content(words.IDEAS_HINT), id="answer")
        yield OptionList(*map(option, words.IDEAS), id="ideas", markup=False, compact=True)
        yield KeysLine()

    def on_mount(self) -> None:
        """Choose the first one."""
        self.ideas.highlighted = 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show which one is chosen in a way that needs no colour."""
        for row, idea in enumerate(words.IDEAS):
            told = option(idea, chosen=row == event.option_index)
            self.ideas.replace_option_prompt_at_index(row, told)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the chosen idea."""
        self.dismiss(words.IDEAS[event.option_index])

    def action_take(self) -> None:
        """Take the chosen idea."""
        self.ideas.action_select()

    def action_back(self) -> None:
        """Go back, nothing chosen."""
        self.dismiss("")
