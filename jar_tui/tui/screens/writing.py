"""The entry's side of the first screen: writing a slip and dropping it in."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Final

from textual.content import Content
from textual.widgets import TextArea

from jar_tui import words
from jar_tui.domain.clean import LONGEST_UNASKED, clean, is_blank
from jar_tui.domain.records import Slip
from jar_tui.domain.signing import NO_SIGNATURE, Signature
from jar_tui.domain.slips import NewSlip
from jar_tui.store.drafts import Half
from jar_tui.store.errors import StoreError
from jar_tui.store.ids import new_id
from jar_tui.tui.screens.saying import refused
from jar_tui.tui.screens.signing_entry import SigningEntry
from jar_tui.tui.widgets.quick_entry import QuickEntry
from jar_tui.words import latch

LINE_KEY: Final = "line "
"""Stands before the id of a slip where a line for it waits."""


class Writing(SigningEntry):
    """A screen with an entry."""

    source = ""
    """What a slip that is dropped in here says of where it came from."""
    small = False
    """Whether the slip being written is marked "too small"."""
    _asked_long = False
    _last_dropped = ""
    _arriving = ""
    """The slip on its way into the jar, where it will be chosen."""
    _answered = ""
    _answer_is_short = False

    def pick(self, signature: Signature) -> None:
        """Take who is on the slip being written."""
        self.signature = signature
        self._note_draft()

    def show_answer(self) -> None:
        """Show what was said last, in the line of hints."""
        self.refresh_hints()

    def refresh_hints(self) -> None:
        """Show the answer, or else what is worth knowing about the words in the entry."""
        # Where there is room it changes nothing that shows, but would style every part anew.
        kept = self.kept_hint() if self.said or self.entry.blank else ""
        busy = not self.entry.blank or (self.short and bool(kept))
        self.set_class((self.narrow or self.short) and busy, "-writing")
        text = self.said
        if self.entry.has_focus:
            text = "\n".join(filter(None, (text, kept))) if text else self.entry_hint()
        fits = Content(text).cell_length <= self.answer.size.width
        same_height = fits and "\n" not in text + self._answered
        self.write_answer(text, layout=not (same_height and self._answer_is_short))
        self._answered, self._answer_is_short = text, same_height
        self.name_keys()

    def entry_hint(self) -> str:
        """Return what the words in the entry are understood as."""
        facts = [self.signing_hint(), self._waiting()] if self.entry.blank else self._understood()
        return "\n".join(filter(None, facts))

    def _understood(self) -> list[str]:
        """Return what the words are understood as, and what Enter does with them."""
        today, reading = self.app.almanac.today(), self.read(self.entry.text)
        if reading.alone:
            return [latch.ALONE]
        dated = ""
        if reading.when is not None:
            dated = words.dated(reading.when.happened, reading.when.precision, today)
        elif reading.future is not None:
            dated = words.future_prefix(reading.future, today)
        return [dated, self.signing_hint(reading), self.enter_does()]

    def enter_does(self) -> str:
        """Say what Enter does; where there is little room the keys at the bottom say it."""
        if self.short:
            return words.MARKED_SMALL if self.small else ""
        return words.ENTER_DROPS_MARKED if self.small else words.ENTER_DROPS

    def _waiting(self) -> str:
        """Say what earlier sessions left unfinished, without showing any of it."""
        unfinished = self.app.saver.unfinished
        if unfinished.kept:
            return words.DRAFT_KEPT
        said: dict[str, str] = {}
        for key in unfinished.edited:
            slip = self.app.jar.get(key.removeprefix(LINE_KEY))
            hint = words.LINE_KEPT if key.startswith(LINE_KEY) else words.EDIT_KEPT
            told = words.waits(hint, slip, self.app.almanac.today()) if slip else words.OTHERS_KEPT
            said.setdefault(hint if slip else told, told)
        return "\n".join(said.values())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the draft, and say what the words are understood as."""
        self._asked_long = False
        if self.entry.blank:
            self.small = False
        self._note_draft()
        self.refresh_hints()

    def on_quick_entry_submitted(self, event: QuickEntry.Submitted) -> None:
        """Drop the slip in."""
        self.action_entry_drop()

    def action_entry_drop(self) -> None:
        """Drop the slip in; the keys go on while the disk is at work."""
        text = clean(self.entry.text)
        if is_blank(text):
            self.say(words.BLANK)
            return
        if len(text) > LONGEST_UNASKED and not self._asked_long:
            self.say(words.LONG)
            self._asked_long = True
            return
        reading, typed = self.read(text), Half(text, self.small, self.signature)
        if reading.alone:
            self.end_latch()
            self.pick(NO_SIGNATURE)
            return
        key = self._last_dropped = self._arriving = new_id()
        self.app.sitting |= {key}
        signature = self.signing(reading)
        new = NewSlip(reading.text, reading.when, self.small, (), self.source, signature or None)
        arriving = self.app.saver.drop(key, new, typed)
        latching, jar = self.app.latching, self.app.jar
        refused = latching.dropped(signature, reading, jar, begins_here=self.latched)
        self.small = False
        self.entry.fill("")
        self.pick(NO_SIGNATURE)
        self.run_worker(self._arrive(key, typed, arriving, refused), group="dropping")

    async def _arrive(
        self, key: str, typed: Half, arriving: Future[Slip], refused_too: Callable[[], None]
    ) -> None:
        """Answer once the slip is on disk; where it could not be, give its words back."""
        try:
            slip = await self.app.arrival(arriving)
        except StoreError as error:
            refused_too()
            back = self._give_back(key, typed)
            self.say(refused(error) if back else words.NOT_KEPT_ASIDE)
            return
        signed = self.app.signed(slip, unsure="not sure who")
        self.say(words.dropped(slip, self.app.almanac.today(), signed))

    def _give_back(self, key: str, typed: Half) -> bool:
        """Return the words to the entry, or keep them for Up where another slip is begun there."""
        back = self.entry.blank and not self.signature
        unfinished = self.app.saver.unfinished
        if back:
            self._fill_again(typed)
        else:
            unfinished.put_by(typed)
        unfinished.arrived(key)
        return back

    def _fill_again(self, typed: Half) -> None:
        """Put words back that could not be dropped in, with what belongs to them."""
        self.entry.fill(typed.text)
        self.small = typed.small
        self.pick(self.signature or typed.signature)

    def action_entry_new_line(self) -> None:
        """Start a new line in the slip."""
        self.entry.new_line()

    async def action_entry_small(self) -> None:
        """Mark the slip being written, or in an empty entry the one dropped last."""
        if self.app.bounced:
            return
        if not self.entry.blank:
            self.small = not self.small
            self._note_draft()
            self.refresh_hints()
            return
        slip = await self._dropped_last()
        if slip is None:
            self.say(words.NOTHING_DROPPED_YET)
        else:
            await self.mark(slip)

    def action_entry_draft(self) -> None:
        """In an empty slip show an unfinished one; else go up a line."""
        unfinished = self.app.saver.unfinished
        if not self.entry.blank:
            self.entry.action_cursor_up()
        elif unfinished.kept:
            self._fill_again(unfinished.take_up())
        else:
            self.say(words.NO_DRAFT)

    async def action_entry_ideas(self) -> None:
        """In an empty slip offer ideas; else go down a line."""
        if not self.entry.blank:
            self.entry.action_cursor_down()
            return

        from jar_tui.tui.screens.ideas import IdeasScreen

        def take(idea: str | None) -> None:
            if idea:
                self.entry.fill(idea)

        self.app.push_screen(IdeasScreen(), take)

    def action_entry_help(self) -> None:
        """Explain the entry and its keys."""
        self.action_help()

    async def _dropped_last(self) -> Slip | None:
        """Return the slip this session dropped last, once it has arrived."""
        await self.app.settled()
        return self.app.jar.get(self._last_dropped)

    def _note_draft(self) -> None:
        half = Half(self.entry.text, self.small, self.signature)
        self.app.saver.unfinished.write(half)
        self.app.saver.nudge()
