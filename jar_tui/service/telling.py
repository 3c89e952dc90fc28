"""Who is on a slip, in words, with what those who sign are called in this jar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jar_tui.domain.clean import printable_name
from jar_tui.domain.people import WORD, choice, everyone, name_of, signature_of
from jar_tui.domain.signing import tag_shown
from jar_tui.words.names import nouns_of, resigned, signed, with_nouns
from jar_tui.words.people_shell import KEPT_UNSAID, part_line

if TYPE_CHECKING:
    from jar_tui.domain.jar import Jar
    from jar_tui.domain.records import Part, Slip
    from jar_tui.domain.signing import Signature


def told(signature: Signature, jar: Jar, *, unsure: str = "not sure") -> str:
    """Say whom a signature names, on one line; nothing where no names are wanted."""
    if not wants_names(jar):
        return ""
    return signed(signature, lambda part: printable_name(name_of(jar, part)), unsure=unsure)


def on_slip(slip: Slip, jar: Jar) -> str:
    """Say who is on a slip; empty for an unsigned one, and where no names are wanted."""
    return told(signature_of(jar, slip), jar)


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
