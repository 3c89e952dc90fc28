"""What keys do on the help page, and everywhere."""

from __future__ import annotations

from typing import Final

from jar_tui.commands.shape import Command, not_writing

ROWS: Final = (
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
