"""What may be asked on the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, Final, NoReturn

import jar_tui
from jar_tui.words import shell

USAGE: Final = 2
"""Exit code for a command that was not understood."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without repeating what was typed."""

    def error(self, message: str) -> NoReturn:
        """Leave with the exit code for a misunderstanding."""
        sys.stderr.write(f"{shell.not_understood(self.prog)}\n")
        sys.exit(USAGE)


def parser() -> Parser:
    """Return the parser of every command."""
    top = Parser(prog="jar-tui", description=shell.CLI_ABOUT, epilog=shell.CLI_MORE)
    top.add_argument("--version", action="version", version=f"jar-tui {jar_tui.__version__}")
    top.add_argument("--plain", action="store_true", help=shell.HELP_PLAIN)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _writing(commands)
    _reading(commands)
    _moving(commands)
    _keeping(commands)
    return top


def _command(commands: Any, name: str, about: str, *, plain: bool = False) -> Parser:
    made: Parser = commands.add_parser(name, help=about, description=about)
    if plain:
        made.add_argument(
            "--plain", action="store_true", default=argparse.SUPPRESS, help=shell.HELP_PLAIN
        )
    return made


def _writing(commands: Any) -> None:
    add = _command(commands, "add", shell.HELP_ADD, plain=True)
    add.add_argument("text", nargs="*", metavar="TEXT", help=shell.HELP_TEXT)
    add.add_argument("--each-line", action="store_true", help=shell.HELP_EACH_LINE)
    add.add_argument("--when", metavar="DAY", help=shell.HELP_WHEN)
    add.add_argument("--too-small", action="store_true", help=shell.HELP_TOO_SMALL)
    add.add_argument("--kind", action="append", default=[], metavar="KIND", help=shell.HELP_KIND)
    edit = _command(commands, "edit", shell.HELP_EDIT)
    edit.add_argument("id", metavar="ID", help=shell.HELP_ID)
    edit.add_argument("text", nargs="*", metavar="TEXT", help=shell.HELP_TEXT)
    undo = _command(commands, "undo", shell.HELP_UNDO)
    undo.add_argument("--yes", action="store_true", help=shell.HELP_YES)


def _reading(commands: Any) -> None:
    read = _command(commands, "list", shell.HELP_LIST, plain=True)
    read.add_argument("--json", action="store_true", help=shell.HELP_JSON)
    read.add_argument("--find", metavar="TEXT", help=shell.HELP_FIND)
    read.add_argument("--since", metavar="DAY", help=shell.HELP_SINCE)
    read.add_argument("--until", metavar="DAY", help=shell.HELP_UNTIL)
    read.add_argument("--kind", metavar="KIND", help=shell.HELP_OF_KIND)
    read.add_argument("--too-small", action="store_true", help=shell.HELP_ONLY_SMALL)
    read.add_argument("--set-aside", action="store_true", help=shell.HELP_SET_ASIDE)
    read.add_argument("--limit", type=int, metavar="N", help=shell.HELP_LIMIT)


def _moving(commands: Any) -> None:
    bring = _command(commands, "import", shell.HELP_IMPORT)
    bring.add_argument("kind", choices=["lines"], metavar="lines", help=shell.HELP_IMPORT_KIND)
    bring.add_argument("file", metavar="FILE", type=Path, help=shell.HELP_FILE)
    bring.add_argument("--when", metavar="DAY", help=shell.HELP_IMPORT_WHEN)
    bring.add_argument("--dry-run", action="store_true", help=shell.HELP_DRY_RUN)
    bring.add_argument("--yes", action="store_true", help=shell.HELP_YES)
    take = _command(commands, "export", shell.HELP_EXPORT)
    take.add_argument("kind", choices=["json"], metavar="json", help=shell.HELP_EXPORT_KIND)
    take.add_argument("--out", metavar="FILE", type=Path, help=shell.HELP_OUT)


def _keeping(commands: Any) -> None:
    _command(commands, "where", shell.HELP_WHERE)
    _command(commands, "check", shell.HELP_CHECK)
    settings = _command(commands, "settings", shell.HELP_SETTINGS)
    settings.add_argument("name", nargs="?", metavar="NAME", help=shell.HELP_SETTING_NAME)
    settings.add_argument("value", nargs="?", metavar="VALUE", help=shell.HELP_SETTING_VALUE)
