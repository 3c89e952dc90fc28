"""From the registry to Textual's bindings and to the keys named at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from jar_tui.commands import COMMANDS, Command, Place, Standing, commands_of
from jar_tui.commands.shape import with_named_slip
from jar_tui.words.names import Nouns, with_nouns

FEW: Final = 4
"""How many keys a narrow screen names at most."""


PANES: Final = ("entry", "jar", "find", "names", "filter")
"""Places that can share the main screen."""


CALM: Final = (
    *("threshold", "opening", "beside", "kindness", "habit", "menu", "stay", "leaf"),
    *("folded", "looking", "recent"),
)
"""Places that name their own keys and no others, so that a slip has the screen to itself."""
HIDE: Final = next(command for command in COMMANDS if command.name == "curtain")
"""Named on a phone in the place of the ideas at a first start."""
COLUMN: Final = 34
"""So many columns the simple screen takes."""
WAYS_OUT: Final = frozenset(("escape", "ctrl+c"))


def action_name(command: Command) -> str:
    """Return which action of its screen a command is; in panes the place comes first."""
    in_pane = command.place in PANES and not command.on_slip
    return f"{command.place}_{command.name}" if in_pane else command.name


NEED_NAMES: Final = frozenset(
    action_name(command) for command in COMMANDS if command.enabled is with_named_slip
)
"""Actions whose keys mean nothing where no names are wanted."""


_MANY_KEYS: Final = frozenset(("names", "word"))
"""Places whose help is the keys at once: few of them are named at the bottom."""


def opens_page(place: Place) -> bool:
    """Say whether help begins with the page that says where one is, rather than with keys."""
    return place not in _MANY_KEYS and any(
        "question_mark" in command.keys for command in commands_of(place)
    )


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
    """Return the commands worth naming now; on a narrow screen the way out is always last."""
    back_is_out = narrow and place == "names" and standing.listed
    everywhere = () if place in CALM or back_is_out else commands_of("anywhere")
    named = [
        command
        for command in (*commands_of(place), *everywhere)
        if command.footer and command.enabled(standing)
    ]
    if not narrow:
        return tuple(command for command in named if command.wide)
    if standing.new:
        named = [HIDE if c.name == "ideas" else c for c in named if c is not HIDE]
    way_out = [c for c in named if WAYS_OUT.intersection(c.keys)][-1:]
    others = sorted((c for c in named if c.narrow and c not in way_out), key=_importance)
    first = others[: FEW - len(way_out)]
    return (*(c for c in named if c in first), *way_out)


def _importance(command: Command) -> int:
    return command.narrow


class KeysLine(Static):
    """Names the keys that matter now."""

    def __init__(self, id: str = "keys") -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._lines: list[Content] = []

    def name_keys(
        self, place: Place, standing: Standing, nouns: Nouns | None, *, width: int, narrow: bool
    ) -> None:
        """Show the keys of a place, never breaking a line within one."""
        pieces = []
        for command in footer_keys(place, standing, narrow=narrow):
            said = command.short if narrow and command.short else command.footer
            said = command.first if standing.more and command.first else said
            said = said.split(",")[0] if standing.brief else said
            told = with_nouns(f" {said}", nouns)
            pieces.append(Content.assemble((command.shown, "bold $glass"), told))
        self.show(_in_lines(pieces, Content(" · " if narrow else "   "), width))

    def show(self, lines: list[Content]) -> None:
        """Show these lines, where they are others than before."""
        if lines != self._lines:
            self.update(Content("\n").join(lines), layout=len(lines) != len(self._lines))
            self._lines = lines


def _in_lines(pieces: Sequence[Content], gap: Content, width: int) -> list[Content]:
    """Return the pieces in as few lines as they fit in, four of them two and two."""
    lines: list[list[Content]] = [[]]
    for piece in pieces:
        if lines[-1] and len(gap.join([*lines[-1], piece])) > width:
            lines.append([])
        lines[-1].append(piece)
    pairs = [pieces[:2], pieces[2:]]
    even = len(pieces) == FEW and len(lines) == 2
    fits = max(len(gap.join(pair)) for pair in pairs) <= width
    return [gap.join(line) for line in (pairs if even and fits else lines)]


class KeysByLine(KeysLine):
    """Names the keys one to a line, where there is room for that."""

    def name_keys(
        self, place: Place, standing: Standing, nouns: Nouns | None, *, width: int, narrow: bool
    ) -> None:
        """Show the keys of a place, what they do one under the other."""
        if standing.brief:
            width = min(width, COLUMN)
            super().name_keys(place, standing, nouns, width=width, narrow=True)
            return
        lines = [
            Content.assemble((f"{command.shown:<8}", "bold $glass"), command.footer)
            for command in footer_keys(place, standing, narrow=True)
        ]
        self.show(lines)
