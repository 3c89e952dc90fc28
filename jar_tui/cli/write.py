"""Commands that write slips: add, edit, undo."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from jar_tui import paths, words
from jar_tui.cli.console import DONE, Refusal, agreed, given_text, now, say
from jar_tui.domain.clean import LONGEST_UNASKED, is_blank, slip_text, slug
from jar_tui.domain.slips import NewSlip
from jar_tui.domain.when import When, WhenError
from jar_tui.service import Almanac, JarService, drop_in
from jar_tui.upkeep import told_about_the_shell
from jar_tui.words import shell


def add_(asked: Namespace) -> int:
    """Drop slips in; prints one line for each, with its id."""
    text, typed = given_text(asked.text, words.WRITE)
    texts = text.split("\n") if asked.each_line else [text]
    texts = [one for one in texts if not is_blank(one)]
    if not texts:
        raise Refusal(words.BLANK)
    long = any(len(one) > LONGEST_UNASKED for one in texts)
    if long and sys.stdin.isatty() and not agreed(shell.LONG_ASKED):
        raise Refusal(words.LEFT)
    dropped: list[NewSlip] = []

    def slips(almanac: Almanac) -> Sequence[NewSlip]:
        when = asked_day(almanac, asked.when)
        kinds = tuple(filter(None, map(slug, asked.kind)))
        for one in texts:
            reading = almanac.read(one) if typed and when is None else None
            dropped.append(
                NewSlip(
                    reading.text if reading else one,
                    reading.when if reading else when,
                    asked.too_small,
                    kinds,
                )
            )
        return dropped

    ids = drop_in(paths.home(), slips, now)
    for slip_id, new in zip(ids, dropped, strict=True):
        answer = shell.dropped_here(new)
        say(answer if asked.plain else f"{answer} {slip_id}")
    if asked.text and not told_about_the_shell(paths.home()):
        say(shell.SHELL_REMEMBERS)
    return DONE


def edit_(asked: Namespace) -> int:
    """Change the words of one slip."""
    service, _ = JarService.open(paths.home(), now)
    found = service.jar.starting(asked.id.casefold())
    if len(found) != 1:
        raise Refusal(shell.MANY_IDS if found else shell.NO_SUCH_ID)
    slip = found[0]
    if not asked.text and sys.stdin.isatty():
        say(slip.text)
    text, _ = given_text(asked.text, words.EDIT_TITLE)
    changed = slip_text(text)
    if is_blank(changed):
        raise Refusal(words.BLANK)
    if changed == slip.text:
        say(words.WORDS_SAME)
        return DONE
    service.edit(slip.id, changed)
    say(shell.WORDS_KEPT_HERE)
    return DONE


def undo_(asked: Namespace) -> int:
    """Take back the last change made on this installation."""
    service, _ = JarService.open(paths.home(), now)
    would = service.undoable(earlier=True)
    if not would.fields:
        raise Refusal(words.NOTHING_TO_TAKE_BACK)
    say(words.would_take_back(would, service.almanac.today()))
    if sys.stdin.isatty() and not asked.yes and not agreed(shell.TAKE_IT_BACK):
        say(words.LEFT)
        return DONE
    undone = service.undo(earlier=True)
    if undone.declined:
        raise Refusal(words.taken_back(undone))
    say(words.taken_back(undone))
    return DONE


def asked_day(almanac: Almanac, day: str | None) -> When | None:
    """Return the day asked for, None where none was; raises `Refusal`."""
    if day is None:
        return None
    try:
        return almanac.when(day)
    except WhenError as error:
        raise Refusal(shell.date_refused(error, almanac.today())) from None
