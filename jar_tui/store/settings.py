"""This installation's settings, each with a value that works when nothing was set."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal

import orjson

from jar_tui.store import disk

FirstScreen = Literal["today", "all", "none"]
FIRST_SCREENS: Final = ("today", "all", "none")
Nudges = Literal["show", "ask", "off"]
NUDGES: Final = ("show", "ask", "off")
Look = Literal["terminal", "dark", "light", "contrast"]
LOOKS: Final = ("terminal", "dark", "light", "contrast")
Signs = Literal["auto", "lines", "ascii"]
SIGNS: Final = ("auto", "lines", "ascii")
TagCase = Literal["any", "exact"]
TAG_CASES: Final = ("any", "exact")
SimpleScreen = Literal["key", "start"]
SIMPLE_SCREENS: Final = ("key", "start")
KeepSigning = Literal["off", "on", "restart"]
KEEP_SIGNING: Final = ("off", "on", "restart")
WEEK: Final = 168
"""The most hours somebody can go on signing."""
_CHOICES: Final = {
    "first_screen": FIRST_SCREENS,
    "nudges": NUDGES,
    "look": LOOKS,
    "signs": SIGNS,
    "tag_case": TAG_CASES,
    "simple_screen": SIMPLE_SCREENS,
    "keep_signing": KEEP_SIGNING,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may choose here."""

    day_begins: int = 0
    """The hour, 0 to 23, at which a new day begins."""
    first_screen: FirstScreen = "today"
    """Which slips the jar shows before anyone asks for older ones."""
    day_first: bool = True
    """Whether 5/3 is the fifth of March."""
    key_bounce: int = 250
    """Milliseconds, 0 to 1000, within which the same key again is a shaking hand."""
    nudges: Nudges = "show"
    """Whether a line about a "too small" mark comes by itself in an opening, if asked, or never."""
    look: Look = "terminal"
    """The colours of the full screen."""
    signs: Signs = "auto"
    """What the full screen draws with; "auto" goes by what the terminal is called."""
    tag_case: TagCase = "any"
    """Whether `W:` is the same tag as `w:`."""
    simple_screen: SimpleScreen = "key"
    """Whether the full screen begins with the simple one, or shows it only when its key asks."""
    keep_signing: KeepSigning = "off"
    """Whether whoever signs goes on signing by itself, in a session or after a restart too."""
    keep_signing_hours: int = 6
    """How long that lasts, 1 to 168, from the last slip so signed on."""


def load(path: Path) -> Settings:
    """Return the settings on disk; what is missing or wrong there has its usual value."""
    try:
        found = orjson.loads(disk.read(path))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    return Settings(**{name: value for name, value in found.items() if is_allowed(name, value)})


def is_allowed(name: str, value: Any) -> bool:
    """Say whether a setting of this name exists and may have this value."""
    match name:
        case "day_begins":
            return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 23
        case "keep_signing_hours":
            return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= WEEK
        case "key_bounce":
            return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1000
        case "day_first":
            return isinstance(value, bool)
    return value in _CHOICES.get(name, ())


def save(path: Path, settings: Settings) -> None:
    """Keep the settings on disk; raises `OSError`."""
    disk.write_private(path, orjson.dumps(asdict(settings), option=orjson.OPT_INDENT_2))
