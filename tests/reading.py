"""What a person reads of a screen."""

from __future__ import annotations

_DRAWN = str.maketrans(
    dict.fromkeys("\u256d\u256e\u2570\u256f\u252c\u2534\u2500\u2502\u2584\u258c", " ")
)


def flat(screen: str) -> str:
    """Return the words of a screen, the drawing beside them and line breaks left out."""
    return " ".join(screen.translate(_DRAWN).split())
