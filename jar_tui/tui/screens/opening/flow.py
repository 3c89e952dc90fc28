"""From the jar to an opening of it and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jar_tui.domain.ritual import shut_until
from jar_tui.domain.selecting import Selection
from jar_tui.store.errors import StoreError
from jar_tui.tui.screens.opening.choosing import by_itself
from jar_tui.tui.screens.opening.reading import OpeningScreen
from jar_tui.tui.screens.opening.threshold import ThresholdScreen
from jar_tui.tui.screens.saying import Saying, refused


async def open_jar(
    screen: Saying, *, stopped: Callable[[str], None], closed: Callable[[str], None]
) -> None:
    """Open the jar over `screen`, which is told where it was stopped or that it was closed.

    Where every folded slip was dropped in during this sitting, no older words are asked about.
    """
    app = screen.app
    await app.settled()
    found = by_itself(app)

    async def begin(chosen: Selection) -> str:
        opening, ids = chosen.opening, [slip.id for slip in chosen.slips]
        try:
            if opening is None:
                opening = await app.ask(lambda service: service.openings.begin(ids))
        except StoreError as error:
            return refused(error, screen=False)
        reading = OpeningScreen(opening, stopped=stopped, closed=closed)
        if app.screen is screen:
            await app.push_screen(reading)
        else:
            await app.switch_screen(reading)
        return ""

    if found.is_new(app.sitting) and shut_until(app.jar, app.almanac.today()) is None:
        screen.say(await begin(found))
    else:
        app.push_screen(ThresholdScreen(partial(by_itself, app), begin))
