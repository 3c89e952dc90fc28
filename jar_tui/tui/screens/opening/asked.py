"""One answer, in words or a number: which slips to read, or how full the jar is to be."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from jar_tui.commands import Place
from jar_tui.tui.screens.keys import bindings
from jar_tui.tui.screens.prompt import PassingScreen


class DaysScreen(PassingScreen):
    """The days, or the kind, whose slips are to be read."""

    PLACE: ClassVar[Place] = "days"
    BINDINGS: ClassVar[list[BindingType]] = bindings("days")


class AskedScreen(PassingScreen):
    """The size of a full jar."""

    PLACE: ClassVar[Place] = "asked"
    BINDINGS: ClassVar[list[BindingType]] = bindings("asked")
