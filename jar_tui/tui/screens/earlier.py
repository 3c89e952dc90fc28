"""The words a slip had before, and when."""

from __future__ import annotations

from asyncio import Event
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from jar_tui.commands import Place, Standing
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip
from jar_tui.service.history import Earlier
from jar_tui.tui.screens.keys import WAYS_OUT, KeysLine, bindings
from jar_tui.tui.screens.saying import Saying
from jar_tui.tui.widgets.choosing import option
from jar_tui.words import history


class EarlierScreen(Saying):
    """Shows the earlier words of one slip, and puts some back on it."""

    PLACE: ClassVar[Place] = "earlier"
    BINDINGS: ClassVar[list[BindingType]] = bindings("earlier")

    moments = getters.query_one("#moments", OptionList)
    body = getters.query_one("#body", VerticalScroll)
    told = getters.query_one("#told", Static)

    def __init__(self, slip: Slip) -> None:
        super().__init__()
        self._slip = slip
        self._looked = Event()
        self._found: list[Earlier] = []
        self._moments: list[str] = []
        self._none = ""
        """What is said in the place of words where there are none."""
        self._uncovered = False
        """Whether covered words show, here and now."""

    def compose(self) -> ComposeResult:
        """Show the moments, and below them the words of the chosen one."""
        yield Static(Content(history.TITLE), id="title")
        yield OptionList(id="moments", markup=False, compact=True)
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="told", markup=False)
        yield Static(id="answer", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Look for the words, and follow what becomes of the slip."""
        self.app.changed.subscribe(self, self.take_jar)
        self.after_layout(self.name_keys)
        self.moments.display = False
        self.moments.focus()
        self.run_worker(self._look(), group="earlier")

    def take_jar(self, jar: Jar) -> None:
        """Show what is earlier in a newer jar; of an erased slip nothing."""
        slip = jar.get(self._slip.id)
        if slip is None:
            if self.query("#moments"):
                self._show([], history.GONE)
            return
        self._uncovered = self._uncovered and self._slip.covered
        before, self._slip = self._slip, slip
        if before.owner("text") != slip.owner("text"):
            self.run_worker(self._look(), group="earlier")
        elif before.covered != slip.covered:
            self._show_words()

    async def on_key(self, event: events.Key) -> None:
        """Have keys wait for the words, all but the one that goes back."""
        if event.key not in WAYS_OUT:
            await self._looked.wait()

    async def _look(self) -> None:
        key = self._slip.id
        try:
            found = await self.try_to(lambda service: service.history.earlier(key))
        finally:
            self._looked.set()
        if found is not None and self.app.jar.get(key) is not None and self.query("#moments"):
            self._show(found, history.NONE)  # and somebody still looks

    def _show(self, found: list[Earlier], none: str) -> None:
        """Show these versions; the one that was chosen stays chosen."""
        chosen = self._chosen
        self._found, self._none = found, none
        times = [one.when for one in found]
        self._moments = history.moments(times, self.app.almanac.today())
        self.moments.display = bool(found)
        self.moments.clear_options()
        self.moments.add_options(map(option, self._moments))
        texts = [one.text for one in found]
        at = texts.index(chosen.text) if chosen and chosen.text in texts else 0
        self.moments.highlighted = at if found else None
        self._show_words()

    @property
    def _chosen(self) -> Earlier | None:
        at = self.moments.highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    @property
    def _folded(self) -> bool:
        return self._slip.covered and not self._uncovered and bool(self._found)

    def _show_words(self) -> None:
        """Show the words of the chosen moment."""
        chosen = self._chosen
        text = chosen.text if chosen else self._none
        self.told.update(Content(history.COVERED_HINT if self._folded else text))
        self.name_keys()

    def standing(self) -> Standing:
        """Return what decides which keys are named."""
        found, more = bool(self._found), self.body.max_scroll_y > 0
        return Standing(chosen=found, earlier=found, covered=self._folded, more=more, brief=True)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show which one is chosen in a way that needs no colour, and its words."""
        for row, moment in enumerate(self._moments):
            told = option(moment, chosen=row == event.option_index)
            self.moments.replace_option_prompt_at_index(row, told)
        self.body.scroll_home(animate=False)
        self._show_words()

    def on_option_list_option_selected(self) -> None:
        """Show covered words."""
        self.action_show()

    def action_down(self) -> None:
        """Choose the moment before."""
        self.moments.action_cursor_down()

    def action_show(self) -> None:
        """Show covered words, in this view."""
        self._uncovered = True
        self._show_words()

    def action_more(self) -> None:
        """Show the next screenful of long words; after the last one, the first."""
        if self.body.scroll_offset.y < self.body.max_scroll_y:
            self.body.scroll_page_down(animate=False)
        else:
            self.body.scroll_home(animate=False)

    async def action_take(self) -> None:
        """Put the chosen words on the slip again, and go back."""
        chosen, key = self._chosen, self._slip.id
        if chosen is None or self.app.bounced:
            return
        trouble = await self.kept(lambda service: service.edit(key, chosen.text), screen=False)
        if trouble:
            self.say(trouble)
        else:
            self.leave_saying(history.BACK_ON)

    def action_back(self) -> None:
        """Go back to the slip."""
        self.close()
