"""What is said of a jar's files that are not as they should be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from jar_tui.words import NOT_OPENED

if TYPE_CHECKING:
    from jar_tui.service import Opened
    from jar_tui.store.errors import NotOpened
    from jar_tui.store.health import Kind, Trouble

NOTHING_READ: Final = "This jar has slips, and none can be read now. Nothing was changed."
NOT_THERE: Final = (
    "The jar's folder is a link that leads nowhere; its disk may not be there now. "
    "Nothing was changed."
)
STANDS: Final = "Slips of this jar cannot be read now. jar-tui check says more."
"""What stands on the first screen meanwhile, so that it never looks like a new jar."""
BRIEF: Final = "A file of the jar is not as it was. jar-tui check says more."
"""What stands there where there is no room for more."""
MORE: Final = "There is more; jar-tui check says which."
FIRST: Final = 2
"""So many sentences fit a small screen."""
_OTHERS_SHOWN: Final = "What the others hold is shown. jar-tui check says which."
_LINES_READ: Final = "Its lines could be read all the same, and it is left as it is."
_NOT_KEPT_HERE: Final = "What is in it is shown; new slips cannot be kept until that changes."
AT_START: Final[dict[Kind, str]] = {
    "missing": (
        "A file of the jar is gone. What is there is shown, and nothing is overwritten. "
        "It may be on a disk or in a sync that is not there now; jar-tui check says which."
    ),
    "away": (
        "A file of the jar is gone, as was said before. "
        "It may be on a disk or in a sync that is not there now; jar-tui check says which."
    ),
    "nowhere": (
        "A file of the jar is a link that leads nowhere; its disk may not be there now. "
        f"{_OTHERS_SHOWN}"
    ),
    "empty": (
        "A file of the jar is empty. It is left as it is, and a copy from elsewhere can take its "
        f"place. {_OTHERS_SHOWN}"
    ),
    "shorter": (
        "A file of the jar is shorter than it was. "
        "What is there is shown, and nothing is overwritten. jar-tui check says more."
    ),
    "foreign": (
        "A file among those of the jar holds no line of one. It is left as it is, and can be moved "
        f"elsewhere. {_OTHERS_SHOWN}"
    ),
    "nofile": (
        "Where a file of the jar should be there is something else, such as a folder. "
        f"It is left as it is. {_OTHERS_SHOWN}"
    ),
    "unread": f"A file of the jar may not be read by this account. {_OTHERS_SHOWN}",
    "hurt": (
        "Not all of a file of the jar can be read. Every other line is shown, "
        "and it is left as it is. jar-tui check says where."
    ),
    "newer": (
        "A newer jar-tui wrote in this jar, which may hold more than shows here. "
        "That jar-tui shows all of it."
    ),
    "mark": f"An editor put a mark of its own in front of a file of the jar. {_LINES_READ}",
    "ends": f"An editor changed the line ends of a file of the jar. {_LINES_READ}",
    "letters": f"An editor saved the letters of a file of the jar in another way. {_LINES_READ}",
    "readonly": f"The jar cannot be written to. {_NOT_KEPT_HERE}",
    "state": f"The folder state, beside the jar, cannot be written to. {_NOT_KEPT_HERE}",
    "owner": (
        "The jar belongs to another account of this machine. What can be read is shown; "
        "what is written here may not be readable there."
    ),
    "network": (
        "The jar is on a network disk, where locks may not hold. "
        "Only one machine at a time should write to it."
    ),
    "linked": "A file of the jar is a link; it is read where it leads.",
    "replaced": "Another file is in the place of this machine's own. It keeps its own beside it.",
    "arriving": (
        "A file of the jar is not all here yet, and may still be on its way. "
        "What has come is shown."
    ),
}
IN_CHECK: Final[dict[Kind, str]] = {
    "missing": "gone. It may be on a disk or in a sync that is not there now, or in a backup.",
    "away": "gone, as was said before. It may be on a disk, in a sync, or in a backup.",
    "nowhere": "a link that leads nowhere. Its disk may not be there now.",
    "empty": "empty. A copy from elsewhere can take its place.",
    "shorter": "shorter than it was. A copy from elsewhere may hold the rest.",
    "foreign": "no line of a jar is in it. It is left as it is, and can be moved elsewhere.",
    "nofile": "not a file. It is left as it is, and can be moved elsewhere.",
    "unread": "it may not be read by this account. Its owner can allow that.",
    "hurt": "not all of it can be read.",
    "newer": "made by a newer jar-tui, and may hold more.",
    "mark": "an editor put a mark in front of it; its lines could be read.",
    "ends": "an editor changed its line ends; its lines could be read.",
    "letters": "an editor saved its letters in another way; lines proved by their sum were read.",
    "readonly": "cannot be written to, so no new slip can be kept.",
    "state": "cannot be written to, so no new slip can be kept.",
    "owner": "belongs to another account of this machine.",
    "network": (
        "on a network disk, where locks may not hold. "
        "Only one machine at a time should write to it."
    ),
    "linked": "a link; read where it leads.",
    "replaced": "not as this machine wrote it. Its own is held, and put back when the jar opens.",
    "arriving": "not all here yet, and may still be on its way. What has come was read.",
}


def opened_with(opened: Opened) -> list[str]:
    """Say what opening the jar brought to light, the most important first."""
    return [NOTHING_READ, *found(opened)] if opened.nothing_read else found(opened)


def found(opened: Opened) -> list[str]:
    """Say what is wrong with files, in so few sentences that they fit a small screen."""
    kinds = dict.fromkeys(trouble.kind for trouble in opened.troubles)
    said = [put_aside([str(path) for path in opened.put_aside])] if opened.put_aside else []
    said += [sentence for kind, sentence in AT_START.items() if kind in kinds]
    if len(said) > FIRST:
        said[FIRST:] = [MORE]
    return said


def put_aside(files: Sequence[str]) -> str:
    """Say where bytes that could not be read as slips are kept."""
    where = files[0] if len(files) == 1 else f"{files[0]} and beside it"
    return f"Some of a file could not be read. It is kept in {where}."


def not_opened(error: NotOpened) -> str:
    """Say that there is no way into the jar."""
    return NOT_THERE if error.leads_nowhere else NOT_OPENED


def checked(troubles: Iterable[Trouble]) -> list[str]:
    """Say of each file or folder what is wrong with it; `check` itself says what is hurt where."""
    return [f"{name}: {IN_CHECK[kind]}" for kind, name in troubles if kind != "hurt"]
