"""The command about names: parts, and what can be done with them."""

from __future__ import annotations

import re
from argparse import Namespace

from jar_tui import paths, words
from jar_tui.cli.console import (
    DONE,
    USAGE,
    Refusal,
    argument,
    given_lines,
    pour,
    remark,
    say,
)
from jar_tui.cli.jar import opened_jar
from jar_tui.cli.who import part_of
from jar_tui.domain.clean import is_blank
from jar_tui.domain.people import everyone
from jar_tui.domain.records import Part
from jar_tui.domain.signing import Named, as_tag, read_name
from jar_tui.service import JarService
from jar_tui.service.people import people_at
from jar_tui.service.telling import part_told, phrased
from jar_tui.words import people_shell


def parts_(asked: Namespace) -> int:
    """List the names, or do what is asked with them."""
    if asked.what is None:
        return _listed(asked)
    service = opened_jar()
    if asked.what == "add":
        return _add(asked, service)
    part = part_of(asked.name, service.jar)
    if asked.what == "rename":
        _rename(service, part, argument(asked.new))
        return DONE
    people = service.people
    match asked.what:
        case "rest":
            people.rest(part.id, resting=True)
            answer = people_shell.RESTS
        case "back":
            people.rest(part.id, resting=False)
            answer = people_shell.LISTED_AGAIN
        case "remove":
            people.remove(part.id)
            answer = people_shell.REMOVED
        case _:
            people.nudges(part.id, wanted=asked.wanted == "on")
            wanted = asked.wanted == "on"
            answer = people_shell.NUDGES_ON if wanted else people_shell.NUDGES_OFF
    say(phrased(answer, service.jar))
    return DONE


def _listed(asked: Namespace) -> int:
    jar = people_at(paths.home())
    parts = everyone(jar)
    if asked.json:
        from jar_tui.bridge.json_rows import parts_as_json

        pour(parts_as_json(parts))
        return DONE
    if not parts:
        remark(phrased(people_shell.NO_NAMES, jar))
    for part in parts:
        say(part_told(part))
    return DONE


def _add(asked: Namespace, service: JarService) -> int:
    color = asked.color.removeprefix("#").lower()
    if color and not re.fullmatch("[0-9a-f]{6}", color):
        raise Refusal(people_shell.COLOR_WRONG, USAGE)
    names = _given(asked.names, phrased(people_shell.ASK_NAMES, service.jar))
    if not names:
        blank = phrased(people_shell.NAME_BLANK, service.jar)
        raise Refusal(blank if asked.names else words.LEFT)
    if len(names) > 1 and (asked.tag or asked.pronouns or color):
        raise Refusal(phrased(people_shell.FOR_ONE_NAME, service.jar), USAGE)
    tags = [as_tag(argument(tag)) for tag in asked.tag]
    wanted = [*names, *(Named(names[0].name, tag) for tag in tags)]
    pronouns = argument(asked.pronouns)
    done = service.people.add(wanted, pronouns=pronouns, color=color)
    told: set[str] = set()
    for part, how in done:
        if part.id not in told:
            say(people_shell.added(how, part_told(part)))
        told.add(part.id)
    return DONE


def _given(names: list[str], question: str) -> list[Named]:
    """Return the names on the command line, at the prompt, or on standard input."""
    lines: list[str] = [] if names else given_lines(question)
    for name in map(argument, names):
        if lines and name.endswith(":") and " " not in name:  # parts add Wren w:
            lines[-1] += f" {name}"
        else:
            lines.append(name)
    return [name for name in map(read_name, lines) if name is not None]


def _rename(service: JarService, part: Part, name: str) -> None:
    if service.people.rename(part.id, name) is None:
        refused = people_shell.NAME_BLANK if is_blank(name) else people_shell.NAME_TAKEN
        raise Refusal(phrased(refused, service.jar))
    say(people_shell.RENAMED)
