"""Words about names, which nobody meets who wants none."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = re.compile(
    r"\b(names?|parts?|alters?|headmates?|members?|systems?|sign(?:s|ed|ing)?|fronting)\b",
    re.IGNORECASE,
)


def about_names(text: str) -> list[str]:
    """Return the words of a text that are about names."""
    return _WORDS.findall(text)
