"""What keys do where slips are shown."""

from __future__ import annotations

from typing import Final

from jar_tui.commands.shape import Command, with_slip

ROWS: Final = (
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
    Command("undo", "jar", ("u",), "u", "undo", "Takes the last change back.", enabled=with_slip),
    Command("find", "jar", ("slash",), "/", "find", "Finds slips by their words."),
    Command(
        "write", "jar", ("tab", "shift+tab"), "Tab", "write", "Goes back to the slip.", narrow=True
    ),
    Command("calm", "jar", ("escape",), "Esc", "", "Stays in the jar and shows today."),
    Command("help", "jar", ("question_mark",), "?", "help", "Opens this page.", narrow=True),
    Command("back", "whole", ("escape",), "Esc", "back", "Goes back to the jar.", narrow=True),
    Command("edit", "whole", ("e",), "e", "edit", "Changes the words.", narrow=True),
    Command("small", "whole", ("t",), "t", '"too small"', 'Marks the slip "too small", or not.'),
    Command("date", "whole", ("d",), "d", "date", "Changes the day it happened."),
    Command("kind", "whole", ("k",), "k", "kind", "Says what kind of step it was."),
    Command("undo", "whole", ("u",), "u", "undo", "Takes the last change back."),
    Command("help", "whole", ("question_mark",), "?", "help", "Opens this page.", narrow=True),
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
)
