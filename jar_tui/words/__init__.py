"""Every sentence a person can read here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from jar_tui.domain.when import Precision, WhenError, shown

if TYPE_CHECKING:
    from jar_tui.domain.records import Slip
    from jar_tui.service import Undone
    from jar_tui.store.errors import Reason

# The first screen

WRITE: Final = "Write one small step. Any size."
STARTER: Final = "a breath, a rest, saying no ..."
STARTER_SHORT: Final = "a breath, a rest ..."
SLIPS_GO_HERE: Final = "Slips go in here."
KEPT_WHERE: Final = "Kept on this machine, for whoever can use this account. Nothing is sent."
WHAT_IS_THIS: Final = "What is this? Esc, then ?"
CURTAIN_HINT: Final = "Ctrl-L hides this screen."
CURTAIN: Final = "Ctrl-L shows the screen again."
DRAFT_WAITS: Final = "The words wait as an unfinished slip."
DRAFT_KEPT: Final = "An unfinished slip is kept. Up shows it."
MORE_ROOM: Final = "Needs a little more room."
OLDER: Final = "older slips: Down"
OLDER_AWAY: Final = "older slips: Esc, then Down"
ASIDE_BELOW: Final = "set aside: Down"
ASIDE_HEADING: Final = "set aside"

# While writing

ENTER_DROPS: Final = 'Enter drops it in. Ctrl-T marks it "too small"; it goes in all the same.'
ENTER_DROPS_MARKED: Final = 'Enter drops it in, marked "too small". Ctrl-T takes the mark off.'
MARKED_SMALL: Final = 'marked "too small"'
BLANK: Final = "The slip is blank. Nothing changed."
LONG: Final = "That is long for one slip. Enter again drops it in whole."
NOTHING_DROPPED_YET: Final = "No slip was dropped in yet. Nothing changed."
NO_DRAFT: Final = "No unfinished slip is kept."
IDEAS_TITLE: Final = "Ideas"
IDEAS_HINT: Final = "Enter puts one in the slip, to change as you like."
IDEAS: Final = (
    "took one slow breath",
    "drank some water",
    "rested before all was done",
    "said no to something",
    "said yes to something kind",
    "got up, at any hour",
    "ate something",
    "opened a window",
    "asked for help",
    "stepped away for a moment",
    "one thing felt all right",
    "let a message wait",
)

# Answers, each after the slip is on disk

WORDS_KEPT: Final = "The changed words are kept. u takes that back."
CHANGED_ELSEWHERE: Final = (
    "Another window changed these words meanwhile. Enter keeps the ones here; Esc leaves both."
)
WORDS_SAME: Final = "The words are as they were."
EDIT_WAITS: Final = "The changed words wait here until you keep them: e opens them again."
EDIT_WAITED: Final = "These words were changed before and not kept yet. Enter keeps them."
KINDS_KEPT: Final = "The kinds are kept. u takes that back."
LEFT: Final = "Nothing was changed."
EDIT_KEPT: Final = "Changed words of a slip are kept ({}). e on it opens them."
OTHERS_KEPT: Final = "Other unfinished words are kept, and wait where they were begun."
LINE_KEPT: Final = "A line for a slip is kept ({}). Enter on the slip, then w, opens it."

COVERED: Final = "Covered: the words show when they are asked for. u takes that back."
UNCOVERED: Final = "The words show again. u takes that back."
COVERED_WORDS: Final = "..."
COVER_HINT: Final = "Covered. Enter shows the words here, c for good."
SET_ASIDE: Final = "Set aside and kept. u brings it back."
BROUGHT_BACK: Final = "Back in the jar. u takes that back."

SMALL: Final = '"too small"'
OPENINGS_LEAVE_IT: Final = "openings leave it out"

# Prompts

EDIT_TITLE: Final = "The words of this slip"
DATE_TITLE: Final = "When was it?"
DATE_HINT: Final = "yesterday, tuesday, 3 days ago, 5 March, sometime"
KIND_TITLE: Final = "What kinds of step was it?"
KIND_HINT: Final = "One or more, with commas: rest, boundary, body, first time. Your own words too."
FIND_HINT: Final = "find: letters of a word"
NOTHING_FOUND: Final = "No slip holds that."
NOTHING_FOUND_COVERED: Final = "No slip holds that. Covered words are not looked at."

# Where words are kept

FULL_DISK: Final = "Not kept yet: the disk is full. The words stay here."
READ_ONLY: Final = "Not kept yet: this folder cannot be written to. The words stay here."
BUSY: Final = "Not kept yet: another session is writing. The words stay here. Enter tries again."
NEWER: Final = "Not kept yet: a newer jar-tui made this jar, so here it is read and not added to."
FAILED: Final = "Not kept yet: the disk did not take it. The words stay here. Enter tries again."
NOT_OPENED: Final = "The jar's folder cannot be read. Nothing was changed."
NOT_KEPT_ASIDE: Final = "Not kept yet. Up shows the words."
_NOT_KEPT: Final[dict[str, str]] = {
    "full": FULL_DISK,
    "readonly": READ_ONLY,
    "busy": BUSY,
    "newer": NEWER,
    "failed": FAILED,
}
CRASHED: Final = "jar-tui had to stop. Every slip that was dropped in is kept."
DRAFT_LOST: Final = "The disk did not take the unfinished words, so they could not be kept."
NO_TERMINAL: Final = "The full screen needs a terminal. jar-tui --plain works line by line."

# Taking back

NOTHING_TO_TAKE_BACK: Final = "There is nothing to take back."
CHANGED_LATER: Final = "That was changed again later, so it stays as it is."
TAKEN_ASIDE: Final = "Taken back. The slip is set aside and still kept."
TAKEN_ASIDE_MANY: Final = "Taken back. Those slips are set aside and still kept."
TAKEN_NAMES: Final = "Taken back: who is on the slip is as it was before."
TAKEN_LINE: Final = "Taken back: the line under the slip is gone."
_TAKEN: Final[tuple[tuple[str, str], ...]] = (
    ("text", "Taken back: the words are as they were before."),
    ("label", "Taken back: the mark is as it was before."),
    ("happened", "Taken back: the date is as it was before."),
    ("kinds", "Taken back: the kinds are as they were before."),
    ("covered", "Taken back: the words show, or do not, as before."),
    ("set_aside", "Taken back: the slip is where it was before."),
    ("not_again", "Taken back: openings bring it, or leave it out, as before."),
    ("state", TAKEN_NAMES),
    ("how", TAKEN_NAMES),
)
_TAKEN_ELSE: Final = "Taken back."
_OF_NAMES: Final = "a change of who is on it"
_CHANGES: Final[tuple[tuple[str, str], ...]] = (
    ("text", "a change of words"),
    ("label", 'a "too small" mark'),
    ("happened", "a change of date"),
    ("kinds", "a change of kinds"),
    ("covered", "a cover"),
    ("set_aside", "a slip set aside, or brought back"),
    ("not_again", "a slip openings leave out, or not"),
    ("state", _OF_NAMES),
    ("how", _OF_NAMES),
)
_OF_TABLES: Final = {"marks": _OF_NAMES, "lines": "a line written under it"}


def not_kept(reason: Reason, *, screen: bool = True) -> str:
    """Say why something did not reach the disk, and on a screen where the words are."""
    said = _NOT_KEPT[reason]
    return said if screen else f"{said.split('. ')[0].rstrip('.')}."


def dated(happened: date | None, precision: Precision, today: date) -> str:
    """Say the date a slip gets, as it is shown before Enter."""
    if happened is None or precision == "sometime":
        return "dated sometime"
    return f"dated {shown(happened, precision, today)}"


def dropped(slip: Slip, today: date, signed: str = "") -> str:
    """Say that a slip is in the jar, and what it carries; `signed` says who is on it."""
    facts = []
    if slip.happened != today or slip.precision != "day":
        facts.append(dated(slip.happened, slip.precision, today))
    if signed:
        facts.append(signed)
    if slip.too_small:
        facts.append('marked "too small"')
    said = ", ".join(["Dropped in", *facts])
    return f"{said}. Esc u takes it back." if facts in ([], [signed]) else f"{said}."


def marked(slip: Slip) -> str:
    """Say that the label went on or came off."""
    said = 'Marked "too small"' if slip.too_small else "No longer marked"
    return f"{said}: {excerpt(slip)}"


def covered(slip: Slip) -> str:
    """Say that a slip's words are folded, or show again."""
    return COVERED if slip.covered else UNCOVERED


def set_aside(slip: Slip) -> str:
    """Say that a slip was taken out of the jar, or brought back."""
    return SET_ASIDE if slip.set_aside else BROUGHT_BACK


def redated(slip: Slip, today: date) -> str:
    """Say the date a slip has now."""
    return f"Now {dated(slip.happened, slip.precision, today)}. u takes that back."


def date_trouble(error: WhenError, today: date) -> str:
    """Say what was understood of a date that cannot be taken."""
    if error.reason == "future" and error.understood:
        day = shown(error.understood, "day", today)
        return f"That would be {day}, which has not come yet. The words stay."
    return "That date was not understood. The words stay."


def future_prefix(understood: date, today: date) -> str:
    """Say that a date in front is in the future and so stays as words."""
    return f"{shown(understood, 'day', today)} has not come yet, so it stays in the words."


def waits(kept: str, slip: Slip, today: date) -> str:
    """Say that something for a slip is `kept`, naming its day and nothing else of it."""
    return kept.format(day_heading(slip, today))


def day_heading(slip: Slip, today: date) -> str:
    """Return the day a slip lies under in the jar."""
    if slip.happened == today and slip.precision == "day":
        return "today"
    return shown(slip.happened, slip.precision, today)


def about_slip(slip: Slip, today: date, signed: str = "") -> str:
    """Return what stands before a slip's words where it is one sentence."""
    facts = [day_heading(slip, today)]
    if slip.set_aside:
        facts.append("set aside")
    if signed:
        facts.append(signed)
    if slip.too_small:
        facts.append('marked "too small"')
    return ", ".join(facts)


def facts_of(slip: Slip, today: date, signed: str = "") -> str:
    """Return the line above a whole slip: its day, its names, its mark and its kinds."""
    facts = [about_slip(slip, today, signed), kinds_of(slip)]
    return " · ".join(filter(None, [*facts, OPENINGS_LEAVE_IT if slip.not_again else ""]))


def excerpt(slip: Slip, longest: int = 200) -> str:
    """Return the words of a slip on one line, or dots where it is covered."""
    return COVERED_WORDS if slip.covered else " ".join(slip.text[:longest].split())


def kinds_of(slip: Slip) -> str:
    """Return a slip's kinds as they are shown and typed."""
    return ", ".join(kind.replace("-", " ") for kind in slip.kinds)


def taken_back(undone: Undone) -> str:
    """Say what taking back came to."""
    if not undone.fields:
        return NOTHING_TO_TAKE_BACK
    if undone.declined:
        return CHANGED_LATER
    if undone.made_slips:
        return TAKEN_ASIDE_MANY if undone.many else TAKEN_ASIDE
    if undone.table != "slips":
        return TAKEN_LINE if undone.table == "lines" else TAKEN_NAMES
    return _first(_TAKEN, undone.fields, _TAKEN_ELSE)


def taken_back_on(undone: Undone, slip: Slip | None, today: date) -> str:
    """Say what taking back came to, and the day of the slip where it is another than in view."""
    said = taken_back(undone)
    return f"{said} That was on the slip of {day_heading(slip, today)}." if slip else said


def would_take_back(undone: Undone, today: date) -> str:
    """Name a change of an earlier run before it is taken back."""
    return f"From an earlier time: {named_change(undone, today)}."


def named_change(undone: Undone, today: date) -> str:
    """Name a change by what it was and by the day of its slip."""
    if undone.made_slips:
        what = "slips that came in together" if undone.many else "a slip dropped in"
    else:
        change = _OF_TABLES.get(undone.table) or _first(_CHANGES, undone.fields, "a change")
        what = f"{change}, on a slip"
    if undone.happened is None:
        return what
    day = "today" if undone.happened == today else shown(undone.happened, "day", today)
    return f"{what}, of {day}" if undone.made_slips else f"{what} of {day}"


U_AGAIN: Final = "u again takes it back; any other key leaves it."


def _first(table: Sequence[tuple[str, str]], fields: Collection[str], otherwise: str) -> str:
    return next((words for name, words in table if name in fields), otherwise)
