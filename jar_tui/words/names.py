"""Sentences about names: what those who sign are called, and who is on a slip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from jar_tui.domain.records import Role
    from jar_tui.domain.signing import Signature

NameOf = Callable[[str], str]
"""Returns the name of a part by its id; empty where it is no name any more."""


class Nouns(NamedTuple):
    """What those who sign are called."""

    one: str
    many: str


NONE: Final = "none"
"""The choice that there are no names at all."""
NAMES: Final = Nouns("name", "names")
WORDS: Final = {
    "part": Nouns("part", "parts"),
    "alter": Nouns("alter", "alters"),
    "headmate": Nouns("headmate", "headmates"),
    "member": Nouns("member", "members"),
}
"""Words to pick from, in the order they are offered."""


def nouns_of(choice: str) -> Nouns | None:
    """Return what those who sign are called, by what was chosen; None for no names at all.

    An own word is kept as `one, many`; a word alone stands for both.
    """
    if choice == NONE:
        return None
    if choice in ("", "name"):
        return NAMES
    one, _, many = (part.strip() for part in choice.partition(","))
    return WORDS.get(choice, Nouns(one, many or one))


def with_nouns(sentence: str, nouns: Nouns | None) -> str:
    """Put in what those who sign are called, for `{name}` and `{names}`."""
    one, many = nouns or NAMES
    return sentence.replace("{names}", many).replace("{name}", one)


def signed(signature: Signature, name_of: NameOf, *, unsure: str = "not sure") -> str:
    """Say who is on a slip, as it stands behind its day; empty for an unsigned slip."""
    said = [_BY[signature.state].replace("{unsure}", unsure)]
    for role, pattern in _ROLES.items():
        if found := signature.parts(role):
            said.append(pattern.format(_all_of([name_of(part) or SOMEONE for part in found])))
    return ", ".join(filter(None, said))


def signing(signature: Signature, name_of: NameOf) -> str:
    """Say in the entry who will be on the slip."""
    said = signed(signature, name_of)
    signs = said.startswith("by ") or signature.state != "unsigned"
    return f"signing: {said.removeprefix('by ')}" if signs else said


def _all_of(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


SOMEONE: Final = "someone"
_BY: Final = {
    "unsigned": "",
    "unsure": "{unsure}",
    "nobody": "nobody in particular",
    "someone": "by someone",
    "all": "by all",
}
_ROLES: Final[Mapping[Role, str]] = {
    "by": "by {}",
    "for": "for {}",
    "noticed": "noticed by {}",
    "with": "with {} near",
}
