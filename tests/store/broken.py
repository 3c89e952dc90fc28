"""A jar with the files of two installations, and every way one of them can be found broken."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jar_tui.store.head import head_of
from jar_tui.store.health import Kind
from jar_tui.store.line import BOM, encode
from tests.store.jars import Clock, Ticking, drop, journal, opened

MINE = {"m" * 26: "opened the window"}
THEIRS = {"t" * 26: "café, naïve – and “quiet”", "u" * 26: "sat in the sun"}
FIRST = {key: THEIRS[key] for key in ("t" * 26,)}


def two(home: Path, clock: Clock | None = None) -> Path:
    """Make a jar with a file of its own and one of another installation; return that one."""
    clock = clock or Ticking()
    other = home.with_name("other")
    for key, text in THEIRS.items():
        drop(other, {key: text}, clock)
    drop(home, MINE, clock)
    theirs = home / "jar" / journal(other).name
    shutil.copy(journal(other), theirs)
    opened(home)
    return theirs


class Break(NamedTuple):
    """What happens to the other installation's file, and what is then found and shown."""

    kind: Kind
    how: Callable[[Path], object]
    shown: dict[str, str]
    told: bool = True
    """Said without being asked."""
    later: tuple[Kind, ...] | None = None
    """What is found once that was said, where it is not the same."""


def _write(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(change(path.read_bytes()))


def _cut_a_line(data: bytes) -> bytes:
    return data[: data.rindex(b"\n", 0, -1) + 1]


def _newer(data: bytes) -> bytes:
    head = head_of(data)
    assert head is not None
    return encode(head._replace(fields={**head.fields, "format": 99})) + data.split(b"\n", 1)[1]


def _lost_page(data: bytes) -> bytes:
    at = data.rindex(b"\n", 0, -1) + 60
    return data[:at] + bytes(80) + data[at + 80 :]


def as_windows_reads(data: bytes) -> str:
    """Return what an editor shows that takes UTF-8 for cp1252; five bytes have no letter there."""
    return "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in data)


def _replaced(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def replace(path: Path) -> None:
        path.rename(path.with_name("elsewhere"))
        make(path)

    return replace


BREAKS: dict[str, Break] = {
    "empty": Break("empty", _write(lambda data: b""), {}),
    "gone": Break("missing", Path.unlink, {}, later=("away",)),
    "shorter": Break("shorter", _write(_cut_a_line), FIRST, later=()),
    "foreign": Break("foreign", _write(lambda data: b"dear diary\n" * 99), {}),
    "foreign, one line": Break("foreign", _write(lambda data: b"\xff\xfed\0e\0" * 99), {}),
    "newer": Break("newer", _write(_newer), THEIRS),
    "byte order mark": Break("mark", _write(lambda data: BOM + data), THEIRS),
    "line ends": Break("ends", _write(lambda data: data.replace(b"\n", b"\r\n")), THEIRS),
    "cp1252": Break("letters", _write(lambda data: data.decode().encode("cp1252")), THEIRS),
    "taken for cp1252": Break(
        "letters", _write(lambda data: as_windows_reads(data).encode()), THEIRS
    ),
    "taken for latin-1": Break(
        "letters", _write(lambda data: data.decode("latin-1").encode()), THEIRS
    ),
    "link": Break(
        "linked", _replaced(lambda path: path.symlink_to("elsewhere")), THEIRS, told=False
    ),
    "link to nowhere": Break("nowhere", _replaced(lambda path: path.symlink_to("no-disk")), {}),
    "link to itself": Break("unread", _replaced(lambda path: path.symlink_to(path.name)), {}),
    "folder": Break("nofile", _replaced(Path.mkdir), {}),
    "fifo": Break("nofile", _replaced(os.mkfifo), {}),
    "hurt": Break("hurt", _write(lambda data: data.replace(b"sat in", b"sAt in")), FIRST),
    "page not come": Break("arriving", _write(_lost_page), FIRST, told=False),
    "end not come": Break(
        "arriving", _write(lambda data: data + b'{"sum":"01'), THEIRS, told=False
    ),
}
