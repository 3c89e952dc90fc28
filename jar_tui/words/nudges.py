"""The lines a slip marked "too small" may meet in an opening, by family, all written for this jar.

Each stands behind `MARKED`. It asks one thing or says that both can be so; it never asks about harm
that was done or for what somebody may not remember, never argues with whoever made the mark, and
never says how big the step was.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MARKED: Final = 'It was marked "too small".'
COMMON: Final = "Waving steps away is common after hard times."
"""Stands before the line everyone meets first."""
FIRST: Final = "both-1"

_FAMILIES: Final = {
    "both": (
        "It can be small. It also happened.",
        "Small and real can be true at once.",
        "It may not feel like much. It is in the jar all the same.",
        "It can feel like nothing, and still have been a step.",
        "Two things can be true: it was little, and it was done.",
        "It did not mend the day. It was in the day.",
        "Nobody has to call it big. It may stay small and stay here.",
    ),
    "effort": (
        "What did it take, on that day?",
        "Some small things cost a lot, and the price does not show from outside.",
        "The size of a step and the work in it are two different things.",
        "Some of that day's strength went here.",
        "It may have been more work than it looks.",
        "Small things can be heavy on some days.",
        "If it was hard, that belongs to it too.",
    ),
    "eyes": (
        "If someone you like had dropped this in, what might they like to hear?",
        "What might someone kind say about it?",
        "Somebody else, on a day like that, may have found this hard too.",
        "If an animal you love had come this far that day, what would you think of it?",
        "Someone who reads this slip a year from now may be glad that it is here.",
        "What would be a fair thing to say to anyone who did this?",
        "Someone gave it a slip of paper.",
    ),
    "day": (
        "Some days this does not happen. On that day it did.",
        "There may have been easier days for it. It was done on that one.",
        "It fitted into the day there was, not into a better one.",
        "That day could have gone by without it. It did not.",
        "That day had other things in it too. This was one of them.",
        "It belongs to that day, whatever else the day was like.",
        "The day it came from is over. The slip is still here.",
    ),
    "guard": (
        "Keeping things small may have kept someone safe. Nothing has to change.",
        "Not making much of things may once have been the careful way. It can stay careful.",
        "If it feels safer small, it may stay small.",
        "It is fine to be quiet about good things here.",
        "There may be a good reason to keep it small. The reason may stay, and so may the slip.",
        "Nobody has to feel anything about this slip. It can lie here as it is.",
        "Calling it small may be looking after someone. That is welcome here.",
    ),
    "size": (
        "On paper, every slip in here is the same size.",
        "The jar has no smallest size.",
        "Small is a size. It is not the same as nothing.",
        "A wall is made of small stones. Each of them is a whole stone.",
        "It took up a place in the day, and it has a place in here.",
        "A breath is small, and it is a whole breath.",
        "No slip has to be bigger than it is.",
    ),
}
NUDGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        f"{family}-{number}": line
        for family, lines in _FAMILIES.items()
        for number, line in enumerate(lines, 1)
    }
)
"""Every line by its name, `family-number`; slips keep the name, so a line never changes its own."""


def remark(line: str) -> str:
    """Return what a slip meets: that it was marked, then the line of that name."""
    common = COMMON if line == FIRST else ""
    return " ".join(filter(None, (MARKED, common, NUDGES.get(line, ""))))
