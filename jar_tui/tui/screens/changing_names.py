"""What keys do to the names themselves, for every screen that shows the pane of them."""

from __future__ import annotations

from jar_tui.domain.people import WORD
from jar_tui.domain.records import Part
from jar_tui.domain.signing import read_name, tag_shown
from jar_tui.service.telling import noticed
from jar_tui.store.errors import StoreError
from jar_tui.tui.screens.names_pane import NamesPane
from jar_tui.tui.screens.saying import Saying, refused
from jar_tui.words import LEFT
from jar_tui.words import names as said
from jar_tui.words.names import with_nouns


class ChangingNames(Saying):
    """A screen on which names are added and changed."""

    @property
    def names(self) -> NamesPane:
        """Return the pane."""
        return self.query_one(NamesPane)

    def names_changed(self) -> None:
        """Take note of who is picked so far."""

    def _say(self, sentence: str) -> None:
        self.say(with_nouns(sentence, self.app.nouns))

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
        told = said.RENAMED.format(named.name)
        self.say(
            " ".join(filter(None, (told, noticed(done, self.app.jar, self.app.almanac.settings))))
        )
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

    def action_names_remove(self) -> None:
        """Ask what becomes of the chosen name on its slips, and take it away."""
        part = self.names.chosen
        if part is None:
            self._say(said.NONE_CHOSEN)
            return

        from jar_tui.tui.screens.one_name import TakingAwayScreen

        self.app.push_screen(TakingAwayScreen(part, self._taken_away))

    def action_names_more(self) -> None:
        """Show more about the chosen name."""
        part = self.names.chosen
        if part is None:
            self._say(said.NONE_CHOSEN)
            return

        from jar_tui.tui.screens.one_name import OneNameScreen

        self.app.push_screen(OneNameScreen(part, self._taken_away))

    def _taken_away(self, part: Part, answer: str) -> None:
        """Leave a name that was taken away off the slip."""
        self.names.picks.forget(part)
        self.names.lines.choose_none()
        self.names_changed()
        self.say(answer)

    def action_names_word(self) -> None:
        """Pick another word for names."""
        from jar_tui.tui.screens.names_word import WordScreen

        self.app.push_screen(WordScreen(self._keep_word))

    async def _keep_word(self, choice: str) -> str:
        """Keep what those who sign are called; return why it was not kept, or nothing."""
        trouble = await self.kept(lambda service: service.people.choose(WORD, choice))
        if not trouble and self.app.nouns is not None:
            is_alone = self.app.nouns.one == self.app.nouns.many
            self._say(said.SAYS_ALONE if is_alone else said.SAYS)
        return trouble
