"""Words being typed for a slip that another session erases: they are not lost with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jar_tui.domain.clean import is_blank
from jar_tui.words import history

if TYPE_CHECKING:
    from jar_tui.tui.app import JarApp


class Rescue:
    """Takes words to where new slips are written, once their slip is gone."""

    def __init__(self, app: JarApp, slip_id: str) -> None:
        self._app = app
        self._slip_id = slip_id
        self._begun = False

    @property
    def gone(self) -> bool:
        """Say whether the slip is in the jar no more."""
        return bool(self._slip_id) and self._app.jar.get(self._slip_id) is None

    def take(self, typed: str) -> None:
        """Have the words as they are now in the empty slip; what was there waits for Up."""
        if not self._begun and is_blank(typed):
            return
        self._app.take_in(typed, first=not self._begun)
        self._begun = True

    def told(self) -> str:
        """Say where the words are; where there were none, that the slip is gone."""
        return history.GONE_TYPED if self._begun else history.GONE
