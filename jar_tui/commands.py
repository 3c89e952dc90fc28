"""The registry of what keys do: every binding, footer, help page and key table comes from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

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
    """What the footer says behind the key; empty keeps it out of the footer."""
    help: str
    """One line on the help page."""
    enabled: Callable[[Standing], bool] = always
    narrow: bool = False
    """It is one of the few keys a narrow screen names."""
    wide: bool = True
    """A wide screen names it at the bottom, too."""


COMMANDS: Final = (
    Command(
        "drop",
        "entry",
        ("enter",),
        "Enter",
        "drop in",
        "Drops the slip in.",
        enabled=writing,
        narrow=True,
    ),
    Command(
        "small",
        "entry",
        ("ctrl+t",),
        "Ctrl-T",
        '"too small"',
        'Marks the slip "too small", or not. In an empty slip: the one dropped last.',
        enabled=writing,
        narrow=True,
    ),
    Command("new_line", "entry", ("ctrl+j",), "Ctrl-J", "", "Starts a new line in the slip."),
    Command("draft", "entry", ("up",), "Up", "", "In an empty slip: the unfinished slip kept."),
    Command(
        "ideas",
        "entry",
        ("down",),
        "Down",
        "ideas",
        "In an empty slip: a list of ideas.",
        enabled=not_writing,
        narrow=True,
    ),
    Command(
        "to_jar",
        "entry",
        ("escape",),
        "Esc",
        "jar",
        "Goes to the jar. The words stay.",
        narrow=True,
    ),
    Command("next_pane", "entry", ("tab", "shift+tab"), "Tab", "", "Goes to the jar."),
    Command("help", "entry", ("ctrl+g",), "Ctrl-G", "", "Opens this page while writing."),
    Command(
        "down", "jar", ("down",), "Up, Down", "", "Choose a slip. Down at the end: older slips."
    ),
    Command(
        "whole",
        "jar",
        ("enter",),
        "Enter",
        "whole",
        "Shows the whole slip.",
        enabled=with_slip,
        narrow=True,
    ),
    Command("edit", "jar", ("e",), "e", "edit", "Changes the words.", enabled=with_slip),
    Command(
        "small",
        "jar",
        ("t",),
        "t",
        '"too small"',
        'Marks the slip "too small", or not.',
        enabled=with_slip,
    ),
    Command("date", "jar", ("d",), "d", "date", "Changes the day it happened.", enabled=with_slip),
    Command(
        "kind", "jar", ("k",), "k", "kind", "Says what kind of step it was.", enabled=with_slip
    ),
    Command(
        "undo",
        "jar",
        ("u",),
        "u",
        "undo",
        "Takes the last change back.",
        enabled=with_slip,
    ),
    Command("find", "jar", ("slash",), "/", "find", "Finds slips by their words."),
    Command(
        "write", "jar", ("tab", "shift+tab"), "Tab", "write", "Goes back to the slip.", narrow=True
    ),
    Command("calm", "jar", ("escape",), "Esc", "", "Stays in the jar and shows today."),
    Command("help", "jar", ("question_mark",), "?", "help", "Opens this page.", narrow=True),
    Command("back", "whole", ("escape",), "Esc", "back", "Goes back to the jar.", narrow=True),
    Command("edit", "whole", ("e",), "e", "edit", "Changes the words.", narrow=True),
    Command(
        "small",
        "whole",
        ("t",),
        "t",
        '"too small"',
        'Marks the slip "too small", or not.',
    ),
    Command("date", "whole", ("d",), "d", "date", "Changes the day it happened."),
    Command("kind", "whole", ("k",), "k", "kind", "Says what kind of step it was."),
    Command("undo", "whole", ("u",), "u", "undo", "Takes the last change back."),
    Command("help", "whole", ("question_mark",), "?", "help", "Opens this page.", narrow=True),
    Command("keep", "edit", ("enter",), "Enter", "keep", "Keeps the words.", narrow=True),
    Command("new_line", "edit", ("ctrl+j",), "Ctrl-J", "new line", "Starts a new line."),
    Command(
        "back", "edit", ("escape",), "Esc", "back", "Goes back; changed words wait.", narrow=True
    ),
    Command("help", "edit", ("ctrl+g",), "Ctrl-G", "help", "Opens this page.", narrow=True),
    Command("keep", "date", ("enter",), "Enter", "keep", "Keeps the date.", narrow=True),
    Command(
        "back", "date", ("escape",), "Esc", "back", "Goes back and changes nothing.", narrow=True
    ),
    Command("help", "date", ("ctrl+g",), "Ctrl-G", "help", "Opens this page.", narrow=True),
    Command("keep", "kind", ("enter",), "Enter", "keep", "Keeps the kinds.", narrow=True),
    Command(
        "back", "kind", ("escape",), "Esc", "back", "Goes back and changes nothing.", narrow=True
    ),
    Command("help", "kind", ("ctrl+g",), "Ctrl-G", "help", "Opens this page.", narrow=True),
    Command(
        "to_found",
        "find",
        ("enter", "down", "tab"),
        "Enter",
        "to the slips",
        "Goes to what was found.",
        narrow=True,
    ),
    Command("back", "find", ("escape",), "Esc", "all slips", "Ends finding.", narrow=True),
    Command("help", "find", ("ctrl+g",), "Ctrl-G", "help", "Opens this page.", narrow=True),
    Command(
        "take", "ideas", ("enter",), "Enter", "take it", "Puts the idea in the slip.", narrow=True
    ),
    Command("back", "ideas", ("escape",), "Esc", "back", "Goes back, nothing chosen.", narrow=True),
    Command("more", "help", ("down",), "Down", "more", "Shows more of this page.", narrow=True),
    Command(
        "back",
        "help",
        ("escape", "question_mark", "ctrl+g"),
        "Esc",
        "back",
        "Goes back.",
        narrow=True,
    ),
    Command(
        "curtain",
        "anywhere",
        ("ctrl+l",),
        "Ctrl-L",
        "hide",
        "Hides the screen, or shows it again.",
        enabled=not_writing,
        narrow=True,
        wide=False,
    ),
    Command(
        "leave",
        "anywhere",
        ("ctrl+c",),
        "Ctrl-C",
        "leave, words kept",
        "Leaves at once. Unfinished words are kept.",
    ),
)


def commands_of(place: Place) -> tuple[Command, ...]:
    """Return what the keys of one place do, in the order they are shown."""
    return tuple(command for command in COMMANDS if command.place == place)
