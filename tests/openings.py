"""Openings of which another machine's lines have come in part."""

from __future__ import annotations

from jar_tui.domain.records import Opening
from jar_tui.service import JarService
from jar_tui.store.ids import new_id
from jar_tui.store.writer import Change


def ended_elsewhere(service: JarService, count: int) -> list[Opening]:
    """Have openings whose end is here and whose beginning, with its time, is not."""
    ids = [new_id() for _ in range(count)]
    ended = {"ended": service.almanac.written()}
    service._repository.change([Change("openings", key, ended) for key in ids])
    found = [service.jar.tables["openings"][key] for key in ids]
    return [one for one in found if isinstance(one, Opening) and not one.written]
