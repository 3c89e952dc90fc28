"""A parser that explains itself in the words chosen here."""

from __future__ import annotations

import argparse
import os
import sys
from argparse import SUPPRESS, Action
from functools import partial
from typing import Any, Final, NoReturn

from jar_tui.cli.console import USAGE
from jar_tui.words import shell
from jar_tui.words.names import NAMES, Nouns, with_nouns

NAME: Final = "NAME"
"""Stands in a usage line for what those who sign are called."""


class Layout(argparse.HelpFormatter):
    """Knows the words chosen here, and the width of the terminal without loading much for it."""

    def __init__(self, nouns: Nouns | None, prog: str) -> None:
        super().__init__(prog, width=max(38, _columns() - 2))
        self._nouns = nouns

    def _split_lines(self, text: str, width: int) -> list[str]:
        return super()._split_lines(with_nouns(text, self._nouns), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return super()._fill_text(with_nouns(text, self._nouns), width, indent)


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without repeating what was typed."""

    def __init__(
        self, prog: str, about: str, more: str | None = None, nouns: Nouns | None = NAMES
    ) -> None:
        self.nouns = nouns
        """What those who sign are called; None where no names are wanted."""
        super().__init__(
            prog=prog,
            description=about,
            epilog=more,
            formatter_class=partial(Layout, nouns),
            allow_abbrev=False,  # an option added later must not change what a script means
        )

    def shows(self, about: str) -> bool:
        """Say whether help has a place for that: what is about names goes with them."""
        return self.nouns is not None or "{name" not in about

    def add_argument(self, *flags: Any, **more: Any) -> Action:
        """Take one more thing that may be asked, explained in the words chosen here."""
        if not self.shows(more.get("help") or ""):
            more["help"] = SUPPRESS
        if more.get("metavar") == NAME and self.nouns is not None and self.nouns.one.isalpha():
            more["metavar"] = self.nouns.one.upper()
        return super().add_argument(*flags, **more)

    def format_help(self) -> str:
        """Return the help; where it would be about names and none are wanted, one sentence."""
        if self.shows(self.description or ""):
            return super().format_help()
        return f"{shell.NOT_IN_USE}\n"

    def error(self, message: str) -> NoReturn:
        """Leave with the exit code for a misunderstanding."""
        sys.stderr.write(f"{shell.not_understood(self.prog)}\n")
        sys.exit(USAGE)


def nouns_here() -> Nouns | None:
    """Return what those who sign are called in the jar; the usual where it cannot be read."""
    from jar_tui import paths
    from jar_tui.domain.clean import printable_name
    from jar_tui.domain.people import WORD, choice
    from jar_tui.service.people import people_at
    from jar_tui.store.errors import StoreError
    from jar_tui.words.names import nouns_of

    try:
        return nouns_of(printable_name(choice(people_at(paths.home()), WORD)))
    except (StoreError, OSError):
        return NAMES


def _columns() -> int:
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80
