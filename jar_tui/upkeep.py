"""Looking after a jar's files: where they are, whether they are whole, what is set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import orjson

from jar_tui.store import backup, disk, health
from jar_tui.store.backup_file import NoBackup, verified
from jar_tui.store.errors import NotOpened
from jar_tui.store.folders import Folders
from jar_tui.store.health import LOSSES, Trouble
from jar_tui.store.mounts import is_on_network
from jar_tui.store.reader import Reader
from jar_tui.store.rotation import day_of
from jar_tui.store.settings import Settings, is_allowed, load, save
from jar_tui.store.sizes import known_sizes, missing_from

_TOLD: Final = "told-about-the-shell"
_OFTEN: Final = 1000
"""After so many lines it is told how far reading came."""
Tell = Callable[[int, int], object]
"""Is told how many bytes were read, and of how many."""


def files_of(home: Path) -> list[Path]:
    """Return every file that is there, and those that may come."""
    folders = Folders(home)
    there = {path for folder in (folders.jar, folders.state) for path in folder.rglob("*")}
    written = (
        folders.jar,
        folders.state,
        folders.drafts,
        folders.aside,
        folders.own,
        folders.backups,
    )
    may_come = {
        folders.lock,
        folders.settings,
        folders.sizes,
        folders.latch,
        folders.crashes,
        folders.state / "installation.json",
        folders.state / _TOLD,
        folders.state / health.TOLD,
        folders.drafts / "*.json",
        folders.drafts / "*.lock",
        folders.aside / "*.txt",
        folders.aside / "*.new",
        folders.backups / "jar-*.json",
        folders.backups / backup.NOTE,
        folders.backups / "lock",
        folders.erased,
        folders.own / "*.jsonl",
        folders.jar / "slips-*.jsonl",
        folders.jar / "people-*.jsonl",
        # Small files are written whole beside their place, under a name with a dot, then moved.
        *(folder / ".*" for folder in written),
    }
    return sorted({path for path in there if path.is_file()} | may_come)


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading every line of every journal and every backup found."""

    lines: int = 0
    files: int = 0
    hurt: Mapping[str, list[int]] = field(default_factory=dict)
    """Where unreadable stretches begin, in bytes, by file."""
    unfinished: tuple[str, ...] = ()
    """Our own files that end in the middle of a line."""
    troubles: tuple[Trouble, ...] = ()
    """What else is not as it should be."""
    backups: int = 0
    newest: date | None = None
    """The day the newest backup is from."""
    hurt_backups: tuple[str, ...] = ()
    """Backups that are not what was written, or cannot be read."""

    @property
    def whole(self) -> bool:
        """Say whether no journal is missing and nothing in one unreadable."""
        lost = any(trouble.kind in LOSSES for trouble in self.troubles)
        return not (self.hurt or self.unfinished or lost)


def check_jar(home: Path, tell: Tell = lambda done, all_of_it: None) -> Checked:
    """Read every line of every journal, and every backup; write nothing. Raises `NotOpened`.

    `tell` is told again and again how many bytes were read, of how many.
    """
    folders = Folders(home)
    saved = backup.every(folders)
    journals = list(folders.jar.glob("*.jsonl"))
    done, total = 0, _bytes(journals) + _bytes(saved)

    def more(count: int) -> None:
        nonlocal done
        done += count
        tell(done, total)

    try:
        found = _check_journals(folders, lambda read: tell(read, total))
    except OSError as error:
        raise NotOpened from error
    done = _bytes(journals)
    hurt: list[str] = []
    for path in saved:
        try:
            verified(path, more)
        except (OSError, NoBackup):
            hurt.append(path.name)
    newest = day_of(saved[-1]) if saved else None
    return replace(found, backups=len(saved), newest=newest, hurt_backups=tuple(hurt))


def _bytes(paths: Iterable[Path]) -> int:
    """Return how many bytes files have together, as far as that is known."""
    total = 0
    for path in paths:
        with suppress(OSError):
            total += path.stat().st_size
    return total


def _check_journals(folders: Folders, tell: Callable[[int], object]) -> Checked:
    if not folders.jar.is_dir():
        gone = sorted(known_sizes(folders))
        return Checked(troubles=tuple(Trouble("missing", name) for name in gone))
    reader = Reader(folders.jar)
    lines = 0
    for _ in reader.new_entries():
        lines += 1
        if lines % _OFTEN == 0:
            tell(sum(size.bytes for size in reader.sizes().values()))
    sizes = reader.sizes()
    lost = missing_from(known_sizes(folders), sizes)
    troubles = health.troubles(folders, reader, lost)
    hurt = {
        name: [piece.offset for piece in pieces]
        for name, pieces in health.hurt(folders, reader).items()
    }
    named = {trouble.name for trouble in troubles}
    unfinished = tuple(sorted(set(reader.unended()) - named))
    return Checked(lines, len(sizes), hurt, unfinished, tuple(troubles))


def on_network(home: Path) -> bool:
    """Say whether the jar or its lock is on a disk of another machine."""
    folders = Folders(home)
    return is_on_network(folders.jar) or is_on_network(folders.state)


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
