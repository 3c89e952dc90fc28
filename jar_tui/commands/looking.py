"""What keys do where slips are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jar_tui.commands.shape import (
    Command,
    Place,
    Standing,
    help_row,
    help_row_of_entry,
    simple_row,
    with_aside,
    with_cover,
    with_earlier,
    with_left_out,
    with_named_slip,
    with_slip,
)

_COVERS: Final = "Folds the words until they are asked for, or shows them again."
_SETS_ASIDE: Final = "Takes the slip out of the jar and keeps it, or brings it back."


def _changing(place: Place, *more: Command, narrow: int = 0) -> tuple[Command, ...]:
    """Return what keys do to the chosen slip; `more` rows of the place stand among them.

    `narrow` says when a narrow screen names the first of them.
    """
    return (
        _on_slip(place, "edit", "e", "edit", "Changes the words.", narrow=narrow),
        _on_slip(
            place,
            "sign",
            "s",
            "{names}",
            "Changes the {names} on the slip.",
            enabled=with_named_slip,
        ),
        _on_slip(place, "small", "t", '"too small"', 'Marks the slip "too small", or not.'),
        _on_slip(place, "date", "d", "date", "Changes the day it happened."),
        _on_slip(place, "kind", "k", "kind", "Says what kind of step it was."),
        *more,
        _on_slip(place, "cover", "c", "cover", _COVERS),
        _on_slip(place, "set_aside", "x", "set aside", _SETS_ASIDE),
        _on_slip(
            place,
            "earlier",
            "h",
            "earlier",
            "Shows the words it had before, and when.",
            enabled=with_earlier,
        ),
        _on_slip(
            place,
            "erase",
            "r",
            "erase",
            "Set aside: a page about erasing it for good.",
            enabled=with_aside,
            narrow=1 if place == "whole" else 0,
        ),
        _on_slip(place, "undo", "u", "undo", "Takes the last change back."),
    )


def _on_slip(
    place: Place,
    name: str,
    key: str,
    footer: str,
    told: str,
    *,
    enabled: Callable[[Standing], bool] = with_slip,
    narrow: int = 0,
) -> Command:
    return Command(
        name, place, (key,), key, footer, told, enabled=enabled, narrow=narrow, on_slip=True
    )


ROWS: Final = (
    Command(
        "down",
        "jar",
        ("down",),
        "Up, Down",
        "",
        "Choose a slip. Down at the end: older slips, then those set aside.",
    ),
    Command(
        "whole",
        "jar",
        ("enter",),
        "Enter",
        "whole",
        "Shows the whole slip.",
        enabled=with_slip,
        narrow=1,
    ),
    *_changing("jar"),
    Command("open", "jar", ("o",), "o", "open", "Opens the jar and reads its slips.", narrow=1),
    Command("find", "jar", ("slash",), "/", "find", "Finds slips by their words."),
    Command("write", "jar", ("tab",), "Tab", "write", "Goes back to the slip.", narrow=1),
    Command("names", "jar", ("shift+tab",), "Shift-Tab", "", "Goes to the {names}."),
    Command("calm", "jar", ("escape",), "Esc", "", "Stays in the jar and shows today."),
    simple_row("jar"),
    help_row("jar", narrow=2),
    Command("back", "whole", ("escape",), "Esc", "back", "Goes back to the jar.", narrow=1),
    Command(
        "show",
        "whole",
        ("enter",),
        "Enter",
        "show",
        "Shows covered words here.",
        enabled=with_cover,
        narrow=1,
    ),
    *_changing(
        "whole",
        Command("line", "whole", ("w",), "w", "a line", "Writes a line to keep with the slip."),
        Command(
            "bring",
            "whole",
            ("b",),
            "b",
            "bring again",
            "Has openings leave the slip out, or bring it again.",
            enabled=with_left_out,
            narrow=1,
        ),
        narrow=2,
    ),
    help_row("whole"),
    Command(
        "to_found",
        "find",
        ("enter", "down", "tab"),
        "Enter",
        "to the slips",
        "Goes to what was found.",
        narrow=1,
    ),
    Command("back", "find", ("escape",), "Esc", "all slips", "Ends finding.", narrow=1),
    help_row_of_entry("find"),
)
