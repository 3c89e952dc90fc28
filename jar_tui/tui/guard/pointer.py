"""The mouse pointer left alone: there is no mouse here, and its bytes cost a slow link."""

from __future__ import annotations

from typing import TypeVar

from textual.app import App

R = TypeVar("R")


class NoPointer(App[R]):
    """Never tells the terminal which shape a pointer should have."""

    def _set_pointer_shape(self, shape: str) -> None:
        """Send nothing."""
