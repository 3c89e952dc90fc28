"""From what a person typed to the fields of a new slip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jar_tui.domain.clean import clean, is_blank, slip_text
from jar_tui.domain.when import When, WhenError, split_when

if TYPE_CHECKING:
    from jar_tui.domain.records import Part
    from jar_tui.domain.signing import Signature


ESCAPE: Final = "\\"
"""In front of words: this once no tag, no date, nobody who is kept on signing."""
END: Final = ESCAPE * 2
"""In front of words: the same, and nobody is kept on signing from then on."""


class NewSlip(NamedTuple):
    """A slip on its way into the jar."""

    text: str
    when: When | None = None
    """None is today."""
    small: bool = False
    kinds: tuple[str, ...] = ()
    source: str = ""
    signature: Signature | None = None
    """None is unsigned."""

    def __repr__(self) -> str:
        return "NewSlip(...)"


class Reading(NamedTuple):
    """What the words in the entry were understood as; shown before Enter."""

    text: str
    when: When | None = None
    future: date | None = None
    """A date in front that has not come yet; the words then stay as they are."""
    signature: Signature | None = None
    """Who a tag in front names; None where there is no tag."""
    bare: bool = False
    """A backslash in front keeps every name off that would come by itself."""
    ends: bool = False
    """Two of them: nobody is kept on signing either."""
    alone: bool = False
    """Nothing stands behind the two."""

    def __repr__(self) -> str:
        return "Reading(...)"


def read_entry(
    text: str, today: date | None, parts: Sequence[Part] = (), *, exact: bool = False
) -> Reading:
    """Return the words of a slip, with the date and the tag in front of them, in either order.

    Without `today` no date is read; `exact` tells upper and lower case of a tag apart.
    A leading backslash means that nothing in front is read as anything but words; alone it is one.
    Where there are `parts`, it does so for a tag behind a date too, and two of them say more.
    """
    words = slip_text(text)
    escaped = _escaped(words, bool(parts))
    if escaped is not None:
        return escaped
    signed = _signed(Reading(words), parts, exact)
    read = _dated(signed, today)
    if signed.signature:
        return read
    behind = _escaped(read.text, True) if parts and read.when else None
    return behind._replace(when=read.when) if behind else _signed(read, parts, exact)


def _escaped(words: str, names: bool) -> Reading | None:
    """Return words without the backslashes in front; None where none stand there for that."""
    if not words.startswith(ESCAPE) or (words.startswith(END) and not names):
        return None
    ends = words.startswith(END)
    behind = words[len(END if ends else ESCAPE) :]
    blank = is_blank(behind)
    read = words if blank else behind.lstrip() if names else behind
    return Reading(read, bare=names, ends=ends, alone=ends and blank)


def _dated(reading: Reading, today: date | None) -> Reading:
    if today is None:
        return reading
    try:
        found = split_when(reading.text, today)
    except WhenError as error:
        return reading._replace(future=error.understood)
    if found is None or is_blank(found[1]):
        return reading
    return reading._replace(when=found[0], text=found[1])


def _signed(reading: Reading, parts: Sequence[Part], exact: bool) -> Reading:
    if not parts:
        return reading
    from jar_tui.domain.signing import read_signature

    found = read_signature(reading.text, parts, exact=exact)
    return reading._replace(signature=found[0], text=found[1]) if found else reading


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
    if new.signature and new.signature.state != "unsigned":
        fields["state"] = new.signature.state
    if new.signature and new.signature.how:
        fields["how"] = new.signature.how
    if new.kinds:
        fields["kinds"] = list(new.kinds)
    if new.source:
        fields["source"] = new.source
    return fields
