"""One screen in the place of another, be it the first of all.

Textual keeps with every screen what to do with its result, but not with the first one, and then
does not find it there when that one gives way.
"""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.screen import Screen


def switch(app: App[Any], there: Screen[Any]) -> None:
    """Show a screen in the place of the present one, which ends."""
    if not app.screen._result_callbacks:
        app.screen._push_result_callback(app.screen, None)
    app.switch_screen(there)
