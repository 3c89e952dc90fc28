"""Commands that change one slip: sign, cover, uncover, aside, back."""

from __future__ import annotations

from argparse import Namespace

from jar_tui import paths
from jar_tui.cli.console import DONE, USAGE, Refusal, now, say
from jar_tui.cli.who import asked_signature, slip_of
from jar_tui.domain.people import signature_of
from jar_tui.service import JarService
from jar_tui.service.telling import now_on
from jar_tui.words import people_shell


def sign_(asked: Namespace) -> int:
    """Say who is on a slip, in the place of who was."""
    named = bool(asked.sign or asked.for_whom or asked.noticed_by)
    if not named and asked.state is None:
        raise Refusal(people_shell.SIGN_NOTHING, USAGE)
    if (asked.sign and asked.state) or (named and asked.state == "unsigned"):
        raise Refusal(people_shell.SIGN_BOTH, USAGE)
    service, _ = JarService.open(paths.home(), now)
    slip = slip_of(asked.id, service.jar)
    signature = asked_signature(asked, service.jar)
    if asked.state:
        signature = signature.with_state(asked.state)
    if signature == signature_of(service.jar, slip):
        say(people_shell.NAMES_SAME)
        return DONE
    signed = service.sign(slip.id, signature)
    say(now_on(signed, service.jar, people_shell.UNDO_HERE))
    return DONE


def cover_(asked: Namespace) -> int:
    """Fold a slip's words until they are asked for."""
    return _covered(asked, covered=True)


def uncover_(asked: Namespace) -> int:
    """Show a slip's words again."""
    return _covered(asked, covered=False)


def aside_(asked: Namespace) -> int:
    """Take a slip out of the jar and keep it."""
    return _aside(asked, aside=True)


def back_(asked: Namespace) -> int:
    """Bring back a slip that was set aside."""
    return _aside(asked, aside=False)


def _covered(asked: Namespace, *, covered: bool) -> int:
    service, _ = JarService.open(paths.home(), now)
    slip = slip_of(asked.id, service.jar)
    if slip.covered is covered:
        say(people_shell.COVERED_AS_BEFORE if covered else people_shell.SHOWN_AS_BEFORE)
        return DONE
    changed = service.cover(slip.id, covered=covered)
    say(f"{people_shell.covered(changed)} {people_shell.UNDO_HERE}")
    return DONE


def _aside(asked: Namespace, *, aside: bool) -> int:
    service, _ = JarService.open(paths.home(), now)
    slip = slip_of(asked.id, service.jar)
    if slip.set_aside is aside:
        say(people_shell.ASIDE_AS_BEFORE if aside else people_shell.BACK_AS_BEFORE)
        return DONE
    changed = service.set_aside(slip.id, aside=aside)
    say(f"{people_shell.set_aside(changed)} {people_shell.UNDO_HERE}")
    return DONE
