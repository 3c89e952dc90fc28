"""What keys do where words are written."""

from __future__ import annotations

from typing import Final

from jar_tui.commands.shape import (
    Command,
    help_row_of_entry,
    not_writing,
    simple_row,
    with_names_and_room,
    writing,
)

ROWS: Final = (
    Command(
        "drop",
        "entry",
        ("enter",),
        "Enter",
        "drop in",
        "Drops the slip in.",
        enabled=writing,
        narrow=1,
    ),
    Command(
        "small",
        "entry",
        ("ctrl+t",),
        "Ctrl-T",
        '"too small"',
        'Marks the slip "too small", or not. In an empty slip: the one dropped last.',
        enabled=writing,
        narrow=1,
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
        narrow=1,
    ),
    Command(
        "names",
        "entry",
        ("tab",),
        "Tab",
        "{names}",
        "Opens the {names}. The words stay.",
        enabled=with_names_and_room,
        narrow=1,
    ),
    Command(
        "to_jar",
        "entry",
        ("escape",),
        "Esc",
        "jar",
        "Goes to the jar. The words stay.",
        narrow=1,
    ),
    Command("to_last", "entry", ("shift+tab",), "Shift-Tab", "", "Goes to the jar."),
    simple_row("entry"),
    Command("help", "entry", ("ctrl+g",), "Ctrl-G", "", "Opens this page while writing."),
    Command("keep", "edit", ("enter",), "Enter", "keep", "Keeps the words.", narrow=1),
    Command("new_line", "edit", ("ctrl+j",), "Ctrl-J", "new line", "Starts a new line."),
    Command("back", "edit", ("escape",), "Esc", "back", "Goes back; changed words wait.", narrow=1),
    help_row_of_entry("edit"),
    Command("keep", "date", ("enter",), "Enter", "keep", "Keeps the date.", narrow=1),
    Command("back", "date", ("escape",), "Esc", "back", "Goes back and changes nothing.", narrow=1),
    help_row_of_entry("date"),
    Command("keep", "kind", ("enter",), "Enter", "keep", "Keeps the kinds.", narrow=1),
    Command("back", "kind", ("escape",), "Esc", "back", "Goes back and changes nothing.", narrow=1),
    help_row_of_entry("kind"),
    Command(
        "take", "ideas", ("enter",), "Enter", "take it", "Puts the idea in the slip.", narrow=1
    ),
    Command("back", "ideas", ("escape",), "Esc", "back", "Goes back, nothing chosen.", narrow=1),
)
