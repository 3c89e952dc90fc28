"""The sentences about names on the command line and in line mode.

`{name}` and `{names}` stand for what those who sign are called.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from jar_tui.words.names import KNOWN, LONGEST_WORD, NAMES, NONE, RESTING, WORDS, name_row

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
FOR_ONE_NAME: Final = (
    "--tag, --shown, --mark, --pronouns and --color go with one {name}. Nothing was changed."
)
COLOR_WRONG: Final = "--color takes six digits from 0 to 9 and a to f, as in 7fb3d5."
MARK_WRONG: Final = "--mark takes one or two signs. Nothing was changed."
PLACE_WRONG: Final = "--place takes a number from 1 on. Nothing was changed."
TAGS_BOTH: Final = "--tag says which tags it has, --no-tags that it has none. Nothing was changed."
CHANGE_NOTHING: Final = (
    "--shown, --mark, --pronouns, --color, --tag, --no-tags, --place, --wish or --about says what "
    "to change. Nothing was changed."
)
CHANGED: Final = "Kept: {}"
RESTS: Final = "Left out where {names} are picked, and still on every slip."
LISTED_AGAIN: Final = "Listed again where {names} are picked."
RENAMED: Final = "Renamed, on every slip too."
REMOVED: Final = (
    "Removed. The slips stay, by someone. Adding that {name} again brings all of it back."
)
REMOVED_KEPT: Final = (
    "Removed. The slips keep the name as written. Adding that {name} again brings all of it back."
)
NUDGES_OFF: Final = "Slips with that {name} meet no line in an opening."
NUDGES_ON: Final = 'Slips with that {name} marked "too small" may meet a line in an opening.'
NAMES_SAME: Final = "Who is on it is as it was."
KEPT_UNSAID: Final = "Kept with the slip."
"""In the place of names, where none are wanted."""
UNDO_HERE: Final = "jar-tui undo takes that back."
SIGN_NOTHING: Final = (
    "--sign, --for, --noticed-by, --near, --also, --unsure, --nobody, --someone, --all or --none "
    "says who is on it, and --how how it was. Nothing was changed."
)
SIGN_BOTH: Final = (
    "--unsure, --nobody, --someone and --all stand in the place of --sign, and with --none nobody "
    "is on it. Nothing was changed."
)
SIGN_ALSO: Final = "--also goes with an id alone: what stood there stays. Nothing was changed."
HOW_LONG: Final = "At most 40 signs say how it was."
"""What became of the command follows."""
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
SAY_WHICH: Final = "--yes brings in all of them, --only those it names. Nothing was changed."
EXACT_TAGS: Final = (
    "In that file W: and w: are two tags. Here they are one, until jar-tui settings tag_case exact."
)
NOT_IN_FILE: Final = "The file holds no {name} called that. Nothing was changed."
NONE_NEW: Final = "Nothing in it is new here."
NAMES_IN: Final = (
    "They are in the jar. jar-tui parts shows the {names}, parts remove takes one away."
)
WHICH_MEMBERS: Final = "All of them: y. Some: their numbers, as in 1 3 5-9. None: Enter."
WRONG_NUMBERS: Final = "Those are no numbers of that list."
WITH_DESCRIPTIONS: Final = "Bring their descriptions too? y, or Enter for no."
WRONG_OPTION: Final = "That option goes with another kind of file. Nothing was changed."
LEFT_OUT: Final = "Left out: {}."
NAMELESS: Final = (
    "Left out, as the {name} is blank or longer than 100 letters: {number} in the file."
)
SHOWN_AS: Final = "shown as {}"
KINDS_LEFT: Final = (
    *("accounts", "addresses", "descriptions", "other descriptions", "pictures", "switches"),
    *("groups", "birthdays", "message counts", "long names", "long pronouns"),
    *("long descriptions", "some tags"),
)
"""What of a file may be left out, in the order it is said."""

# Help

HELP_PLURALKIT: Final = "pluralkit: the {names} in a PluralKit system export"
HELP_ONE_OF_THEM: Final = "the {names} to bring in; all of them, if this is left out"
HELP_DESCRIPTIONS: Final = "with the descriptions of {names} that are new here"
HELP_PARTS: Final = "show the {names} that can sign, or add and change them"
HELP_PARTS_MORE: Final = "left out: shows them, in their order"
HELP_PARTS_ADD: Final = "add {names}, or bring back one {name} that was removed or rests"
HELP_NAMES: Final = (
    "the {names}, each with its tag if wanted: 'Wren w:'; left out, they are asked for"
)
HELP_TAG: Final = "what stands around the words of its slips, as in 'w:text'"
HELP_PRONOUNS: Final = "any words"
HELP_COLOR: Final = "six digits from 0 to 9 and a to f"
HELP_PARTS_REST: Final = "let one {name} rest: not listed where {names} are picked"
HELP_PARTS_BACK: Final = "list one {name} that rests again"
HELP_PARTS_RENAME: Final = "change what one {name} is called, on every slip too"
HELP_PARTS_REMOVE: Final = "take one {name} off the lists; the slips stay"
HELP_KEEP_NAME: Final = "what is on the slips stays as written"
HELP_PARTS_CHANGE: Final = "change what is known of one {name}"
HELP_SHOWN: Final = "what slips show for it; '' for what it is called"
HELP_MARK: Final = "one or two signs that stand before it"
HELP_NEW_TAG: Final = "a tag it has from now on; given more than once, several"
HELP_NO_TAGS: Final = "no tags from now on"
HELP_PLACE: Final = "its place in the list, 1 being the first"
HELP_WISH: Final = "what it wishes of slips others write for it: anything, ask or not"
HELP_ABOUT: Final = "any words, to have at hand"
HELP_PARTS_NUDGES: Final = "say whether slips with one {name} meet a line in an opening"
HELP_NAME: Final = "the {name}, or its tag"
HELP_NEW_NAME: Final = "what the {name} is called from now on"
HELP_ON_OFF: Final = "on or off"
HELP_SIGN: Final = "by this {name} or tag; may be given more than once"
HELP_FOR: Final = "for this {name}; may be given more than once"
HELP_NOTICED: Final = "noticed by this {name}; may be given more than once"
HELP_NEAR: Final = "with this {name} near; may be given more than once"
HELP_ALSO: Final = "signed by this {name} as well; what stood there stays; goes alone"
HELP_HOW: Final = "how it was, beside any {name}: blurry, asleep or a word of your own; '' for none"
HELP_ONLY_FOR: Final = "those for this {name}"
HELP_PART: Final = "those with this {name} on them"
HELP_COVERED: Final = "with the words of covered slips, which are left out otherwise"
HELP_SIGN_SLIP: Final = "say which {names} are on a slip, in the place of those there"
HELP_UNSURE: Final = "not sure who it is by"
HELP_NOBODY: Final = "by nobody in particular"
HELP_SOMEONE: Final = "by someone"
HELP_ALL: Final = "by all of us"
HELP_NONE: Final = "nobody at all on it"
HELP_COVER: Final = "fold the words of a slip until they are asked for"
HELP_UNCOVER: Final = "show the words of a slip again"
HELP_ASIDE: Final = "take a slip out of the jar and keep it"
HELP_BACK: Final = "bring back a slip that was set aside"
HELP_OPEN: Final = "read folded slips one by one, line by line"


def part_line(part: Part, tags: Sequence[str]) -> str:
    """Return a name, what is known of it, its `tags` as they are typed, and whether it rests."""
    called = " ".join(filter(None, (part.mark, part.name)))
    shown = SHOWN_AS.format(part.display) if part.display else ""
    row = name_row(", ".join(filter(None, (called, shown, part.pronouns))), tags)
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


def member_line(row: str, how: str) -> str:
    """Return a name of a file, and whether it is in the jar already."""
    return ", ".join(filter(None, (row, _COMING[how])))


_COMING: Final = {
    "new": "",
    "tagged": "in the jar already, and gets its new tags",
    "noted": "in the jar already, and known to be this one from now on",
    "there": "in the jar already",
    "removed": "removed here, and stays so",
    "twice": "in the file already",
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


def word_setting(choice: str, *, alone: bool = True) -> str:
    """Show what those who sign are called, and what they may be called.

    Without names, how they come back is said where this was asked for `alone`.
    """
    if choice == NONE:
        back = "no names; jar-tui settings word names brings them back"
        return f"word = {NONE}    ({back if alone else 'jar-tui settings word says more'})"
    value = NAMES.many if choice in ("", NAMES.one) else choice
    may_be = ", ".join((NAMES.many, *WORDS, NONE))
    return f'word = {value}    (what those who sign are called: {may_be}, or your own, "one, many")'


ONE_FOR_BOTH: Final = (
    '"{name}" now stands for one and for many. Two words with a comma say both: "one, many".'
)
"""Said of an own word that came without its plural."""


def chosen_word(typed: str) -> str:
    """Return a word for those who sign as it is kept; blank where it cannot be one."""
    own = [" ".join(word.split()) for word in typed.split(",")]
    known = {name: nouns.one for nouns in (NAMES, *KNOWN.values()) for name in nouns} | {NONE: NONE}
    if max(map(len, own)) > LONGEST_WORD:
        return ""
    if len(own) == 1:
        return known.get(own[0].casefold(), own[0])
    return ", ".join(own) if len(own) == 2 and all(own) else ""
