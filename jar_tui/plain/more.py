"""Line mode: what can be done with the slip in view of an opening."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jar_tui import words
from jar_tui.domain import ritual as ways
from jar_tui.domain.kinds import MARKS, toggled
from jar_tui.domain.people import to_thank
from jar_tui.domain.records import Part, Slip
from jar_tui.domain.selecting import still_in
from jar_tui.domain.signing import Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.plain.menu import Menu, Row
from jar_tui.plain.pages import Page, Sitting
from jar_tui.plain.telling import lines_told
from jar_tui.plain.whom import names_menu
from jar_tui.plain.writing import Writing, write_under
from jar_tui.service.telling import names_of, on_slip, phrased, tagged, wishes_told
from jar_tui.words import line_mode, ritual, shell
from jar_tui.words import opening as said


class More:
    """Offers what can be done with one slip; what is done closes the list."""

    def __init__(self, sitting: Sitting, slip: Slip, opening: str) -> None:
        self._sitting = sitting
        self._before = slip
        self._opening = opening
        self._acts: dict[str, Callable[[], Page | list[str]]] = {
            "stay": lambda: Staying(sitting, self._slip.text),
            "thank": self._thank,
            "cover": self._cover,
            **{kind: partial(self._mark, kind) for kind in MARKS},
            "not-again": self._not_again,
            "took": lambda: self._line(line_mode.TOOK_TITLE, "took"),
            "waved": lambda: self._line(line_mode.WAVED_TITLE, "waved"),
            "whole": self._whole,
        }
        """Each returns another page, or what came of it."""

    def menu(self) -> Menu:
        """Return the list."""
        return Menu(self._sitting, ritual.MORE_TITLE, self._rows)

    @property
    def _slip(self) -> Slip:
        """Return the slip as it is now."""
        return self._sitting.jar.get(self._before.id) or self._before

    def _rows(self) -> list[Row]:
        jar = self._sitting.jar
        left_out = {
            "write",  # a key of its own here
            *(() if tagged(jar) else ("thank",)),
            *(() if ways.is_on(jar, ways.WAVED) else ("waved",)),
        }
        return [
            Row(self._told(name), partial(self._act, name))
            for name in ritual.MORE
            if name not in left_out
        ]

    def _told(self, name: str) -> str:
        text = phrased(ritual.MORE[name], self._sitting.jar)
        if name == "whole":
            return line_mode.WHOLE
        is_on = name in self._slip.kinds or (name == "not-again" and self._slip.not_again)
        return ritual.IS_MARKED.format(text) if is_on else text

    def _act(self, name: str) -> None:
        """Do what was chosen and close the list, which stays where that was not kept."""
        may_be_read = still_in(self._sitting.jar, (self._before.id,)) and not self._slip.covered
        came = self._acts[name]() if may_be_read else [said.NOT_IN_VIEW]
        self._sitting.pages.close()
        if isinstance(came, Page):
            self._sitting.pages.open(came)
        else:
            for sentence in came:
                self._sitting.say(sentence)

    def _thank(self) -> Page:
        """Have a slip written for whoever signed this one, else for whom it is, else ask."""
        known = to_thank(self._sitting.jar, self._slip)
        if known:
            return self._thank_them(known)

        def picked(part: Part) -> None:
            self._sitting.pages.close()
            self._sitting.pages.open(self._thank_them((part.id,)))

        return names_menu(self._sitting, ritual.THANK_WHOM, picked)

    def _thank_them(self, parts: tuple[str, ...]) -> Writing:
        signature = Signature(ties=tuple(Tie("for", part) for part in parts))
        names = names_of(parts, self._sitting.jar)

        def keep(text: str) -> str:
            slip = self._sitting.service.add(NewSlip(text, signature=signature))
            self._sitting.own.add(slip.id)
            return f"{ritual.THANKED.format(names)} {shell.UNDO_DROP_LINE}"

        told = (line_mode.THANK_TITLE.format(names), wishes_told(signature, self._sitting.jar))
        return Writing(self._sitting, [*filter(None, told)], keep)

    def _cover(self) -> list[str]:
        key = self._before.id
        self._sitting.keeping(lambda: self._sitting.service.cover(key, covered=True))
        return [f"{ritual.COVERED_HERE} {line_mode.UNDO_LINE}"]

    def _mark(self, kind: str) -> list[str]:
        kinds = toggled(self._slip.kinds, kind)
        key = self._before.id
        slip = self._sitting.keeping(lambda: self._sitting.service.kinds(key, kinds))
        return [line_mode.marked(kind, slip)]

    def _not_again(self) -> list[str]:
        wanted = not self._slip.not_again
        key = self._before.id
        self._sitting.keeping(lambda: self._sitting.service.not_again(key, wanted=wanted))
        return [f"{ritual.NOT_AGAIN if wanted else ritual.AGAIN} {line_mode.UNDO_LINE}"]

    def _line(self, title: str, nudge: str) -> Writing:
        return write_under(self._sitting, title, self._before.id, self._opening, nudge)

    def _whole(self) -> list[str]:
        """Return its day, its names, its kinds and every line under it."""
        slip, jar = self._slip, self._sitting.jar
        facts = words.facts_of(slip, self._sitting.today, on_slip(slip, jar))
        return [facts, *(lines_told(jar, slip) or [line_mode.NO_LINES])]


class Staying(Page):
    """One slip, read again; whatever comes then goes back and does nothing else."""

    def __init__(self, sitting: Sitting, text: str) -> None:
        self._sitting = sitting
        self._text = text

    def show(self) -> None:
        """Read the slip."""
        self._sitting.say(line_mode.set_in(self._text))
        self._sitting.say(line_mode.STAYING)

    def take(self, line: str) -> None:
        """Go back."""
        self._sitting.pages.back()
