"""Line mode: an opening of the jar, one line at a time."""

from __future__ import annotations

from collections.abc import Callable

from jar_tui import words
from jar_tui.domain.review import left
from jar_tui.domain.ritual import order_of, shut_until
from jar_tui.domain.selecting import Selection, selected, still_in
from jar_tui.plain.beside import Beside
from jar_tui.plain.closing import Closing
from jar_tui.plain.keeping import Keeping
from jar_tui.plain.pages import Mode, Sitting
from jar_tui.plain.reading import Reading
from jar_tui.plain.threshold import Threshold
from jar_tui.service import JarService
from jar_tui.store.errors import NotKept, StoreError
from jar_tui.words import line_mode
from jar_tui.words import opening as said


class OpeningMode(Mode):
    """Answers one line at a time over one opening, until it is over."""

    def __init__(
        self,
        service: JarService,
        say: Callable[[str], object],
        keeping: Keeping,
        own: set[str],
    ) -> None:
        """Say what there is to read; where all of it is the sitting's `own`, begin at once."""
        super().__init__(Sitting(service, say, keeping, own))
        self._reading: Reading | None = None
        self._is_closed = False
        found = selected(service.jar, service.almanac.today(), order_of(service.jar))
        shut = shut_until(service.jar, service.almanac.today())
        if found.is_new(own) and shut is None:
            self._begin(found)
        elif found.why == "nothing" and not service.jar.slips:
            say(said.NOTHING_TO_READ)
            self.is_over = True
        else:
            page = Threshold(self._sitting, found, begin=self._begin, leave=self.stop)
            self._pages.open(page)

    @property
    def slip(self) -> str:
        """Return the id of the slip in view; empty where none is."""
        return self._reading.review.slip if self._reading else ""

    def stop(self) -> None:
        """Stop where it is; what is unread stays folded."""
        self.is_over = True
        review = self._reading.review if self._reading else None
        if review is None:
            self._sitting.say(line_mode.UNOPENED)
        elif review.read < len(review.slips):
            what = left(review, self._sitting.jar)
            place = said.stopped(review.read, len(review.slips), what)
            self._sitting.say(line_mode.STOPPED if what == "again" else place)
        else:
            self._end_or_say_why()

    def _begin(self, found: Selection) -> None:
        opening = found.opening
        if opening is None:
            ids = [slip.id for slip in found.slips]
            opening = self._sitting.keeping(lambda: self._sitting.service.openings.begin(ids))
        self._reading = Reading(self._sitting, opening, beside=self._side_by_side, stop=self.stop)
        if not self._reading.review.is_over:
            self._sitting.say(line_mode.READING)
        self._pages.turn_to(self._reading)

    def _side_by_side(self, reading: Reading) -> None:
        def back() -> None:
            self._pages.close()
            reading.back()

        key = reading.review.opening
        page = Beside(self._sitting, key, back=back, close=self._close, leave=self._leave)
        self._pages.open(page)

    def _close(self) -> None:
        """Close the jar; what was chosen to follow does."""
        self._end()
        if self._reading is not None:
            Closing(self._sitting, self._reading.review.opening, self._over).begin()

    def _leave(self) -> None:
        """Close the jar at once."""
        self._end()
        self._over()

    def _end(self) -> None:
        """Keep that the opening is over; raises `NotKept`."""
        if self._reading is not None and not self._is_closed:
            key = self._reading.review.opening
            self._sitting.keeping(lambda: self._sitting.service.openings.end(key))
            self._is_closed = True

    def _end_or_say_why(self) -> None:
        """Close the jar where nothing can be asked any more."""
        try:
            self._end()
        except StoreError as error:
            reason = error.reason if isinstance(error, NotKept) else "failed"
            self._sitting.say(words.not_kept(reason, screen=False))
            self._sitting.say(line_mode.NOT_CLOSED)
        else:
            self._over()

    def _over(self) -> None:
        self.is_over = True
        if self._reading is not None:
            here = still_in(self._sitting.jar, self._reading.review.slips)
            self._sitting.say(said.closed(len(here)))
