"""Between the fields of a journal line and the fields of a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any, Final

from jar_tui.domain.clean import clean, one_line
from jar_tui.domain.records import (
    LABELS,
    NOTHING,
    OWN_FIELDS,
    PRECISIONS,
    ROLES,
    STATES,
    TABLES,
    WISHES,
    Record,
    Stamp,
    merge,
)

_ABSENT: Final = object()
"""Stands for a value this version cannot take; it is carried through as an unknown field."""


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else clean(value)
    return _ABSENT


def _line(value: Any) -> Any:
    """Take a text that stands in one line wherever it shows."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else one_line(clean(value))
    return _ABSENT


def _plain(value: Any) -> Any:
    return value if isinstance(value, str) else _ABSENT


def _flag(value: Any) -> Any:
    return value if isinstance(value, bool) else _ABSENT


def _number(value: Any) -> Any:
    return value if isinstance(value, int) and not isinstance(value, bool) else _ABSENT


def _texts(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(intern(_line(item)) for item in value)
    return _ABSENT


@lru_cache(maxsize=40_000)
def _parsed(value: str) -> Any:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return _ABSENT


def _day(value: Any) -> Any:
    if value is None:
        return None
    return _parsed(value) if isinstance(value, str) else _ABSENT


def _one_of(allowed: frozenset[str]) -> Callable[[Any], Any]:
    names = {name: name for name in allowed}
    return lambda value: names.get(value, _ABSENT) if isinstance(value, str) else _ABSENT


_BY_NAME: Final[Mapping[str, Callable[[Any], Any]]] = {
    "text": _text,
    "when_words": _text,
    "about": _text,
    "name": _line,
    "display": _line,
    "mark": _line,
    "how": _line,
    "pronouns": _line,
    "closing": _text,
    "value": _text,
    "happened": _day,
    "precision": _one_of(PRECISIONS),
    "state": _one_of(STATES),
    "label": _one_of(LABELS),
    "role": _one_of(ROLES),
    "covered": _flag,
    "set_aside": _flag,
    "not_again": _flag,
    "off": _flag,
    "resting": _flag,
    "stays": _flag,
    "wish": _one_of(WISHES),
    "removed": _flag,
    "order": _number,
    "kinds": _texts,
    "slips.nudges": _texts,
    "tags": _texts,
    "slips": _texts,
}
_READERS: Final[Mapping[str, Mapping[str, Callable[[Any], Any]]]] = {
    table: {
        name: _BY_NAME.get(f"{table}.{name}") or _BY_NAME.get(name, _plain)
        for name in kind.__dataclass_fields__
        if name not in OWN_FIELDS
    }
    for table, kind in TABLES.items()
}


def apply(
    table: str, old: Record | None, record_id: str, fields: Mapping[str, Any], stamp: Stamp
) -> Record:
    """Return the record after one line; unknown or misshapen fields end in `extra`."""
    readers = _READERS[table]
    known: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for name, value in fields.items():
        read = readers[name](value) if name in readers else _ABSENT
        if read is _ABSENT:
            extra[name] = value
        else:
            known[name] = read
    if old is None:
        if "written" in known:
            return TABLES[table](record_id, stamp, NOTHING, extra or NOTHING, **known)
        old = TABLES[table](record_id)
    return merge(old, known, extra, stamp)


def as_fields(table: str, record: Record) -> dict[str, Any]:
    """Return a record as the fields a journal line or a TinyDB document holds."""
    found: dict[str, Any] = dict(record.extra)
    for name in _READERS[table]:
        found[name] = as_value(getattr(record, name))
    return found


def as_value(value: Any) -> Any:
    """Return one field's value in its JSON form."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
