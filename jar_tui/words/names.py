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
KNOWN: Final = {**WORDS, "facet": Nouns("facet", "facets")}
"""Every word whose plural need not be typed."""


def nouns_of(choice: str) -> Nouns | None:
    """Return what those who sign are called, by what was chosen; None for no names at all.

    An own word is kept as `one, many`; a word alone stands for both.
    """
    if choice == NONE:
        return None
    if choice in ("", "name"):
        return NAMES
    one, _, many = (part.strip() for part in choice.partition(","))
    return KNOWN.get(choice, Nouns(one or many, many or one) if one or many else NAMES)


def with_nouns(sentence: str, nouns: Nouns | None) -> str:
    """Put in what those who sign are called, for `{name}`, `{names}` and `{Names}`."""
    one, many = nouns or NAMES
    begun = many[:1].upper() + many[1:]
    if one[:1].lower() in "aeio":
        sentence = sentence.replace(" a {name}", " an {name}").replace("A {name}", "An {name}")
    return sentence.replace("{Names}", begun).replace("{names}", many).replace("{name}", one)


def signed(signature: Signature, name_of: NameOf, *, unsure: str = "not sure") -> str:
    """Say who is on a slip, as it stands behind its day; empty for an unsigned slip."""
    first = _BY[signature.state].replace("{unsure}", unsure)
    said = [] if signature.parts("by") else [first]
    for role, pattern in _ROLES.items():
        if found := signature.parts(role):
            said.append(pattern.format(all_of([name_of(part) or SOMEONE for part in found])))
            if role == "by" and first:
                said.append(AT_FIRST.format(first))
    return ", ".join(filter(None, (*said, signature.how)))


def signing(signature: Signature, name_of: NameOf) -> str:
    """Say in the entry who will be on the slip."""
    said = signed(signature, name_of)
    signs = bool(signature.parts("by")) or signature.state != "unsigned"
    signs = signs or (not signature.ties and bool(signature.how))
    return f"signing: {said.removeprefix('by ')}" if signs else said


def all_of(found: Sequence[str]) -> str:
    """Return names as a sentence has them."""
    names = list(dict.fromkeys(found))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


SOMEONE: Final = "someone"
AT_FIRST: Final = "at first {}"
"""What a slip said before somebody signed it too."""
_BY: Final = {
    "unsigned": "",
    "unsure": "{unsure}",
    "nobody": "nobody in particular",
    "someone": "by someone",
    "all": "by all of us",
}
_ROLES: Final[Mapping[Role, str]] = {
    "by": "by {}",
    "for": "for {}",
    "noticed": "noticed by {}",
    "with": "with {} near",
}
WISHES: Final = {
    "ask": "{} asks to be asked first.",
    "not": "{} would rather have no slips from others.",
}
"""What somebody a slip is for wishes, shown to whoever writes it and nothing more."""


# Where names are picked

TITLE: Final = "{Names}"
NEEDS_NONE: Final = "A slip needs no name."
NO_NAMES_YET: Final = f"""\
{NEEDS_NONE} {{Names}} are here for when they help.
  a  add {{names}}     0  not sure     -  nobody in particular
  w  another word: {{words}}
Names are kept in the jar's file. Initials or a mark work too."""
NO_NAMES_YET_NARROW: Final = f"""\
{NEEDS_NONE} {{Names}} are here for when they help.
  a  add {{names}}
  0  not sure
  -  nobody in particular
  w  another word: {{words}}
     {{more}}
Names are kept in the jar's file. Initials or a mark work too."""
NO_NAMES_YET_TIGHT: Final = f"""\
{NEEDS_NONE} {{Names}} are here for when they help.
a  add {{names}}
0  not sure
-  nobody in particular
w  another word, or none
Names are kept in the jar's file. Initials or a mark work too."""
ROOMY: Final = 66
"""From this many columns the page without names fits in its wide form."""
TIGHT: Final = 36
"""Below this many columns it has a form of its own."""
OWN: Final = "your own"
OFFERED: Final = (*WORDS, OWN, NONE)
"""What another word may be, in the order of its digits."""
PICK: Final = {
    "for": "Now pick who it is for. f again takes that back.",
    "noticed": "Now pick who noticed. n again takes that back.",
    "with": "Now pick who was near. c again takes that back.",
    "also": "Now pick who signs as well. + again takes that back.",
}
"""What the next one picked has to do with the slip."""
TIED: Final[Mapping[Role, str]] = {
    "by": "by",
    "for": "for",
    "noticed": "noticed",
    "with": "near",
}
"""What somebody has to do with the slip, behind the name in the list."""
NO_DIGIT: Final = "No {name} is at that digit. Nothing changed."
NONE_CHOSEN: Final = "Choose a {name} first, with Up and Down. Nothing changed."
FILTER_HINT: Final = "find: letters of a {name}"
HOW_TO_FIND: Final = "/ or a capital letter finds one."
NONE_FOUND: Final = "No {name} holds that."
RESTING: Final = "resting"

# How it was

HOW_TITLE: Final = "How was it?"
HOW_HINT: Final = "It stands on the slip and counts as no {name}. A slip can do without."
HOW: Final = ("blurry", "asleep")
HOW_OWN: Final = "words of your own"
HOW_NONE: Final = "none of these"
HOW_ASKED: Final = "How it was, in a few words. Enter keeps them."
HOW_TOO_LONG: Final = "At most 40 signs fit. The words stay."
HOW_BLANK: Final = "The line is blank. Nothing changed."

# Adding and changing names

ADD_TITLE: Final = "One name to a line. A tag may follow, as in  Wren w:"
ADD_HINT: Final = "Enter adds. Enter on a blank line is done."
RENAME_TITLE: Final = "The name. A tag may follow, as in  Wren w:"
NAME_TAKEN: Final = "That name is there already, or blank. Nothing changed."
RENAMED: Final = "Now called {}."
LOOKS_ALIKE: Final = "It looks like another {name} in the list."
SHARES_TAG: Final = "Another {name} has that tag too. The first in the list signs with it."
RESTS: Final = "Out of this list: {}. Adding the name again brings it back."
RESTS_NO_MORE: Final = "In the list again: {}."
NAMES_WAIT: Final = "The names typed wait here: a opens them again."
NAMES_WAITED: Final = "These names were typed before and not added yet. Enter adds them."
TAKEN_AWAY: Final = (
    "Taken away: {}. The slips stay, by someone. Adding the name again brings it back."
)

# Another word

WORD_TITLE: Final = "Another word"
WORD_HINT: Final = "A digit picks one. Every screen then says it."
OWN_TITLE: Final = "Your own word, for one and for many"
OWN_HINT: Final = "One, then many, with a comma: facet, facets"
LONGEST_WORD: Final = 16
"""Letters there is room for at the bottom of a phone's screen."""
OWN_TOO_LONG: Final = "At most 16 letters each fit on a small screen. The words stay."
SAYS: Final = 'Every screen now says "{names}".'
SAYS_ALONE: Final = 'Every screen now says "{names}", for one and for many.'
NONE_TITLE: Final = "No {names} on any screen?"
NONE_HINT: Final = "What is on slips is kept. This brings all back: jar-tui settings word names"
NONE_ROWS: Final = "Leave all as it is", "No {names} on any screen"
NO_NAMES: Final = """\
No names on any screen now.
This brings them back:
jar-tui settings word names"""


def no_names_yet(width: int) -> str:
    """Return what the pane says where there are no names, for a number of columns."""
    if width >= ROOMY:
        return NO_NAMES_YET.replace("{words}", ", ".join(OFFERED))
    if width < TIGHT:
        return NO_NAMES_YET_TIGHT
    words, more = f"{', '.join(OFFERED[:2])},", ", ".join(OFFERED[2:])
    return NO_NAMES_YET_NARROW.replace("{words}", words).replace("{more}", more)


def name_row(name: str, tags: Sequence[str], pronouns: str = "") -> str:
    """Return a name as it stands in a list, with its tags as they are typed."""
    return ", ".join([name, *filter(None, [pronouns]), *(f"tag {tag}" for tag in tags)])


def added(row: str, how: str) -> str:
    """Say that a name was added, was there already, or is back."""
    return {"new": row, "back": f"{row}, back again"}.get(how, f"{row}, there already")


ADDS_NOTICED: Final = "Tab, n adds who noticed."


BARE: Final = "Without a name. A \\ in front is not kept."


def entry_signing(
    signature: Signature, name_of: NameOf, *, by_tag: bool, noticing: bool = False
) -> str:
    """Say under the entry who will be on the slip, and what could still be done about it.

    `noticing` is whether the key that adds who noticed is there.
    """
    said = signing(signature, name_of)
    if noticing and signature.parts("for") and not signature.parts("noticed"):
        return f"{said}. {ADDS_NOTICED}"
    return f"{said}. A \\ in front means no name." if by_tag and said else said


def with_wishes(said: str, wishes: str) -> str:
    """Say who is on a slip, and behind it what those it is for wish."""
    end = "" if said.endswith(".") else "."
    return f"{said}{end} {wishes}" if wishes else said


def not_taken(trouble: str) -> str:
    """Say why who was picked was not kept, and the way out."""
    return f"{trouble} Esc goes back and changes nothing."


def resigned(said: str, taking_back: str = "u takes that back.") -> str:
    """Say who is on a slip now; `said` is empty where nobody is."""
    return f"Now {said or 'without a name'}. {taking_back}"
