"""Commands about what a slip was, and about its end: earlier, erase."""

from __future__ import annotations

import sys
from argparse import Namespace

from jar_tui import words
from jar_tui.cli.console import COULD_NOT, DONE, USAGE, Refusal, ask, remark, say
from jar_tui.cli.jar import opened_jar
from jar_tui.cli.who import slip_of
from jar_tui.domain.records import Slip
from jar_tui.service import JarService
from jar_tui.service.history import Erased, still_to_come
from jar_tui.words import history
from jar_tui.words.line_mode import set_in, this_one


def earlier_(asked: Namespace) -> int:
    """Print the words a slip had before, newest first, or put some of them on it again."""
    service = opened_jar()
    slip = slip_of(asked.id, service.jar)
    found = service.history.earlier(slip.id)
    moments = history.moments([one.when for one in found], service.almanac.today())
    if asked.take is not None:
        if not 1 <= asked.take <= len(found):
            raise Refusal(history.NO_SUCH_VERSION)
        service.edit(slip.id, found[asked.take - 1].text)
        say(history.back_on(moments[asked.take - 1], history.UNDO_HERE))
        return DONE
    folded = slip.covered and not asked.covered
    for number, (one, moment) in enumerate(zip(found, moments, strict=True), 1):
        say(f"{number}  {moment}")
        say(set_in(words.COVERED_WORDS if folded else one.text))
    if not found:
        say(history.NONE)
    return DONE


def erase_(asked: Namespace) -> int:
    """Erase a slip that was set aside, once that was asked for twice."""
    service = opened_jar()
    if asked.id is None:
        if not asked.everywhere:
            raise Refusal(history.WHICH_SLIP, USAGE)
        if not service.history.has_erased:
            say(history.NOTHING_ERASED)
            return DONE
        return _told(service.history.erase_everywhere(), history.ERASED_HERE)
    slip = slip_of(asked.id, service.jar)
    if not slip.set_aside:
        raise Refusal(history.ASIDE_FIRST_HERE)
    if not asked.yes and not _is_meant(service, slip):
        say(history.NOT_ERASED)
        return DONE
    service.catch_up()
    present = service.jar.get(slip.id)
    if present is None or not present.set_aside:
        raise Refusal(history.BACK_MEANWHILE if present else history.GONE)
    done = service.erase(slip.id)
    return _told(service.history.erase_everywhere() if asked.everywhere else done)


def _told(done: Erased, what: str = history.ERASED) -> int:
    """Say what erasing came to."""
    for sentence in history.erased(*still_to_come(done), what):
        say(sentence)
    if done.others:
        say(history.WHERE_GONE)
    return COULD_NOT if done.left else DONE


def _is_meant(service: JarService, slip: Slip) -> bool:
    """Say what goes and what stays out of reach, and have a word typed."""
    if not sys.stdin.isatty():
        raise Refusal(history.NEEDS_YES)
    say(this_one(slip, service.almanac.today()))
    for sentence in history.what_goes():
        say(sentence)
    try:
        return ask(history.TYPE_ERASE).strip().casefold() == history.WORD
    except (KeyboardInterrupt, EOFError):
        remark("")
        return False
