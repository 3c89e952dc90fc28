"""What a command is: one thing a key does in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "anywhere", "entry", "jar", "whole", "find", "ideas", "edit", "date", "kind", "help"
]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a predicate may ask about the moment."""

    blank: bool = True
    """The entry holds no words."""
    chosen: bool = False
    """A slip is chosen in the jar."""
    names: bool = True
    """Names are in use."""
    brief: bool = False
    """There is room, or cause, for the way out without what becomes of the words."""


def always(standing: Standing) -> bool:
    """Be there in every moment."""
    return True


def writing(standing: Standing) -> bool:
    """Be there while the entry holds words."""
    return not standing.blank


def not_writing(standing: Standing) -> bool:
    """Be there while the entry is empty."""
    return standing.blank


def with_slip(standing: Standing) -> bool:
    """Be there when a slip is chosen."""
    return standing.chosen


def with_names(standing: Standing) -> bool:
    """Be there where names are in use."""
    return standing.names


def with_named_slip(standing: Standing) -> bool:
    """Be there when a slip is chosen that could be signed."""
    return standing.names and standing.chosen


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a key does in one place; the screen there has `action_<name>`."""

    name: str
    place: Place
    keys: tuple[str, ...]
    """Keys as Textual names them."""
    shown: str
    """The key as people read it."""
    footer: str
    """What the footer says behind the key; empty keeps it out of the footer.

    `{names}` stands for what those who sign are called, here and in `help`.
    """
    help: str
    """One line on the help page."""
    enabled: Callable[[Standing], bool] = always
    narrow: bool = False
    """It is one of the few keys a narrow screen names."""
    wide: bool = True
    """A wide screen names it at the bottom, too."""
