"""A few slips at a time, in short lines, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from jar_tui.domain.clean import one_line
from jar_tui.domain.records import Slip
from jar_tui.tui.guard.cursor import place
from jar_tui.tui.widgets.passing import PassesOn
from jar_tui.tui.widgets.rows import cut
from jar_tui.words import simple as said

MOST: Final = 6
"""Slips at a time."""
LINES: Final = 3
"""Lines of one slip."""
_INDENT: Final = "  "
"""Before every line of a slip but its first."""
_LONGEST: Final = 200
"""Characters of a slip that can ever show here."""


def short_lines(
    slip: Slip, width: int, today: date, signed: str = "", most: int = LINES
) -> list[str]:
    """Return a slip as a sentence of `most` lines, its day first."""
    room = max(width - len(_INDENT), 1)
    about = cut(said.about(slip, today, signed), 2 * room - 2)
    told = said.COVERED if slip.covered else one_line(slip.text[:_LONGEST])
    found = [line.plain.rstrip() for line in Content(f"{about}: {told}").wrap(room)]
    lines = found[:most]
    if len(found) > most or (len(slip.text) > _LONGEST and not slip.covered):
        last = lines[-1]
        lines[-1] = f"{last}…" if cell_len(last) < room else cut(f"{last} ", room)
    return [lines[0], *(f"{_INDENT}{line}" for line in lines[1:])]


class FewSlips(PassesOn, Static, can_focus=True):
    """Shows as many slips as there is room for, six at most, and turns to older ones."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._slips: Sequence[Slip] = ()
        self._rest: Sequence[Slip] = ()
        self._empty = ""
        self._today = date.min
        self._signed: Callable[[Slip], str] = str
        self._turned: list[int] = []
        """Where each page of older slips begins, down to the one that shows."""
        self._end = 0
        """Where the page after this one begins."""

    def show(
        self,
        slips: Sequence[Slip],
        rest: Sequence[Slip],
        *,
        today: date,
        signed: Callable[[Slip], str],
        empty: str,
    ) -> None:
        """Show the slips of a jar, oldest first as it has them.

        `rest` are those that show before older ones are asked for, newest first. `empty` is said
        where there are none, and `signed` says who is on a slip.
        """
        self._slips, self._rest, self._empty = slips, rest, empty
        self._today, self._signed = today, signed
        self._arrange()

    def newest(self) -> None:
        """Turn back to the newest slips."""
        self._turned = []
        self._arrange()

    def turn(self, by: int) -> bool:
        """Turn to older slips or back to newer ones; say whether there were any."""
        if by < 0:
            there = bool(self._turned)
            self._turned = self._turned[:-1]
        else:
            there = self._end < len(self._slips)
            self._turned += [self._end] if there else []
        self._arrange()
        return there

    def _arrange(self) -> None:
        while self._turned and self._turned[-1] >= len(self._slips):
            self._turned.pop()
        slips, room = self._page(), self.size.height
        lines = sum(map(len, slips))
        gap = "\n\n" if lines + len(slips) - 1 <= room else "\n"
        self.update(Content(gap.join("\n".join(slip) for slip in slips)), layout=False)
        place(self, 0, 0)

    def _page(self) -> list[list[str]]:
        """Return the lines of each slip that fits, and note where the next page begins."""
        width, room = self.size.width, self.size.height
        begin = self._turned[-1] if self._turned else 0
        shown: list[list[str]] = []
        for slip in islice(self._from(begin), MOST):
            most = LINES if shown else max(1, min(LINES, room))
            lines = short_lines(slip, width, self._today, self._signed(slip), most)
            if shown and len(lines) > room:
                break
            shown.append(lines)
            room -= len(lines)
        self._end = begin + len(shown)
        if shown:
            return shown
        told = said.OLDER if self._slips else self._empty
        return [[line.plain.rstrip() for line in Content(told).wrap(max(width, 1))]]

    def _from(self, begin: int) -> Iterator[Slip]:
        """Return the slips from a place on; older ones once they were asked for."""
        if not self._turned:
            return iter(self._rest)
        known = {slip.id for slip in self._rest}
        older = (slip for slip in reversed(self._slips) if slip.id not in known)
        if begin < len(self._rest):
            return iter([*self._rest[begin:], *islice(older, MOST)])
        return islice(older, begin - len(self._rest), None)

    def on_resize(self) -> None:
        """Show what there is room for now."""
        self._arrange()

    def on_focus(self) -> None:
        """Put the cursor where the newest of them begins."""
        place(self, 0, 0)
