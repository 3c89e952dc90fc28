"""Sentences about who goes on signing: where one writes, as answers, and as settings."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from jar_tui.domain.when import shown

if TYPE_CHECKING:
    from jar_tui.domain.latch import Standing

# Where one writes

_ENDS: Final = "\\\\ ends it."
_HINTS: Final[dict[Standing, str]] = {
    "kept": f"{{signing}}, kept until {{until}}. {_ENDS}",
    "beside": f"{{entry}}\nKept until {{until}}: {{kept}}. {_ENDS}",
    "begins": f"{{signing}}, and so the next slips. {_ENDS}",
    "rests": f"{{entry}}\nThen {{kept}} again, until {{until}}. {_ENDS}",
    "waits": f"{{entry}}\nWhoever signs next goes on signing. {_ENDS}",
    "ends": "{entry}\nFrom here on slips start unsigned.",
    "off": "{entry}",
}
ALONE: Final = "Enter ends who goes on signing. No slip goes in."

# Answers

KEEPS: Final = "The next slips are by {}, until {}."
WAITS: Final = "Whoever signs next goes on signing, for {}."
RESTS: Final = "Nobody who rests goes on signing. Nothing changed."
ENDED: Final = "Slips start unsigned again."
ENDED_ALWAYS: Final = "Slips start unsigned until someone signs."
NO_SLIP: Final = "No slip went in."
KEY_ENDS: Final = "k again ends that."
LINE_ENDS: Final = "/keep again ends that."

# Settings

SETTING: Final = (
    "(the {name} that signed last goes on signing, and it says so where one writes: off, on, or "
    "restart, which outlives one)"
)
SETTING_HOURS: Final = "(hours a {name} goes on signing after its last slip, 1 to 168)"


def hint(standing: Standing, *, signing: str, entry: str, kept: str, until: str) -> str:
    """Say who will be on a slip and who goes on signing.

    `signing` is who that is, `entry` the same with what could still be done about it, `kept`
    the names that go on.
    """
    said = _HINTS[standing].format(signing=signing, entry=entry, kept=kept, until=until)
    return said.lstrip("\n")


def ended(always: bool) -> str:
    """Say that nobody goes on signing; `always` is whoever signs."""
    return ENDED_ALWAYS if always else ENDED


def hours(count: int) -> str:
    """Return how long somebody goes on signing."""
    return "1 hour" if count == 1 else f"{count} hours"


def moment(until: datetime, now: datetime) -> str:
    """Return when it ends: the time of day, and the day where that is not the next such time."""
    there = until.astimezone(now.tzinfo)
    time = f"{there:%H:%M}"
    if until - now < timedelta(days=1):
        return time
    return f"{shown(there.date(), 'day', now.date())}, {time}"
