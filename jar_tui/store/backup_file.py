"""The file of a backup: one TinyDB document to a line, and the sum of every byte at its end."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

import orjson

from jar_tui.store import disk
from jar_tui.store.errors import StoreError

FORMAT: Final = 1
"""The version of the format of backups; one with a higher version is left alone."""
START: Final = b'{"slips":{\n'
_SUM: Final = b',"sum":"'
_END: Final = b'"}}}\n'
LAST: Final = len(_SUM) + 64 + len(_END)
"""How many bytes at the end are the sum of all others."""
_META: Final = b'"meta":{"1":'
_META_ROOM: Final = 4096
"""Bytes at the end that always hold what a backup says of itself."""
_BATCH: Final = 200
"""Records written at a time, so that nobody who types waits for all of them."""
_CHUNK: Final = 1 << 20
Why = Literal["unread", "none", "hurt", "broken", "newer"]
Tables = Mapping[str, Iterable[bytes]]
"""Documents by table, each as JSON."""


class NoBackup(StoreError):  # noqa: N818 - what it is to the person
    """A file cannot be used as a backup.

    It is `hurt` where it is not what was written, and `broken` where that leaves nothing to read.
    """

    def __init__(self, reason: Why) -> None:
        super().__init__(reason)
        self.reason: Why = reason


class Meta(NamedTuple):
    """What a backup says of itself."""

    jar: str
    taken: str
    """RFC 3339 time at which it was taken."""
    slips: int
    records: int
    """How many documents it holds, slips and all others."""
    format: int = FORMAT


def verified(path: Path, on_bytes: Callable[[int], object] = lambda count: None) -> Meta:
    """Read a whole backup and return what it says of itself; raises `NoBackup`, `OSError`.

    `on_bytes` is told how many bytes were read, again and again.
    """
    from hashlib import blake2s

    digest = blake2s()
    held = b""
    with disk.reading(path) as file:
        while chunk := file.read(_CHUNK):
            on_bytes(len(chunk))
            data = held + chunk
            digest.update(data[: max(0, len(data) - _META_ROOM)])
            held = data[-_META_ROOM:]
    digest.update(held[:-LAST])
    if held[-LAST:] != _last(digest.hexdigest()):
        raise NoBackup("hurt")
    return _meta_in(held)


def glance(path: Path) -> Meta:
    """Return what a backup says of itself without reading all of it; raises like `verified`."""
    with disk.reading(path) as file:
        file.seek(max(0, file.seek(0, 2) - _META_ROOM))
        return _meta_in(file.read())


def looks_like_one(data: bytes) -> bool:
    """Say whether bytes that cannot be understood seem to have been a backup."""
    return data.startswith(START.strip()) or b"\n" + _META + b'{"format":' in data


def sum_is_right(data: bytes) -> bool:
    """Say whether the bytes of a backup are those that were written."""
    from hashlib import blake2s

    return data[-LAST:] == _last(blake2s(data[:-LAST]).hexdigest())


def meta_of(found: Any) -> Meta:
    """Return what a backup says of itself; raises `NoBackup` where that is nothing known."""
    if not isinstance(found, dict) or type(found.get("format")) is not int:
        raise NoBackup("none")
    jar, taken, *numbers = (found.get(name) for name in ("jar", "taken", "slips", "records"))
    slips, records = (number if type(number) is int else 0 for number in numbers)
    return Meta(str(jar), str(taken), slips, records, found["format"])


def _meta_in(end: bytes) -> Meta:
    """Return what a backup says of itself from the bytes at its end."""
    try:
        return meta_of(orjson.loads(b"{" + end[end.rindex(b"\n" + _META) + 1 :])["meta"]["1"])
    except (ValueError, KeyError, TypeError):
        raise NoBackup("none") from None


def write(handle: int, tables: Tables, meta: Meta) -> None:
    """Write a backup in pieces; raises `OSError`."""
    from hashlib import blake2s

    digest = blake2s()

    def put(data: bytes) -> None:
        digest.update(data)
        disk.write_all(handle, data)

    before = b"{"
    for name, rows in tables.items():
        put(b"%s%s:{\n" % (before, orjson.dumps(name)))
        numbered = (b'"%d":%s' % pair for pair in enumerate(rows, 1))
        between = b""
        while batch := list(islice(numbered, _BATCH)):
            put(between + b",\n".join(batch))
            between = b",\n"
        before = b"\n},\n"
    said = {"format": meta.format, **meta._asdict()}
    put(before + _META + orjson.dumps(said)[:-1])
    disk.write_all(handle, _last(digest.hexdigest()))


def write_new(path: Path, tables: Tables, meta: Meta) -> None:
    """Write a backup to a file that was not there before; raises `OSError`."""
    handle = disk.open_file(path, disk.FRESH | disk.NEW)
    try:
        try:
            write(handle, tables, meta)
            disk.fsync(handle)
        finally:
            disk.close(handle)
        _read_again(path)
        disk.sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            disk.unlink(path)
        raise


def replace(path: Path, tables: Tables, meta: Meta) -> None:
    """Put a backup in its place once it was read again; raises `OSError`."""
    with disk.replacing(path, _read_again) as handle:
        write(handle, tables, meta)


def documents(lines: Iterable[bytes]) -> dict[str, list[bytes]]:
    """Return the documents of a whole backup by table, from its lines."""
    tables: dict[str, list[bytes]] = {}
    rows: list[bytes] = []
    for line in lines:
        if line.startswith(_META):
            break
        if line.endswith(b":{"):
            name: str = orjson.loads(line.removeprefix(b"{")[:-2])
            rows = tables.setdefault(name, [])
        elif line.startswith(b'"'):
            rows.append(line[line.index(b":") + 1 :].removesuffix(b","))
    return tables


def _read_again(path: Path) -> None:
    """Raise `OSError` where a file is not what was written."""
    try:
        verified(path)
    except NoBackup:
        raise OSError(errno.EIO, "not what was written") from None


def _last(digest: str) -> bytes:
    """Return the end of a backup."""
    return b"%s%s%s" % (_SUM, digest.encode(), _END)
