"""The registry of what keys do: every binding, footer, help page and key table comes from here."""

from __future__ import annotations

from typing import Final

from jar_tui.commands import always, history, looking, looking_back, names, opening, simple, writing
from jar_tui.commands.shape import Command, Place, Standing

__all__ = ["COMMANDS", "Command", "Place", "Standing", "commands_of"]

COMMANDS: Final = (
    *writing.ROWS,
    *names.ROWS,
    *looking.ROWS,
    *history.ROWS,
    *opening.ROWS,
    *looking_back.ROWS,
    *simple.ROWS,
    *always.ROWS,
)


def commands_of(place: Place) -> tuple[Command, ...]:
    """Return what the keys of one place do, in the order they are shown."""
    return tuple(command for command in COMMANDS if command.place == place)
