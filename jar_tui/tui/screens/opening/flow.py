"""From the jar to an opening of it and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jar_tui import words
from jar_tui.domain.review import Selection, selected
from jar_tui.store.errors import NotKept, NotOpened
from jar_tui.tui.screens.opening.reading import OpeningScreen
from jar_tui.tui.screens.opening.threshold import ThresholdScreen

if TYPE_CHECKING:
    from jar_tui.tui.screens.acting import Acting


async def open_jar(screen: Acting, closed: Callable[[str], None]) -> None:
    """Open the jar over `screen`, which says where it was stopped; `closed` says that it is over.

    Where every folded slip was dropped in during this sitting, no older words are asked about.
    """
    app = screen.app
    await app.settled()
    found = selected(app.jar, app.almanac.today())
    if found.why == "folded" and not found.waiting and {s.id for s in found.slips} <= app.sitting:
        await _begin(screen, found, closed)
        return

    def begin(chosen: Selection | None) -> None:
        if chosen is not None:
            screen.run_worker(_begin(screen, chosen, closed), group="opening")

    app.push_screen(ThresholdScreen(found), begin)


async def _begin(screen: Acting, found: Selection, closed: Callable[[str], None]) -> None:
    opening, ids = found.opening, [slip.id for slip in found.slips]
    try:
        if opening is None:
            opening = await screen.app.ask(lambda service: service.openings.begin(ids))
    except NotKept as error:
        screen.say(words.not_kept(error.reason, screen=False))
    except NotOpened:
        screen.say(words.NOT_OPENED)
    else:
        await screen.app.push_screen(OpeningScreen(opening, stopped=screen.say, closed=closed))
