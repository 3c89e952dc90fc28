"""Who is on a slip and what openings are called, with what those who sign are called here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from jar_tui.domain.clean import printable_name
from jar_tui.domain.people import (
    WORD,
    choice,
    everyone,
    looks_like_another,
    name_of,
    shares_tag,
    shown,
    signature_of,
    wishes,
)
from jar_tui.domain.signing import Signature, tag_shown
from jar_tui.words.names import (
    BARE,
    LOOKS_ALIKE,
    SHARES_TAG,
    SOMEONE,
    WISHES,
    all_of,
    entry_signing,
    nouns_of,
    resigned,
    signed,
    with_nouns,
)
from jar_tui.words.people_shell import KEPT_UNSAID, part_line

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.records import Opening, Part, Slip
    from jar_tui.domain.slips import Reading
    from jar_tui.store.settings import Settings


def name_told(jar: Jar, part: str) -> str:
    """Return what a name is called, by its id, on one line; empty where it is none any more."""
    return printable_name(name_of(jar, part))


def told(signature: Signature, jar: Jar, *, unsure: str = "not sure") -> str:
    """Say whom a signature names, on one line; nothing where no names are wanted."""
    if not wants_names(jar):
        return ""
    return signed(signature, partial(name_told, jar), unsure=unsure)


def entry_told(signature: Signature, reading: Reading, jar: Jar, *, noticing: bool = False) -> str:
    """Say where one writes who will be on the slip, and what could still be done about it.

    `noticing` is whether the key that adds who noticed is there.
    """
    if reading.bare and not signature:
        return BARE if tagged(jar) else ""
    by_tag = reading.signature is not None and bool(reading.signature.parts("by"))
    return entry_signing(signature, partial(name_told, jar), by_tag=by_tag, noticing=noticing)


def on_slip(slip: Slip, jar: Jar) -> str:
    """Say who is on a slip; empty for an unsigned one, and where no names are wanted."""
    return told(signature_of(jar, slip), jar)


def names_of(parts: Sequence[str], jar: Jar) -> str:
    """Return some names by their ids, as a sentence about whom something is for has them."""
    if not wants_names(jar):
        return ""
    return all_of([name_told(jar, part) or SOMEONE for part in parts])


def wishes_told(signature: Signature, jar: Jar) -> str:
    """Say what those a slip is for wish about that; nothing where no names are wanted."""
    if not wants_names(jar):
        return ""
    found = wishes(jar, signature)
    return " ".join(WISHES[part.wish].format(printable_name(shown(part))) for part in found)


def noticed(part: Part, jar: Jar, settings: Settings) -> str:
    """Say what is worth knowing of a name beside the others: that it looks like one, or its tag."""
    alike = LOOKS_ALIKE if looks_like_another(jar, part) else ""
    shared = tag_noticed(part, jar, settings)
    return " ".join(filter(None, (phrased(alike, jar), shared)))


def tag_noticed(part: Part, jar: Jar, settings: Settings) -> str:
    """Say that another name has one of its tags, too."""
    exact = settings.tag_case == "exact"
    return phrased(SHARES_TAG, jar) if shares_tag(jar, part, exact=exact) else ""


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
