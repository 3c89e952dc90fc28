"""The command line: it finds who answers, and says in one sentence what cannot be done."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, cast

from jar_tui import paths, words
from jar_tui.cli.console import (
    DONE,
    NotShown,
    Refusal,
    ask,
    complain,
    finish,
    hang_up,
    now,
    pasted,
    prepare,
    say,
)
from jar_tui.store.errors import NotKept, NotOpened, SlipGone, StoreError
from jar_tui.words import health, shell
from jar_tui.words.history import GONE

if TYPE_CHECKING:
    from argparse import Namespace

ANSWERS: Final = {
    "add": "write",
    "edit": "write",
    "undo": "write",
    "list": "read",
    "open": "opening",
    "parts": "parts",
    "sign": "change",
    "cover": "change",
    "uncover": "change",
    "aside": "change",
    "back": "change",
    "bring": "change",
    "earlier": "history",
    "erase": "history",
    "import": "move",
    "export": "move",
    "backup": "backup",
    "restore": "backup",
    "where": "keep",
    "check": "keep",
    "settings": "keep",
}
"""Which module answers a command; only that one is loaded."""
BARE_ADD: Final[dict[str, Any]] = {
    "command": "add",
    "text": (),
    "each_line": False,
    "when": None,
    "too_small": False,
    "kind": (),
    "sign": (),
    "for_whom": (),
    "noticed_by": (),
    "near": (),
    "how": None,
    "plain": False,
}
"""What `jar-tui add` asks for, said without a parser: it is run most, and should be quick."""


def run(argv: Sequence[str]) -> int:
    """Run one command and return the exit code; whatever goes wrong is one sentence."""
    prepare()
    code = _guarded(argv)
    try:
        finish()
    except BrokenPipeError:  # a reader such as `head` has seen enough
        hang_up()
    except NotShown:
        hang_up()
        return code or complain(shell.NOT_SHOWN)
    return code


def _guarded(argv: Sequence[str]) -> int:
    try:
        return _run(argv)
    except Refusal as refusal:
        return complain(str(refusal), refusal.code)
    except NotKept as error:
        return complain(words.not_kept(error.reason, screen=False))
    except NotOpened as error:
        return complain(health.not_opened(error))
    except SlipGone:
        return complain(GONE)
    except StoreError:
        return complain(words.NOT_OPENED)
    except BrokenPipeError:
        hang_up()
        return DONE
    except NotShown:
        hang_up()
        return complain(shell.NOT_SHOWN)
    except KeyboardInterrupt:
        return complain(shell.STOPPED)
    except OSError as error:
        return complain(shell.system_refused(error.strerror or ""))
    except Exception as error:
        return complain(shell.stopped_at(type(error).__name__, _place(error)))


def _run(argv: Sequence[str]) -> int:
    """Find who answers, and let them."""
    if not argv:
        return _face(plain=False)
    if tuple(argv) == ("add",):
        return _answered(cast("Namespace", SimpleNamespace(**BARE_ADD)))
    from jar_tui.cli.parser import understood

    try:
        asked = understood(argv)
    except SystemExit as leaving:  # --help, --version, or not understood
        return leaving.code if isinstance(leaving.code, int) else DONE
    if asked.command is None:
        return _face(plain=asked.plain)
    return _answered(asked)


def _answered(asked: Namespace) -> int:
    module = import_module(f"jar_tui.cli.{ANSWERS[asked.command]}")
    code: int = getattr(module, f"{asked.command}_")(asked)
    return code


def _face(*, plain: bool) -> int:
    """Open the full screen, or line mode where that was asked for."""
    if plain or os.environ.get("ACCESSIBLE", "") not in ("", "0"):
        from jar_tui.plain import run as run_plain

        return run_plain(paths.home(), now, say, ask, pasted)
    from jar_tui.tui.start import start

    return start()


def _place(error: BaseException) -> str:
    """Return the file and line where something unforeseen came up, and no words of anybody."""
    trace = error.__traceback__
    place = ""
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
