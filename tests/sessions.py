"""What tests with several sessions share: a run of the program, a reader, what shows of a jar."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from jar_tui.domain.jar import Jar
from jar_tui.domain.people import name_of, signature_of
from jar_tui.domain.records import NOTHING, UNBORN, Slip
from jar_tui.domain.review import Review, Step, begun, update
from jar_tui.domain.selecting import selected
from jar_tui.domain.signing import Signature, Tie, read_name
from jar_tui.service import JarService
from jar_tui.words.names import signed
from tests.domain.openings import WAYS
from tests.store.jars import Ticking


def session(home: Path) -> JarService:
    """Return the service as another run of the program sees it."""
    return JarService.open(home, Ticking())[0]


def add(service: JarService, *lines: str) -> list[str]:
    """Add names as they are typed; return their ids."""
    named = [found for found in map(read_name, lines) if found]
    return [added.part.id for added in service.people.add(named)]


def by(*parts: str) -> Signature:
    return Signature(ties=tuple(Tie("by", part) for part in parts))


def on(service: JarService, slip_id: str) -> Signature:
    """Return who is on a slip."""
    found = service.jar.get(slip_id)
    assert found is not None
    return signature_of(service.jar, found)


def read_out(service: JarService, slip_id: str) -> str:
    return signed(on(service, slip_id), lambda part: name_of(service.jar, part))


class Reader:
    """Somebody who reads an opening in one session."""

    def __init__(self, service: JarService) -> None:
        self.service = service
        found = selected(service.jar, service.almanac.today())
        ids = [slip.id for slip in found.slips]
        self.opening = found.opening or service.openings.begin(ids)
        self.review: Review = Review()
        self.begin()

    def begin(self) -> None:
        self.review, effects = begun(self.opening, self.service.jar, WAYS)
        self.service.openings.keep(self.opening.id, effects)

    def go(self, *steps: Step) -> Reader:
        for step in steps:
            self.review, effects = update(self.review, step, self.service.jar, WAYS)
            self.service.openings.keep(self.opening.id, effects)
        return self


def slip_of(service: JarService, slip_id: str) -> Slip:
    found = service.jar.get(slip_id)
    assert found is not None
    return found


def seen(jar: Jar) -> dict[str, Any]:
    """Return all that shows of a jar, without the stamps that say when it was written."""
    slips = {
        slip.id: replace(slip, stamp=UNBORN, later=NOTHING, extra=NOTHING) for slip in jar.ordered
    }
    return {
        key: (slip, signature_of(jar, slip), [line.text for line in jar.lines_of(slip)])
        for key, slip in slips.items()
    }


def same(one: Jar, other: Jar) -> bool:
    """Say whether two jars are equal in every record and in what was worked out from them."""
    return (
        {name: dict(table) for name, table in one.tables.items()}
        == {name: dict(table) for name, table in other.tables.items()}
        and one.ordered == other.ordered
        and {key: some for key, some in one.marks.items() if some}
        == {key: some for key, some in other.marks.items() if some}
        and {key: some for key, some in one.lines.items() if some}
        == {key: some for key, some in other.lines.items() if some}
    )
