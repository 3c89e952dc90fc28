"""From the registry to Textual's bindings and to the keys named at the bottom."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from jar_tui.commands import Command, Place, Standing, commands_of
from jar_tui.words.names import Nouns, with_nouns

FEW: Final = 4
"""How many keys a narrow screen names at most."""


PANES: Final = ("entry", "jar", "find")
"""Places that share the main screen."""


def action_name(command: Command) -> str:
    """Return which action of its screen a command is; in panes the place comes first."""
    return f"{command.place}_{command.name}" if command.place in PANES else command.name


def bindings(place: Place) -> list[BindingType]:
    """Return the bindings of one place, each to the action of its screen."""
    return [
        Binding(
            ",".join(command.keys),
            f"screen.{action_name(command)}",
            command.footer or command.help,
            show=False,
        )
        for command in commands_of(place)
    ]


def footer_keys(place: Place, standing: Standing, *, narrow: bool) -> tuple[Command, ...]:
    """Return the commands worth naming now, the way out always last."""
    named = [
        command
        for command in (*commands_of(place), *commands_of("anywhere"))
        if command.footer and command.enabled(standing)
    ]
    if not narrow:
        named = [command for command in named if command.wide]
    else:
        named = [*[c for c in named if c.narrow][: FEW - 1], named[-1]]
    return tuple(named)


class KeysLine(Static):
    """Names the keys that matter now."""

    def __init__(self, id: str = "keys") -> None:  # noqa: A002
        super().__init__(id=id, markup=False)

    def name_keys(
        self, place: Place, standing: Standing, nouns: Nouns | None, *, width: int, narrow: bool
    ) -> None:
        """Show the keys of a place, never breaking a line within one."""
        lines: list[str] = [""]
        gap = " · " if narrow else "   "
        for command in footer_keys(place, standing, narrow=narrow):
            said = command.footer.split(",")[0] if standing.brief else command.footer
            piece = with_nouns(f"{command.shown} {said}", nouns)
            longer = f"{lines[-1]}{gap}{piece}" if lines[-1] else piece
            if len(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
        self.update(Content("\n".join(lines)))
