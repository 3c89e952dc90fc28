"""Draws the pictures of the README from a throwaway jar with invented slips."""

from __future__ import annotations

import asyncio
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from jar_tui.tui.app import JarApp

HERE = Path(__file__).parent
SATURDAY = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
SLIPS = (
    "yesterday: said no to Saturday",
    "took a breath before answering the door",
    "got dressed",
    "opened the curtain",
)
PICTURES = {"main-80x24": (80, 24), "phone-40x20": (40, 20)}


async def picture(size: tuple[int, int]) -> str:
    """Return the first screen at one size, in the middle of writing."""
    with tempfile.TemporaryDirectory() as folder:
        app = JarApp(Path(folder) / "jar", lambda: SATURDAY)
        async with app.run_test(size=size) as pilot:
            for slip in SLIPS:
                await _type(pilot, slip)
                if slip == "got dressed":
                    await pilot.press("ctrl+t")
                await pilot.press("enter")
                await app.workers.wait_for_complete()
            await _type(pilot, "ate lunch with the door open")
            await app.settled()
            await pilot.pause()
            svg = app.export_screenshot(title="jar-tui")
        app.saver.end()
    return re.sub(r"terminal-\d+", "terminal-0", svg)


async def _type(pilot, text: str) -> None:  # type: ignore[no-untyped-def]
    await pilot.press(*("space" if char == " " else char for char in text))


def main() -> None:
    """Write every picture beside this file."""
    for name, size in PICTURES.items():
        (HERE / f"{name}.svg").write_text(asyncio.run(picture(size)), encoding="utf-8")


if __name__ == "__main__":
    main()
