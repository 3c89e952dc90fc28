"""Commands that bring slips in from files and take them out: import, export."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from jar_tui import paths, words
from jar_tui.bridge.json_rows import write_json
from jar_tui.bridge.lines import read_lines
from jar_tui.bridge.shape import Found, Skipped
from jar_tui.cli.console import DONE, Refusal, agreed, now, say
from jar_tui.cli.write import asked_day
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import SOMETIME
from jar_tui.service import JarService
from jar_tui.words import shell


def import_(asked: Namespace) -> int:
    """Bring in the rows of a file that are not in the jar yet, as one batch."""
    data = _read(asked.file)
    service, _ = JarService.open(paths.home(), now)
    when = asked_day(service.almanac, asked.when) or SOMETIME
    known = service.jar.sources
    fresh: list[Found] = []
    skipped: list[tuple[int, str]] = []
    for row in read_lines(data):
        if isinstance(row, Skipped):
            skipped.append((row.row, row.why))
        elif row.source in known:
            skipped.append((row.row, "known"))
        else:
            fresh.append(row)
    for sentence in _named(skipped):
        say(sentence)
    if not fresh:
        say(shell.NOTHING_NEW)
        return DONE
    say(shell.would_import(len(fresh), when, service.almanac.today()))
    if asked.dry_run:
        return DONE
    if sys.stdin.isatty() and not asked.yes and not agreed(shell.IMPORT_THEM):
        say(words.LEFT)
        return DONE
    service.add_all([NewSlip(row.text, when, source=row.source) for row in fresh])
    say(shell.IMPORTED)
    return DONE


def export_(asked: Namespace) -> int:
    """Write every slip to a file that was not there before, or to standard output."""
    service, _ = JarService.open(paths.home(), now)
    data = write_json(service.jar)
    if asked.out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return DONE
    try:
        handle = os.open(asked.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        raise Refusal(shell.FILE_THERE) from None
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)
    say(shell.EXPORTED)
    return DONE


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Refusal(shell.FILE_UNREADABLE) from None


def _named(skipped: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Say which rows are left out and why, rows in a row together."""
    numbered = enumerate(skipped)
    for (why, _), run in groupby(numbered, key=lambda item: (item[1][1], item[1][0] - item[0])):
        rows = [row for _, (row, _) in run]
        yield shell.rows_skipped(rows[0], rows[-1], why)
