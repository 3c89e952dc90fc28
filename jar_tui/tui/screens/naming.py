"""What keys do in the pane of names, for every screen that shows it."""

from __future__ import annotations

from typing import Literal

from jar_tui.domain.picks import Asked
from jar_tui.tui.screens.changing_names import ChangingNames
from jar_tui.words import names as said
from jar_tui.words.names import with_nouns

Way = Literal["slip", "jar"]


class Naming(ChangingNames):
    """A screen with a pane of names."""

    async def leave_names(self, way: Way = "slip") -> None:
        """Keep who was picked, and go back to the slip or on to the jar."""
        self.names.stop_finding()
        self.names_changed()

    async def leave_as_it_was(self, way: Way = "slip") -> None:
        """Go back by a key that picks nobody."""
        await self.leave_names(way)

    # Picking

    def action_names_down(self) -> None:
        """Choose the next name."""
        self.names.lines.action_move(1)

    def action_names_pick(self) -> None:
        """Pick the chosen name and stay, or take it off."""
        part = self.names.chosen
        if part is None:
            self._say(said.NONE_CHOSEN)
        elif not self.app.bounced:
            self.names.picks.toggle(part)
            self.names.show_state()
            self.names_changed()

    async def action_names_keep(self) -> None:
        """Go back; where nothing was picked, the chosen name signs first."""
        if self.names.chosen is not None:
            self.names.picks.take_chosen(self.names.chosen)
        await self.leave_names()

    async def action_names_digit(self) -> None:
        """Sign with the name of a digit and go back."""
        part = self.names.digits.get(int(self.app.key))
        if part is None:
            self._say(said.NO_DIGIT)
            return
        self.names.picks.sign(part)
        await self.leave_names()

    async def action_names_unsure(self) -> None:
        """Leave open who it was."""
        self.names.picks.put_state("unsure")
        await self.leave_names()

    async def action_names_nobody(self) -> None:
        """Say that it was nobody in particular."""
        self.names.picks.put_state("nobody")
        await self.leave_names()

    async def action_names_someone(self) -> None:
        """Say that it was someone."""
        self.names.picks.put_state("someone")
        await self.leave_names()

    async def action_names_all(self) -> None:
        """Say that it was all of them."""
        self.names.picks.put_state("all")
        await self.leave_names()

    def action_names_for(self) -> None:
        """Ask who it is for."""
        self._ask_for("for")

    def action_names_noticed(self) -> None:
        """Ask who noticed."""
        self._ask_for("noticed")

    def action_names_near(self) -> None:
        """Ask who was near."""
        self._ask_for("with")

    def action_names_also(self) -> None:
        """Ask who signs as well."""
        self._ask_for("also")

    def _ask_for(self, asked: Asked) -> None:
        self.names.picks.ask_for(asked)
        self.names.show_state()

    def action_names_how(self) -> None:
        """Ask how it was."""
        from jar_tui.tui.screens.how_it_was import HowScreen

        def keep(how: str) -> None:
            self.names.picks.put_how(how)
            self.names.show_state()
            self.names_changed()

        hint = with_nouns(said.HOW_HINT, self.app.nouns)
        self.app.push_screen(HowScreen(self.names.picks.signature.how, keep, hint))

    def action_names_for_me(self) -> None:
        """Show slips that are for the chosen name."""
        from jar_tui.service.looking_back import for_names
        from jar_tui.tui.screens.reading_back import look_back

        part = self.names.chosen
        if part is None:
            self._say(said.NONE_CHOSEN)
        else:
            look_back(self, for_names([part.id]))

    def action_names_keep_signing(self) -> None:
        """Have whoever is picked go on signing, or whoever signs next; or end that."""
        if not self.app.bounced:
            by = self.names.picks.signature.joined(self.names.others).parts("by")
            if not by and self.names.chosen is not None:
                by = (self.names.chosen.id,)
            self.say(self.app.latching.turn(by, self.app.jar))

    # Finding, and the way out

    def action_names_filter(self) -> None:
        """Take letters to find a name by."""
        self.names.filter()

    async def action_filter_digit(self) -> None:
        """Sign with one of the names found and go back."""
        await self.action_names_digit()

    async def action_filter_keep(self) -> None:
        """Sign with the first name found and go back; with nothing typed, go to the names."""
        if not self.names.typed:
            self.names.lines.focus()
        elif self.names.chosen is not None:
            self.names.picks.take(self.names.chosen)
            await self.leave_names()

    def action_filter_to_names(self) -> None:
        """Go to what was found."""
        self.names.lines.focus()

    def action_filter_back(self) -> None:
        """Show all names again."""
        self.names.end_filter()

    def action_filter_help(self) -> None:
        """Explain finding and its keys."""
        self.action_help()

    async def action_names_next(self) -> None:
        """Go on to the jar."""
        await self.leave_as_it_was("jar")

    async def action_names_previous(self) -> None:
        """Go back to the slip."""
        await self.leave_as_it_was()

    async def action_names_back(self) -> None:
        """Show all names again, or go back."""
        if self.names.filtering:
            self.names.end_filter()
        else:
            await self.leave_as_it_was()

    def action_names_help(self) -> None:
        """Explain the pane and its keys."""
        self.action_help()
