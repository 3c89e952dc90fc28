"""Openings: beginning one, keeping each step of it, closing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jar_tui.domain.clean import clean, is_blank, one_line, slip_text
from jar_tui.domain.nudge import OWN, lines_of, noted
from jar_tui.domain.records import Opening
from jar_tui.domain.review import Effect, Hushed, Labelled, Met, Read
from jar_tui.domain.slips import NewSlip
from jar_tui.store.errors import NotKept, SlipGone
from jar_tui.store.ids import new_id
from jar_tui.store.settings import load, save
from jar_tui.store.writer import Change
from jar_tui.words.nudges import NUDGES

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip
    from jar_tui.service.almanac import Almanac
    from jar_tui.store.repository import Repository
    from jar_tui.store.settings import Nudges


class Openings:
    """Readings of the jar; every method returns after the fsync."""

    def __init__(self, repository: Repository, almanac: Almanac) -> None:
        self._repository = repository
        self._almanac = almanac

    def begin(self, slips: Sequence[str]) -> Opening:
        """Begin an opening of these slips, by id; raises `NotKept`."""
        key = new_id()
        fields = {"slips": list(slips), "written": self._almanac.written()}
        self._repository.insert("openings", {key: fields})
        return self._opening(key)

    def keep(self, opening: str, effects: Sequence[Effect]) -> None:
        """Keep what a step came to; raises `NotKept`."""
        changes: list[Change] = []
        known: dict[str, tuple[str, ...]] = {}
        self._repository.refresh()  # lines another session gave a slip meanwhile stay with it
        for effect in effects:
            match effect:
                case Read(slip):
                    changes.append(Change("slips", slip, {"reached": opening}))
                case Met(slip, line):
                    before = self._repository.jar.get(slip)
                    lines = known.get(slip, before.nudges if before else ())
                    if noted(line, opening) not in lines:
                        known[slip] = (*lines, noted(line, opening))
                        changes.append(Change("slips", slip, {"nudges": [*known[slip]]}))
                case Labelled(slip, label):
                    changes.append(Change("slips", slip, {"label": label}))
                case Hushed():
                    today = self._almanac.today().isoformat()
                    self._repository.update("openings", opening, {"quiet": today})
        self._repository.change(changes)

    def drop_in(self, opening: str, text: str) -> Slip:
        """Drop in a slip that is written at the end of an opening, as read in it; raises `NotKept`.

        It was read as it was written, so it is not folded.
        """
        key = new_id()
        making = self._almanac.making(key, NewSlip(text))
        read = Change("slips", key, {"reached": opening, "made_in": opening})
        self._repository.change([*making, read])
        found = self._repository.jar.get(key)
        if found is None:
            raise SlipGone
        return found

    def write_closing(self, opening: str, text: str) -> Opening:
        """Keep a line at the end of an opening; raises `NotKept`."""
        return self._set(opening, closing=slip_text(text))

    def end(self, opening: str) -> Opening:
        """Close an opening; raises `NotKept`."""
        return self._set(opening, ended=self._almanac.written())

    def word(self, line: str, text: str) -> None:
        """Give a line for "too small" slips these words; blank ones bring back its own.

        The words it has change nothing. Raises `NotKept`.
        """
        words = _one_line(text)
        if words != lines_of(self._repository.jar, NUDGES, off=True).get(line):
            self._nudge(line, text=words)

    def add_line(self, text: str) -> str:
        """Add a line for "too small" slips; return its name. Raises `NotKept`."""
        line = f"{OWN}-{new_id()}"
        self._nudge(line, text=_one_line(text), written=self._almanac.written())
        return line

    def switch(self, line: str, *, off: bool) -> None:
        """Have a line come no more, or come again; raises `NotKept`."""
        self._nudge(line, off=off)

    def nudges(self, manner: Nudges) -> None:
        """Say how lines for "too small" slips come on this machine; raises `NotKept`."""
        folders = self._repository.folders
        kept = replace(load(folders.settings), nudges=manner)
        try:
            save(folders.settings, kept)
        except OSError as error:
            raise NotKept.because(error) from error
        self._almanac.settings = replace(self._almanac.settings, nudges=manner)

    def _nudge(self, line: str, **fields: object) -> None:
        # Without `written`, so that two sessions that change one at once keep both changes.
        self._repository.change([Change("nudges", line, fields)])

    def _set(self, opening: str, **fields: str) -> Opening:
        self._repository.update("openings", opening, fields)
        return self._opening(opening)

    def _opening(self, key: str) -> Opening:
        found = self._repository.jar.tables["openings"].get(key)
        if not isinstance(found, Opening):
            raise KeyError(key)
        return found


def _one_line(text: str) -> str:
    return "" if is_blank(text) else one_line(clean(text))
