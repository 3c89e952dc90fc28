"""Unfinished words: one file a running session, kept until they are dropped or taken up."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from jar_tui.domain.clean import clean
from jar_tui.domain.records import ROLES, STATES, nothing
from jar_tui.domain.signing import NO_SIGNATURE, Signature, Tie
from jar_tui.store import disk
from jar_tui.store.errors import NotOpened
from jar_tui.store.folders import Folders
from jar_tui.store.gone import Gone, masked


@dataclass(frozen=True, slots=True)
class Half:
    """A slip nobody has dropped in yet: its words, its mark, and who was picked to be on it."""

    text: str = field(default="", repr=False)
    small: bool = False
    signature: Signature = NO_SIGNATURE


@dataclass(frozen=True, slots=True)
class Draft:
    """What a session has not finished."""

    text: str = field(default="", repr=False)
    small: bool = False
    kept: tuple[Half, ...] = ()
    """Unfinished slips of earlier sessions nobody has taken up yet, newest first."""
    pending: Mapping[str, Half] = field(default_factory=nothing)
    """Slips on their way to the disk, by id."""
    edits: Mapping[str, str] = field(default_factory=nothing, repr=False)
    """Changed words nobody has kept yet, by slip id."""
    signature: Signature = NO_SIGNATURE

    @property
    def entry(self) -> Half:
        """Return the slip in the entry."""
        return Half(self.text, self.small, self.signature)

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.kept or self.pending or self.edits)


class Drafts:
    """This session's draft, and those that sessions no longer running left behind."""

    def __init__(self, folders: Folders, session: str) -> None:
        self._folders = folders
        self._folder = folders.drafts
        self._path = self._folder / f"{session}.json"
        self._lock = self._hold(self._path.with_suffix(".lock"))

    def keep(self, draft: Draft) -> None:
        """Put the draft on disk, or take an empty one away; raises `OSError`."""
        if not self._path.with_suffix(".lock").exists():
            self._begin_again()
        if not draft:
            disk.unlink(self._path)
            return
        disk.write_private(self._path, _bytes(draft))

    def _begin_again(self) -> None:
        """Make the folder anew that somebody removed, and show again that this session runs."""
        with suppress(NotOpened):
            self._folders.make()
        if self._lock is not None:
            disk.close(self._lock)
        self._lock = self._hold(self._path.with_suffix(".lock"))

    def left_behind(self) -> dict[str, Draft]:
        """Return the drafts of sessions that have ended, by session, newest first."""
        found: list[tuple[float, str, Draft]] = []
        for session in self._sessions():
            path = self._folder / f"{session}.json"
            if path != self._path and not self._is_running(path.with_suffix(".lock")):
                # A whole file that never came to its place is newer than the one that is there.
                newest = next(filter(_read, self._halfway(session)), path)
                draft = _read(newest)
                with suppress(FileNotFoundError):  # another session may be taking it up
                    if draft:
                        found.append((disk.stat(newest).st_mtime, session, draft))
        return {session: draft for _, session, draft in sorted(found, reverse=True, key=_newest)}

    def take_away(self, session: str) -> None:
        """Remove the draft of an ended session; call it once its words are kept elsewhere."""
        for path in self._halfway(session):
            disk.unlink(path)
        for suffix in (".json", ".lock"):
            disk.unlink(self._folder / f"{session}{suffix}")

    def _sessions(self) -> set[str]:
        """Return the sessions that have a draft here, whole or on its way."""
        halfway = {path.name.split(".")[1] for path in self._folder.glob(".*.json.*")}
        return halfway | {path.stem for path in self._folder.glob("*.json") if path.stem[0] != "."}

    def _halfway(self, session: str) -> list[Path]:
        """Return the files a draft was being written to when its session was killed."""
        return sorted(self._folder.glob(f".{session}.json.*"), reverse=True)

    def close(self) -> None:
        """End this session; its draft, where it has one, is offered to the next."""
        if self._lock is not None:
            disk.close(self._lock)
            self._lock = None
        with suppress(OSError):
            if not self._path.exists():
                disk.unlink(self._path.with_suffix(".lock"))

    def _hold(self, path: Path) -> int | None:
        """Show that this session runs, for as long as it does; the kernel ends it with us."""
        try:
            handle = disk.open_file(path, disk.LOCK)
        except OSError:
            return None
        try:
            disk.lock(handle)
        except OSError:
            disk.close(handle)
            return None
        return handle

    def _is_running(self, path: Path) -> bool:
        try:
            handle = disk.open_file(path, disk.HOLD)
        except OSError:
            return False
        try:
            disk.lock(handle)
        except OSError:
            return True
        finally:
            disk.close(handle)
        return False


def forget(folders: Folders, gone: Gone) -> list[Path]:
    """Take erased slips, by id and by words, out of every draft; return files that stayed.

    A session at work keeps its own draft and takes erased slips out of that by itself.
    """
    left: list[Path] = []
    for path in [*folders.drafts.glob("*.json"), *folders.drafts.glob(".*.json.*")]:
        draft = _read(path)
        try:
            data = disk.read(path)
            if draft is None:
                fresh = masked(data, gone)
            else:
                kept = _without(draft, gone)
                fresh = data if kept == draft else _bytes(kept)
            if fresh != data:
                disk.write_private(path, fresh)
        except OSError:
            left.append(path)
    return left


def _without(draft: Draft, gone: Gone) -> Draft:
    """Return a draft without erased slips."""
    entry = Half() if draft.text in gone.words else draft.entry
    return Draft(
        entry.text,
        entry.small,
        tuple(half for half in draft.kept if half.text not in gone.words),
        {key: half for key, half in draft.pending.items() if key not in gone.ids},
        {key: text for key, text in draft.edits.items() if key.rpartition(" ")[2] not in gone.ids},
        entry.signature,
    )


def taken_over(left: Iterable[Draft], known: Container[str]) -> Draft:
    """Return one draft that holds what several left; `known` are ids of slips in the jar."""
    kept: dict[str, Half] = {}
    edits: dict[str, str] = {}
    for draft in left:
        waiting = [half for key, half in draft.pending.items() if key not in known]
        for half in (draft.entry, *waiting, *draft.kept):
            if half.text.strip():
                kept.setdefault(half.text, half)
        for key, text in draft.edits.items():
            # Where two sessions changed one slip, both versions are kept.
            if edits.setdefault(key, text) != text:
                kept.setdefault(text, Half(text))
    return Draft(kept=tuple(kept.values()), edits=edits)


def _newest(row: tuple[float, str, Draft]) -> tuple[float, str]:
    return row[:2]


def _read(path: Path) -> Draft | None:
    """Return the draft in a file, or None where it cannot be read; the file stays either way."""
    try:
        row: Any = orjson.loads(disk.read(path))
        entry = _half(row)
        return Draft(
            entry.text,
            entry.small,
            tuple(map(_half, row.get("kept", ()))),
            {str(key): _half(found) for key, found in row.get("pending", {}).items()},
            _words(row.get("edits", {})),
            entry.signature,
        )
    except (OSError, ValueError, AttributeError, TypeError):
        return None


def _bytes(draft: Draft) -> bytes:
    """Return a draft as its file holds it."""
    row = {
        **_row(draft.entry),
        "kept": [_row(half) for half in draft.kept],
        "pending": {key: _row(half) for key, half in draft.pending.items()},
        "edits": _words(draft.edits),
    }
    return orjson.dumps(row)


def _row(half: Half) -> dict[str, Any]:
    """Return a slip as it stands in the file; of who is on it, ids and no names."""
    row: dict[str, Any] = {"text": clean(half.text), "small": half.small}
    if half.signature:
        row["state"] = half.signature.state
        row["ties"] = [[*tie] for tie in half.signature.ties]
        row["how"] = half.signature.how
    return row


def _half(row: Any) -> Half:
    """Return a slip from the file; earlier versions kept the words alone."""
    if isinstance(row, str):
        return Half(clean(row))
    state = row.get("state", "unsigned")
    ties = (Tie(role, str(part)) for role, part in row.get("ties", ()) if role in ROLES)
    how = clean(row.get("how", ""))
    signature = Signature(state if state in STATES else "unsigned", tuple(ties), how)
    return Half(clean(row.get("text", "")), bool(row.get("small", False)), signature)


def _words(found: Mapping[str, str]) -> dict[str, str]:
    return {str(key): clean(words) for key, words in found.items()}
