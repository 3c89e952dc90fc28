"""The command `jar-tui`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Open the full screen, or run one command, and leave with its exit code."""
    # Told apart here: typing at once works only if the terminal is made quiet before the rest
    # of the program is imported.
    if len(sys.argv) == 1 and os.environ.get("ACCESSIBLE", "") in ("", "0"):
        from jar_tui.tui.start import start

        sys.exit(start())
    import gc

    gc.disable()  # a command is over before there is garbage worth looking for
    from jar_tui.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
