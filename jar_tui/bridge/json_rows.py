"""Slips as JSON for scripts; keys are added in later versions, never renamed."""

from __future__ import annotations

from typing import Any

import orjson

from jar_tui.domain.clean import printable
from jar_tui.domain.jar import Jar
from jar_tui.domain.records import Slip


def slip_row(jar: Jar, slip: Slip) -> dict[str, Any]:
    """Return one slip with its marks and lines."""
    return {
        "id": printable(slip.id),
        "text": slip.text,
        "happened": slip.happened.isoformat() if slip.happened else None,
        "precision": slip.precision,
        "written": printable(slip.written),
        "state": slip.state,
        "marks": [
            {"role": mark.role, "part": {"id": mark.part, "name": part.name if part else ""}}
            for mark in jar.marks_of(slip)
            for part in [jar.part(mark.part)]
        ],
        "label": slip.label,
        "too_small": slip.too_small,
        "kinds": list(slip.kinds),
        "covered": slip.covered,
        "set_aside": slip.set_aside,
        "lines": [
            {"text": line.text, "written": printable(line.written)} for line in jar.lines_of(slip)
        ],
    }


def slips_as_json(jar: Jar, slips: tuple[Slip, ...]) -> bytes:
    """Return slips as an indented JSON array."""
    rows = [slip_row(jar, slip) for slip in slips]
    return orjson.dumps(rows, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def write_json(jar: Jar) -> bytes:
    """Return every slip, those set aside included."""
    return slips_as_json(jar, tuple(slip for slip in jar.ordered if slip.text))
