"""The lines a slip marked "too small" may meet in an opening, by family, all written for this jar.

Each stands behind `MARKED`. It asks one thing or says that both can be so; it never asks about harm
that was done or for what somebody may not remember, never argues with whoever made the mark, and
never says how big the step was, how the day was, or who is reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MARKED: Final = 'It was marked "too small".'
COMMON: Final = "Waving steps away is common after hard times."
"""Stands before the line everyone meets first."""
FIRST: Final = "both-1"

NUDGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "both-1": "It can be small. It also happened.",
        "both-2": "Small and real can be true at once.",
        "both-3": "It may not feel like much. It is in the jar all the same.",
        "both-8": "The mark can be right. The slip can be right too.",
        "both-9": "It can look small one day and not the next. Both may be so.",
        "both-10": "Small or not small: nobody has to choose.",
        "both-11": "It can be too small to talk about, and fine to write down.",
        "effort-1": "What did it take, on that day?",
        "effort-6": "Small things can be heavy on some days.",
        "effort-7": "If it was hard, that belongs to it too.",
        "effort-8": "What a thing takes does not always show from outside.",
        "effort-9": "It may have come by itself, or after a long wait. Either is fine.",
        "effort-10": "It may have taken one try or many. The slip does not say.",
        "effort-11": "What may have helped it along?",
        "eyes-1": "If someone you like had dropped this in, what might they like to hear?",
        "eyes-7": "Someone gave it a slip of paper.",
        "eyes-8": "How would it look on somebody else's slip?",
        "eyes-9": "In anyone's jar, this would be a slip like the rest.",
        "eyes-11": "Two people can read one slip and see two things.",
        "eyes-12": "What would be fair to say about it, on anyone's slip?",
        "eyes-13": "It may look another size to somebody else.",
        "day-1": "Some days this does not happen. On that day it did.",
        "day-6": "It belongs to that day, whatever else the day was like.",
        "day-8": "Days go by. The slip stays.",
        "day-9": "A bit of that day went into this.",
        "day-10": "No other day has this slip.",
        "day-11": "A day does not have to hold a lot. That one held this.",
        "day-12": "The jar did not have this before that day. Now it does.",
        "guard-1": "Keeping things small may have kept someone safe. Nothing has to change.",
        "guard-3": "If it feels safer small, it may stay small.",
        "guard-4": "It is fine to be quiet about good things here.",
        "guard-5": (
            "There may be a good reason to keep it small. The reason may stay, and so may the slip."
        ),
        "guard-6": "Nobody has to feel anything about this slip. It can lie here as it is.",
        "guard-7": "Calling it small may be looking after someone. That is welcome here.",
        "guard-8": "The mark may have a job to do. It may keep that job.",
        "size-1": "On paper, every slip in here is the same size.",
        "size-2": "The jar has no smallest size.",
        "size-8": "Small is one of the sizes a slip can be.",
        "size-10": "There is no ruler in the jar, and no scale.",
        "size-11": "Each slip may be the size it is.",
        "size-12": "Every slip in here is folded the same way.",
        "size-13": "A small slip has a place in here like any other.",
    }
)
"""Every line by its name, `family-number`.

Slips keep the name of what they met. So a line keeps its name for ever, a line with another meaning
takes the next number of its family, and a number that is gone never comes back.
"""


def remark(line: str, lines: Mapping[str, str] = NUDGES) -> str:
    """Return what a slip meets: that it was marked, then the line of that name among `lines`."""
    common = COMMON if line == FIRST else ""
    return " ".join(filter(None, (MARKED, common, lines.get(line, ""))))
