"""What tests of line mode share: somebody who types, and a jar with slips to open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from jar_tui import plain
from jar_tui.domain.signing import Named, Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import When
from jar_tui.plain import LineMode
from jar_tui.service import JarService
from jar_tui.words import ritual


def november(day: int) -> When:
    return When(date(2026, 11, day), "day", "")


def run(
    home: Path,
    clock: Callable[[], datetime],
    *lines: str,
    opening: bool = False,
    code: int = 0,
) -> list[str]:
    """Run line mode until these lines are over; return what was said."""
    said: list[str] = []
    left: Iterator[str] = iter(lines)

    def ask() -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    assert plain.run(home, clock, said.append, ask, opening=opening) == code
    return [line for line in said if line]


class Talk:
    """Types lines and keeps what was said to the last of them."""

    def __init__(self, service: JarService) -> None:
        self.said: list[str] = []
        self.service = service
        self.mode = LineMode(service, self.said.append)

    def __call__(self, *lines: str) -> list[str]:
        for line in lines:
            self.said.clear()
            assert self.mode.take(line)
        return [*self.said]


def rows(said: list[str]) -> list[str]:
    """Return the rows that were read out, without their numbers."""
    return [text for number, _, text in (line.partition(". ") for line in said) if number.isdigit()]


class Picker(Talk):
    """Somebody who listens to a list and types the number of a row."""

    def pick(self, *texts: str) -> list[str]:
        """Type the number of the row that says so, list after list."""
        for text in texts:
            (number,) = (row.partition(". ")[0] for row in self.said if row.endswith(f". {text}"))
            self(number)
        return [*self.said]

    def ways(self) -> list[str]:
        """Go from the threshold to how openings go."""
        self("/open", "c")
        return self.pick(ritual.CHOOSE["ways"])


def six_slips(service: JarService) -> JarService:
    """Return a jar with the six slips of the first opening."""
    people = service.people.add([Named("Wren", "w:text"), Named("K", "k:text")])
    wren, k = (one.part.id for one in people)
    rows: list[tuple[str, bool, Signature | None]] = [
        ("took a breath", False, None),
        ("got dressed", True, Signature(ties=(Tie("by", wren),))),
        ("ate lunch", False, Signature(ties=(Tie("for", k), Tie("noticed", wren)))),
        ("said no\nto Saturday", False, Signature("unsure")),
        ("made toast", True, None),
        ("went to bed", False, Signature(ties=(Tie("by", k),))),
    ]
    for day, (text, small, signature) in enumerate(rows, 15):
        service.add(NewSlip(text, november(day), small, signature=signature))
    return service


def label_of(talk: Talk, text: str) -> str:
    """Return the label of the slip with these words."""
    return next(slip.label for slip in talk.service.jar if slip.text == text)
