"""More about one name: what is known of it, each with a row that changes it; and taking it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from textual.content import Content
from textual.widgets import Static

from jar_tui.domain.clean import is_blank, one_line
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import (
    READERS,
    as_place,
    as_tags,
    place_of,
    shown,
)
from jar_tui.domain.records import Part
from jar_tui.domain.signing import tag_shown
from jar_tui.service.telling import noticed, tag_noticed
from jar_tui.store.settings import Settings
from jar_tui.tui.screens.menu import MenuScreen, Row
from jar_tui.tui.screens.opening.asked import AskedScreen
from jar_tui.tui.screens.opening.keeping import Asking, Job
from jar_tui.tui.widgets.rows import cut
from jar_tui.words import LEFT
from jar_tui.words import names as names_said
from jar_tui.words import one_name as said

ROOM: Final = 60
"""Cells there are for a value in its row, and for a name above the rows."""
Beside = Callable[[Part, Jar, Settings], str]
TakenAway = Callable[[Part, str], None]
"""Takes a name that was taken away, and the sentence that says so."""


class OfOneName(MenuScreen):
    """A list about one name; it goes when the name does, or when no names are wanted."""

    about_names = True

    def __init__(
        self, part: Part, title: str, rows: Callable[[], Sequence[Row]], *, hint: str = "", at: int
    ) -> None:
        self._known = part
        self._pattern = title
        super().__init__(self._heading(), rows, hint=hint, at=at)

    @property
    def part(self) -> Part:
        """Return the name as it is now."""
        return self.app.jar.part(self._known.id) or self._known

    @property
    def is_gone(self) -> bool:
        """Say whether the name was taken away, here or elsewhere."""
        return self.part.removed

    @property
    def is_stale(self) -> bool:
        """Say whether there is nothing to show any more."""
        return super().is_stale or self.is_gone

    def take_jar(self, jar: Jar) -> None:
        """Show the name as it is in a newer jar."""
        super().take_jar(jar)
        self.query_one("#title", Static).update(Content(self._heading()))
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Go back where there is nothing to show any more."""
        if self.is_gone:
            self.close()

    def _heading(self) -> str:
        return self._pattern.format(cut(one_line(shown(self.part)), ROOM))


class OneNameScreen(OfOneName):
    """Shows what is known of a name, and changes it."""

    def __init__(self, part: Part, taken_away: TakenAway) -> None:
        """Take the name, and what to do once it was taken away."""
        self._taken_away = taken_away
        super().__init__(part, said.TITLE, self._all, at=0)

    def _all(self) -> list[Row]:
        fields = [
            Row(f"{label}: {self._value(field)}", partial(self._change, field))
            for field, label in said.LABELS.items()
        ]
        rest = said.REST_NO_MORE if self.part.resting else said.REST
        return [*fields, Row(rest, self._rest), Row(said.TAKE_AWAY, self._take_away)]

    def _value(self, field: str) -> str:
        """Return a value as its row shows it."""
        part = self.part
        if field == "nudges":
            return said.SWITCH[part.nudges and "off"]
        if field == "wish":
            return said.WISH[part.wish]
        if field == "display":
            text = part.display or part.name
        elif field == "tags":
            text = ", ".join(map(tag_shown, part.tags))
        else:
            text = self._typed(field)
        return cut(one_line(text), ROOM) or said.NOTHING

    def _typed(self, field: str) -> str:
        """Return a value as it is typed."""
        if field == "place":
            return str(place_of(self.app.jar, self.part.id))
        if field == "tags":
            tags = [tag_shown(tag) for tag in self.part.tags]
            return ("\n" if any("," in tag for tag in tags) else ", ").join(tags)
        return str(getattr(self.part, field))

    async def _change(self, field: str) -> None:
        if field == "about":
            self._write()
        elif field in said.QUESTIONS:
            self._ask(field)
        elif not self.app.bounced:
            trouble = await self._turn(field)
            if trouble:
                self.say(trouble)

    async def _turn(self, field: str) -> str:
        """Go on to the next value there is; return why that was not done, or nothing."""
        part = self.part
        if field == "nudges":
            return await self._keep(
                lambda jar: jar.people.nudges(part.id, wanted=bool(part.nudges))
            )
        wishes = [*said.WISH]
        return await self._describe(field, wishes[(wishes.index(part.wish) + 1) % len(wishes)])

    def _ask(self, field: str) -> None:
        question = said.QUESTIONS[field]
        hint, present = question.hint, self._typed(field)

        async def keep(text: str) -> str:
            if text.strip() == present:
                self.say(LEFT)
                return ""
            if field == "tags":
                return await self._keep_tags(text)
            if field == "place":
                return await self._move(text)
            wanted = READERS[field](text)
            return question.refused if wanted is None else await self._describe(field, wanted)

        self.app.push_screen(AskedScreen(question.title, present, hint=lambda _: hint, keep=keep))

    async def _describe(self, field: str, value: str) -> str:
        part = self.part
        fields = {field: value}
        beside = noticed if field == "display" else None
        return await self._keep(lambda jar: jar.people.describe(part.id, **fields), beside)

    async def _keep_tags(self, text: str) -> str:
        part, tags = self.part.id, as_tags(text, self.part.tags)
        return await self._keep(lambda jar: jar.people.describe(part, tags=tags), tag_noticed)

    async def _move(self, text: str) -> str:
        place = as_place(text)
        if place is None:
            return said.QUESTIONS["place"].refused
        part = self.part.id
        return await self._keep(lambda jar: jar.people.move(part, place))

    async def _keep(self, job: Job, beside: Beside | None = None) -> str:
        """Keep a value and say so, with what is worth knowing of it `beside` the other names.

        Return why that was not done, or nothing.
        """
        trouble = await self.kept(job, screen=False)
        if not trouble:
            app = self.app
            known = beside(self.part, app.jar, app.almanac.settings) if beside else ""
            self.say(" ".join(filter(None, (said.KEPT, known))))
        return trouble

    def _write(self) -> None:
        part = self.part.id

        def keep(text: str) -> Job:
            about = "" if is_blank(text) else text
            return lambda jar: jar.people.describe(part, about=about)

        def present() -> str:
            return self.part.about

        asking = Asking(self, f"about {part}", keep, said.KEPT, present=present, is_page=True)
        asking.ask(said.ABOUT_TITLE)

    async def _rest(self) -> None:
        if self.app.bounced:
            return
        part, resting = self.part, not self.part.resting
        trouble = await self.kept(lambda jar: jar.people.rest(part.id, resting=resting))
        answer = said.RESTS if resting else names_said.RESTS_NO_MORE
        self.say(trouble or answer.format(part.name))

    def _take_away(self) -> None:
        self.app.push_screen(TakingAwayScreen(self.part, self._taken_away))


class TakingAwayScreen(OfOneName):
    """Asks what becomes of a name on its slips before it is taken away."""

    def __init__(self, part: Part, taken_away: TakenAway) -> None:
        """Take the name, and what to do once it was taken away."""
        self._taken_away = taken_away
        last = len(said.AWAY_ROWS) - 1  # a key that shook changes nothing
        super().__init__(part, said.AWAY_TITLE, self._all, hint=said.AWAY_HINT, at=last)

    def _all(self) -> list[Row]:
        return [Row(told, partial(self._take, what)) for what, told in said.AWAY_ROWS.items()]

    async def _take(self, what: str) -> None:
        if not what:
            self.leave_saying(LEFT)
            return
        part, stays = self.part, what == "stays"
        trouble = await self.kept(lambda jar: jar.people.remove(part.id, stays=stays))
        if trouble:
            self.say(trouble)
            return
        self.close()
        answer = said.AWAY_KEPT if stays else names_said.TAKEN_AWAY
        self._taken_away(part, answer.format(part.name))
