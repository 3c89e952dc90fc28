"""Slips as JSON for scripts; keys are added in later versions, never renamed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from jar_tui.domain.clean import printable
from jar_tui.domain.jar import Jar
from jar_tui.domain.people import name_of
from jar_tui.domain.records import Part, Slip


def slip_row(jar: Jar, slip: Slip, *, covered: bool = False) -> dict[str, Any]:
    """Return one slip with its marks and lines; `covered` words only if they were asked for."""
    hidden = slip.covered and not covered
    return {
        "id": printable(slip.id),
        "text": "" if hidden else slip.text,
        "happened": slip.happened.isoformat() if slip.happened else None,
        "precision": slip.precision,
        "written": printable(slip.written),
        "state": slip.state,
        "how": slip.how,
        "marks": [
            {
                "role": mark.role,
                "part": _part(jar, mark.part),
            }
            for mark in jar.marks_of(slip)
        ],
        "label": slip.label,
        "too_small": slip.too_small,
        "kinds": list(slip.kinds),
        "covered": slip.covered,
        "set_aside": slip.set_aside,
        "not_again": slip.not_again,
        "lines": [
            {
                "text": line.text,
                "written": printable(line.written),
                "nudge": printable(line.nudge),
                "opening": printable(line.opening),
                "part": _part(jar, line.part) if line.part else None,
            }
            for line in ([] if hidden else jar.lines_of(slip))
        ],
    }


def _part(jar: Jar, part_id: str) -> dict[str, str]:
    """Return whom a mark or a line names."""
    return {"id": printable(part_id), "name": name_of(jar, part_id)}


def slips_as_json(jar: Jar, slips: Sequence[Slip], *, covered: bool = False) -> bytes:
    """Return slips as an indented JSON array."""
    return _array([slip_row(jar, slip, covered=covered) for slip in slips])


def write_json(jar: Jar, *, covered: bool = False) -> bytes:
    """Return every slip, those set aside included."""
    return slips_as_json(jar, [slip for slip in jar.ordered if slip.text], covered=covered)


def parts_as_json(parts: Sequence[Part]) -> bytes:
    """Return names as an indented JSON array."""
    return _array(
        [
            {
                "id": printable(part.id),
                "name": part.name,
                "display": part.display,
                "mark": part.mark,
                "pronouns": part.pronouns,
                "color": printable(part.color),
                "tags": list(part.tags),
                "resting": part.resting,
                "nudges": part.nudges != "off",
                "wish": part.wish,
                "about": part.about,
            }
            for part in parts
        ]
    )


def _array(rows: list[dict[str, Any]]) -> bytes:
    return orjson.dumps(rows, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
