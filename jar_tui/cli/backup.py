"""Commands about backups: backup, restore."""

from __future__ import annotations

import sys
from argparse import Namespace

from jar_tui import paths, words
from jar_tui.cli.console import DONE, Refusal, agreed, now, say
from jar_tui.cli.jar import opened_jar
from jar_tui.domain.clean import printable_name
from jar_tui.service.backups import NoBackup, has_jar, read
from jar_tui.words import keeping, shell


def backup_(asked: Namespace) -> int:
    """Take today's backup, or write one to a file that was not there before."""
    if not has_jar(paths.home()):
        raise Refusal(shell.NO_JAR_YET)
    backups = opened_jar(now).backups
    if asked.out is not None:
        try:
            backups.write_out(asked.out)
        except FileExistsError:
            raise Refusal(shell.FILE_THERE) from None
        say(shell.EXPORTED)
        return DONE
    done = backups.take()
    say(keeping.taken(printable_name(str(done.path)), done.slips))
    if done.hurt:
        say(keeping.NOT_A_WHOLE_JAR)
    return DONE


def restore_(asked: Namespace) -> int:
    """Bring back what a backup holds and the jar does not, once that was said and agreed to."""
    try:
        found = read(asked.file, even_if_hurt=asked.even_if_hurt)
    except NoBackup as error:
        raise Refusal(keeping.WHY_NOT[error.reason]) from None
    backups = opened_jar(now).backups
    would = backups.would_restore(found, everything=asked.all)
    for sentence in keeping.would(would, here=backups.is_ours(found), everything=asked.all):
        say(sentence)
    if asked.dry_run or not would.changes:
        return DONE
    if sys.stdin.isatty() and not asked.yes and not agreed(keeping.BRING_BACK):
        say(words.LEFT)
        return DONE
    done = backups.restore(found, everything=asked.all)
    say(keeping.BROUGHT_BACK if done.can_be_undone else keeping.NAMES_BACK)
    return DONE
