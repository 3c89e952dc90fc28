"""What keys do on the simple screen."""

from __future__ import annotations

from typing import Final

from jar_tui.commands.shape import Command

_WHOLE_JAR: Final = "Goes back to the whole jar. The words come along."

ROWS: Final = (
    Command(
        "drop",
        "simple",
        ("enter",),
        "Enter",
        "drop it in",
        "Drops the slip in.",
        narrow=1,
        short="drop",
    ),
    Command(
        "look",
        "simple",
        ("escape", "tab", "shift+tab"),
        "Esc",
        "look back",
        "Shows the newest slips. The words stay.",
        narrow=1,
    ),
    Command("new_line", "simple", ("ctrl+j",), "Ctrl-J", "", "Starts a new line in the slip."),
    Command("draft", "simple", ("up",), "Up", "", "In an empty slip: the unfinished slip kept."),
    Command(
        "whole_jar",
        "simple",
        ("ctrl+o",),
        "Ctrl-O",
        "the whole jar",
        _WHOLE_JAR,
        narrow=1,
        short="jar",
    ),
    Command(
        "older",
        "recent",
        ("down", "pagedown"),
        "Down",
        "older, Up newer",
        "Shows the slips before these, six at most.",
        narrow=1,
    ),
    Command("newer", "recent", ("up", "pageup"), "Up", "", "Shows the newer slips again."),
    Command("undo", "recent", ("u",), "u", "take back", "Takes the last change back.", narrow=1),
    Command(
        "write",
        "recent",
        ("enter", "tab", "shift+tab"),
        "Enter",
        "write",
        "Goes back to the slip, as any other letter does.",
        narrow=1,
    ),
    Command("newest", "recent", ("escape",), "Esc", "", "Stays, and shows the newest slips."),
    Command(
        "whole_jar",
        "recent",
        ("ctrl+o",),
        "Ctrl-O",
        "the whole jar",
        _WHOLE_JAR,
        narrow=1,
        short="jar",
    ),
)
