"""What steps do in an opening: each is kept, and shown."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from jar_tui import words
from jar_tui.domain import review as steps
from jar_tui.domain.nudge import lines_of
from jar_tui.domain.records import Label, Opening
from jar_tui.service import NOTHING_TO_UNDO, JarService, Undone
from jar_tui.store.errors import StoreError
from jar_tui.tui.screens.opening.turning import Turning
from jar_tui.tui.screens.saying import refused
from jar_tui.words import opening as said
from jar_tui.words.nudges import NUDGES


class Stepping(Turning):
    """A screen that goes through an opening step by step."""

    def __init__(
        self, opening: Opening, *, show: Callable[[], None], end: Callable[[str], None]
    ) -> None:
        """Take the opening, what shows where it stands, and what shows that all was read.

        `end` is handed what was not kept of that.
        """
        super().__init__()
        self._show_step = show
        self._show_end = end
        self._opening = opening
        self._review = steps.Review(opening.id)
        self._owed: tuple[steps.Effect, ...] = ()
        """What the disk refused; it goes with the next step."""
        self._first: Future[int]
        """The newest change of this session from before the opening; `u` stops there."""

    def on_mount(self) -> None:
        """Go to the first slip, or to where it was stopped."""
        jar = self.app.jar
        self._first = self.app.saver.submit(lambda service: service.undoable().number)
        hushed = steps.is_hushed(jar, self.app.almanac.today())
        outcome = steps.begun(self._opening, jar, self.ways, hushed=hushed)
        self._review = outcome[0]
        self._show_step()
        self.run_worker(self._take(outcome), group="opening")

    @property
    def ways(self) -> steps.Ways:
        """Return how nudges come."""
        lines = lines_of(self.app.jar, NUDGES)
        return steps.Ways(lines, self.app.almanac.settings.nudges)

    async def step(self, step: steps.Step) -> bool:
        """Go where a step leads; say whether it led anywhere."""
        outcome = steps.update(self._review, step, self.app.jar, self.ways)
        if outcome == (self._review, ()):
            return False
        await self._take(outcome)
        return True

    async def _take(self, outcome: steps.Outcome) -> None:
        """Keep what a step came to, then show it."""
        before, (self._review, effects) = self._review.slip, outcome
        self._owed = (*self._owed, *effects)
        trouble = await self.pay() if effects else ""
        if self._review.is_over:
            self._show_end(trouble)
            return
        if before != self._review.slip:
            self.page.scroll_home(animate=False)
        self._show_step()
        if trouble:
            self.say(trouble)

    async def pay(self) -> str:
        """Keep what the disk refused before; return why it was refused again, or nothing."""
        key, owed = self._opening.id, self._owed
        trouble = ""
        if owed:
            trouble = await self.kept(lambda jar: jar.openings.keep(key, owed), screen=False)
            self._owed = owed if trouble else ()
        return trouble

    # Keys

    async def action_next(self) -> None:
        """Show the rest of a long slip, then the next one."""
        if not self.turned(1):
            await self.step(steps.Next())

    async def action_back(self) -> None:
        """Show the slip before."""
        await self.step(steps.Back())

    async def action_stays(self) -> None:
        """Leave the label on."""
        await self._answer("small")

    async def action_lifted(self) -> None:
        """Take the label off."""
        await self._answer("lifted")

    async def action_both(self) -> None:
        """Say that it is small, and that it happened."""
        await self._answer("both")

    async def _answer(self, label: Label) -> None:
        if await self.step(steps.Answer(label)) and not self.said:
            self.say(said.NOTED)

    async def action_hush(self) -> None:
        """Have no more nudges today."""
        if not self._review.line:
            self.say(said.NOT_MARKED)
        elif await self.step(steps.Hush()) and not self.said:
            self.say(said.HUSHED)

    async def action_another(self) -> None:
        """Ask for one more nudge."""
        if self.app.bounced:
            return
        there = bool(self._review.line)
        if not await self.step(steps.More()):
            self.say(said.NO_MORE_LINES if there else said.NOT_MARKED)

    async def action_undo(self) -> None:
        """Take the last change back that was made in this opening, and none from before."""
        if self.app.bounced:
            return
        try:
            first = await self.app.arrival(self._first)
            undone = await self.app.ask(lambda jar: _taken_back(jar, first))
        except StoreError as error:
            self.say(refused(error))
        else:
            slip = self.app.jar.get(undone.slip) if undone.slip != self._review.slip else None
            self.say(words.taken_back_on(undone, slip, self.app.almanac.today()))


def _taken_back(jar: JarService, first: int) -> Undone:
    return jar.undo() if jar.undoable().number > first else NOTHING_TO_UNDO
