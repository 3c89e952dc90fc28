"""What is said of earlier words, and of erasing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from jar_tui.domain.when import shown

# Earlier words

TITLE: Final = "Earlier words, and when written"
NONE: Final = "This slip has no earlier words."
BACK_ON: Final = "Those words are on the slip again. u takes that back."
KEPT_OVER: Final = (
    "The changed words are kept. They were changed elsewhere, too; h shows those words."
)
KEPT_UNDER: Final = "The changed words are kept, and newer ones from elsewhere show; h has these."
COVERED_HINT: Final = "Covered. Enter shows the words here."
NO_SUCH_VERSION: Final = "There are no earlier words of that number. Nothing was changed."

# A slip that another session erased

GONE: Final = "This slip was erased elsewhere."
GONE_TYPING: Final = (
    "This slip was erased elsewhere. What stands here is kept as a new slip, not dropped in."
)
GONE_TYPED: Final = (
    "That slip was erased elsewhere. What was typed waits where new slips are written."
)
CHOSEN_GONE: Final = "The slip chosen here was erased elsewhere."

# Erasing

ERASE_TITLE: Final = "Erase this slip for good?"
ERASE_GOES: Final = (
    "This slip, its earlier words, who is on it and what was written under it: all of that goes "
    "from the journals here, the backups here, unfinished drafts, and damaged pieces put aside."
)
ERASE_NO_WAY_BACK: Final = "There is no undo. Set aside, it may stay for as long as anybody likes."
ERASE_NOT_REACHED: Final = (
    "Out of reach are copies elsewhere: exports and backups in a place of your own, backups of the "
    "machine, versions a sync tool keeps, the history of git, the disk's own old blocks. "
    "Files of other machines, and what came here of them, follow when jar-tui opens there."
)
ERASED: Final = "Erased for good."
ERASED_HERE: Final = "What was erased is in no journal here any more."
NOTHING_ERASED: Final = "Nothing was erased in this jar, so there is nothing to do."
NOT_ERASED: Final = "Nothing was erased."
ASIDE_FIRST: Final = "x sets a slip aside; r erases one that is set aside. Nothing was erased."
ASIDE_FIRST_HERE: Final = (
    "That slip is in the jar, so nothing was erased. jar-tui aside sets it aside; "
    "then it can be erased."
)
BACK_MEANWHILE: Final = "The slip is back in the jar, so nothing was erased."
TYPE_ERASE: Final = 'Type "erase" to erase it for good; anything else leaves it: '
WHERE_GONE: Final = (
    "Where that machine is gone for good, jar-tui erase --everywhere does its files here."
)
WHICH_SLIP: Final = "Which slip is to be erased? jar-tui list --set-aside shows the ids."
WORD: Final = "erase"
"""What is typed to erase a slip."""
NEEDS_YES: Final = "Nothing was erased. Where there is no terminal to ask at, it needs --yes."

# The command line and line mode

HELP_EARLIER: Final = "show the words a slip had before, and when, newest first"
HELP_TAKE: Final = "put the words of that number on the slip again"
HELP_ERASE: Final = "erase for good a slip that was set aside; there is no undo"
HELP_EVERYWHERE: Final = (
    "take what was erased out of files of other machines here, too: for machines that are gone"
)
UNDO_HERE: Final = "jar-tui undo takes that back."
_NAMED: Final = 2
"""So many files are named; a sentence is no list."""


def moments(found: Sequence[datetime], today: date) -> list[str]:
    """Say when each of these was, as exactly as tells them apart."""
    said = [_moment(when, today) for when in found]
    return [
        f"{one}:{when.second:02}" if said.count(one) > 1 else one
        for one, when in zip(said, found, strict=True)
    ]


def _moment(when: datetime, today: date) -> str:
    day = "today" if when.date() == today else shown(when.date(), "day", today)
    return f"{day}, {when.hour:02}:{when.minute:02}"


def back_on(moment: str, taking_back: str) -> str:
    """Say whose moment the words are that are on a slip again."""
    return f"The words of {moment}, are on the slip again. {taking_back}".rstrip()


def what_goes() -> list[str]:
    """Say what erasing does, and what it cannot do."""
    return [ERASE_NO_WAY_BACK, ERASE_GOES, ERASE_NOT_REACHED]


def erased(others: Sequence[str], left: Sequence[str], what: str = ERASED) -> list[str]:
    """Say that a slip is gone, and what is still to come; names of files are printable."""
    said = [what]
    if others:
        said.append(
            "The other machine's files follow when jar-tui opens there; until then they hold it "
            f"here, too: {_names(others)}."
        )
    if left:
        said.append(f"Not changed yet, and tried again at the next start: {_names(left)}.")
    return said


def _names(files: Sequence[str]) -> str:
    named = ", ".join(files[:_NAMED])
    return f"{named} and others" if len(files) > _NAMED else named
