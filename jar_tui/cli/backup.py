"""Commands about backups: backup, restore."""

from __future__ import annotations

import sys
from argparse import Namespace

from jar_tui import paths, words
from jar_tui.cli.console import DONE, Refusal, agreed, say
from jar_tui.cli.jar import opened_jar
from jar_tui.domain.clean import printable_name
from jar_tui.service.backups import NoBackup, has_jar, read_backup
from jar_tui.store.errors import NotKept
from jar_tui.words import backups, shell


def backup_(asked: Namespace) -> int:
    """Take today's backup, or write one to a file that was not there before."""
    if not has_jar(paths.home()):
        raise Refusal(shell.NO_JAR_YET)
    service = opened_jar()
    if asked.out is not None:
        try:
            service.backups.write_out(asked.out)
        except FileExistsError:
            raise Refusal(shell.FILE_THERE) from None
        say(shell.EXPORTED)
        return DONE
    try:
        done = service.backups.take()
    except NotKept as error:
        raise Refusal(backups.NOT_TAKEN[error.reason]) from None
    say(backups.taken(printable_name(str(done.path)), done.slips))
    if done.hurt:
        say(backups.NOT_A_WHOLE_JAR)
    return DONE


def restore_(asked: Namespace) -> int:
    """Bring back what a backup holds and the jar does not, once that was said and agreed to."""
    try:
        found = read_backup(asked.file, even_if_hurt=asked.even_if_hurt)
    except NoBackup as error:
        raise Refusal(backups.WHY_NOT[error.reason]) from None
    service = opened_jar()
    would = service.backups.would_restore(found, everything=asked.all)
    for sentence in backups.would(would, here=service.backups.is_ours(found), everything=asked.all):
        say(sentence)
    if asked.dry_run or not would.changes:
        return DONE
    if sys.stdin.isatty() and not asked.yes and not agreed(backups.BRING_BACK):
        say(words.LEFT)
        return DONE
    done = service.backups.restore(found, everything=asked.all)
    say(backups.BROUGHT_BACK if done.can_be_undone else backups.NAMES_BACK)
    return DONE
