"""What tests of line mode share: somebody who types, and a jar with slips to open."""

from __future__ import annotations

from datetime import date

from jar_tui.domain.signing import Named, Signature, Tie
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import When
from jar_tui.plain import LineMode
from jar_tui.service import JarService


def november(day: int) -> When:
    return When(date(2026, 11, day), "day", "")


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
