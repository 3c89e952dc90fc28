"""The command that reads slips: list."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date

from jar_tui import paths
from jar_tui.cli.console import DONE, Refusal, now, say
from jar_tui.cli.write import asked_day
from jar_tui.domain.clean import slug
from jar_tui.domain.jar import Jar
from jar_tui.domain.when import last_day
from jar_tui.service import Almanac, JarService
from jar_tui.words import shell

SHORT_ID = 8
"""Characters of an id that are shown; any start of it that is unlike the others will do."""


def list_(asked: Namespace) -> int:
    """Print the slips that were asked for, oldest first."""
    if asked.limit is not None and asked.limit < 0:
        raise Refusal(shell.LIMIT_WRONG)
    service, opened = JarService.open(paths.home(), now)
    for sentence in shell.opened_with(opened.put_aside, opened.shrunken):
        sys.stderr.write(f"{sentence}\n")
    jar = _narrowed(service.jar, service.almanac, asked)
    slips = jar.slips if asked.limit is None else jar.slips[len(jar.slips) - asked.limit :]
    if asked.limit == 0:
        slips = ()
    if asked.json:
        from jar_tui.bridge.json_rows import slips_as_json

        sys.stdout.flush()
        sys.stdout.buffer.write(slips_as_json(jar, slips))
        return DONE
    today = service.almanac.today()
    if not slips:
        said = jar.describe(shell.FILTERS)
        sys.stderr.write(f"{shell.none_found(said)}\n")
    for slip in slips:
        line = shell.sentence(slip, today)
        say(line if asked.plain else f"{slip.id[:SHORT_ID]}  {line}")
    return DONE


def _narrowed(jar: Jar, almanac: Almanac, asked: Namespace) -> Jar:
    """Return the jar through the filters that were asked for."""
    since, until = asked_day(almanac, asked.since), asked_day(almanac, asked.until)
    if asked.find:
        jar = jar.containing(asked.find)
    if since is not None:
        jar = jar.since(since.happened or date.min)
    if until is not None:
        jar = jar.until(last_day(until) or date.max)
    if asked.kind:
        jar = jar.of_kind(slug(asked.kind))
    if asked.too_small:
        jar = jar.too_small()
    if asked.set_aside:
        jar = jar.set_aside()
    return jar
