"""Where the jar lives; nothing is made or read here."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

HOME_VARIABLE: Final = "JAR_TUI_HOME"


def home() -> Path:
    """Return the folder of the jar: JAR_TUI_HOME, or where this system keeps people's data."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        try:
            return Path(chosen).expanduser().absolute()
        except (RuntimeError, OSError):  # no such person, or no folder to start from
            return Path(chosen)
    from platformdirs import user_data_dir

    return Path(user_data_dir("jar-tui", appauthor=False))
