"""Commands that bring slips in from files and take them out: import, export."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jar_tui import words
from jar_tui.bridge.json_rows import write_json
from jar_tui.bridge.lines import read_lines
from jar_tui.bridge.markdown import Phrases, write_markdown, write_opening
from jar_tui.bridge.shape import Found, Skipped
from jar_tui.cli.console import DONE, USAGE, Refusal, agreed, pour, remark, say
from jar_tui.cli.jar import opened_jar
from jar_tui.cli.members import import_members
from jar_tui.cli.write import asked_day
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip
from jar_tui.domain.ritual import past
from jar_tui.domain.selecting import read_in, written_in
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import SOMETIME, shown
from jar_tui.service.lines import line_told
from jar_tui.service.telling import on_slip, openings_told
from jar_tui.words import opening_shell, people_shell, ritual, shell


def import_(asked: Namespace) -> int:
    """Bring in what a file holds and the jar does not yet, as one batch."""
    is_of_members = asked.kind == "pluralkit"
    if asked.when if is_of_members else asked.only or asked.descriptions:
        raise Refusal(people_shell.WRONG_OPTION, USAGE)
    return import_members(asked, _read(asked.file)) if is_of_members else _lines(asked)


def _lines(asked: Namespace) -> int:
    data = _read(asked.file)
    service = opened_jar()
    when = asked_day(service.almanac, asked.when) or SOMETIME
    fresh, skipped = _sorted(list(read_lines(data)), service.jar)
    for why, rows in skipped.items():
        say(shell.rows_skipped(rows, why))
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


def _sorted(rows: list[Found | Skipped], jar: Jar) -> tuple[list[Found], dict[str, list[int]]]:
    """Return the rows to bring in, and the numbers of the others by why they stay out.

    Where a whole import was taken back, nothing of the file is in the jar, and it may come again.
    """
    present = {slip.source for slip in jar.slips}
    taken_back = not any(isinstance(row, Found) and row.source in present for row in rows)
    known = frozenset[str]() if taken_back else jar.sources
    fresh: list[Found] = []
    skipped: dict[str, list[int]] = {}
    for row in rows:
        if isinstance(row, Skipped):
            skipped.setdefault(row.why, []).append(row.row)
        elif row.source in known:
            skipped.setdefault("known", []).append(row.row)
        else:
            fresh.append(row)
    return fresh, skipped


def export_(asked: Namespace) -> int:
    """Write every slip to a file that was not there before, or to standard output."""
    service = opened_jar()
    jar = service.jar
    slips: Sequence[Slip] = jar.slips
    if asked.kind == "json":
        slips, data = jar.ordered, write_json(jar, covered=asked.covered)
    elif asked.kind == "markdown":
        data = write_markdown(jar, _phrases(jar), covered=asked.covered)
    else:
        begins = service.almanac.settings.day_begins
        slips, data = _opening_of(jar, begins, five=asked.kind == "five", covered=asked.covered)
    if not asked.covered and any(slip.covered for slip in slips):
        remark(people_shell.COVERED_LEFT_OUT)
    if asked.out is None:
        pour(data)
        return DONE
    try:
        handle = os.open(asked.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        raise Refusal(shell.FILE_THERE) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
    except BaseException:
        asked.out.unlink(missing_ok=True)
        raise
    say(shell.EXPORTED)
    return DONE


def _opening_of(
    jar: Jar, day_begins: int, *, five: bool, covered: bool
) -> tuple[list[Slip], bytes]:
    """Return the last opening on a page, or `five` of it: what was written at its end alone."""
    found = [one for one in past(jar) if not five or written_in(jar, one.id)]
    if not found:
        raise Refusal(opening_shell.NO_FIVE if five else opening_shell.NO_OPENING)
    opening = found[0]
    (day,) = openings_told([opening], day_begins)
    headings = ["", day] if five else [day, ritual.PAST_WRITTEN]
    plain = _phrases(jar)
    phrases = plain if five else plain._replace(facts=lambda slip: _dated(plain, slip))
    data = write_opening(jar, opening, headings, phrases, covered=covered)
    return [*read_in(jar, opening), *written_in(jar, opening.id)], data


def _dated(phrases: Phrases, slip: Slip) -> str:
    """Return the day of a slip and what else stands under it."""
    return ", ".join(filter(None, (phrases.day(slip), phrases.facts(slip))))


def _phrases(jar: Jar) -> Phrases:
    """Return what stands around the words of slips in Markdown."""
    return Phrases(
        lambda slip: shown(slip.happened, slip.precision, date.min),
        lambda slip: shell.facts_under(slip, on_slip(slip, jar)),
        shell.COVERED_ITEM,
        lambda line: line_told(line, jar),
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        raise Refusal(shell.FILE_UNREADABLE) from None
