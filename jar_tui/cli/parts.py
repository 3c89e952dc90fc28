"""The command about names: parts, and what can be done with them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Final

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
from jar_tui.domain.people import READERS, as_place, everyone
from jar_tui.domain.records import Part
from jar_tui.domain.signing import Named, as_tag, read_name
from jar_tui.service import JarService
from jar_tui.service.people import people_at
from jar_tui.service.telling import noticed, part_told, phrased
from jar_tui.words import people_shell


def parts_(asked: Namespace) -> int:
    """List the names, or do what is asked with them."""
    if asked.what is None:
        (_list_as_json if asked.json else _list)()
    elif asked.what == "add":
        _add(asked, opened_jar())
    else:
        service = opened_jar()
        _DOES[asked.what](asked, service, part_of(asked.name, service.jar))
    return DONE


def _list() -> None:
    jar = people_at(paths.home())
    if not everyone(jar):
        remark(phrased(people_shell.NO_NAMES, jar))
    for part in everyone(jar):
        say(part_told(part))


def _list_as_json() -> None:
    from jar_tui.bridge.json_rows import parts_as_json

    pour(parts_as_json(everyone(people_at(paths.home()))))


def _add(asked: Namespace, service: JarService) -> None:
    given = {field: value for field, value in _described(asked).items() if value}
    names = _given(asked.names, phrased(people_shell.ASK_NAMES, service.jar))
    if not names:
        blank = phrased(people_shell.NAME_BLANK, service.jar)
        raise Refusal(blank if asked.names else words.LEFT)
    if len(names) > 1 and (asked.tag or given):
        raise Refusal(phrased(people_shell.FOR_ONE_NAME, service.jar), USAGE)
    wanted = [*names, *(Named(names[0].name, tag) for tag in _tags(asked))]
    told: set[str] = set()
    for part, how in service.people.add(wanted, **given):
        if part.id not in told:
            say(people_shell.added(how, part_told(part)))
            _notice(service, part)
        told.add(part.id)


def _described(asked: Namespace) -> dict[str, str]:
    """Return what the options say of a name, as it is kept; raises `Refusal`."""
    found: dict[str, str] = {}
    for field, read in READERS.items():
        option, refused = _ASKED[field]
        typed = getattr(asked, option)
        if typed is None:
            continue
        value = read(argument(typed))
        if value is None:
            raise Refusal(refused, USAGE)
        found[field] = value
    return found


def _tags(asked: Namespace) -> list[str]:
    tags = (as_tag(argument(tag)) for tag in asked.tag)
    return list(dict.fromkeys(tag for tag in tags if not is_blank(tag)))


def _given(names: list[str], question: str) -> list[Named]:
    """Return the names on the command line, at the prompt, or on standard input."""
    lines: list[str] = [] if names else given_lines(question)
    for name in map(argument, names):
        if lines and name.endswith(":") and " " not in name:  # parts add Wren w:
            lines[-1] += f" {name}"
        else:
            lines.append(name)
    return [name for name in map(read_name, lines) if name is not None]


def _notice(service: JarService, part: Part) -> None:
    """Say what is worth knowing of a name beside the others."""
    told = noticed(part, service.jar, service.almanac.settings)
    if told:
        remark(told)


def _rename(asked: Namespace, service: JarService, part: Part) -> None:
    name = argument(asked.new)
    renamed = service.people.rename(part.id, name)
    if renamed is None:
        refused = people_shell.NAME_BLANK if is_blank(name) else people_shell.NAME_TAKEN
        raise Refusal(phrased(refused, service.jar))
    say(people_shell.RENAMED)
    _notice(service, renamed)


def _change(asked: Namespace, service: JarService, part: Part) -> None:
    fields, tags = _described(asked), _tags(asked)
    if tags and asked.no_tags:
        raise Refusal(people_shell.TAGS_BOTH, USAGE)
    place = None if asked.place is None else as_place(asked.place)
    if asked.place is not None and place is None:
        raise Refusal(people_shell.PLACE_WRONG, USAGE)
    if asked.wish is not None:
        fields["wish"] = "" if asked.wish == "anything" else asked.wish
    if asked.about is not None:
        fields["about"] = argument(asked.about)
    retagged = tags if tags or asked.no_tags else None
    if not fields and retagged is None and place is None:
        raise Refusal(people_shell.CHANGE_NOTHING, USAGE)
    if fields or retagged is not None:
        part = service.people.describe(part.id, tags=retagged, **fields)
    if place is not None:
        service.people.move(part.id, place)
    say(people_shell.CHANGED.format(part_told(part)))
    if retagged or "display" in fields:
        _notice(service, part)


def _rest(asked: Namespace, service: JarService, part: Part) -> None:
    resting = asked.what == "rest"
    service.people.rest(part.id, resting=resting)
    answer = people_shell.RESTS if resting else people_shell.LISTED_AGAIN
    say(phrased(answer, service.jar))


def _remove(asked: Namespace, service: JarService, part: Part) -> None:
    service.people.remove(part.id, stays=asked.keep_name)
    answer = people_shell.REMOVED_KEPT if asked.keep_name else people_shell.REMOVED
    say(phrased(answer, service.jar))


def _nudges(asked: Namespace, service: JarService, part: Part) -> None:
    wanted = asked.wanted == "on"
    service.people.nudges(part.id, wanted=wanted)
    answer = people_shell.NUDGES_ON if wanted else people_shell.NUDGES_OFF
    say(phrased(answer, service.jar))


_DOES: Final[dict[str, Callable[[Namespace, JarService, Part], None]]] = {
    "rename": _rename,
    "change": _change,
    "rest": _rest,
    "back": _rest,
    "remove": _remove,
    "nudges": _nudges,
}
"""What can be done with one name."""
_ASKED: Final = {
    "display": ("shown", ""),
    "mark": ("mark", people_shell.MARK_WRONG),
    "pronouns": ("pronouns", ""),
    "color": ("color", people_shell.COLOR_WRONG),
}
"""What is known of a name: its option, and what is said where that cannot be read."""
