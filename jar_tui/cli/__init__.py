"""The command line: it finds who answers, and says in one sentence what cannot be done."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Final

from jar_tui import paths, words
from jar_tui.cli.console import COULD_NOT, DONE, Refusal, complain, now, say
from jar_tui.store.errors import NotKept, StoreError
from jar_tui.words import shell

ANSWERS: Final = {
    "add": "write",
    "edit": "write",
    "undo": "write",
    "list": "read",
    "import": "move",
    "export": "move",
    "where": "keep",
    "check": "keep",
    "settings": "keep",
}
"""Which module answers a command; only that one is loaded."""


def run(argv: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    if not argv:
        return _face(plain=False)
    from jar_tui.cli.parser import parser

    asked = parser().parse_args(argv)
    if asked.command is None:
        return _face(plain=asked.plain)
    return guarded(asked)


def guarded(asked: Namespace) -> int:
    """Run a command of one's own; whatever goes wrong is one sentence."""
    try:
        module = import_module(f"jar_tui.cli.{ANSWERS[asked.command]}")
        code: int = getattr(module, f"{asked.command}_")(asked)
        sys.stdout.flush()
    except Refusal as refusal:
        return complain(str(refusal))
    except NotKept as error:
        return complain(words.not_kept(error.reason, screen=False))
    except StoreError:
        return complain(words.NOT_OPENED)
    except (KeyboardInterrupt, EOFError):
        sys.stdout.write("\n")
        return COULD_NOT
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return complain(shell.system_refused(error.strerror or ""))
    return code


def _face(*, plain: bool) -> int:
    """Open the full screen, or line mode where that was asked for."""
    if plain or os.environ.get("ACCESSIBLE", "") not in ("", "0"):
        from jar_tui.plain import run as run_plain

        return run_plain(paths.home(), now, say)
    from jar_tui.tui.start import start

    return start()
