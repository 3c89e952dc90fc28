"""Slips as Markdown, to read or print; no words of anybody become markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from jar_tui.domain.clean import printable, slip_text
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip


class Phrases(NamedTuple):
    """What stands around the words of slips; handed in, since words live elsewhere."""

    day: Callable[[Slip], str]
    """Returns the heading a slip stands under."""
    facts: Callable[[Slip], str]
    """Returns who is on a slip, its mark and its kinds; may be empty."""
    covered: str
    """Stands in the place of words that are covered."""


def write_markdown(jar: Jar, phrases: Phrases, *, covered: bool = False) -> bytes:
    """Return the slips in the jar as list items under their days, oldest first."""
    days: dict[str, list[str]] = {}
    for slip in jar.slips:
        days.setdefault(phrases.day(slip), []).append(_item(jar, slip, phrases, covered))
    written = [f"## {_escaped(day)}\n\n{''.join(items)}" for day, items in days.items()]
    return "\n".join(written).encode()


def _item(jar: Jar, slip: Slip, phrases: Phrases, covered: bool) -> str:
    """Return one slip as a list item, what was written under it as quotes inside the item."""
    hidden = slip.covered and not covered
    words = phrases.covered if hidden else _block(slip.text)
    facts = _escaped(phrases.facts(slip))
    rows = (f"{words}\\\n*{facts}*" if facts else words).split("\n")
    if not hidden:
        for line in jar.lines_of(slip):
            rows += ["", *(f"> {row}".rstrip() for row in _block(line.text).split("\n"))]
    inside = [f"  {row}".rstrip() for row in rows]
    return "\n".join([f"- {inside[0].lstrip()}", *inside[1:], ""])


def _block(text: str) -> str:
    """Return words of several lines so that each stays a line, and blank ones part paragraphs."""
    rows = [_escaped(row) for row in slip_text(text).split("\n")]
    return "\n".join(
        f"{row}\\" if row and following else row
        for row, following in zip(rows, [*rows[1:], ""], strict=True)
    )


_MARKUP: Final = re.compile(
    r"[\\`*_{}\[\]<>#|~$^=@&]"
    r"|^[-+:]"  # a list item, a definition, a line that makes a heading of the one above
    r"|\.(?=[^\W\d])|(?<!\d):(?=[\w/])"  # an address that some readers make a link of
)
_NUMBERED: Final = re.compile(r"^(\d+)([.)])")


def _escaped(line: str) -> str:
    """Return one line in which every character stands for itself, indentation included."""
    bare = printable(line).strip()
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    words = _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", bare))
    return "&nbsp;" * indent + words if words else ""
