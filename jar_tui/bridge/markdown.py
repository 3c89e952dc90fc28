"""Slips as Markdown, to read or print; no words of anybody become markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from jar_tui.domain.clean import printable, slip_text
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Line, Opening, Slip
from jar_tui.domain.selecting import read_in, written_in


class Phrases(NamedTuple):
    """What stands around the words of slips; handed in, since words live elsewhere."""

    day: Callable[[Slip], str]
    """Returns the heading a slip stands under."""
    facts: Callable[[Slip], str]
    """Returns who is on a slip, its mark and its kinds; may be empty."""
    covered: str
    """Stands in the place of words that are covered."""
    line: Callable[[Line], str] = attrgetter("text")
    """Returns a line that was written under a slip."""


def write_markdown(jar: Jar, phrases: Phrases, *, covered: bool = False) -> bytes:
    """Return the slips in the jar as list items under their days, oldest first."""
    days: dict[str, list[str]] = {}
    for slip in jar.slips:
        days.setdefault(phrases.day(slip), []).append(_item(jar, slip, phrases, covered))
    return _sections(days)


def write_opening(
    jar: Jar, opening: Opening, headings: Sequence[str], phrases: Phrases, *, covered: bool = False
) -> bytes:
    """Return one opening on a page: its slips with its own lines, what was written at its end.

    Each of the two stands under one of the `headings`, where there is anything.
    """
    found: dict[str, list[str]] = {}
    both = (read_in(jar, opening), written_in(jar, opening.id))
    for heading, slips in zip(headings, both, strict=True):
        items = [_item(jar, slip, phrases, covered, opening.id) for slip in slips]
        found |= {heading: items} if items and heading else {}
    closing = f"\n{_block(opening.closing)}\n" if opening.closing else ""
    return _sections(found) + closing.encode()


def _sections(sections: Mapping[str, Sequence[str]]) -> bytes:
    written = [f"## {_escaped(head)}\n\n{''.join(items)}" for head, items in sections.items()]
    return "\n".join(written).encode()


def _item(jar: Jar, slip: Slip, phrases: Phrases, covered: bool, opening: str = "") -> str:
    """Return one slip as a list item, what was written under it as quotes inside the item.

    Where an `opening` is named, those are the lines that were written in it.
    """
    hidden = slip.covered and not covered
    words = phrases.covered if hidden else _block(slip.text)
    facts = _escaped(phrases.facts(slip))
    rows = (f"{words}\\\n*{facts}*" if facts else words).split("\n")
    if not hidden:
        for line in jar.lines_of(slip):
            if opening in ("", line.opening):
                told = phrases.line(line)
                rows += ["", *(f"> {row}".rstrip() for row in _block(told).split("\n"))]
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
