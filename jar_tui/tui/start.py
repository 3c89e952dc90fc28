"""From the command to the first frame: the terminal first, then the imports that take time."""

from __future__ import annotations

import gc
import os
import sys

from jar_tui.tui.guard import early, environment


def start() -> int:
    """Run the full screen; where there is no terminal for it, say so and return 1."""
    # Nothing of what is imported and laid out is garbage; looking for some costs a seventh of the
    # time to the first frame. The app turns it on again once that is on the glass.
    gc.disable()
    environment.prepare()
    on_terminal = os.isatty(0) and os.isatty(1) and os.environ.get("TERM") != "dumb"
    terminal = early.enter() if on_terminal else None
    if terminal is None:
        from jar_tui.words import NO_TERMINAL

        sys.stderr.write(f"{NO_TERMINAL}\n")
        return 1
    try:
        from jar_tui import paths
        from jar_tui.store.folders import Folders
        from jar_tui.tui.app import run
        from jar_tui.tui.guard.hooks import install_hooks
        from jar_tui.words import CRASHED

        home = paths.home()
        install_hooks(CRASHED, Folders(home).crashes)
        return run(home, terminal)
    finally:
        terminal.restore()
