"""The command that reads slips: list."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date

from jar_tui.cli.console import DONE, USAGE, Refusal, argument, pour, remark, say
from jar_tui.cli.jar import opened_jar
from jar_tui.cli.who import part_of
from jar_tui.cli.wrap import SHORT_ID, row_of
from jar_tui.domain.clean import one_line, printable_name, slug
from jar_tui.domain.jar import Jar
from jar_tui.domain.looking_back import slips_for
from jar_tui.domain.when import WhenError, last_day
from jar_tui.service import Almanac
from jar_tui.service.telling import on_slip, phrased
from jar_tui.words import people_shell, shell


def list_(asked: Namespace) -> int:
    """Print the slips that were asked for, oldest first."""
    if asked.limit is not None and asked.limit < 0:
        raise Refusal(shell.LIMIT_WRONG, USAGE)
    service = opened_jar()
    jar = _narrowed(service.jar, service.almanac, asked)
    slips = jar.slips
    if asked.limit is not None:
        slips = slips[max(0, len(slips) - asked.limit) :]
    if asked.json:
        from jar_tui.bridge.json_rows import slips_as_json

        pour(slips_as_json(jar, slips, covered=asked.covered))
        return DONE
    if not slips:
        phrases = {name: phrased(phrase, jar) for name, phrase in shell.FILTERS.items()}
        remark(shell.none_found(jar.describe(phrases)))
    today = service.almanac.today()
    for slip in slips:
        before = "" if asked.plain else f"{printable_name(slip.id[:SHORT_ID])}  "
        signed = on_slip(slip, jar)
        row = shell.sentence(slip, today, signed, covered=asked.covered)
        say(row_of(f"{before}{row}", sys.stdout))
    return DONE


def _narrowed(jar: Jar, almanac: Almanac, asked: Namespace) -> Jar:
    """Return the jar through the filters that were asked for."""
    if asked.find:
        jar = jar.containing(one_line(argument(asked.find)))
    if asked.since is not None:
        jar = jar.since(_day(almanac, asked.since, first=True))
    if asked.until is not None:
        jar = jar.until(_day(almanac, asked.until, first=False))
    if asked.part is not None:
        jar = jar.of_part(part_of(asked.part, jar, people_shell.NONE_LISTED).id)
    if asked.for_whom is not None:
        jar = slips_for(jar, part_of(asked.for_whom, jar, people_shell.NONE_LISTED).id)
    if asked.kind:
        jar = jar.of_kind(slug(argument(asked.kind)))
    if asked.too_small:
        jar = jar.too_small()
    if asked.set_aside:
        jar = jar.set_aside()
    return jar


def _day(almanac: Almanac, asked: str, *, first: bool) -> date:
    """Return the first or last day some words may mean; here days to come are fine too."""
    try:
        when = almanac.when(asked)
    except WhenError as error:
        if error.understood:
            return error.understood
        raise Refusal(shell.date_refused(error, almanac.today())) from None
    day = when.happened if first else last_day(when)
    if day is None:
        raise Refusal(shell.NO_DAY)
    return day
