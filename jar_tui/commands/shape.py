"""What a command is: one thing a key does in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "anywhere",
    "entry",
    "jar",
    "whole",
    "earlier",
    "erase",
    "simple",
    "recent",
    "find",
    "ideas",
    "edit",
    "date",
    "kind",
    "help",
    "page",
    "agreements",
    "names",
    "filter",
    "add",
    "name",
    "word",
    "threshold",
    "days",
    "opening",
    "line",
    "beside",
    "menu",
    "asked",
    "answer",
    "stay",
    "leaf",
    "kindness",
    "habit",
    "since",
    "folded",
    "looking",
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
    nudged: bool = False
    """A nudge is in view."""
    listed: bool = False
    """There are names to pick from."""
    more: bool = False
    """There is more of a page than shows."""
    covered: bool = False
    """The words of the slip in view are folded."""
    new: bool = False
    """Nothing was ever said about names: this may be the first start."""
    earlier: bool = False
    """The words of the chosen slip were others before."""
    aside: bool = False
    """The chosen slip is set aside."""
    left_out: bool = False
    """Openings leave the chosen slip out."""
    later: bool = False
    """The slip that is signed is in the jar already."""
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


def with_earlier(standing: Standing) -> bool:
    """Be there when a slip is chosen whose words were others before."""
    return standing.chosen and standing.earlier


def with_aside(standing: Standing) -> bool:
    """Be there when a slip is chosen that is set aside."""
    return standing.chosen and standing.aside


def with_left_out(standing: Standing) -> bool:
    """Be there when a slip is chosen that openings leave out."""
    return standing.left_out


def with_names_and_room(standing: Standing) -> bool:
    """Be there where names are in use and few keys need naming."""
    return standing.names and not standing.brief


def with_listed(standing: Standing) -> bool:
    """Be there when there are names to pick from."""
    return standing.listed


def with_chosen_name(standing: Standing) -> bool:
    """Be there when a name is chosen."""
    return standing.listed and standing.chosen


def signing_later(standing: Standing) -> bool:
    """Be there when a name is chosen for a slip that is in the jar already."""
    return with_chosen_name(standing) and standing.later


def with_more(standing: Standing) -> bool:
    """Be there where a page is longer than the screen."""
    return standing.more


def with_cover(standing: Standing) -> bool:
    """Be there where the words of a slip are folded."""
    return standing.covered


def with_named_slip(standing: Standing) -> bool:
    """Be there when a slip is chosen that could be signed."""
    return standing.names and standing.chosen


def nudged(standing: Standing) -> bool:
    """Be there under a nudge."""
    return standing.nudged


def not_nudged(standing: Standing) -> bool:
    """Be there where no nudge is in view."""
    return not standing.nudged


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
    narrow: int = 0
    """Where a narrow screen names few keys: 1 is named before 2, 0 is not."""
    wide: bool = True
    """A wide screen names it at the bottom, too."""
    first: str = ""
    """What the footer says in its place while there is more of the page than shows."""
    short: str = ""
    """What a narrow footer says in the place of `footer`."""
    on_slip: bool = False
    """It is about the chosen slip: every screen with one has the same action for it."""


def help_row(
    place: Place,
    footer: str = "help",
    *,
    enabled: Callable[[Standing], bool] = always,
    narrow: int = 1,
) -> Command:
    """Return the row of the key for help in a place where letters are keys."""
    keys, told = ("question_mark",), "Opens this page."
    return Command("help", place, keys, "?", footer, told, enabled, narrow)


def help_row_of_entry(place: Place) -> Command:
    """Return the row of the key for help in a place where letters are words."""
    return Command("help", place, ("ctrl+g",), "Ctrl-G", "help", "Opens this page.", narrow=1)


def simple_row(place: Place) -> Command:
    """Return the row of the key for the simple screen."""
    told = "Shows a simple screen: an entry and a few slips. The words come along."
    return Command("simple", place, ("ctrl+o",), "Ctrl-O", "", told)
