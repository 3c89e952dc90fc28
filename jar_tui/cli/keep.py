"""Commands about the keeping itself: where, check, settings."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import orjson

from jar_tui import paths
from jar_tui.cli.console import DONE, Refusal, argument, pour, remark, say
from jar_tui.cli.jar import opened_jar
from jar_tui.domain.clean import is_blank, printable_name
from jar_tui.domain.people import WORD, choice
from jar_tui.domain.ritual import ORDER, WAYS, is_allowed, order_of
from jar_tui.service.people import people_at
from jar_tui.service.telling import phrased, wants_names
from jar_tui.upkeep import (
    Checked,
    Tell,
    change_setting,
    check_jar,
    files_of,
    on_network,
    settings_of,
)
from jar_tui.words import backups, health, shell
from jar_tui.words.names import nouns_of
from jar_tui.words.opening_shell import as_kept, way
from jar_tui.words.people_shell import ONE_FOR_BOTH, chosen_word, word_setting

STEP: Final = 5
"""Percent between two signs of how far reading has come."""


def where_(asked: Namespace) -> int:
    """Print every file that is or may be written, one per line."""
    for path in files_of(paths.home()):
        say(printable_name(str(path)))
    if on_network(paths.home()):
        remark(health.AT_START["network"])
    return DONE


def check_(asked: Namespace) -> int:
    """Read every line of every journal and every backup, and say what is whole and what is not."""
    with _progress() as tell:
        found = check_jar(paths.home(), tell)
    if asked.json:
        pour(_as_json(found))
    else:
        for sentence in shell.checked(found):
            say(printable_name(sentence))
    if not found.whole:
        raise Refusal(shell.NOT_WHOLE)
    if found.hurt_backups:
        raise Refusal(backups.BACKUP_HURT)
    return DONE


@contextmanager
def _progress() -> Iterator[Tell]:
    """Hand out what says on a terminal how far reading has come, and wipe it away at the end."""
    shown = ""

    def tell(done: int, total: int) -> None:
        nonlocal shown
        line = backups.reading(min(100, 100 * done // max(total, 1)) // STEP * STEP)
        if line != shown:
            shown = line
            sys.stderr.write(f"\r{line}")
            sys.stderr.flush()

    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    try:
        yield tell
    finally:
        sys.stderr.write(f"\r{' ' * len(shown)}\r")
        sys.stderr.flush()


def _as_json(found: Checked) -> bytes:
    """Return what a check found for a script; names of files, and no words of anybody."""
    row = {
        "whole": found.whole and not found.hurt_backups,
        "lines": found.lines,
        "files": found.files,
        "hurt": {printable_name(name): offsets for name, offsets in found.hurt.items()},
        "unfinished": [printable_name(name) for name in found.unfinished],
        "troubles": [
            {"kind": trouble.kind, "name": printable_name(trouble.name)}
            for trouble in found.troubles
        ],
        "backups": {
            "count": found.backups,
            "newest": found.newest.isoformat() if found.newest else None,
            "hurt": [printable_name(name) for name in found.hurt_backups],
        },
    }
    return orjson.dumps(row, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def settings_(asked: Namespace) -> int:
    """Print the settings, or change one."""
    if asked.name is None or asked.value is None:
        for line in _settings_told(asked.name):
            say(line)
        return DONE
    if asked.name == WORD:
        _choose_word(argument(asked.value))
    elif asked.name in WAYS:
        _choose_way(asked.name, argument(asked.value))
    elif not change_setting(paths.home(), asked.name, asked.value):
        raise Refusal(shell.NO_SUCH_SETTING)
    say(shell.SETTING_KEPT)
    return DONE


def _settings_told(wanted: str | None) -> list[str]:
    """Return a line about each setting, or about the wanted one; raises `Refusal`.

    Those about names are left out where no names are wanted, but for the one that is asked for.
    """
    people = people_at(paths.home())
    names = wants_names(people)
    lines = {name: shell.setting(name, value) for name, value in settings_of(paths.home()).items()}
    told = {name: phrased(line, people) for name, line in lines.items()}
    told[WORD] = printable_name(word_setting(choice(people, WORD), alone=wanted is not None))
    values = {name: choice(people, name) for name in WAYS} | {ORDER: order_of(people)}
    told |= {name: printable_name(way(name, value, names=names)) for name, value in values.items()}
    if wanted is None:
        about_names = [] if names else [name for name, line in lines.items() if "{name" in line]
        return [line for name, line in told.items() if name not in about_names]
    if wanted not in told:
        raise Refusal(shell.NO_SUCH_SETTING)
    return [told[wanted]]


def _choose_way(name: str, typed: str) -> None:
    """Keep how openings go in one matter, which belongs to the jar and not to this machine."""
    value = as_kept(name, typed)
    if not is_allowed(name, value):
        raise Refusal(shell.NO_SUCH_SETTING)
    opened_jar().people.choose(name, value)


def _choose_word(value: str) -> None:
    """Keep what those who sign are called, which belongs to the jar and not to this machine."""
    chosen = chosen_word(value)
    if is_blank(chosen):
        raise Refusal(shell.NO_SUCH_SETTING)
    service = opened_jar()
    service.people.choose(WORD, chosen)
    nouns = nouns_of(chosen)
    if nouns and nouns.one == nouns.many == chosen:
        remark(phrased(ONE_FOR_BOTH, service.jar))
