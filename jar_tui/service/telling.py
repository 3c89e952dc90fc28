"""Who is on a slip and what openings are called, with what those who sign are called here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from jar_tui.domain.clean import printable_name
from jar_tui.domain.people import WORD, choice, everyone, name_of, signature_of
from jar_tui.domain.signing import Signature, tag_shown
from jar_tui.words.names import SOMEONE, all_of, nouns_of, resigned, signed, with_nouns
from jar_tui.words.people_shell import KEPT_UNSAID, part_line

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.records import Opening, Part, Slip


def told(signature: Signature, jar: Jar, *, unsure: str = "not sure") -> str:
    """Say whom a signature names, on one line; nothing where no names are wanted."""
    if not wants_names(jar):
        return ""
    return signed(signature, lambda part: printable_name(name_of(jar, part)), unsure=unsure)


def on_slip(slip: Slip, jar: Jar) -> str:
    """Say who is on a slip; empty for an unsigned one, and where no names are wanted."""
    return told(signature_of(jar, slip), jar)


def names_of(parts: Sequence[str], jar: Jar) -> str:
    """Return some names by their ids, as a sentence about whom something is for has them."""
    if not wants_names(jar):
        return ""
    return all_of([printable_name(name_of(jar, part)) or SOMEONE for part in parts])


def openings_told(openings: Sequence[Opening], day_begins: int) -> list[str]:
    """Return what openings are called: the day, and the clock time where several are of one day.

    One without a readable time has neither.
    """
    from jar_tui.domain.ritual import day_of
    from jar_tui.words import ritual

    days = [day_of(one.written, day_begins) for one in openings]
    several = Counter(days)
    return [
        f"{ritual.day(day)}, {datetime.fromisoformat(one.written):%H:%M}"
        if day is not None and several[day] > 1
        else ritual.day(day)
        for one, day in zip(openings, days, strict=True)
    ]


def now_on(slip: Slip, jar: Jar, taking_back: str) -> str:
    """Say who is on a slip after that was changed, and how to take it back."""
    if not wants_names(jar):
        return f"{KEPT_UNSAID} {taking_back}"
    return resigned(on_slip(slip, jar), taking_back)


def part_told(part: Part) -> str:
    """Return a name, its tags and whether it rests, on one line."""
    return printable_name(part_line(part, [tag_shown(tag) for tag in part.tags]))


def wants_names(jar: Jar) -> bool:
    """Say whether there are names on any screen here."""
    return nouns_of(choice(jar, WORD)) is not None


def tagged(jar: Jar) -> tuple[Part, ...]:
    """Return the parts a tag may name; without names, a tag is words."""
    return everyone(jar) if wants_names(jar) else ()


def phrased(sentence: str, jar: Jar) -> str:
    """Return a sentence with what those who sign are called here."""
    return printable_name(with_nouns(sentence, nouns_of(choice(jar, WORD))))
