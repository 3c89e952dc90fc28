"""Draws the pictures of the README from a throwaway jar with invented slips."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from textual.pilot import Pilot

from jar_tui.domain.signing import Named
from jar_tui.service import JarService
from jar_tui.tui.app import JarApp

HERE: Final = Path(__file__).parent
SATURDAY: Final = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
NAMES: Final = (Named("Wren", "w:text"), Named("K", "k:text"), Named("The one who draws"))
EARLIER: Final = (
    "5 days ago: took a breath before answering the door",
    "3 days ago: w: made the bed",
)
TODAY: Final = (
    "yesterday: said no to Saturday",
    "got dressed",
    "for k: ate lunch with the door open",
    "opened the curtain",
)
MARKED: Final = ("made the bed", "got dressed")
WRITING: Final = tuple("w: sat by the window")
OPENING: Final = ("escape", "o", "enter", "enter")
PICTURES: Final[dict[str, tuple[tuple[int, int], Sequence[str]]]] = {
    "main-80x24": ((80, 24), WRITING),
    "phone-40x20": ((40, 20), tuple("ate lunch with the door open")),
    "wide-120x30": ((120, 30), WRITING),
    "names-80x24": ((80, 24), ("tab",)),
    "opening-80x24": ((80, 24), OPENING),
    "opening-40x20": ((40, 20), OPENING),
}


async def picture(size: tuple[int, int], keys: Sequence[str]) -> str:
    """Return the screen at one size after some keys."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "jar"
        service = JarService.open(home, lambda: SATURDAY)[0]
        service.people.add(NAMES)
        service.people.choose("word", "part")
        await _dropped(home, EARLIER)
        app = JarApp(home, lambda: SATURDAY)
        async with app.run_test(size=size) as pilot:
            await _drop(app, pilot, TODAY)
            await _press(app, pilot, *keys)
            svg = app.export_screenshot(title="jar-tui")
        app.saver.end()
    return re.sub(r"terminal-\d+", "terminal-0", svg)


async def _dropped(home: Path, slips: Sequence[str]) -> None:
    """Drop slips in during a sitting of its own."""
    app = JarApp(home, lambda: SATURDAY)
    async with app.run_test() as pilot:
        await _drop(app, pilot, slips)
    app.saver.end()


async def _drop(app: JarApp, pilot: Pilot[int], slips: Sequence[str]) -> None:
    for slip in slips:
        await _press(app, pilot, *slip)
        if slip.endswith(MARKED):
            await _press(app, pilot, "ctrl+t")
        await _press(app, pilot, "enter")


async def _press(app: JarApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*("space" if key == " " else key for key in keys))
    await app.keys_done()
    await app.workers.wait_for_complete()
    await app.settled()
    await pilot.pause()


def main() -> None:
    """Write every picture beside this file."""
    for name, (size, keys) in PICTURES.items():
        (HERE / f"{name}.svg").write_text(asyncio.run(picture(size, keys)), encoding="utf-8")


if __name__ == "__main__":
    main()
