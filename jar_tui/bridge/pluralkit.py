"""The members of a PluralKit system export, and what else such a file holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import orjson

from jar_tui.domain.clean import clean, decoded, is_blank, one_line
from jar_tui.domain.people import as_color
from jar_tui.domain.signing import TEXT, signs_of

LONGEST: Final = 100
"""Letters PluralKit allows in a name, in pronouns, and at each end of a tag."""
LONGEST_ABOUT: Final = 1000
"""Letters it allows in a description."""
_VERSIONS: Final = (None, 1, 2)
_OF_ALL: Final[Mapping[str, tuple[str, ...]]] = {
    "pictures": ("avatar_url", "webhook_avatar_url", "banner", "icon"),
    "addresses": ("webhook_url",),
    "birthdays": ("birthday",),
    "message counts": ("message_count",),
}
"""Fields of the system, a member or a group that are never taken, by what they are called."""


class NotAnExport(Exception):  # noqa: N818 - what it is to the person
    """The file is no system export of PluralKit."""


class Member(NamedTuple):
    """One member, in cleaned words."""

    name: str
    display_name: str
    """What is shown in the place of the name; empty where that is the name."""
    pronouns: str
    color: str
    """Six hex digits, or empty."""
    tags: tuple[str, ...]
    source: str
    """A reference that is the same in every export; empty where the file has none."""
    about: str
    """The description."""


class Members(NamedTuple):
    """What a file comes to."""

    members: list[Member]
    nameless: list[int]
    """The numbers in the file, from 1, of those whose name cannot be one here."""
    left: set[str]
    """What kinds of things the file holds that are not taken."""
    exact_tags: bool = False
    """Upper and lower case of a tag are two in that system."""


def read_members(data: bytes) -> Members:
    """Return the members in the order of the file; raises `NotAnExport`, and nothing else."""
    try:
        found = orjson.loads(decoded(data))
    except ValueError:
        raise NotAnExport from None
    if not isinstance(found, dict) or "switches" not in found:
        raise NotAnExport
    rows = found.get("members")
    if not isinstance(rows, list) or found.get("version") not in _VERSIONS:
        raise NotAnExport
    left = _left(found)
    members: list[Member] = []
    nameless: list[int] = []
    for number, row in enumerate(rows, 1):
        member = _member(row, left) if isinstance(row, dict) else None
        if member is None:
            nameless.append(number)
        else:
            members.append(member)
    config = found.get("config")
    exact = isinstance(config, dict) and config.get("case_sensitive_proxy_tags") is True
    return Members(members, nameless, left, exact)


def _member(row: Mapping[str, Any], left: set[str]) -> Member | None:
    display_name = _words(row.get("display_name"))
    name = _words(row.get("name")) or display_name
    if not name or len(name) > LONGEST:
        return None
    if len(display_name) > LONGEST:
        left.add("long names")
    pronouns = _words(row.get("pronouns"))
    if len(pronouns) > LONGEST:
        left.add("long pronouns")
    about = _text(row.get("description")).strip()
    if len(about) > LONGEST_ABOUT:
        left.add("long descriptions")
    return Member(
        name,
        display_name if display_name != name and len(display_name) <= LONGEST else "",
        pronouns if len(pronouns) <= LONGEST else "",
        as_color(_words(row.get("color"))) or "",
        _tags(row, left),
        _source(row),
        about if len(about) <= LONGEST_ABOUT and not is_blank(about) else "",
    )


def _tags(row: Mapping[str, Any], left: set[str]) -> tuple[str, ...]:
    """Return the tags that can be read back here, each one once."""
    tags: dict[str, None] = {}
    for prefix, suffix in _pairs(row):
        tag = _tag(prefix, suffix)
        if tag:
            tags[tag] = None
        elif prefix or suffix:
            left.add("some tags")
    return tuple(tags)


def _pairs(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after the words; old files have one pair, in the member."""
    pairs = row.get("proxy_tags")
    for pair in pairs if isinstance(pairs, list) else [row]:
        if isinstance(pair, dict):
            yield _text(pair.get("prefix")), _text(pair.get("suffix"))


def _tag(prefix: str, suffix: str) -> str:
    """Return a tag as the jar keeps it; empty where it could not be read back as it was meant."""
    tag = one_line(f"{prefix}{TEXT}{suffix}")
    fits = max(len(prefix), len(suffix)) <= LONGEST and not is_blank(prefix + suffix)
    if not fits or tag.find(TEXT) != tag.rfind(TEXT) or clean(tag) != tag:
        return ""
    before, _, after = tag.partition(TEXT)
    # What joins the sign next to it is no end that words could be told from.
    stands_apart = [*signs_of(before), *TEXT, *signs_of(after)] == signs_of(tag)
    return tag if stands_apart else ""


def _source(row: Mapping[str, Any]) -> str:
    reference = _words(row.get("uuid")) or _words(row.get("id"))
    return f"pluralkit:{reference}" if reference and len(reference) <= LONGEST else ""


def _left(found: Mapping[str, Any]) -> set[str]:
    """Return what a file holds beside its members' names and descriptions."""
    left = {kind for kind in ("accounts", "switches", "groups") if found.get(kind)}
    others = [found, *_rows(found, "groups")]
    for thing in [*others, *_rows(found, "members")]:
        left |= {
            kind for kind, fields in _OF_ALL.items() if any(thing.get(field) for field in fields)
        }
    if any(thing.get("description") for thing in others):
        left.add("other descriptions")
    return left


def _rows(found: Mapping[str, Any], kind: str) -> list[Mapping[str, Any]]:
    rows = found.get(kind)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _text(value: Any) -> str:
    return clean(value) if isinstance(value, str) else ""


def _words(value: Any) -> str:
    """Return text on one line; empty where there is none to read."""
    words = one_line(_text(value))
    return "" if is_blank(words) else words
