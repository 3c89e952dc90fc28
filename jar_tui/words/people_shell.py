"""The sentences about names on the command line and in line mode.

`{name}` and `{names}` stand for what those who sign are called.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from jar_tui.words.names import LONGEST_WORD, NAMES, NONE, RESTING, WORDS, name_row

if TYPE_CHECKING:
    from jar_tui.domain.records import Part, Slip

# Names

NO_NAMES: Final = "No {names} are listed yet. jar-tui parts add asks for them."
NO_SUCH_NAME: Final = "That {name} is not in the list yet. jar-tui parts add puts it there."
"""What became of the command follows."""
NONE_DROPPED: Final = "Nothing was dropped in."
NONE_CHANGED: Final = "Nothing was changed."
NONE_LISTED: Final = "No slip is shown."
MANY_NAMES: Final = (
    "More than one {name} goes by that. The id in jar-tui parts --json tells them apart."
)
NAME_BLANK: Final = "A {name} is something to read. Nothing was changed."
NAME_TAKEN: Final = "Another {name} is called that. Nothing was changed."
ASK_NAMES: Final = "One {name} to a line. A tag may follow, as in  Wren w:  A blank line is done."
FOR_ONE_NAME: Final = "--tag, --pronouns and --color go with one {name}. Nothing was changed."
COLOR_WRONG: Final = "--color takes six digits from 0 to 9 and a to f, as in 7fb3d5."
RESTS: Final = "Left out where {names} are picked, and still on every slip."
LISTED_AGAIN: Final = "Listed again where {names} are picked."
RENAMED: Final = "Renamed, on every slip too."
REMOVED: Final = (
    "Removed. The slips stay, by someone. Adding that {name} again brings it back with all it had."
)
NUDGES_OFF: Final = "Slips with that {name} meet no line in an opening."
NUDGES_ON: Final = 'Slips with that {name} marked "too small" may meet a line in an opening.'
NAMES_SAME: Final = "Who is on it is as it was."
KEPT_UNSAID: Final = "Kept with the slip."
"""In the place of names, where none are wanted."""
UNDO_HERE: Final = "jar-tui undo takes that back."
SIGN_NOTHING: Final = (
    "--sign, --for, --noticed-by, --unsure, --nobody or --none says who is on it. "
    "Nothing was changed."
)
SIGN_BOTH: Final = (
    "--unsure and --nobody stand in the place of --sign, and --none of all names. "
    "Nothing was changed."
)
COVERED_NOW: Final = "Covered: the words show when they are asked for."
SHOWN_NOW: Final = "The words show again."
ASIDE_NOW: Final = "Set aside and kept."
BACK_NOW: Final = "Back in the jar."
COVERED_AS_BEFORE: Final = "The words of it are folded already."
SHOWN_AS_BEFORE: Final = "The words of it show already."
ASIDE_AS_BEFORE: Final = "It is set aside already."
BACK_AS_BEFORE: Final = "It is in the jar already."
COVERED_LEFT_OUT: Final = (
    "The words of covered slips were left out. With --covered they are written too."
)

# Bringing names in

NOT_PLURALKIT: Final = "That file is no PluralKit system export. Nothing was changed."
NOT_IN_USE: Final = (
    "{Names} are not in use here, so none are brought in. "
    "jar-tui settings word names brings them back."
)
NOT_IN_FILE: Final = "The file holds no {name} called that. Nothing was changed."
NONE_NEW: Final = "Nothing in it is new here."
NAMES_IN: Final = (
    "They are in the jar. jar-tui parts shows the {names}, parts remove takes one away."
)
WRONG_OPTION: Final = "That option goes with another kind of file. Nothing was changed."
LEFT_OUT: Final = "Left out: {}."
NAMELESS: Final = (
    "Left out, as the {name} is blank or longer than 100 letters: {number} in the file."
)
KINDS_LEFT: Final = (
    *("accounts", "descriptions", "pictures", "switches", "groups", "birthdays"),
    *("message counts", "long pronouns", "some tags"),
)
"""What of a file may be left out, in the order it is said."""

# Help

HELP_PLURALKIT: Final = "pluralkit: the names in a PluralKit system export"
HELP_ONE_OF_THEM: Final = "the names to bring in; all of them, if this is left out"
HELP_PARTS: Final = "show the names that can sign, or add and change them"
HELP_PARTS_MORE: Final = "left out: shows them, in their order"
HELP_PARTS_ADD: Final = "add names, or bring back a name that was removed or rests"
HELP_NAMES: Final = (
    "the names, each with its tag if wanted: 'Wren w:'; left out, they are asked for"
)
HELP_TAG: Final = "what stands around the words of its slips, as in 'w:text'"
HELP_PRONOUNS: Final = "any words"
HELP_COLOR: Final = "six digits from 0 to 9 and a to f"
HELP_PARTS_REST: Final = "leave a name out where names are picked"
HELP_PARTS_BACK: Final = "list a name that rests again"
HELP_PARTS_RENAME: Final = "change a name, on every slip too"
HELP_PARTS_REMOVE: Final = "take a name away; its slips stay, by someone"
HELP_PARTS_NUDGES: Final = "say whether slips with a name meet a line in an opening"
HELP_NAME: Final = "the name, or its tag"
HELP_NEW_NAME: Final = "what it is called from now on"
HELP_ON_OFF: Final = "on or off"
HELP_SIGN: Final = "who it is by: a name or a tag; may be given more than once"
HELP_FOR: Final = "who it is for; may be given more than once"
HELP_NOTICED: Final = "who noticed it; may be given more than once"
HELP_PART: Final = "those with this name on them, by, for or noticed by"
HELP_COVERED: Final = "with the words of covered slips, which are left out otherwise"
HELP_SIGN_SLIP: Final = "say who is on a slip, in the place of who was"
HELP_UNSURE: Final = "not sure who it is by"
HELP_NOBODY: Final = "by nobody in particular"
HELP_NONE: Final = "nobody at all on it"
HELP_COVER: Final = "fold the words of a slip until they are asked for"
HELP_UNCOVER: Final = "show the words of a slip again"
HELP_ASIDE: Final = "take a slip out of the jar and keep it"
HELP_BACK: Final = "bring back a slip that was set aside"
HELP_OPEN: Final = "read folded slips one by one, line by line"


def part_line(part: Part, tags: Sequence[str]) -> str:
    """Return a name with its `tags` as they are typed, and whether it rests."""
    row = name_row(part.name, tags)
    return f"{row}, {RESTING}" if part.resting else row


def added(how: str, line: str) -> str:
    """Say what adding a name came to."""
    return f"{_ADDED[how]}: {line}"


_ADDED: Final = {
    "new": "Added",
    "back": "Back, with all it had",
    "tagged": "There already, with another tag now",
    "there": "There already",
}


def member_line(row: str, pronouns: str, how: str) -> str:
    """Return a name of a file with its tags and pronouns, and whether it is in the jar already."""
    return ", ".join(filter(None, (row, pronouns, _COMING[how])))


_COMING: Final = {
    "new": "",
    "tagged": "in the jar already, and gets its new tags",
    "there": "in the jar already",
    "removed": "removed here, and stays so",
}


def left_out(kinds: Collection[str]) -> str:
    """Say what of a file is not taken."""
    return LEFT_OUT.format(", ".join(kind for kind in KINDS_LEFT if kind in kinds))


def nameless(numbers: Sequence[int]) -> str:
    """Say which of a file have nothing to be called by."""
    said = ("number " if len(numbers) == 1 else "numbers ") + ", ".join(map(str, numbers))
    return NAMELESS.replace("{number}", said)


def covered(slip: Slip) -> str:
    """Say that a slip's words are folded, or show again."""
    return COVERED_NOW if slip.covered else SHOWN_NOW


def set_aside(slip: Slip) -> str:
    """Say that a slip was taken out of the jar, or brought back."""
    return ASIDE_NOW if slip.set_aside else BACK_NOW


def word_setting(choice: str) -> str:
    """Show what those who sign are called, and what they may be called."""
    if choice == NONE:
        return f"word = {NONE}    (no names; jar-tui settings word names brings them back)"
    value = NAMES.many if choice in ("", NAMES.one) else choice
    may_be = ", ".join((NAMES.many, *WORDS, NONE))
    return f'word = {value}    (what those who sign are called: {may_be}, or your own, "one, many")'


def chosen_word(typed: str) -> str:
    """Return a word for those who sign as it is kept; blank where it cannot be one."""
    own = [" ".join(word.split()) for word in typed.split(",")]
    known = {name: nouns.one for nouns in (NAMES, *WORDS.values()) for name in nouns} | {NONE: NONE}
    if max(map(len, own)) > LONGEST_WORD:
        return ""
    if len(own) == 1:
        return known.get(own[0].casefold(), own[0])
    return ", ".join(own) if len(own) == 2 and all(own) else ""
