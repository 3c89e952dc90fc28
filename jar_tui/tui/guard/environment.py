"""Settings that Textual reads from the environment while it is being imported."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # this file is imported before the terminal is quiet: keep it quick
if TYPE_CHECKING:
    from collections.abc import MutableMapping

# Looks only; everything else (logs of key presses, devtools, screenshots, another driver) goes.
_KEPT = frozenset({"TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DIM_FACTOR", "TEXTUAL_FILTERS"})
_SET = {
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_FPS": "240",  # how soon after a change the screen is painted; nothing moves by itself
}


def prepare(environ: MutableMapping[str, str] | None = None) -> None:
    """Make the environment private and calm; call this before Textual is imported."""
    target = os.environ if environ is None else environ
    for name in list(target):
        if name.startswith("TEXTUAL") and name not in _KEPT:
            del target[name]
    target.update(_SET)
    # Sizes that a shell exported once would be believed over those of the terminal itself.
    for name in ("COLUMNS", "LINES"):
        target.pop(name, None)
    # An empty NO_COLOR means unset (no-color.org), but Textual counts it as set.
    if target.get("NO_COLOR") == "":
        del target["NO_COLOR"]
