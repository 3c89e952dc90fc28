"""Commands that write slips: add, edit, undo."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jar_tui import paths, words
from jar_tui.cli.console import (
    DONE,
    Refusal,
    agree_if_long,
    agreed,
    argument,
    given_text,
    now,
    remark,
    say,
)
from jar_tui.cli.wrap import SHORT_ID
from jar_tui.domain.clean import is_blank, slip_text, slug
from jar_tui.domain.slips import NewSlip, Reading
from jar_tui.domain.when import When, WhenError
from jar_tui.service import Almanac, drop_in
from jar_tui.words import shell

if TYPE_CHECKING:
    from argparse import Namespace

    from jar_tui.cli.who import AskedNames


def add_(asked: Namespace) -> int:
    """Drop slips in; prints one line for each, with the start of its id."""
    almanac = Almanac.at(paths.home(), now)
    when = asked_day(almanac, asked.when)
    kinds = tuple(filter(None, (slug(argument(kind)) for kind in asked.kind)))
    named = asked.sign or asked.for_whom or asked.noticed_by or asked.near or asked.how
    names = _names(asked) if named else None
    text, typed = given_text(asked.text, words.WRITE)
    texts = [one for one in (text.split("\n") if asked.each_line else [text]) if not is_blank(one)]
    if not texts:
        raise Refusal(words.BLANK)
    agree_if_long(max(texts, key=len))
    readings = [Reading(one) for one in texts]
    if typed:
        names = names or _names(asked)
        readings = [almanac.read(one, names.parts, dates=when is None) for one in texts]
    slips = []
    for one in readings:
        signature = names.on(one) if names else None
        new = NewSlip(one.text, one.when or when, asked.too_small, kinds, signature=signature)
        slips.append(new)
    ids = drop_in(paths.home(), slips, almanac)
    for slip_id, new, reading in zip(ids, slips, readings, strict=True):
        undo = (shell.UNDO_DROPS if slips[1:] else shell.UNDO_DROP) if new is slips[-1] else ""
        answer = shell.dropped_here(new, names.told(new) if names else "", undo)
        say(answer if asked.plain else f"{answer} {slip_id[:SHORT_ID]}")
        if reading.future:
            say(words.future_prefix(reading.future, almanac.today()))
    if names and (wished := names.wished(slips)):
        remark(wished)
    if asked.text:
        _tell_about_the_shell()
    return DONE


def _names(asked: Namespace) -> AskedNames:
    """Read the names; not done where nobody can mean one."""
    from jar_tui.cli.who import AskedNames

    return AskedNames(asked)


def edit_(asked: Namespace) -> int:
    """Change the words of one slip."""
    from jar_tui.cli.jar import opened_jar
    from jar_tui.cli.who import slip_of

    service = opened_jar()
    slip = slip_of(asked.id, service.jar)
    if not asked.text and sys.stdin.isatty():
        say(words.COVERED_WORDS if slip.covered else slip.text)
    text, _ = given_text(asked.text, words.EDIT_TITLE)
    changed = slip_text(text)
    if is_blank(changed):
        raise Refusal(words.BLANK)
    if changed == slip.text:
        say(words.WORDS_SAME)
        return DONE
    agree_if_long(changed)
    service.edit(slip.id, changed)
    say(shell.WORDS_KEPT_HERE)
    if asked.text:
        _tell_about_the_shell()
    return DONE


def undo_(asked: Namespace) -> int:
    """Take back the last change made on this installation, the one that was named and no other."""
    from jar_tui.cli.jar import opened_jar

    service = opened_jar()
    would = service.undoable(earlier=True)
    if not would.fields:
        raise Refusal(words.NOTHING_TO_TAKE_BACK)
    say(shell.would_take_back(would, service.almanac.today()))
    if sys.stdin.isatty() and not asked.yes and not agreed(shell.TAKE_IT_BACK):
        say(words.LEFT)
        return DONE
    service.catch_up()
    undone = service.undo(earlier=True, named=would)
    if undone.declined or not undone.fields:
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


def _tell_about_the_shell() -> None:
    """Say once that words on a command line leave traces."""
    from jar_tui.upkeep import told_about_the_shell

    if not told_about_the_shell(paths.home()):
        say(shell.SHELL_REMEMBERS)
