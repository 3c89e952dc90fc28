"""The words a slip had before, from the lines of every journal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final, NamedTuple

from jar_tui.domain.clean import clean, is_blank
from jar_tui.domain.stamp import Stamp
from jar_tui.store.line import Entry

_LAST: Final = 253_402_214_400_000
"""The last milliseconds a calendar reaches, less a day for the hours of any place."""


class Earlier(NamedTuple):
    """Words a slip had, or was given elsewhere at the same time."""

    text: str
    when: datetime
    """When they were put on the slip, as far as the clock there was right."""

    def __repr__(self) -> str:
        """Return when it was, without the words."""
        return f"Earlier({self.when})"


def earlier_words(entries: Iterable[Entry], slip_id: str, present: str) -> list[Earlier]:
    """Return every version of a slip's words but the `present` ones, newest first.

    A version that came back again counts once, where it was newest. An erased slip has none.
    """
    newest: dict[str, Stamp] = {}
    for entry in entries:
        if (entry.table, entry.id) != ("slips", slip_id):
            continue
        if entry.verb == "erase":
            return []
        text = entry.fields.get("text")
        if entry.verb == "put" and isinstance(text, str):
            words = clean(text)
            newest[words] = max(entry.mark, newest.get(words, entry.mark))
    in_order = sorted(newest.items(), key=_age, reverse=True)
    return [
        Earlier(words, _moment(mark))
        for words, mark in in_order
        if words != present and not is_blank(words)
    ]


def _age(version: tuple[str, Stamp]) -> Stamp:
    return version[1]


def _moment(mark: Stamp) -> datetime:
    return datetime.fromtimestamp(min(mark.time >> 16, _LAST) / 1000, UTC)
