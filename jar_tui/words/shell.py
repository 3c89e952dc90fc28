"""The sentences of the command line and of line mode."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from jar_tui.domain.when import When, WhenError, shown
from jar_tui.words import (
    COVERED_WORDS,
    SMALL,
    about_slip,
    backups,
    dated,
    health,
    kinds_of,
    latch,
    named_change,
)

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip
    from jar_tui.domain.slips import NewSlip
    from jar_tui.service import Undone
    from jar_tui.upkeep import Checked

# The command line

YES_NO: Final = "[y/N]"
LONG_ASKED: Final = "That is long for one slip. Drop it in whole?"
TAKE_IT_BACK: Final = "Take it back?"
IMPORT_THEM: Final = "Bring them in?"
UNDO_DROP: Final = "jar-tui undo takes it back."
UNDO_DROPS: Final = "jar-tui undo takes them back, all together."
IMPORTED: Final = f"They are in the jar. {UNDO_DROPS}"
NOTHING_NEW: Final = "Nothing new to bring in."
EXPORTED: Final = "Written. Whoever can read that file can read every slip in it."
FILE_THERE: Final = "A file of that name is there already. Nothing was written."
FILE_UNREADABLE: Final = "That file cannot be read."
NO_SUCH_ID: Final = "No slip has an id that starts like that. jar-tui list shows the ids."
MANY_IDS: Final = "More than one slip has an id that starts like that. A longer start will do."
WORDS_KEPT_HERE: Final = "The changed words are kept. jar-tui undo takes that back."
NO_SLIPS: Final = "No slip is in the jar. jar-tui list --set-aside shows any set aside."
NO_JAR_YET: Final = "There is no jar here yet."
ALL_WHOLE: Final = "Every line is whole."
NOT_WHOLE: Final = "Not all of the jar can be read. Nothing was changed."
NOT_SHOWN: Final = "The answer could not be written out. jar-tui list says what is in the jar."
STOPPED: Final = "Stopped. jar-tui list says what is in the jar."
DAY_UNKNOWN: Final = "That date was not understood. Nothing was changed."
NO_DAY: Final = "That is no day. Nothing was changed."
LINE_TOO_LONG: Final = (
    "A terminal hands over 4,095 bytes of one line, so the end of that one is missing. "
    "A file or a pipe has no such limit."
)
LIMIT_WRONG: Final = "--limit takes a number that is not below 0."
NO_SUCH_SETTING: Final = (
    "There is no such setting, or it cannot be that. jar-tui settings shows them."
)
SETTING_KEPT: Final = "Kept."
SHELL_REMEMBERS: Final = (
    "For next time: shells remember lines that were typed, and others on this machine can see "
    "running commands. jar-tui add without words asks for them, and leaves no such trace."
)
FILTERS: Final = {
    "text": 'holding "{value}"',
    "part": "of that {name}",
    "for": "for that {name}",
    "kind": "of the kind {value}",
    "too_small": 'marked "too small"',
    "covered": "covered",
    "open": "open",
    "since": "dated {value} or later",
    "until": "dated {value} or earlier",
    "set_aside": "set aside",
}
_SKIPPED: Final = {"blank": "blank, left out", "known": "in the jar already, left out"}
_SETTINGS: Final = {
    "day_begins": "(the hour a new day begins, 0 to 23)",
    "first_screen": "(which slips show at rest: today, all or none)",
    "key_bounce": "(milliseconds in which a repeated key counts once, 0 to 1000)",
    "nudges": '(a line about a "too small" mark in an opening: show, ask or off)',
    "day_first": "(5/3 is the fifth of March: true or false)",
    "look": "(colours of the full screen: terminal, dark, light or contrast)",
    "signs": "(what it draws with: auto, lines or ascii)",
    "tag_case": "(upper and lower case in the tag of a {name}: any or exact)",
    "simple_screen": "(when the simple screen shows: key, by Ctrl-O alone, or start)",
    "keep_signing": latch.SETTING,
    "keep_signing_hours": latch.SETTING_HOURS,
}
CLI_ABOUT: Final = "A private jar for small steps. Without a command it opens the full screen."
CLI_MORE: Final = "Nothing here uses a network. jar-tui where shows every file it writes."
HELP_PLAIN: Final = "line by line, for screen readers and plain terminals"
HELP_ADD: Final = "drop a slip in: asks for it, or reads it from standard input"
HELP_TEXT: Final = "the words; left out, they are asked for, and the shell remembers nothing"
HELP_EACH_LINE: Final = "each line is a slip of its own"
HELP_WHEN: Final = "the day it happened, such as yesterday, tuesday, 2026-03-05 or sometime"
HELP_TOO_SMALL: Final = 'mark it "too small"; it goes in all the same'
HELP_KIND: Final = "what kind of step it was; may be given more than once"
HELP_LIST: Final = "show slips, oldest first"
HELP_JSON: Final = "as a JSON array"
HELP_FIND: Final = "those that hold this text, in any case"
HELP_SINCE: Final = "those of this day and later"
HELP_UNTIL: Final = "those of this day and earlier"
HELP_OF_KIND: Final = "those of this kind"
HELP_ONLY_SMALL: Final = 'those marked "too small"'
HELP_SET_ASIDE: Final = "those set aside"
HELP_LIMIT: Final = "the newest N of them"
HELP_EDIT: Final = "change the words of a slip"
HELP_ID: Final = "the start of its id, as list shows it"
HELP_UNDO: Final = "take back the last change made here"
HELP_YES: Final = "do it without asking"
HELP_IMPORT: Final = "bring in what a file holds; doing it twice adds nothing"
HELP_IMPORT_KIND: Final = "lines: a text file, one slip to a line"
HELP_FILE: Final = "the file to read"
HELP_IMPORT_WHEN: Final = "the day they happened; sometime, if this is left out"
HELP_DRY_RUN: Final = "say what would be brought in and do nothing"
HELP_EXPORT: Final = "write every slip to a file, covered slips without their words"
HELP_OUT: Final = "the file to make; without it, standard output"
HELP_WHERE: Final = "show every file that is written"
HELP_CHECK: Final = "read every line and every backup, and say whether they are whole"
HELP_SETTINGS: Final = "show the settings, or change one"
HELP_SETTING_NAME: Final = "which setting"
HELP_SETTING_VALUE: Final = "what it shall be"
NOT_IN_USE: Final = "This is not in use here. jar-tui settings word says more."

# Line mode

PLAIN_WELCOME: Final = (
    "Write one small step, any size, and press Enter. A line that starts with / is a command: "
    "/list, /open, /small, /undo, /help, /leave."
)
PLAIN_HELP: Final = (
    "A line of words is a slip; Enter drops it in.",
    "/list reads the slips of today.",
    "/undo takes the last change back, whichever slip it was.",
    "/open opens the jar: folded slips, one by one.",
    "/leave or Ctrl-D leaves.",
    "/help more reads out every other command.",
)
PLAIN_HELP_MORE: Final = (
    "Writing. yesterday: in front of the words sets their day.",
    "The tag of a {name} in front says who it is by, as in w: rested.",
    "A backslash in front: no {name} for this slip. Two: and nobody goes on signing.",
    "Two slashes in front: the line is a slip that starts with one.",
    "/again tries once more to keep words that could not be kept.",
    "Reading. /all reads every slip, oldest first.",
    "/page reads the page for whoever is here: the day, and what this is.",
    "/agreements reads what is agreed on here.",
    "/open reads slips one by one. Before the first, c chooses which, and how openings go. With a "
    "slip, m reads what can be done with it. After the last, f goes further back.",
    "/since reads what came in since the last opening, one by one; with a day behind, since then.",
    "/for-me, with a {name} behind, reads slips for that {name}.",
    "{Names}. /names lists the {names}. /name Wren w: adds one, with a tag.",
    "One slip. What follows is for the slip dropped in last, or one that was read one by one, "
    "whichever came later. Nothing that /list or /all reads out changes which one that is. "
    "Every answer says which.",
    '/small marks it "too small", or takes the mark off.',
    "/sign, /for, /noticed and /near, with a {name} or its digit behind, say who it is by, for, "
    "noticed by, and who was near; once more takes that off.",
    "In the place of a {name}, /sign takes ? for not sure, - for nobody in particular, someone, "
    "and * for all of us.",
    "/also and a {name}: one more who signs; what stood there stays.",
    "/how and a word, as in /how blurry, says how it was for the {name}. /how - takes that off.",
    "/keep and a {name}: slips that follow are by that {name}, for some hours or until /keep "
    "again. /keep alone: by whoever signs next.",
    "/cover folds its words until they are asked for, or shows them again.",
    "/aside takes it out of the jar and keeps it, /back brings it back.",
    "/earlier reads out the words it had before; with a number behind, it puts those back.",
)
UNDO_DROP_LINE: Final = "/undo takes it back."
PLAIN_UNKNOWN: Final = "That command is not known. /help lists them."
PLAIN_EMPTY: Final = "No slip of today is in the jar."
PLAIN_UNDO_AGAIN: Final = "/undo again takes it back; anything else leaves it."
PLAIN_LEFT: Final = "Left. Every slip is kept."
PLAIN_AGAIN: Final = "The words wait here: /again tries once more."
PLAIN_NONE_WAIT: Final = "No words wait."
PLAIN_LEFT_WAITING: Final = "Left. What is above could not be kept; every other slip is."


def date_refused(error: WhenError, today: date) -> str:
    """Say why a day on the command line cannot be taken; nothing was written."""
    if error.reason == "future" and error.understood:
        day = shown(error.understood, "day", today)
        return f"That would be {day}, which has not come yet. Nothing was changed."
    return DAY_UNKNOWN


def sentence(slip: Slip, today: date, signed: str = "", *, covered: bool = False) -> str:
    """Return a slip as one sentence, further lines of it set in; `covered` words only if asked."""
    told = slip.text.replace("\n", "\n          ")
    hidden = slip.covered and not covered
    return f"{about_slip(slip, today, signed)}: {COVERED_WORDS if hidden else told}"


COVERED_ITEM: Final = "(covered)"


def facts_under(slip: Slip, signed: str) -> str:
    """Return what stands under a slip in a file: who is on it, its mark and its kinds."""
    small = f"marked {SMALL}" if slip.too_small else ""
    return ", ".join(filter(None, (signed, small, kinds_of(slip))))


def dropped_here(new: NewSlip, signed: str = "", taking_back: str = "") -> str:
    """Say on the command line that a slip is in the jar, and how to take it back."""
    facts = ["Dropped in"]
    if new.when is not None:
        facts.append(f"dated {shown(new.when.happened, new.when.precision, date.min)}")
    facts += filter(None, (signed, 'marked "too small"' if new.small else ""))
    return f"{', '.join(facts)}. {taking_back}".rstrip()


def dropped_line(slip: Slip, today: date, signed: str = "") -> str:
    """Say in line mode that a slip is in the jar, and how to take it back."""
    is_today = slip.happened == today and slip.precision == "day"
    day = "" if is_today else dated(slip.happened, slip.precision, today)
    return f"{', '.join(filter(None, ('Dropped in', day, signed)))}. {UNDO_DROP_LINE}"


def checked(found: Checked) -> list[str]:
    """Say what reading every line found."""
    if not (found.files or found.troubles or found.backups):
        return [NO_JAR_YET]
    lines = "1 line was" if found.lines == 1 else f"{found.lines} lines were"
    files = "1 file" if found.files == 1 else f"{found.files} files"
    said = [f"{lines} read in {files}."]
    for name, offsets in found.hurt.items():
        where = ", ".join(map(str, offsets[:5]))
        said.append(f"{name}: not readable from byte {where}. Every other line is whole.")
    said += [f"{name}: it ends in the middle of a line." for name in found.unfinished]
    said += health.checked(found.troubles)
    said += [ALL_WHOLE] if found.whole else []
    return said + backups.checked(found)


def would_take_back(undone: Undone, today: date) -> str:
    """Name the change that would be taken back."""
    return f"The last change made here: {named_change(undone, today)}."


def none_found(described: str) -> str:
    """Say that no slip is there, or none that the filters keep."""
    return f"No slip is {described}." if described else NO_SLIPS


def would_import(count: int, when: When, today: date) -> str:
    """Say what an import would bring in."""
    slips = "1 slip" if count == 1 else f"{count} slips"
    return f"{slips} to bring in, {dated(when.happened, when.precision, today)}."


def rows_skipped(rows: Sequence[int], why: str) -> str:
    """Name the rows of a file that are left out, those that follow each other together."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    named = [str(first) if first == last else f"{first} to {last}" for first, last in runs]
    return f"{'line' if len(rows) == 1 else 'lines'} {', '.join(named)}: {_SKIPPED[why]}"


def setting(name: str, value: object) -> str:
    """Show one setting and what it may be."""
    said = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
    return f"{name} = {said}    {_SETTINGS[name]}"


def not_understood(program: str) -> str:
    """Say that a command line was not understood."""
    return f"That was not understood. {program} --help shows what may be asked."


def system_refused(reason: str) -> str:
    """Say what the system said, where there is no better sentence."""
    return f"That could not be done: {reason.lower() or 'it was refused'}."


def stopped_at(kind: str, place: str) -> str:
    """Say that something unforeseen came up, and where in the program, without anybody's words."""
    return f"That could not be done, and this program is to blame: {kind} at {place}."
