"""Commands that change one slip: sign, cover, uncover, aside, back, bring."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Literal

from jar_tui.cli.console import DONE, USAGE, Refusal, remark, say
from jar_tui.cli.jar import opened_jar
from jar_tui.cli.who import asked_signature, names_somebody, part_of, slip_of
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import signature_of
from jar_tui.domain.signing import Signature
from jar_tui.service.telling import now_on, wishes_told
from jar_tui.words import opening_shell, people_shell


def sign_(asked: Namespace) -> int:
    """Say who is on a slip, in the place of who was, or who signs it as well."""
    _refuse_what_cannot_be(asked)
    service = opened_jar()
    slip = slip_of(asked.id, service.jar)
    before = signature_of(service.jar, slip)
    signature = _wanted(asked, service.jar, before)
    if signature == before:
        say(people_shell.NAMES_SAME)
        return DONE
    signed = service.sign(slip.id, signature)
    say(now_on(signed, service.jar, people_shell.UNDO_HERE))
    if wished := wishes_told(signature, service.jar):
        remark(wished)
    return DONE


def _refuse_what_cannot_be(asked: Namespace) -> None:
    """Raise `Refusal` where the options say nothing, or not all of them can be meant."""
    instead = names_somebody(asked) or asked.state is not None
    if not instead and not asked.also and asked.how is None:
        raise Refusal(people_shell.SIGN_NOTHING, USAGE)
    if asked.also and (instead or asked.how is not None):
        raise Refusal(people_shell.SIGN_ALSO, USAGE)
    nobody_at_all = asked.state == "unsigned" and names_somebody(asked)
    if (asked.sign and asked.state) or nobody_at_all:
        raise Refusal(people_shell.SIGN_BOTH, USAGE)


def _wanted(asked: Namespace, jar: Jar, before: Signature) -> Signature:
    """Return who is to be on the slip; how it was stays where nothing is said about that."""
    for who in asked.also:
        before = before.signed_too(part_of(who, jar).id)
    if asked.also:
        return before
    signature = asked_signature(asked, jar)
    how = before.how if asked.how is None else signature.how
    if not names_somebody(asked) and asked.state is None:
        return replace(before, how=how)
    return replace(signature, state=asked.state or "unsigned", how=how)


def cover_(asked: Namespace) -> int:
    """Fold a slip's words until they are asked for."""
    return _turned(asked, "covered", people_shell.COVERED_AS_BEFORE, on=True)


def uncover_(asked: Namespace) -> int:
    """Show a slip's words again."""
    return _turned(asked, "covered", people_shell.SHOWN_AS_BEFORE, on=False)


def aside_(asked: Namespace) -> int:
    """Take a slip out of the jar and keep it."""
    return _turned(asked, "set_aside", people_shell.ASIDE_AS_BEFORE, on=True)


def back_(asked: Namespace) -> int:
    """Bring back a slip that was set aside."""
    return _turned(asked, "set_aside", people_shell.BACK_AS_BEFORE, on=False)


def bring_(asked: Namespace) -> int:
    """Have openings bring a slip again that they left out."""
    service = opened_jar()
    slip = slip_of(asked.id, service.jar)
    if not slip.not_again:
        say(opening_shell.BRING_AS_BEFORE)
        return DONE
    service.not_again(slip.id, wanted=False)
    say(f"{opening_shell.BRING_AGAIN} {people_shell.UNDO_HERE}")
    return DONE


def _turned(
    asked: Namespace, what: Literal["covered", "set_aside"], as_before: str, *, on: bool
) -> int:
    """Cover a slip, set it aside, or take that back."""
    service = opened_jar()
    slip = slip_of(asked.id, service.jar)
    if getattr(slip, what) is on:
        say(as_before)
        return DONE
    if what == "covered":
        told = people_shell.covered(service.cover(slip.id, covered=on))
    else:
        told = people_shell.set_aside(service.set_aside(slip.id, aside=on))
    say(f"{told} {people_shell.UNDO_HERE}")
    return DONE
