"""What is wrong with the files of a jar, so that it can be said."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from stat import S_ISREG
from typing import Final, Literal, NamedTuple, get_args

import orjson

from jar_tui.store import disk
from jar_tui.store import own as own_files
from jar_tui.store.folders import Folders
from jar_tui.store.head import NAMES, is_journal
from jar_tui.store.installation import is_own, own_id
from jar_tui.store.line import MARK, Piece, has_lost_page
from jar_tui.store.mounts import is_on_network
from jar_tui.store.reader import Reader
from jar_tui.store.sizes import known_sizes

Loss = Literal["missing", "nowhere", "empty", "shorter", "foreign", "nofile", "unread"]
"""What may keep slips from being shown."""
Kind = (
    Loss
    | Literal["hurt", "newer", "mark", "ends", "letters", "readonly", "state", "owner"]
    | Literal["network", "linked", "arriving", "away", "replaced"]
)
LOSSES: Final[frozenset[Kind]] = frozenset(get_args(Loss))
ONCE: Final[frozenset[Kind]] = frozenset(("hurt", "mark", "ends", "letters", "owner", "network"))
"""What is told once, and then only by `check` or where no slip could be read."""
_WHEN_NOTICED: Final[frozenset[Kind]] = frozenset(("missing", "shorter"))
_WHEN_BARE: Final[frozenset[Kind]] = frozenset(("arriving", "away"))
TOLD: Final = "told.json"
"""The file that says what was told once."""


class Trouble(NamedTuple):
    """One thing that is not as it should be, and the file or folder it is about."""

    kind: Kind
    name: str = ""


def troubles(folders: Folders, reader: Reader, lost: Collection[str] = ()) -> list[Trouble]:
    """Return what is wrong with the files `reader` has read, `lost` being those gone or shorter.

    Nothing is written, and nothing is asked of a file that could hang.
    """
    own = own_id(folders)
    found = {
        *_of_names(folders),
        *_of_contents(folders, reader, own),
        *_of_folders(folders, own),
    }
    # What a sync put in the place of a journal of ours says nothing of ours, which is held.
    away = set(own_files.replaced(folders))
    found = {one for one in found if one.name not in away} | {Trouble("replaced", n) for n in away}
    # Letters saved in another way can take less room; that is told, and no line is missing.
    told_of = (*LOSSES, "letters", "replaced")
    settled = {name for kind, name in found if kind in told_of}
    present = reader.sizes()
    known = known_sizes(folders)
    for name in {*lost, *known} - settled:
        if name in present:
            found.update({Trouble("shorter", name)} if name in lost else ())
        else:  # what was told before is known as a file of no bytes
            noticed = name not in lost and not known[name].bytes
            found.add(Trouble("away" if noticed else "missing", name))
    return sorted(found)


def news(folders: Folders, reader: Reader, lost: Collection[str], *, bare: bool) -> list[Trouble]:
    """Return what to tell when a jar is opened; in a `bare` one all that may be the reason."""
    told, own = _told(folders), own_id(folders)
    found = []
    for trouble in troubles(folders, reader, lost):
        if trouble.kind in _WHEN_NOTICED:
            wanted = bare or trouble.name in lost
        elif trouble.kind in ONCE:
            # Of our own files, what is hurt was put aside and is told as that.
            is_news = [*trouble] not in told and not (
                trouble.kind == "hurt" and is_own(trouble.name, own)
            )
            wanted = is_news or (bare and may_hide(trouble))
        else:
            wanted = trouble.kind != "linked" and (bare or trouble.kind not in _WHEN_BARE)
        if wanted:
            found.append(trouble)
    named = (trouble for trouble in found if trouble.kind in ONCE and trouble.name.isprintable())
    fresh = [[*trouble] for trouble in named if [*trouble] not in told]
    if fresh:
        with suppress(OSError):  # told again next time, then
            disk.write_private(folders.state / TOLD, orjson.dumps([*told, *fresh]))
    return found


def may_hide(trouble: Trouble) -> bool:
    """Say whether this may be why slips do not show."""
    kind, name = trouble
    hides = kind in LOSSES or kind in ("hurt", "newer", "arriving", "away")
    return hides and name.startswith("slips-")


def hurt(folders: Folders, reader: Reader) -> dict[str, list[Piece]]:
    """Return the stretches that were kept once and cannot be read any more, by file.

    Pages of zeros in a file of another installation have not come yet, and are none.
    """
    own = own_id(folders)
    found = {
        name: [one for one in pieces if is_own(name, own) or not has_lost_page(one.raw)]
        for name, pieces in reader.damage.items()
    }
    return {name: pieces for name, pieces in found.items() if pieces}


def _of_names(folders: Folders) -> Iterator[Trouble]:
    """Yield what is wrong with the files themselves, whatever they hold."""
    for file in disk.files(folders.jar):
        if not is_journal(file.name):
            continue
        try:
            stat = file.stat()
        except FileNotFoundError:
            if file.is_symlink():
                yield Trouble("nowhere", file.name)
            continue
        except OSError:
            continue  # the reader met it, too
        if not S_ISREG(stat.st_mode):
            yield Trouble("nofile", file.name)
        elif file.is_symlink():
            yield Trouble("linked", file.name)


def _of_contents(folders: Folders, reader: Reader, own: str) -> Iterator[Trouble]:
    """Yield what reading the journals brought to light."""
    yield from (Trouble("unread", name) for name in reader.unread)
    yield from (Trouble("newer", name) for name in reader.newer())
    yield from (Trouble("empty", name) for name in reader.empty())
    for name, ways in reader.altered.items():
        yield from (Trouble(way, name) for way in ways)
    unknown = {name for name in reader.unknown() if not _begins_as_one(folders, name)}
    yield from (Trouble("foreign", name) for name in unknown)
    broken = hurt(folders, reader).keys() - unknown
    yield from (Trouble("hurt", name) for name in broken)
    coming = reader.damage.keys() - broken - unknown
    for name in {*coming, *reader.unended(), *reader.unknown()} - unknown - reader.unread:
        if not is_own(name, own):
            yield Trouble("arriving", name)


def _begins_as_one(folders: Folders, name: str) -> bool:
    """Say whether a file without a single line begins as a journal does, or with a lost page."""
    try:
        with disk.reading(folders.jar / name) as file:
            start = file.read(len(MARK))
    except OSError:
        return True
    return MARK.startswith(start) or not start.strip(b"\0")


def _of_folders(folders: Folders, own: str) -> Iterator[Trouble]:
    """Yield what keeps slips from being written, and what a lock may not be enough for."""
    for folder in (folders.home, folders.jar, folders.state):
        if folder.is_symlink():
            yield Trouble("linked", folder.name)
    journals = [folders.jar / f"{kind}{own}.jsonl" for kind in NAMES if own]
    there = [path for path in journals if path.is_file()]
    for path in (folders.jar, *there):
        if not disk.may_write(path):
            yield Trouble("readonly", path.name)
    if not disk.may_write(folders.state):
        yield Trouble("state", folders.state.name)
    for path in (folders.jar, folders.state, *there):
        with suppress(OSError):
            if not disk.is_mine(disk.stat(path)):
                yield Trouble("owner", path.name)
    for folder in (folders.jar, folders.state):
        if is_on_network(folder):
            yield Trouble("network", folder.name)


def _told(folders: Folders) -> list[object]:
    try:
        found = orjson.loads(disk.read(folders.state / TOLD))
    except (OSError, ValueError):
        return []
    return found if isinstance(found, list) else []
