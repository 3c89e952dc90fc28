"""One answer, in words or a number."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from jar_tui.commands import Place
from jar_tui.tui.screens.keys import bindings
from jar_tui.tui.screens.prompt import PassingScreen


class AskedScreen(PassingScreen):
    """Asks which slips to read, or how openings go."""

    PLACE: ClassVar[Place] = "asked"
    BINDINGS: ClassVar[list[BindingType]] = bindings("asked")
