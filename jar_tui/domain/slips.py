"""From what a person typed to the fields of a new slip."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from jar_tui.domain.clean import clean, is_blank, slip_text
from jar_tui.domain.when import When, WhenError, split_when


class NewSlip(NamedTuple):
    """A slip on its way into the jar."""

    text: str
    when: When | None = None
    """None is today."""
    small: bool = False
    kinds: tuple[str, ...] = ()
    source: str = ""

    def __repr__(self) -> str:
        return "NewSlip(...)"


class Reading(NamedTuple):
    """What the words in the entry were understood as; shown before Enter."""

    text: str
    when: When | None = None
    future: date | None = None
    """A date in front that has not come yet; the words then stay as they are."""

    def __repr__(self) -> str:
        return "Reading(...)"


def read_entry(text: str, today: date) -> Reading:
    """Return the words of a slip and the date in front of them, where there is one.

    A leading backslash means that nothing in front is read as anything but words; alone it is one.
    """
    words = slip_text(text)
    if words.startswith("\\") and not is_blank(words[1:]):
        return Reading(words[1:])
    try:
        found = split_when(words, today)
    except WhenError as error:
        return Reading(words, future=error.understood)
    if found is None or is_blank(found[1]):
        return Reading(words)
    return Reading(found[1], found[0])


def slip_fields(new: NewSlip, now: datetime, today: date) -> dict[str, Any]:
    """Return the fields of the journal line that makes a slip."""
    when = new.when or When(today, "day", "")
    fields: dict[str, Any] = {
        "text": slip_text(new.text),
        "happened": when.happened.isoformat() if when.happened else None,
        "precision": when.precision,
        "written": now.isoformat(timespec="seconds"),
    }
    if when.words:
        fields["when_words"] = clean(when.words)
    if new.small:
        fields["label"] = "small"
    if new.kinds:
        fields["kinds"] = list(new.kinds)
    if new.source:
        fields["source"] = new.source
    return fields
