"""What is said of backups."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from jar_tui.domain.when import shown

if TYPE_CHECKING:
    from jar_tui.store.backup_file import Why
    from jar_tui.store.errors import Reason
    from jar_tui.store.restoring import Would
    from jar_tui.upkeep import Checked

HELP_BACKUP: Final = "take today's backup now, or write one to a file"
HELP_RESTORE: Final = "bring back from a backup what is missing; nothing that is there is touched"
HELP_OUT: Final = "the file to make, in place of today's backup"
HELP_FILE: Final = "the backup; jar-tui where lists those kept here"
HELP_ALL: Final = "put what differs back as it was, too; present words stay as earlier words"
HELP_EVEN_IF_HURT: Final = "take a backup that is not as it was written, as far as it says anything"
HELP_DRY_RUN: Final = "say what would be brought back and do nothing"
HELP_CHECK_JSON: Final = "as a JSON object"

NOT_A_WHOLE_JAR: Final = (
    "Not all of the jar could be read, so this one stands beside the earlier backups, "
    "and none of them goes."
)
BRING_BACK: Final = "Bring it back?"
BROUGHT_BACK: Final = "Brought back. jar-tui undo takes that change back."
NAMES_BACK: Final = "Brought back."
NOTHING_MISSING: Final = "Nothing of it is missing here."
MAY_BE_THERE: Final = (
    "A backup may hold what is missing: jar-tui where lists them, "
    "jar-tui restore FILE says what it would bring back."
)
NO_BACKUP_YET: Final = "No backup was taken yet; one comes by itself, once a day."
BACKUP_HURT: Final = (
    "A backup is not as it was written. Every line of the jar is whole. Nothing was changed."
)
WHY_NOT: Final[dict[Why, str]] = {
    "unread": "That file cannot be read. Nothing was changed.",
    "none": "That file is no backup of a jar. Nothing was changed.",
    "hurt": (
        "That backup is not as it was written: it was damaged or changed since. "
        "Nothing was brought back. jar-tui where lists the others; "
        "--even-if-hurt takes this one as it is."
    ),
    "broken": (
        "That backup is damaged, and cannot be understood any more. "
        "Nothing was changed. jar-tui where lists the others."
    ),
    "newer": "A newer jar-tui made that backup, and can bring it back. Nothing was changed.",
}
NOT_TAKEN: Final[dict[Reason, str]] = {
    "full": "No backup was taken: there is too little room beside the jar.",
    "readonly": "No backup was taken: the folder of backups cannot be written to.",
    "busy": "No backup was taken: another session is writing backups.",
    "newer": "No backup was taken: a newer jar-tui made this jar.",
    "failed": "No backup was taken: the disk did not take it.",
}
_ANOTHER: Final = " It was made of another jar, and what it holds is added to this one."


def taken(path: str, slips: int) -> str:
    """Say where a backup is and how much it holds."""
    return f"Written and read again, {_slips(slips)}: {path}"


def would(found: Would, *, here: bool, everything: bool) -> list[str]:
    """Say what bringing back a backup would change; `here` says that it is of this jar."""
    said = [f"The backup is of {_day(found.meta.taken)}.{'' if here else _ANOTHER}"]
    missing = []
    if found.slips:
        missing.append(_slips(found.slips))
    if found.others:
        one = found.others == 1
        missing.append(f"{found.others} other {'thing' if one else 'things'}, such as lines")
    if missing:
        said.append(f"What is missing here and comes back: {', and '.join(missing)}.")
    else:
        said.append(NOTHING_MISSING)
    if found.differing:
        different = f"{found.differing} {'thing is' if found.differing == 1 else 'things are'}"
        if everything:
            said.append(f"{different} put back as in the backup; present words can be read again.")
        else:
            said.append(f"{different} different here and left so; --all puts back the backup's.")
    if found.erased:
        one = found.erased == 1
        said.append(f"{_slips(found.erased)} {'was' if one else 'were'} erased, and that stays so.")
    return said


def checked(found: Checked) -> list[str]:
    """Say what reading every backup found."""
    if found.newest is None:
        return [NO_BACKUP_YET] if found.files else []
    were = "1 backup was" if found.backups == 1 else f"{found.backups} backups were"
    said = [f"{were} read, the newest of {shown(found.newest, 'day', date.min)}."]
    said += [f"{name}: this backup is not as it was written." for name in found.hurt_backups]
    if not found.whole and len(found.hurt_backups) < found.backups:
        said.append(MAY_BE_THERE)
    return said


def reading(percent: int) -> str:
    """Say how far reading has come."""
    return f"Reading ... {percent} %"


def _slips(count: int) -> str:
    return "1 slip" if count == 1 else f"{count:,} slips"


def _day(written: str) -> str:
    """Return the day of a time as backups carry it."""
    try:
        return shown(datetime.fromisoformat(written).date(), "day", date.min)
    except ValueError:
        return "a day it does not say"
