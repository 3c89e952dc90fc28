"""What a power cut can leave of a jar: every state, worked out from the calls to the disk.

The model: bytes of a file are on the disk once it was fsynced, names of a folder once that was.
Of what came after, any number of names in their order may be there, and of the bytes all, none,
some of them, or zeros in their place.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from jar_tui.store import disk

Names = dict[Path, int]
State = tuple[tuple[Path, int, bytes], ...]
"""Names, the file each is of, and its bytes."""


class Call(NamedTuple):
    """One call: bytes of a file, names of a folder, or an fsync of either."""

    names: dict[Path, int | None] = {}
    """Names given, and with None those taken away."""
    file: int = 0
    data: bytes = b""
    synced: int | Path = 0


@dataclass
class Watched:
    """The files below a folder, and the calls made to them since."""

    home: Path
    names: Names = field(default_factory=dict)
    data: dict[int, bytes] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    _open: dict[int, tuple[Path, int]] = field(default_factory=dict)
    _now: Names = field(default_factory=dict)
    _bytes: dict[int, bytes] = field(default_factory=dict)

    def begin(self, patch: pytest.MonkeyPatch) -> None:
        """Note what is there, and from now on what is done to it."""
        for path in self.home.rglob("*"):
            if path.is_file():
                self.names[path] = path.stat().st_ino
                self.data[path.stat().st_ino] = path.read_bytes()
        self._now, self._bytes = dict(self.names), dict(self.data)
        for name in ("open_file", "write", "truncate", "fsync", "rename", "link", "unlink"):
            patch.setattr(disk, name, self._noting(name, getattr(disk, name)))

    def _noting(self, name: str, real: Any) -> Any:
        def call(*given: Any) -> Any:
            found = real(*given)
            getattr(self, f"_{name}")(found, *given)
            return found

        return call

    def _open_file(self, handle: int, path: Path, flags: int) -> None:
        number = os.fstat(handle).st_ino
        self._open[handle] = path, number
        if path.is_dir():
            return
        if self._now.get(path) != number:
            self._bytes[number] = b""
            self.calls.append(Call(file=number, data=b""))
            self._named({path: number})
        elif flags & os.O_TRUNC:
            self._holds(number, b"")

    def _write(self, count: int, handle: int, data: bytes) -> None:
        _, number = self._open[handle]
        self._holds(number, self._bytes.get(number, b"") + data[:count])

    def _truncate(self, _: object, handle: int, size: int) -> None:
        _, number = self._open[handle]
        self._holds(number, self._bytes[number][:size])

    def _fsync(self, _: object, handle: int) -> None:
        path, number = self._open[handle]
        self.calls.append(Call(synced=path if path.is_dir() else number))

    def _rename(self, _: object, old: Path, new: Path) -> None:
        self._named({new: self._now[old], old: None})

    def _link(self, _: object, old: Path, new: Path) -> None:
        self._named({new: self._now[old]})

    def _unlink(self, _: object, path: Path) -> None:
        if path in self._now:
            self._named({path: None})

    def _holds(self, number: int, data: bytes) -> None:
        self._bytes[number] = data
        self.calls.append(Call(file=number, data=data))

    def _named(self, names: dict[Path, int | None]) -> None:
        _apply(self._now, names)
        self.calls.append(Call(names=names))

    def states(self) -> Iterator[tuple[bool, State]]:
        """Yield every state, and whether all calls had been made by then."""
        seen: set[State] = set()
        for made in range(len(self.calls) + 1):
            for state in self._left(self.calls[:made]):
                if state not in seen:
                    seen.add(state)
                    yield made == len(self.calls), state

    def _left(self, calls: list[Call]) -> Iterator[State]:
        names, data = dict(self.names), dict(self.data)
        latest = dict(data)
        pending: list[dict[Path, int | None]] = []
        for call in calls:
            if call.names:
                pending.append(call.names)
            elif call.file:
                latest[call.file] = call.data
                data.setdefault(call.file, b"")
            elif isinstance(call.synced, Path):
                for one in [one for one in pending if _folder(one) == call.synced]:
                    _apply(names, one)
                    pending.remove(one)
            else:
                data[call.synced] = latest.get(call.synced, b"")
        for count in range(len(pending) + 1):
            if count:
                _apply(names, pending[count - 1])
            for way in range(5):
                there = {number: _torn(data[number], latest[number], way) for number in data}
                files = ((path, number, there[number]) for path, number in names.items())
                yield tuple(sorted(files))


def restore(home: Path, state: State) -> None:
    """Put a jar's files in a state; those that only have to be there stay the files they are."""
    lasting = {"installation.json", "lock"}
    for path in home.rglob("*"):
        if path.is_file() and path.name not in lasting:
            path.unlink()
    first: dict[int, Path] = {}
    for path, number, data in state:
        if path.name in lasting and path.exists():
            continue
        path.parent.mkdir(exist_ok=True)
        if number in first:
            os.link(first[number], path)
        else:
            path.write_bytes(data)
            first[number] = path


def _apply(names: Names, given: dict[Path, int | None]) -> None:
    for path, number in given.items():
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number


def _folder(names: dict[Path, int | None]) -> Path:
    return next(iter(names)).parent


def _torn(before: bytes, after: bytes, way: int) -> bytes:
    """Return what is there of bytes that were on their way: all, none, some, zeros."""
    if way == 0 or before == after:
        return after
    if way == 1 or not after.startswith(before):
        return before
    added = after[len(before) :]
    half = len(added) // 2
    left = {2: added[:half], 3: bytes(len(added)), 4: added[:half] + bytes(len(added) - half)}
    return before + left[way]
