"""Line mode: an opening of the jar, one line at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from typing import Protocol

from jar_tui import words
from jar_tui.domain.clean import clean
from jar_tui.domain.review import are_folded
from jar_tui.domain.ritual import order_of
from jar_tui.domain.selecting import Selection, selected
from jar_tui.plain.beside import Beside
from jar_tui.plain.keeping import Keeping
from jar_tui.plain.reading import Reading
from jar_tui.plain.threshold import Threshold
from jar_tui.plain.writing import Writing
from jar_tui.service import JarService
from jar_tui.store.errors import StoreError
from jar_tui.words import history, line_mode
from jar_tui.words import opening as said


class Page(Protocol):
    """What answers the next line."""

    @property
    def takes_all(self) -> bool:
        """Say whether the next line is words and no command, whatever it starts with."""

    def take(self, line: str) -> None:
        """Do what a line says; raises `NotKept`."""


class OpeningMode:
    """Answers one line at a time over one opening, until it is over."""

    def __init__(
        self,
        service: JarService,
        say: Callable[[str], object],
        keeping: Keeping,
        own: Collection[str] = (),
    ) -> None:
        """Say what there is to read; where all of it is the sitting's `own`, begin at once."""
        self.is_over = False
        self._service = service
        self._say = say
        self._keeping = keeping
        self._reading: Reading | None = None
        self._page: Page | None = None
        found = selected(service.jar, service.almanac.today(), order_of(service.jar))
        if found.is_new(own):
            self._begin(found)
        elif found.why == "nothing" and not service.jar.slips:
            say(said.NOTHING_TO_READ)
            self.is_over = True
        else:
            self._page = Threshold(service, say, found, begin=self._begin, leave=self.stop)

    @property
    def takes_all(self) -> bool:
        """Say whether the next line is words and no command, whatever it starts with."""
        return self._page is not None and self._page.takes_all

    @property
    def takes_text(self) -> bool:
        """Say whether the next line is words to keep."""
        return isinstance(self._page, Writing)

    @property
    def slip(self) -> str:
        """Return the id of the slip in view; empty where none is."""
        return self._reading.review.slip if self._reading else ""

    @property
    def unkept(self) -> str:
        """Return a line that did not reach the disk."""
        return self._page.unkept if isinstance(self._page, Writing) else ""

    def take(self, line: str) -> None:
        """Do what a line says; raises `NotKept`, after which it may be said again."""
        if self._page is not None:
            self._page.take(clean(line))

    def stop(self) -> None:
        """Stop where it is; what is unread stays folded."""
        self.is_over = True
        review = self._reading.review if self._reading else None
        if review is None:
            self._say(words.LEFT)
        elif review.read < len(review.slips):
            folded = are_folded(review, self._service.jar)
            place = said.stopped(review.read, len(review.slips))
            self._say(place if folded else line_mode.STOPPED)
        else:
            with suppress(StoreError):  # that every slip was read is on disk
                self._keeping(lambda: self._service.openings.end(review.opening))
            self._say(said.closed(len(review.slips)))

    def _begin(self, found: Selection) -> None:
        opening = found.opening
        if opening is None:
            ids = [slip.id for slip in found.slips]
            opening = self._keeping(lambda: self._service.openings.begin(ids))
        self._page = self._reading = Reading(
            self._service,
            self._say,
            opening,
            self._keeping,
            beside=self._side_by_side,
            write=self._write_line,
            stop=self.stop,
        )
        if not self._reading.review.is_over:
            self._say(line_mode.READING)
        self._reading.show()

    def _side_by_side(self) -> None:
        if self._reading is None:
            return
        self._page = beside = Beside(
            self._service,
            self._say,
            self._reading.review,
            back=self._back,
            write=self._write_closing,
            close=self._close,
        )
        beside.show()

    def _back(self) -> None:
        if self._reading is not None:
            self._page = self._reading
            self._reading.back()

    def _close(self) -> None:
        if self._reading is not None:
            review = self._reading.review
            self._keeping(lambda: self._service.openings.end(review.opening))
            self.is_over = True
            self._say(said.closed(len(review.slips)))

    def _write_line(self) -> None:
        if self._reading is None:
            return
        review, slip = self._reading.review, self._reading.slip()
        if slip is None:
            self._say(said.NOT_IN_VIEW)
            return

        def keep(text: str) -> str:
            if self._service.jar.get(review.slip) is None:
                return history.GONE_LINE
            self._service.write_line(review.slip, text, opening=review.opening, nudge=review.line)
            return f"{said.LINE_KEPT} {line_mode.UNDO_LINE}"

        self._write(line_mode.LINE_TITLE, keep)

    def _write_closing(self) -> None:
        if self._reading is not None:
            key = self._reading.review.opening

            def keep(text: str) -> str:
                self._service.openings.write_closing(key, text)
                return said.CLOSING_KEPT

            self._write(
                line_mode.CLOSING_TITLE,
                keep,
            )

    def _write(self, title: str, keep: Callable[[str], str]) -> None:
        before = self._page

        def back() -> None:
            self._page = before

        self._page = Writing(self._say, title, keep, back=back)
