"""What keys do while looking back."""

from __future__ import annotations

from typing import Final

from jar_tui.commands.shape import (
    Command,
    help_row,
    help_row_of_entry,
    with_named_slip,
    with_slip,
)

ROWS: Final = (
    Command("keep", "since", ("enter",), "Enter", "look", "Looks back to that day.", narrow=1),
    Command("back", "since", ("escape",), "Esc", "back", "Goes back.", narrow=1),
    help_row_of_entry("since"),
    Command("begin", "folded", ("enter",), "Enter", "read", "Shows the first slip.", narrow=1),
    Command("back", "folded", ("escape",), "Esc", "not now", "Goes back, unread.", narrow=1),
    help_row("folded", ""),
    Command(
        "next",
        "looking",
        ("enter",),
        "Enter",
        "next",
        "Goes on: the rest of a long slip, then the next one. It changes nothing.",
        narrow=1,
        first="more",
    ),
    Command("back", "looking", ("b", "left"), "b", "back", "Shows the one before.", narrow=1),
    Command(
        "line",
        "looking",
        ("w",),
        "w",
        "write a line",
        "Keeps a line with the slip.",
        enabled=with_slip,
        narrow=2,
        short="a line",
    ),
    Command(
        "sign",
        "looking",
        ("s",),
        "s",
        "{names}",
        "Changes the {names} on the slip.",
        enabled=with_named_slip,
        narrow=1,
    ),
    Command("lines", "looking", ("l",), "l", "", "Shows what is written under it, or folds it."),
    Command(
        "whole",
        "looking",
        ("m",),
        "m",
        "more",
        "Shows the whole slip, with all its keys.",
        enabled=with_slip,
    ),
    Command("stop", "looking", ("escape",), "Esc", "stop", "Stops here.", narrow=1),
    Command("undo", "looking", ("u",), "u", "", "Takes the last change back."),
    Command("down", "looking", ("down", "pagedown"), "Down", "", "Shows more of a long slip."),
    Command("up", "looking", ("up", "pageup"), "Up", "", "Goes back up a long slip."),
    help_row("looking", ""),
)
