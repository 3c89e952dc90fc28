"""What keys do in the pane of names, for every screen that shows it."""

from __future__ import annotations

from typing import Literal

from jar_tui.domain.people import WORD
from jar_tui.domain.records import Part
from jar_tui.domain.signing import read_name, tag_shown
from jar_tui.store.errors import StoreError
from jar_tui.tui.screens.names_pane import NamesPane
from jar_tui.tui.screens.saying import Saying, refused
from jar_tui.words import LEFT
from jar_tui.words import names as said
from jar_tui.words.names import with_nouns

Way = Literal["slip", "jar"]


class Naming(Saying):
    """A screen with a pane of names."""

    @property
    def names(self) -> NamesPane:
        """Return the pane."""
        return self.query_one(NamesPane)

    async def leave_names(self, way: Way = "slip") -> None:
        """Keep who was picked, and go back to the slip or on to the jar."""
        self.names_changed()

    async def leave_as_it_was(self, way: Way = "slip") -> None:
        """Go back by a key that picks nobody."""
        await self.leave_names(way)

    def names_changed(self) -> None:
        """Take note of who is picked so far."""

    def _say(self, sentence: str) -> None:
        self.say(with_nouns(sentence, self.app.nouns))

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
            self.names.toggle(part)
            self.names_changed()

    async def action_names_keep(self) -> None:
        """Go back; where nothing was picked, the chosen name signs first."""
        self.names.take_chosen()
        await self.leave_names()

    async def action_names_digit(self) -> None:
        """Sign with the name of a digit and go back."""
        part = self.names.digits.get(int(self.app.key))
        if part is None:
            self._say(said.NO_DIGIT)
            return
        self.names.sign(part)
        await self.leave_names()

    async def action_names_unsure(self) -> None:
        """Leave open who it was."""
        self.names.put_state("unsure")
        await self.leave_names()

    async def action_names_nobody(self) -> None:
        """Say that it was nobody in particular."""
        self.names.put_state("nobody")
        await self.leave_names()

    def action_names_for(self) -> None:
        """Ask who it is for."""
        self.names.ask_for("for")

    def action_names_noticed(self) -> None:
        """Ask who noticed."""
        self.names.ask_for("noticed")

    # The names themselves

    def action_names_add(self) -> None:
        """Add names."""
        from jar_tui.tui.screens.names_add import AddScreen

        self.app.push_screen(AddScreen())

    def action_names_rename(self) -> None:
        """Change the chosen name, and its tag."""
        part = self.names.chosen
        if part is None:
            self._say(said.NONE_CHOSEN)
            return

        from jar_tui.tui.screens.prompt import NameScreen

        before = part.name
        if len(part.tags) == 1:
            with_tag = f"{part.name} {tag_shown(part.tags[0])}"
            if read_name(with_tag) == (part.name, part.tags[0]):
                before = with_tag

        async def keep(text: str) -> str:
            return await self._rename(part, before, text)

        self.app.push_screen(NameScreen(said.RENAME_TITLE, before, hint=lambda _: "", keep=keep))

    async def _rename(self, part: Part, before: str, text: str) -> str:
        """Change a name; return why that was not done, or nothing."""
        if text.strip() == before:
            self.say(LEFT)
            return ""
        named = read_name(text)
        if named is None:
            return said.NAME_TAKEN
        tags = [*part.tags] if before == part.name else []
        tags += [named.tag] if named.tag and named.tag not in tags else []
        try:
            done = await self.app.ask(lambda jar: jar.people.rename(part.id, named.name, tags))
        except StoreError as error:
            return refused(error)
        if done is None:
            return said.NAME_TAKEN
        self.say(said.RENAMED.format(named.name))
        return ""

    async def action_names_rest(self) -> None:
        """Leave the chosen name out of the list, or list it again."""
        part = self.names.chosen
        if part is None or self.app.bounced:
            self._say("" if part else said.NONE_CHOSEN)
            return
        resting = not part.resting
        done = await self.try_to(lambda service: service.people.rest(part.id, resting=resting))
        if done is not None:
            self.names.lines.choose_none()
            answer = said.RESTS if resting else said.RESTS_NO_MORE
            self.say(answer.format(part.name))

    async def action_names_remove(self) -> None:
        """Take the chosen name away; its slips stay."""
        part = self.names.chosen
        if part is None or self.app.bounced:
            self._say("" if part else said.NONE_CHOSEN)
            return
        done = await self.try_to(lambda service: service.people.remove(part.id))
        if done is not None:
            self.names.forget(part)
            self.names.lines.choose_none()
            self.names_changed()
            self.say(said.TAKEN_AWAY.format(part.name))

    def action_names_word(self) -> None:
        """Pick another word for names."""
        from jar_tui.tui.screens.names_word import WordScreen

        self.app.push_screen(WordScreen(self._keep_word))

    async def _keep_word(self, choice: str) -> str:
        """Keep what those who sign are called; return why it was not kept, or nothing."""
        trouble = await self.kept(lambda service: service.people.choose(WORD, choice))
        if not trouble and self.app.nouns is not None:
            self._say(said.SAYS)
        return trouble

    # Finding, and the way out

    def action_names_filter(self) -> None:
        """Take letters to find a name by."""
        self.names.filter()

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
