"""Bringing in the members of a PluralKit export, chosen one by one where somebody can be asked."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import Final

from jar_tui import words
from jar_tui.bridge.pluralkit import Member, Members, NotAnExport, read_members
from jar_tui.cli.console import DONE, Refusal, argument, ask, remark, say
from jar_tui.cli.jar import opened_jar
from jar_tui.domain.clean import one_line
from jar_tui.domain.jar import Jar
from jar_tui.service import JarService
from jar_tui.service.people import Coming, as_part, what_comes
from jar_tui.service.telling import noticed, part_told, phrased, wants_names
from jar_tui.words import people_shell

CHANGING: Final = ("new", "tagged", "noted")
"""What bringing a member in may come to that changes something."""
YES: Final = ("y", "yes")
NO: Final = ("n", "no")
_LONGEST: Final = 6
"""Digits of a number that may mean a member."""


def import_members(asked: Namespace, data: bytes) -> int:
    """Bring in the members of a file that somebody chose."""
    service = opened_jar()
    if not wants_names(service.jar):
        raise Refusal(phrased(people_shell.NOT_IN_USE, service.jar))
    try:
        found = read_members(data)
    except NotAnExport:
        raise Refusal(people_shell.NOT_PLURALKIT) from None
    members = _named(asked.only, found.members, service.jar)
    coming = what_comes(service.jar, members)
    asks = sys.stdin.isatty() and not asked.yes and not asked.dry_run
    described = asked.descriptions or (asks and _has_descriptions(coming))
    _preview(coming, found, service, numbered=asks, described=described)
    if not any(one.how in CHANGING for one in coming):
        say(people_shell.NONE_NEW)
        return DONE
    if found.exact_tags and service.almanac.settings.tag_case != "exact":
        say(people_shell.EXACT_TAGS)
    if asked.dry_run:
        return DONE
    if not (asks or asked.yes or asked.only):
        raise Refusal(people_shell.SAY_WHICH)
    if asks:
        members = _chosen(members)
        described = asked.descriptions or _wants_descriptions(service, members)
    if not members:
        say(words.LEFT)
        return DONE
    service.people.bring_in(members if described else _bare(members))
    say(phrased(people_shell.NAMES_IN, service.jar))
    return DONE


def numbers_in(line: str, most: int) -> list[int] | None:
    """Return the numbers a line names, as in `1 3 5-9`; None where one is none from 1 to `most`."""
    found: list[int] = []
    for piece in re.sub(r"\s*[-\u2013]\s*", "-", line.replace(",", " ")).split():
        first, _, last = piece.partition("-")
        ends = (first, last if "-" in piece else first)
        if not all(end.isdecimal() and len(end) <= _LONGEST for end in ends):
            return None
        low, high = map(int, ends)
        if not 1 <= low <= high <= most:
            return None
        found += range(low, high + 1)
    return sorted(set(found))


def _named(only: Sequence[str], members: list[Member], jar: Jar) -> list[Member]:
    """Return the members that were asked for by name; all of them where none was."""
    if not only:
        return members
    wanted = {one_line(argument(name)).casefold() for name in only}
    if wanted - {member.name.casefold() for member in members}:
        raise Refusal(phrased(people_shell.NOT_IN_FILE, jar))
    return [member for member in members if member.name.casefold() in wanted]


def _preview(
    coming: Sequence[Coming],
    found: Members,
    service: JarService,
    *,
    numbered: bool,
    described: bool,
) -> None:
    """Say what every member comes to beside the names in the jar, and what stays out."""
    jar, settings = service.jar, service.almanac.settings
    for number, (member, how, part) in enumerate(coming, 1):
        line = people_shell.member_line(part_told(as_part(member)), how)
        say(f"{number}. {line}" if numbered else line)
        if how in ("new", "tagged") and (told := noticed(part, jar, settings)):
            say(told)
    if found.nameless:
        say(phrased(people_shell.nameless(found.nameless), jar))
    left = set(found.left)
    if not described and any(member.about for member in found.members):
        left.add("descriptions")
    if left:
        say(people_shell.left_out(left))


def _chosen(members: list[Member]) -> list[Member]:
    """Ask which members to bring in, and again where the answer is none that was offered."""
    while True:
        typed = _answer(people_shell.WHICH_MEMBERS)
        if typed.casefold() in YES:
            return members
        numbers = [] if typed.casefold() in NO else numbers_in(typed, len(members))
        if numbers is not None:
            return [members[number - 1] for number in numbers]
        remark(people_shell.WRONG_NUMBERS)


def _wants_descriptions(service: JarService, members: Sequence[Member]) -> bool:
    """Ask about descriptions, where one of the members comes with one."""
    if not _has_descriptions(what_comes(service.jar, members)):
        return False
    return _answer(people_shell.WITH_DESCRIPTIONS).casefold() in YES


def _has_descriptions(coming: Sequence[Coming]) -> bool:
    return any(one.how == "new" and one.part.about for one in coming)


def _bare(members: Sequence[Member]) -> list[Member]:
    return [member._replace(about="") for member in members]


def _answer(question: str) -> str:
    try:
        return one_line(ask(f"{question} "))
    except (KeyboardInterrupt, EOFError):
        remark("")
        raise Refusal(words.LEFT) from None
