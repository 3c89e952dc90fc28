"""Looking after a jar's files: where they are, whether they are whole, what is set."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

import orjson

from jar_tui.store import disk
from jar_tui.store.errors import NotOpened
from jar_tui.store.folders import Folders
from jar_tui.store.reader import Reader
from jar_tui.store.settings import Settings, is_allowed, load, save
from jar_tui.store.sizes import known_sizes

_TOLD: Final = "told-about-the-shell"


def files_of(home: Path) -> list[Path]:
    """Return every file that is there, and those that may come."""
    folders = Folders(home)
    there = {path for folder in (folders.jar, folders.state) for path in folder.rglob("*")}
    may_come = {
        folders.lock,
        folders.settings,
        folders.sizes,
        folders.crashes,
        folders.state / "installation.json",
        folders.state / _TOLD,
        folders.drafts / "*.json",
        folders.drafts / "*.lock",
        folders.aside / "*.txt",
        folders.aside / "*.new",
        folders.jar / "slips-*.jsonl",
        folders.jar / "people-*.jsonl",
        # Small files are written whole beside their place, under a name with a dot, then moved.
        *(folder / ".*" for folder in (folders.state, folders.drafts, folders.aside)),
    }
    return sorted({path for path in there if path.is_file()} | may_come)


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading every line found."""

    lines: int = 0
    files: int = 0
    hurt: Mapping[str, list[int]] = field(default_factory=dict)
    """Where unreadable stretches begin, in bytes, by file."""
    shrunken: tuple[str, ...] = ()
    """Files that are gone or shorter than they have been."""
    unfinished: tuple[str, ...] = ()
    """Files that end in the middle of a line."""
    unread: tuple[str, ...] = ()
    """Files the system did not let us read."""
    newer: tuple[str, ...] = ()
    """Files of a newer program; they are whole as far as can be told."""

    @property
    def whole(self) -> bool:
        """Say whether nothing is missing and nothing unreadable."""
        return not (self.hurt or self.shrunken or self.unfinished or self.unread)


def check_jar(home: Path) -> Checked:
    """Read every line of every journal; writes nothing. Raises `NotOpened`."""
    folders = Folders(home)
    if not folders.jar.is_dir():
        return Checked()
    reader = Reader(folders.jar)
    try:
        lines = sum(1 for _ in reader.new_entries())
        sizes = reader.sizes()
        unfinished = tuple(name for name in sizes if _ends_within_a_line(folders.jar / name))
    except OSError as error:
        raise NotOpened from error
    hurt = {name: [piece.offset for piece in found] for name, found in reader.damage.items()}
    lost = [name for name, size in known_sizes(folders).items() if sizes.get(name, 0) < size]
    unread, newer = tuple(sorted(reader.unread)), tuple(reader.newer())
    return Checked(lines, len(sizes), hurt, tuple(lost), unfinished, unread, newer)


def _ends_within_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        return bool(file.seek(0, os.SEEK_END)) and _last_byte(file) != b"\n"


def _last_byte(file: BinaryIO) -> bytes:
    file.seek(-1, os.SEEK_END)
    return file.read(1)


def told_about_the_shell(home: Path) -> bool:
    """Say whether the person was told that shells remember lines; from now on they were."""
    mark = Folders(home).state / _TOLD
    with suppress(OSError):  # told again next time, then
        if mark.exists():
            return True
        disk.write_private(mark, b"")
    return False


def settings_of(home: Path) -> dict[str, Any]:
    """Return every setting by name."""
    return asdict(load(Folders(home).settings))


def change_setting(home: Path, name: str, value: str) -> bool:
    """Change one setting; False where there is none of that name or it cannot be that."""
    folders = Folders(home)
    try:
        parsed = orjson.loads(value)
    except ValueError:
        parsed = value
    if not is_allowed(name, parsed):
        return False
    folders.make()
    present: Settings = load(folders.settings)
    save(folders.settings, replace(present, **{name: parsed}))
    return True
