"""What may be asked on the command line."""

from __future__ import annotations

from argparse import SUPPRESS, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import jar_tui
from jar_tui.cli.helping import Parser, nouns_here
from jar_tui.words import backups, history, opening_shell, people_shell, shell
from jar_tui.words.names import NAMES, Nouns


class CommandParser(Parser):
    """The parser of one command, which is the last word of what it is run as."""

    def __init__(self, prog: str, nouns: Nouns | None = NAMES) -> None:
        about, fill = {**COMMANDS, **PARTS}[prog.removeprefix("jar-tui ")]
        super().__init__(prog, about, nouns=nouns)
        fill(self)


def understood(argv: Sequence[str]) -> Namespace:
    """Return what is asked; leaves by `SystemExit` after help, or where it is not understood."""
    asks_for_help = any(one == "--help" or one.startswith("-h") for one in argv)
    nouns = nouns_here() if asks_for_help else NAMES
    if argv[0] in COMMANDS:  # one parser is enough, and much sooner there
        bare = Namespace(command=argv[0], plain=False)
        return CommandParser(f"jar-tui {argv[0]}", nouns).parse_args(argv[1:], bare)
    return parser(nouns).parse_args(argv)


def parser(nouns: Nouns | None = NAMES) -> Parser:
    """Return the parser that knows which commands there are."""
    top = Parser("jar-tui", shell.CLI_ABOUT, shell.CLI_MORE, nouns)
    top.add_argument("--version", action="version", version=f"jar-tui {jar_tui.__version__}")
    top.add_argument("--plain", action="store_true", help=shell.HELP_PLAIN)
    commands = top.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", parser_class=CommandParser
    )
    for name, (about, _) in COMMANDS.items():
        if top.shows(about):
            commands.add_parser(name, nouns=nouns, help=about)
        else:
            commands.add_parser(name, nouns=nouns)
    return top


def _add(made: Parser) -> None:
    made.add_argument("text", nargs="*", metavar="TEXT", help=shell.HELP_TEXT)
    made.add_argument("--each-line", action="store_true", help=shell.HELP_EACH_LINE)
    made.add_argument("--when", metavar="DAY", help=shell.HELP_WHEN)
    made.add_argument("--too-small", action="store_true", help=shell.HELP_TOO_SMALL)
    made.add_argument("--kind", action="append", default=[], metavar="KIND", help=shell.HELP_KIND)
    _who(made)
    _plain(made)


def _who(made: Parser) -> None:
    for option, dest, about in (
        ("--sign", "sign", people_shell.HELP_SIGN),
        ("--for", "for_whom", people_shell.HELP_FOR),
        ("--noticed-by", "noticed_by", people_shell.HELP_NOTICED),
        ("--near", "near", people_shell.HELP_NEAR),
    ):
        made.add_argument(
            option, action="append", default=[], dest=dest, metavar="NAME", help=about
        )
    made.add_argument("--how", metavar="WORD", help=people_shell.HELP_HOW)


def _sign(made: Parser) -> None:
    _one_slip(made)
    _who(made)
    made.add_argument(
        "--also", action="append", default=[], metavar="NAME", help=people_shell.HELP_ALSO
    )
    states = made.add_mutually_exclusive_group()
    for option, state, about in (
        ("--unsure", "unsure", people_shell.HELP_UNSURE),
        ("--nobody", "nobody", people_shell.HELP_NOBODY),
        ("--someone", "someone", people_shell.HELP_SOMEONE),
        ("--all", "all", people_shell.HELP_ALL),
        ("--none", "unsigned", people_shell.HELP_NONE),
    ):
        states.add_argument(option, action="store_const", const=state, dest="state", help=about)


def _one_slip(made: Parser) -> None:
    made.add_argument("id", metavar="ID", help=shell.HELP_ID)


def _edit(made: Parser) -> None:
    _one_slip(made)
    made.add_argument("text", nargs="*", metavar="TEXT", help=shell.HELP_TEXT)


def _earlier(made: Parser) -> None:
    _one_slip(made)
    made.add_argument("--take", type=int, metavar="N", help=history.HELP_TAKE)
    made.add_argument("--covered", action="store_true", help=people_shell.HELP_COVERED)


def _erase(made: Parser) -> None:
    made.add_argument("id", metavar="ID", nargs="?", help=shell.HELP_ID)
    made.add_argument("--everywhere", action="store_true", help=history.HELP_EVERYWHERE)
    made.add_argument("--yes", action="store_true", help=shell.HELP_YES)


def _undo(made: Parser) -> None:
    made.add_argument("--yes", action="store_true", help=shell.HELP_YES)


def _list(made: Parser) -> None:
    made.add_argument("--json", action="store_true", help=shell.HELP_JSON)
    made.add_argument("--find", metavar="TEXT", help=shell.HELP_FIND)
    made.add_argument("--since", metavar="DAY", help=shell.HELP_SINCE)
    made.add_argument("--until", metavar="DAY", help=shell.HELP_UNTIL)
    made.add_argument("--part", metavar="NAME", help=people_shell.HELP_PART)
    made.add_argument("--for", dest="for_whom", metavar="NAME", help=people_shell.HELP_ONLY_FOR)
    made.add_argument("--kind", metavar="KIND", help=shell.HELP_OF_KIND)
    made.add_argument("--too-small", action="store_true", help=shell.HELP_ONLY_SMALL)
    made.add_argument("--set-aside", action="store_true", help=shell.HELP_SET_ASIDE)
    made.add_argument("--covered", action="store_true", help=people_shell.HELP_COVERED)
    made.add_argument("--limit", type=int, metavar="N", help=shell.HELP_LIMIT)
    _plain(made)


def _import(made: Parser) -> None:
    kinds = shell.HELP_IMPORT_KIND
    if made.shows(people_shell.HELP_PLURALKIT):
        kinds = f"{kinds}; {people_shell.HELP_PLURALKIT}"
    made.add_argument("kind", choices=["lines", "pluralkit"], metavar="KIND", help=kinds)
    made.add_argument("file", metavar="FILE", type=Path, help=shell.HELP_FILE)
    made.add_argument("--when", metavar="DAY", help=shell.HELP_IMPORT_WHEN)
    made.add_argument(
        "--only",
        action="extend",
        nargs="+",
        default=[],
        metavar="NAME",
        help=people_shell.HELP_ONE_OF_THEM,
    )
    made.add_argument("--descriptions", action="store_true", help=people_shell.HELP_DESCRIPTIONS)
    made.add_argument("--dry-run", action="store_true", help=shell.HELP_DRY_RUN)
    made.add_argument("--yes", action="store_true", help=shell.HELP_YES)


def _export(made: Parser) -> None:
    kinds = ["json", "markdown", "opening", "five"]
    made.add_argument("kind", choices=kinds, metavar="KIND", help=opening_shell.HELP_EXPORT_KIND)
    made.add_argument("--out", metavar="FILE", type=Path, help=shell.HELP_OUT)
    made.add_argument("--covered", action="store_true", help=people_shell.HELP_COVERED)


def _parts(made: Parser) -> None:
    made.add_argument("--json", action="store_true", help=shell.HELP_JSON)
    chosen = made.add_subparsers(
        dest="what",
        metavar="...",
        title="what can be done",
        help=people_shell.HELP_PARTS_MORE,
        parser_class=CommandParser,
    )
    for name, (about, _) in PARTS.items():
        chosen.add_parser(name.removeprefix("parts "), help=about, nouns=made.nouns)


def _parts_add(made: Parser) -> None:
    made.add_argument("names", nargs="*", metavar="NAME", help=people_shell.HELP_NAMES)
    made.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help=people_shell.HELP_TAG
    )
    _described(made)


def _described(made: Parser) -> None:
    made.add_argument("--shown", metavar="TEXT", help=people_shell.HELP_SHOWN)
    made.add_argument("--mark", metavar="MARK", help=people_shell.HELP_MARK)
    made.add_argument("--pronouns", metavar="TEXT", help=people_shell.HELP_PRONOUNS)
    made.add_argument("--color", metavar="RRGGBB", help=people_shell.HELP_COLOR)


def _one_part(made: Parser) -> None:
    made.add_argument("name", metavar="NAME", help=people_shell.HELP_NAME)


def _parts_rename(made: Parser) -> None:
    _one_part(made)
    made.add_argument("new", metavar="NEW", help=people_shell.HELP_NEW_NAME)


def _parts_remove(made: Parser) -> None:
    _one_part(made)
    made.add_argument("--keep-name", action="store_true", help=people_shell.HELP_KEEP_NAME)


def _parts_change(made: Parser) -> None:
    _one_part(made)
    _described(made)
    made.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help=people_shell.HELP_NEW_TAG
    )
    made.add_argument("--no-tags", action="store_true", help=people_shell.HELP_NO_TAGS)
    made.add_argument("--place", metavar="N", help=people_shell.HELP_PLACE)
    made.add_argument(
        "--wish",
        choices=["anything", "ask", "not"],
        metavar="WISH",
        help=people_shell.HELP_WISH,
    )
    made.add_argument("--about", metavar="TEXT", help=people_shell.HELP_ABOUT)


def _parts_nudges(made: Parser) -> None:
    _one_part(made)
    made.add_argument(
        "wanted", choices=["on", "off"], metavar="on|off", help=people_shell.HELP_ON_OFF
    )


def _settings(made: Parser) -> None:
    made.add_argument("name", nargs="?", metavar="SETTING", help=shell.HELP_SETTING_NAME)
    made.add_argument("value", nargs="?", metavar="VALUE", help=shell.HELP_SETTING_VALUE)


def _backup(made: Parser) -> None:
    made.add_argument("--out", metavar="FILE", type=Path, help=backups.HELP_OUT)


def _restore(made: Parser) -> None:
    made.add_argument("file", metavar="FILE", type=Path, help=backups.HELP_FILE)
    made.add_argument("--all", action="store_true", help=backups.HELP_ALL)
    made.add_argument("--dry-run", action="store_true", help=backups.HELP_DRY_RUN)
    made.add_argument("--yes", action="store_true", help=shell.HELP_YES)
    made.add_argument("--even-if-hurt", action="store_true", help=backups.HELP_EVEN_IF_HURT)


def _check(made: Parser) -> None:
    made.add_argument("--json", action="store_true", help=backups.HELP_CHECK_JSON)


def _nothing(made: Parser) -> None:
    """Take no words and no options."""


def _plain(made: Parser) -> None:
    made.add_argument("--plain", action="store_true", default=SUPPRESS, help=shell.HELP_PLAIN)


COMMANDS: Final[dict[str, tuple[str, Callable[[Parser], None]]]] = {
    "add": (shell.HELP_ADD, _add),
    "edit": (shell.HELP_EDIT, _edit),
    "undo": (shell.HELP_UNDO, _undo),
    "list": (shell.HELP_LIST, _list),
    "open": (people_shell.HELP_OPEN, _nothing),
    "parts": (people_shell.HELP_PARTS, _parts),
    "sign": (people_shell.HELP_SIGN_SLIP, _sign),
    "cover": (people_shell.HELP_COVER, _one_slip),
    "uncover": (people_shell.HELP_UNCOVER, _one_slip),
    "aside": (people_shell.HELP_ASIDE, _one_slip),
    "back": (people_shell.HELP_BACK, _one_slip),
    "bring": (opening_shell.HELP_BRING, _one_slip),
    "earlier": (history.HELP_EARLIER, _earlier),
    "erase": (history.HELP_ERASE, _erase),
    "import": (shell.HELP_IMPORT, _import),
    "export": (shell.HELP_EXPORT, _export),
    "backup": (backups.HELP_BACKUP, _backup),
    "restore": (backups.HELP_RESTORE, _restore),
    "where": (shell.HELP_WHERE, _nothing),
    "check": (shell.HELP_CHECK, _check),
    "settings": (shell.HELP_SETTINGS, _settings),
}
"""Every command: what it is for, and what may be asked of it."""
PARTS: Final[dict[str, tuple[str, Callable[[Parser], None]]]] = {
    "parts add": (people_shell.HELP_PARTS_ADD, _parts_add),
    "parts rest": (people_shell.HELP_PARTS_REST, _one_part),
    "parts back": (people_shell.HELP_PARTS_BACK, _one_part),
    "parts rename": (people_shell.HELP_PARTS_RENAME, _parts_rename),
    "parts change": (people_shell.HELP_PARTS_CHANGE, _parts_change),
    "parts remove": (people_shell.HELP_PARTS_REMOVE, _parts_remove),
    "parts nudges": (people_shell.HELP_PARTS_NUDGES, _parts_nudges),
}
"""What can be done with names, in the same way."""
