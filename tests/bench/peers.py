"""Programs of other people, in a virtual environment of their own that is made on request."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.table import Missing

NAMES: Final = ("dooit", "jrnl")
_ON_REQUEST: Final = "not installed; python -m tests.bench --peers brings it"


def usual_folder() -> Path:
    """Return where the virtual environment stands unless another place is named."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "jar-tui-bench"


def at_home(home: Path) -> dict[str, str]:
    """Return variables that keep a program's files inside of a throwaway folder."""
    folders = {f"XDG_{kind}_HOME": home / kind.lower() for kind in ("CONFIG", "DATA", "CACHE")}
    return {"HOME": str(home), **{name: str(folder) for name, folder in folders.items()}}


@dataclass(frozen=True)
class Peers:
    """Where those programs are, and the throwaway folder that is their home."""

    folder: Path
    home: Path
    trouble: str = ""
    """Why they could not be installed."""

    def command(self, name: str) -> Path | Missing:
        """Return the command, or why there is none."""
        found = self.folder / "bin" / name
        return found if found.exists() else Missing(name, self.trouble or _ON_REQUEST)


def install(folder: Path) -> str:
    """Install the programs; return why that could not be done, or nothing."""
    python = str(folder / "bin" / "python")
    steps = (
        [sys.executable, "-m", "venv", str(folder)],
        [python, "-m", "pip", "install", "--quiet", "--upgrade", *NAMES],
    )
    for step in steps:
        try:
            done = subprocess.run(step, capture_output=True, text=True, errors="replace")
        except OSError as error:
            return f"not installed: {error.strerror}"
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()
            return f"not installed: {said[-1] if said else 'no reason was given'}"
    return ""


JRNL_SETTINGS: Final = """\
version: v4
encrypt: false
editor: ''
timeformat: '%Y-%m-%d %H:%M'
journals:
  default:
    journal: {journal}
"""


def jrnl_with(home: Path, entries: list[str]) -> Path:
    """Set jrnl up in a throwaway home, so that it asks nothing; return the journal it keeps."""
    journal = home / "journal.txt"
    journal.write_text("".join(f"{entry}\n\n" for entry in entries), encoding="utf-8")
    settings = home / "config" / "jrnl" / "jrnl.yaml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(JRNL_SETTINGS.format(journal=journal), encoding="utf-8")
    return journal
