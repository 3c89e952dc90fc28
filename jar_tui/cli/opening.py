"""The command that opens the jar in line mode: open."""

from __future__ import annotations

from argparse import Namespace

from jar_tui import paths
from jar_tui.cli.console import ask, now, pasted, say
from jar_tui.plain import run


def open_(asked: Namespace) -> int:
    """Read the slips of an opening one by one."""
    return run(paths.home(), now, say, ask, pasted, opening=True)
