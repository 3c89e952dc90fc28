"""When something was written, and by whose journal; and the one empty mapping."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def nothing() -> Mapping[str, Any]:
    """Return the one empty mapping, as a default for frozen records."""
    return NOTHING


class Stamp(NamedTuple):
    """When and by which journal something was written; the higher of two wins."""

    time: int
    """Milliseconds since 1970 in the upper 48 bits, a counter in the lower 16."""
    journal: str


UNBORN: Final = Stamp(0, "")
"""The stamp of fields no line has set yet."""
