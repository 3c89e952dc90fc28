"""What keys do where earlier words are shown, and where a slip is erased."""

from __future__ import annotations

from typing import Final

from jar_tui.commands.shape import Command, help_row, with_cover, with_earlier, with_more

ROWS: Final = (
    Command("back", "earlier", ("escape",), "Esc", "back", "Goes back to the slip.", narrow=1),
    Command(
        "down", "earlier", ("down",), "Up, Down", "", "Chooses a moment; the words show below it."
    ),
    Command(
        "show",
        "earlier",
        ("enter",),
        "Enter",
        "show",
        "Shows covered words here.",
        enabled=with_cover,
        narrow=1,
    ),
    Command(
        "take",
        "earlier",
        ("w",),
        "w",
        "use these words",
        "Puts these words on the slip again.",
        enabled=with_earlier,
        narrow=1,
    ),
    Command(
        "more",
        "earlier",
        ("space",),
        "Space",
        "more",
        "Shows more of long words.",
        enabled=with_more,
        narrow=1,
    ),
    help_row("earlier"),
    Command("back", "erase", ("escape",), "Esc", "back", "Goes back; nothing is erased.", narrow=1),
    Command("erase", "erase", ("y",), "y", "erase", "Erases the slip for good. No undo.", narrow=1),
    Command(
        "more",
        "erase",
        ("down",),
        "Down",
        "more",
        "Shows more of this page.",
        enabled=with_more,
        narrow=1,
    ),
    help_row("erase"),
)
