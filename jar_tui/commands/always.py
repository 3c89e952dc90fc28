"""What keys do on the pages of help, and everywhere."""

from __future__ import annotations

from typing import Final

from jar_tui.commands.shape import Command, not_writing, with_more

ROWS: Final = (
    Command(
        "more",
        "page",
        ("down",),
        "Down",
        "more",
        "Shows more of this page.",
        enabled=with_more,
        narrow=True,
    ),
    Command("write", "page", ("e",), "e", "", "Writes a page of your own here."),
    Command("agreements", "page", ("a",), "a", "", "Shows what is agreed on here."),
    Command("keys", "page", ("k",), "k", "", "Shows what the keys do."),
    Command("look", "page", ("l",), "l", "", "Looks back: at what came in since a day."),
    Command("back", "page", ("escape", "question_mark"), "Esc", "back", "Goes back.", narrow=1),
    Command(
        "more",
        "agreements",
        ("down",),
        "Down",
        "more",
        "Shows more of this page.",
        enabled=with_more,
        narrow=1,
    ),
    Command("write", "agreements", ("e",), "e", "write", "Changes the page.", narrow=1),
    Command(
        "back", "agreements", ("escape", "question_mark"), "Esc", "back", "Goes back.", narrow=1
    ),
    Command("more", "help", ("down",), "Down", "more", "Shows more of this page.", narrow=1),
    Command(
        "back",
        "help",
        ("escape", "question_mark", "ctrl+g"),
        "Esc",
        "back",
        "Goes back.",
        narrow=1,
    ),
    Command(
        "curtain",
        "anywhere",
        ("ctrl+l",),
        "Ctrl-L",
        "hide",
        "Hides the screen, or shows it again.",
        enabled=not_writing,
        narrow=3,
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
