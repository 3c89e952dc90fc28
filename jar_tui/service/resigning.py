"""From who is on a slip to the changes that put others on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jar_tui.domain.people import signature_of
from jar_tui.domain.signing import Tie
from jar_tui.store.writer import Change

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.records import Mark, Slip
    from jar_tui.domain.signing import Signature
    from jar_tui.service.almanac import Almanac


def signing_changes(
    jar: Jar, slip: Slip, signature: Signature, before: Signature | None, almanac: Almanac
) -> list[Change]:
    """Return the changes after which a signature is on a slip.

    Where it is known who was on it `before`, what another session changed meanwhile stays.
    """
    if before is not None:
        signature = signature_of(jar, slip).changed(before, signature)
    changes: list[Change] = []
    wanted = {"state": signature.state, "how": signature.how}
    fields = {name: value for name, value in wanted.items() if getattr(slip, name) != value}
    if fields:
        changes.append(Change("slips", slip.id, fields))
    there: dict[Tie, Mark] = {}
    for mark in jar.marks_of(slip):
        tie = Tie(mark.role, mark.part)
        if tie in signature.ties and tie not in there:
            there[tie] = mark
        else:
            changes.append(Change("marks", mark.id, {"part": ""}))
    last = -1
    for tie in dict.fromkeys(signature.ties):
        known = there.get(tie)
        last = known.order if known and known.order > last else last + 1
        if known is None:
            changes += almanac.marking(slip.id, [tie], last)
        elif known.order != last:
            changes.append(Change("marks", known.id, {"order": last}))
    return changes
