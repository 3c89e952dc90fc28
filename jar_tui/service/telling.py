"""Who is on a slip, in words, with what those who sign are called in this jar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jar_tui.domain.clean import printable_name
from jar_tui.domain.people import WORD, choice, name_of, signature_of
from jar_tui.domain.signing import tag_shown
from jar_tui.words.names import nouns_of, signed, with_nouns
from jar_tui.words.people_shell import NO_NAME_ON_IT, part_line

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.records import Part, Slip
    from jar_tui.domain.signing import Signature


def told(signature: Signature, jar: Jar, *, unsure: str = "not sure") -> str:
    """Say whom a signature names, on one line."""
    return signed(signature, lambda part: printable_name(name_of(jar, part)), unsure=unsure)


def on_slip(slip: Slip, jar: Jar) -> str:
    """Say who is on a slip; empty for an unsigned one."""
    return told(signature_of(jar, slip), jar)


def now_on(slip: Slip, jar: Jar, taking_back: str) -> str:
    """Say who is on a slip after that was changed, and how to take it back."""
    said = on_slip(slip, jar)
    return f"{f'Now {said}.' if said else phrased(NO_NAME_ON_IT, jar)} {taking_back}"


def part_told(part: Part) -> str:
    """Return a name, its tags and whether it rests, on one line."""
    return printable_name(part_line(part, [tag_shown(tag) for tag in part.tags]))


def phrased(sentence: str, jar: Jar) -> str:
    """Return a sentence with what those who sign are called here."""
    return printable_name(with_nouns(sentence, nouns_of(choice(jar, WORD))))
