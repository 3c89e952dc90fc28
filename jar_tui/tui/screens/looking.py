"""The jar's side of the first screen: choosing slips, changing them, finding them."""

from __future__ import annotations

from textual import getters, on
from textual.widgets import Input

from jar_tui import words
from jar_tui.domain.records import Slip
from jar_tui.domain.signing import NO_SIGNATURE
from jar_tui.store.drafts import Half
from jar_tui.tui.screens.first import First
from jar_tui.tui.screens.slip_keys import SlipKeys
from jar_tui.tui.widgets.slip_list import SlipList
from jar_tui.words import history


class Looking(First, SlipKeys):
    """A screen with a list of slips and a line to find some by."""

    find = getters.query_one("#find", Input)
    slips = getters.query_one("#slips", SlipList)

    def show_slips(self) -> None:
        """Show the slips of the jar, or those the words to find are in."""
        wanted = self.find.value.strip() if self.find.display else ""
        jar = self.app.jar.containing(wanted) if wanted else self.app.jar
        chosen = self.target()
        some_aside = not wanted and len(jar.ordered) > len(jar.slips)
        self.slips.show(
            jar.slips,
            today=self.app.almanac.today(),
            sitting=self.app.sitting,
            aside=jar.aside if some_aside else (),
            signed=self.app.signed,
        )
        if self.app.jar.get(self._arriving) is not None:
            self.slips.choose(self._arriving)
            self._arriving = ""
        gone = chosen is not None and self.app.jar.get(chosen.id) is None
        if gone and not self.said and self.has_class("-in-jar"):
            self.say(history.CHOSEN_GONE)
        if wanted and not jar.slips and not self.said:
            self._say_nothing_found()

    def _say_nothing_found(self) -> None:
        """Say so, and that covered words are left out where there are any."""
        covered = self.app.jar.has_covered
        self.say(words.NOTHING_FOUND_COVERED if covered else words.NOTHING_FOUND)

    def target(self) -> Slip | None:
        """Return the chosen slip."""
        return self.slips.chosen

    @property
    def chosen_is_reworded(self) -> bool:
        """Say whether the words of the chosen slip were others before."""
        chosen = self.target()
        return chosen is not None and chosen.reworded

    def on_slip_list_chosen(self) -> None:
        """Name the keys that mean something now."""
        self.refresh_hints()

    def take_in(self, typed: str, *, first: bool) -> None:
        """Hold words that were typed elsewhere; at the `first`, a slip begun here waits for Up."""
        if first and (not self.entry.blank or self.signature):
            unfinished = self.app.saver.unfinished
            unfinished.put_by(Half(self.entry.text, self.small, self.signature))
            self.small = False
            self.pick(NO_SIGNATURE)
        self.entry.fill(typed)

    # Between the panes

    async def action_entry_to_jar(self) -> None:
        """Go to the jar: today's slips, the one dropped last chosen."""
        await self.app.settled()
        self._rest()
        self.slips.choose(self._last_dropped)
        self.slips.focus()

    async def action_entry_to_last(self) -> None:
        """Go to the jar."""
        await self.action_entry_to_jar()

    def action_jar_write(self) -> None:
        """Go back to the slip; what was looked for is put away."""
        self._rest()
        self.entry.focus()

    def action_jar_calm(self) -> None:
        """Stay in the jar, at rest, all finding ended."""
        self._rest()

    # The chosen slip

    def action_jar_down(self) -> None:
        """Choose the next slip, or bring the older ones."""
        self.slips.action_move(1)

    async def action_jar_whole(self) -> None:
        """Show the whole slip."""
        from jar_tui.tui.screens.whole import WholeScreen

        slip = self.target()
        if slip is not None:
            await self.app.push_screen(WholeScreen(slip))

    async def action_entry_simple(self) -> None:
        """Go to the simple screen."""
        from jar_tui.tui.screens.simple import SimpleScreen

        await self.give_way(SimpleScreen())

    async def action_jar_simple(self) -> None:
        """Go to the simple screen."""
        await self.action_entry_simple()

    async def action_jar_open(self) -> None:
        """Open the jar."""
        from jar_tui.tui.screens.opening.flow import open_jar

        def stopped(sentence: str) -> None:
            self.slips.rest()
            self.say(sentence)

        def closed(sentence: str) -> None:
            self.slips.rest()
            self.entry.focus()
            self.say(sentence)

        await open_jar(self, stopped=stopped, closed=closed)

    def action_jar_help(self) -> None:
        """Explain the jar and its keys."""
        self.action_help()

    # Finding

    def action_jar_find(self) -> None:
        """Ask for words to find."""
        self.find.display = True
        self.find.focus()

    @on(Input.Changed, "#find")
    def find_as_typed(self) -> None:
        """Find as the words are typed."""
        self.slips.rest(not self.find.value.strip())
        self.show_slips()

    @on(Input.Submitted, "#find")
    def go_to_found(self) -> None:
        """Go to what was found."""
        self.action_find_to_found()

    def action_find_to_found(self) -> None:
        """Go to what was found, where anything was."""
        self.slips.choose("")
        if self.slips.chosen is None:
            self._say_nothing_found()
        else:
            self.slips.focus()

    def action_find_back(self) -> None:
        """End finding and go to the jar."""
        self._rest()
        self.slips.focus()

    def action_find_help(self) -> None:
        """Explain finding and its keys."""
        self.action_help()

    def _rest(self) -> None:
        """Show the jar at rest; what was looked for is put away."""
        self.find.display = False
        with self.find.prevent(Input.Changed):
            self.find.value = ""
        if self.slips.slips is not self.app.jar.slips:
            self.show_slips()
        self.slips.today = self.app.almanac.today()
        self.slips.rest()
