"""The slips of one opening under each other, with what was written in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from textwrap import indent

from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Opening, Slip
from jar_tui.domain.selecting import shown_in, written_in
from jar_tui.service.lines import told_in
from jar_tui.words import COVERED_WORDS, ritual


def laid_out(jar: Jar, opening: str, slips: Iterable[str], head: Callable[[Slip], str]) -> str:
    """Return these slips of an opening, then what was written at its end.

    `slips` are ids; those set aside or not to be brought back are left out, and covered ones have
    no words. `head` returns the line above a slip.
    """
    told = _entries(jar, opening, shown_in(jar, slips), head)
    found = jar.tables["openings"].get(opening)
    if isinstance(found, Opening):
        written = _entries(jar, opening, written_in(jar, opening), head)
        told += [ritual.PAST_WRITTEN, *written] if written else []
        told += [found.closing] if found.closing else []
    return "\n\n".join(told)


def _entries(
    jar: Jar, opening: str, slips: Iterable[Slip], head: Callable[[Slip], str]
) -> list[str]:
    return [f"{head(slip)}\n{_words(jar, opening, slip)}" for slip in slips]


def _words(jar: Jar, opening: str, slip: Slip) -> str:
    """Return the words of a slip, and under them the lines written in an opening."""
    if slip.covered:
        return COVERED_WORDS
    under = (indent(line, "  ") for line in told_in(jar, slip, opening))
    return "\n".join([slip.text, *under])
