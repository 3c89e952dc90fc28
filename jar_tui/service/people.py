"""Names: adding, renaming, resting, and what is chosen for the whole jar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from jar_tui.domain.clean import clean, is_blank, one_line
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import everyone, moved
from jar_tui.domain.records import Part
from jar_tui.domain.signing import Named
from jar_tui.store.folders import Folders
from jar_tui.store.ids import id_of, new_id
from jar_tui.store.writer import Change

if TYPE_CHECKING:
    from jar_tui.bridge.pluralkit import Member
    from jar_tui.service.almanac import Almanac
    from jar_tui.store.repository import Repository


class Added(NamedTuple):
    """What adding a name came to."""

    part: Part
    how: Literal["new", "back", "tagged", "there"]
    """New; back from resting or from having been removed; there, with another tag or as it was."""


class Coming(NamedTuple):
    """A member of another program's file, and what bringing it in comes to."""

    member: Member
    how: Literal["new", "tagged", "noted", "there", "removed", "twice"]
    """New; there, with other tags, with its source or as it was; removed, and stays away; or
    one that came before in the file."""
    part: Part
    """The name as it is then; without an id where it is new."""


class People:
    """Those who can sign, in the file of people; every method returns after the fsync."""

    def __init__(self, repository: Repository, almanac: Almanac) -> None:
        self._repository = repository
        self._almanac = almanac

    def add(self, names: Sequence[Named], **given: str) -> list[Added]:
        """Add names in their order; one that is there is not added twice.

        `given` is what else is known of them, as `describe` takes it. Raises `NotKept`.
        """
        known_of = {name: clean(value) for name, value in given.items() if value}
        self._repository.refresh()
        jar = self._repository.jar
        known = {part.name.casefold(): part for part in _all(jar)}
        last = max((part.order for part in known.values()), default=0)
        changes: list[Change] = []
        done: list[tuple[str, Any]] = []
        for name, tag in names:
            there = known.get(name.casefold())
            if there is None:
                last += 1
                key = new_id()
                fields: dict[str, Any] = {"name": name, "order": last}
                fields["written"] = self._almanac.written()
                fields |= {field: value for field, value in _shown(known_of, name).items() if value}
                fields |= {"tags": [tag]} if tag else {}
                changes.append(Change("parts", key, fields))
                known[name.casefold()] = Part(key, name=name, tags=(tag,) if tag else ())
                done.append((key, "new"))
                continue
            fields, how = _again(there, tag)
            fields |= _shown(known_of, there.name)
            changes += [Change("parts", there.id, fields)] if fields else []
            tags = tuple(fields.get("tags", there.tags))
            known[name.casefold()] = replace(there, tags=tags, removed=False, resting=False)
            done.append((there.id, how))
        self._repository.change(changes)
        return [Added(self._part(key), how) for key, how in done]

    def bring_in(self, members: Sequence[Member]) -> list[Coming]:
        """Add members that are not there yet, and new tags to those that are.

        Nothing that is there is replaced. Raises `NotKept`.
        """
        self._repository.refresh()
        coming = what_comes(self._repository.jar, members)
        changes: dict[str, Change] = {}
        for _, how, part in coming:
            if how == "new":
                key = id_of(part.source) if part.source else new_id()
                fields: dict[str, Any] = {"name": part.name, "order": part.order}
                # One that two machines bring in is to merge field by field, as no making does.
                fields |= {} if part.source else {"written": self._almanac.written()}
                extra = {"tags": [*part.tags], "pronouns": part.pronouns, "color": part.color}
                extra |= {"display": part.display, "about": part.about, "source": part.source}
                fields |= {field: value for field, value in extra.items() if value}
                changes[key] = Change("parts", key, fields)
            elif how in ("tagged", "noted"):
                fields = {"tags": [*part.tags]} if how == "tagged" else {}
                fields |= {"source": part.source} if part.source else {}
                changes[part.id] = Change("parts", part.id, fields)
        self._repository.change([*changes.values()])
        return coming

    def rename(self, part_id: str, name: str, tags: Sequence[str] | None = None) -> Part | None:
        """Change a name, and its tags; None where another has it or it is blank.

        Raises `NotKept`.
        """
        self._repository.refresh()
        wanted = one_line(clean(name))
        others = (part for part in everyone(self._repository.jar) if part.id != part_id)
        if is_blank(wanted) or wanted.casefold() in {part.name.casefold() for part in others}:
            return None
        fields: dict[str, Any] = {"name": wanted} | ({} if tags is None else {"tags": [*tags]})
        if self._part(part_id).display == wanted:
            fields["display"] = ""
        return self._set(part_id, **fields)

    def rest(self, part_id: str, *, resting: bool) -> Part:
        """Leave a part out where names are picked, or list it again; raises `NotKept`."""
        return self._set(part_id, resting=resting)

    def remove(self, part_id: str, *, stays: bool = False) -> Part:
        """Take a name away; its slips stay, by someone, or by the name as written if it `stays`.

        Adding it again brings it back. Raises `NotKept`.
        """
        return self._set(part_id, removed=True, stays=stays)

    def nudges(self, part_id: str, *, wanted: bool) -> Part:
        """Say whether slips by or for a part meet nudges; raises `NotKept`."""
        return self._set(part_id, nudges="" if wanted else "off")

    def describe(self, part_id: str, *, tags: Sequence[str] | None = None, **fields: str) -> Part:
        """Change what is known of a part: tags, display, mark, pronouns, color, about or wish.

        Raises `NotKept`.
        """
        changed = {field: clean(value) for field, value in fields.items()}
        self._repository.refresh()
        changed = _shown(changed, self._part(part_id).name)
        return self._set(part_id, **changed, **({} if tags is None else {"tags": [*tags]}))

    def move(self, part_id: str, place: int) -> None:
        """Put a part at a place of the list, 1 being the first; raises `NotKept`."""
        self._repository.refresh()
        changes = [
            Change("parts", part.id, {"order": order})
            for order, part in enumerate(moved(self._repository.jar, part_id, place), 1)
            if part.order != order
        ]
        self._repository.change(changes)

    def choose(self, name: str, value: str) -> None:
        """Choose something for the whole jar, wherever it is open; raises `NotKept`."""
        fields: dict[str, object] = {"value": clean(value)}
        if name not in self._repository.jar.tables["choices"]:
            fields["written"] = self._almanac.written()
        self._repository.change([Change("choices", name, fields)])

    def _set(self, part_id: str, **fields: object) -> Part:
        self._repository.update("parts", part_id, fields)
        return self._part(part_id)

    def _part(self, part_id: str) -> Part:
        found = self._repository.jar.part(part_id)
        if found is None:
            raise KeyError(part_id)
        return found


def people_at(home: Path) -> Jar:
    """Return a jar of the people and choices alone, which is quick however many slips there are.

    Raises `NotOpened`.
    """
    from jar_tui.store.errors import NotOpened
    from jar_tui.store.fold import Fold
    from jar_tui.store.reader import Reader

    folders = Folders(home)
    fold = Fold()
    try:
        if folders.jar.is_dir():
            fold.take(Reader(folders.jar, names=("people-",)).new_entries())
    except OSError as error:
        raise NotOpened from error
    return fold.jar


def what_comes(jar: Jar, members: Sequence[Member]) -> list[Coming]:
    """Return what bringing members in comes to, by their source and else by their name.

    A name that came from a member is no other member's: two may be called alike.
    """
    parts = _all(jar)
    last = max((part.order for part in parts), default=0)
    sources = {part.source: part for part in parts if part.source}
    names = {part.name.casefold(): part for part in parts if not part.source}
    coming: list[Coming] = []
    seen: set[str] = set()
    for member in members:
        if (key := member.source or member.name.casefold()) in seen:
            coming.append(Coming(member, "twice", Part("")))
            continue
        seen.add(key)
        found = (sources.get(member.source), names.get(member.name.casefold()))
        there = sorted((part for part in found if part), key=lambda part: part.removed)
        if not there:
            last += 1
            part = as_part(member, last)
            coming.append(Coming(member, "new", part))
        elif there[0].removed:
            coming.append(Coming(member, "removed", there[0]))
            continue
        else:
            tags = tuple(dict.fromkeys((*there[0].tags, *member.tags)))
            part = replace(there[0], tags=tags, source=there[0].source or member.source)
            how: Literal["noted", "there"] = "there" if part == there[0] else "noted"
            coming.append(Coming(member, "tagged" if tags != there[0].tags else how, part))
        names.pop(part.name.casefold(), None)
    return coming


def _shown(known_of: dict[str, str], name: str) -> dict[str, str]:
    """Return what is known of a name; where the name itself is to be shown, that is nothing."""
    return known_of | ({"display": ""} if known_of.get("display") == name else {})


def as_part(member: Member, order: int = 0) -> Part:
    """Return a member as a name that is not in the jar yet."""
    return Part(
        "",
        name=member.name,
        display=member.display_name,
        pronouns=member.pronouns,
        color=member.color,
        tags=member.tags,
        order=order,
        about=member.about,
        source=member.source,
    )


def _all(jar: Jar) -> list[Part]:
    """Return every part there ever was, so that a name that was removed is found again."""
    found = [part for part in jar.tables["parts"].values() if isinstance(part, Part)]
    return sorted(found, key=lambda part: not part.removed)


def _again(part: Part, tag: str) -> tuple[dict[str, Any], str]:
    """Return what adding a name that is there changes, and what that comes to."""
    fields: dict[str, Any] = {}
    if part.removed or part.resting:
        fields = {"removed": False, "resting": False, "stays": False}
    if tag and tag not in part.tags:
        fields["tags"] = [*part.tags, tag]
    if part.removed or part.resting:
        return fields, "back"
    return fields, "tagged" if fields else "there"
