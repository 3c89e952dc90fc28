"""Who signs a slip: chosen from the names, or read from a tag in front of the words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from jar_tui.domain.clean import clean, is_blank, one_line

if TYPE_CHECKING:
    from jar_tui.domain.records import Mark, Part, Role, State

TEXT: Final = "text"
"""Stands in a tag for the words of a slip, as in `w:text`."""
LONGEST_HOW: Final = 40
"""Signs that say how it was for whoever wrote a slip."""
_FOR: Final = re.compile(r"for\s+(?P<who>[^:\n]{1,80}):(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_BETWEEN_NAMES: Final = re.compile(r"\s*(?:,|\+|&|\band\b)\s*", re.IGNORECASE)
_VARIATIONS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They choose between two looks of a sign; whether a phone types one is nobody's choice."""
_JOINER: Final = "\u200d"
_JOINED: Final = re.compile(
    "[\u200c\u200d"  # joiners
    "\u1160-\u11ff\ud7b0-\ud7ff"  # all but the first letter of a Korean syllable
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"  # skin tones, tags that name a flag
)
"""What belongs to the sign before it and is no mark."""
_FLAG_LETTERS: Final = ("\U0001f1e6", "\U0001f1ff")
"""The first and the last of the letters of which two are a flag."""


class Tie(NamedTuple):
    """A part and what it has to do with a slip."""

    role: Role
    part: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who is on a slip: parts in their order, a state that stands for who wrote it, or both.

    Both is a slip that somebody signed later: what it said at first is not erased by that.
    """

    state: State = "unsigned"
    ties: tuple[Tie, ...] = ()
    how: str = field(default="", repr=False)

    @classmethod
    def of(cls, state: State, marks: Iterable[Mark], how: str = "") -> Signature:
        """Return the signature a slip has by its state, its marks and how it was."""
        return cls(state, tuple(dict.fromkeys(Tie(mark.role, mark.part) for mark in marks)), how)

    def __bool__(self) -> bool:
        return self.state != "unsigned" or bool(self.ties) or bool(self.how)

    def parts(self, role: Role) -> tuple[str, ...]:
        """Return the ids of the parts in one role, in order."""
        return tuple(tie.part for tie in self.ties if tie.role == role)

    def toggled(self, role: Role, part: str) -> Signature:
        """Return the signature with a part in a role, or without it where it was there.

        Somebody who signs is not "not sure" any more.
        """
        tie = Tie(role, part)
        if tie in self.ties:
            return replace(self, ties=tuple(other for other in self.ties if other != tie))
        state = "unsigned" if role == "by" else self.state
        return replace(self, state=state, ties=(*self.ties, tie))

    def signed_too(self, part: str) -> Signature:
        """Return the signature with one more who signs; what it said at first stays."""
        tie = Tie("by", part)
        return self if tie in self.ties else replace(self, ties=(*self.ties, tie))

    def with_state(self, state: State) -> Signature:
        """Return the signature with a state in the place of those who sign."""
        others = tuple(tie for tie in self.ties if tie.role != "by")
        return replace(self, state=state, ties=others)

    def changed(self, before: Signature, after: Signature) -> Signature:
        """Return this signature with what changed from one to the other, and nothing else."""
        if self == before:
            return after
        off = {*before.ties} - {*after.ties}
        on = [tie for tie in after.ties if tie not in before.ties]
        ties = dict.fromkeys((*(tie for tie in self.ties if tie not in off), *on))
        state = self.state if after.state == before.state else after.state
        how = self.how if after.how == before.how else after.how
        return Signature(state, tuple(ties), how)

    def joined(self, other: Signature) -> Signature:
        """Return both signatures as one; whoever signs by the other is no state any more."""
        if not (self and other):
            return self or other
        ties = tuple(dict.fromkeys((*self.ties, *other.ties)))
        signed = bool(other.parts("by")) or (bool(self.parts("by")) and self.state == "unsigned")
        state = self.state if self.state != "unsigned" else other.state
        return Signature("unsigned" if signed else state, ties, self.how or other.how)


NO_SIGNATURE: Final = Signature()


class Named(NamedTuple):
    """A name as it was typed, with the tag behind it where there was one."""

    name: str
    tag: str = ""


def read_name(line: str) -> Named | None:
    """Return the name on one line, `Wren w:` with its tag; None where the line is blank."""
    words = one_line(clean(line))
    if is_blank(words):
        return None
    name, _, last = words.rpartition(" ")
    if not is_blank(name) and (last.endswith(":") or _ends_of(last) is not None):
        return Named(name, as_tag(last))
    return Named(words)


def as_tag(words: str) -> str:
    """Return a tag in its stored form, in which `text` stands for the words of a slip."""
    tag = one_line(clean(words))
    return tag if _ends_of(tag) is not None else f"{tag}{TEXT}" if tag else ""


def as_how(words: str) -> str | None:
    """Return how it was for somebody, as a slip keeps it; None where that is too long."""
    how = one_line(clean(words))
    return None if len(signs_of(how)) > LONGEST_HOW else "" if is_blank(how) else how


def tag_shown(tag: str) -> str:
    """Return a stored tag as people type it: `w:` for `w:text`, and whole where that is no tag."""
    short = tag.removesuffix(TEXT)
    reads_back = as_tag(short) == tag and (short.endswith(":") or _ends_of(tag) is None)
    return short if reads_back else tag


def read_signature(
    text: str, parts: Sequence[Part], *, exact: bool = False
) -> tuple[Signature, str] | None:
    """Return who tags around the words name, and the words without them; None without a tag.

    One tag says who signs and one whom it is for, in either order. `exact` tells upper and lower
    case of a tag apart.
    """
    for read, beside in ((_read_for, read_tag), (read_tag, _read_for)):
        found = read(text, parts, exact)
        if found:
            more = beside(found[1], parts, exact)
            return (found[0].joined(more[0]), more[1]) if more else found
    return None


def _read_for(text: str, parts: Sequence[Part], exact: bool) -> tuple[Signature, str] | None:
    """Return whom words are for, as in `for K and Wren: tea`, and the words behind that."""
    for_whom = _FOR.fullmatch(text)
    if for_whom is None:
        return None
    # A name may hold an "and" of its own.
    whole = find_part(for_whom["who"], parts, exact=exact)
    names = _BETWEEN_NAMES.split(for_whom["who"].strip())
    found = [whole] if whole else [find_part(who, parts, exact=exact) for who in names]
    rest = for_whom["rest"].strip()
    known = dict.fromkeys(Tie("for", part.id) for part in found if part is not None)
    return None if None in found or is_blank(rest) else (Signature(ties=tuple(known)), rest)


def read_tag(text: str, parts: Sequence[Part], exact: bool = False) -> tuple[Signature, str] | None:
    """Return whose tag stands around words, and the words in it; of several, the longest tag."""
    tags = sorted(_tags(parts, exact), key=_length, reverse=True)
    heads = _heads(text, max((len(before) for before, _, _ in tags), default=0), exact)
    tails = _tails(text, max((len(after) for _, after, _ in tags), default=0), exact)
    for before, after, part in tags:
        if before in heads and after in tails:
            rest = text[heads[before] : tails[after]]
            if not is_blank(rest) and not _in_a_word(before, rest) and not _in_a_word(rest, after):
                return Signature(ties=(Tie("by", part),)), rest.strip()
    return None


def find_part(who: str, parts: Sequence[Part], *, exact: bool = False) -> Part | None:
    """Return the part of that name, or of that tag."""
    return next(iter(find_parts(who, parts, exact=exact)), None)


def find_parts(who: str, parts: Sequence[Part], *, exact: bool = False) -> list[Part]:
    """Return every part of that name, or else of that tag; more than one is ambiguous.

    A name is found in any case; `exact` tells upper and lower case of a tag apart, and without it
    a tag in the case it was typed in still comes first.
    """
    wanted = one_line(clean(who))
    bare = _bare(wanted)
    named = [part for part in parts if wanted and _bare(part.name) == bare]
    named = named or [part for part in parts if part.display and _bare(part.display) == bare]
    return named or _tagged(wanted, parts, True) or ([] if exact else _tagged(wanted, parts, False))


def _tagged(wanted: str, parts: Sequence[Part], exact: bool) -> list[Part]:
    bare = _bare(wanted, exact)
    ways = (tag_shown, lambda tag: tag.removesuffix(TEXT).strip())
    return [
        part
        for part in parts
        if bare and bare in {_bare(way(tag), exact) for tag in part.tags for way in ways}
    ]


def _bare(words: str, exact: bool = False) -> str:
    return _alike(words, exact).rstrip(":") or words


def _alike(words: str, exact: bool) -> str:
    """Return what words are compared by: alike however a keyboard spells the same letters."""
    if words.isascii():
        return words if exact else words.casefold()
    spelled = unicodedata.normalize("NFD", _VARIATIONS.sub("", words))
    return unicodedata.normalize("NFC", spelled if exact else spelled.casefold())


def _tags(parts: Iterable[Part], exact: bool) -> Iterator[tuple[str, str, str]]:
    for part in parts:
        for tag in part.tags:
            before, after = _ends_of(tag) or tag.rpartition(TEXT)[::2]
            before, after = _alike(before, exact), _alike(after, exact)
            if before or after:
                yield before, after, part.id


def _length(tag: tuple[str, str, str]) -> int:
    return len(tag[0]) + len(tag[1])


def _ends_of(tag: str) -> tuple[str, str] | None:
    """Return what a tag has before and after the word that stands for the slip."""
    found = re.fullmatch(rf"(|.*[\W_]){TEXT}([\W_].*|)", tag, re.DOTALL)
    return (found[1], found[2]) if found and _alike(found[1] + found[2], True) else None


def _heads(text: str, longest: int, exact: bool) -> dict[str, int]:
    """Return what the text starts with, up to a length, each with the place where it ends."""
    heads = {"": 0}
    for at in filter(lambda at: _is_between(text, at), range(1, len(text))):
        head = _alike(text[:at], exact)
        if len(head) > longest:
            break
        heads[head] = at
    return heads


def _tails(text: str, longest: int, exact: bool) -> dict[str, int]:
    """Return what the text ends with, up to a length, each with the place where it starts."""
    tails = {"": len(text)}
    for at in filter(lambda at: _is_between(text, at), range(len(text) - 1, 0, -1)):
        tail = _alike(text[at:], exact)
        if len(tail) > longest:
            break
        tails[tail] = at
    return tails


def signs_of(text: str) -> list[str]:
    """Return the signs of a text as people count them: a joined emoji is one."""
    starts = [0, *(at for at in range(1, len(text)) if _is_between(text, at))]
    ends = [*starts[1:], len(text)]
    return [text[at:end] for at, end in zip(starts, ends, strict=True)] if text else []


def _is_between(text: str, at: int) -> bool:
    """Say whether a place is between two signs: not in a joined emoji or flag, nor at a mark."""
    sign = text[at]
    if text[at - 1] == _JOINER or _JOINED.match(sign):
        return False
    if unicodedata.category(sign).startswith("M"):
        return False
    first = at  # of the letters of flags right before the place
    while _is_flag_letter(sign) and first and _is_flag_letter(text[first - 1]):
        first -= 1
    return (at - first) % 2 == 0


def _is_flag_letter(sign: str) -> bool:
    return _FLAG_LETTERS[0] <= sign <= _FLAG_LETTERS[1]


def _in_a_word(one: str, next_to_it: str) -> bool:
    """Say whether a tag would cut a word in two: `w` is no tag of "went outside"."""
    letters = (sign for sign in reversed(one) if unicodedata.category(sign) not in ("Mn", "Mc"))
    return next(letters, "").isalnum() and next_to_it[:1].isalnum()
