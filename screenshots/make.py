"""Draws the pictures of the README from a throwaway jar with invented slips."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

HERE: Final = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
for name in ("NO_COLOR", "LC_ALL", "LC_CTYPE"):
    os.environ.pop(name, None)

from textual.pilot import Pilot  # noqa: E402 - what it draws with was decided above

from jar_tui.domain.people import everyone  # noqa: E402
from jar_tui.domain.review import Read  # noqa: E402
from jar_tui.domain.signing import Signature, Tie, read_name  # noqa: E402
from jar_tui.domain.slips import NewSlip  # noqa: E402
from jar_tui.service import JarService  # noqa: E402
from jar_tui.tui.app import JarApp  # noqa: E402
from jar_tui.upkeep import change_setting  # noqa: E402
from screenshots.svg import svg_of  # noqa: E402

SATURDAY: Final = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
NAMES: Final = (
    ("Wren w:", "d9a05b", "~", "they/them"),
    ("K k:", "8fb3c7", "", ""),
    ("The one who draws", "a9c08f", "", ""),
)
"""Names with their tags, each with its colour, its mark and its pronouns."""
READ_BEFORE: Final = (
    (94, "a glass of water"),
    (71, "slept with the light on, and slept"),
    (68, "answered one message"),
    (41, "left the shop when it got loud"),
    (38, "stood on the balcony"),
    (33, "said which film"),
)
"""Slips of earlier months, by how many days ago; an opening has reached them."""
WEEK: Final = (
    ("5 days ago", "took a breath before answering the door", ""),
    ("4 days ago", "made the bed", "Wren"),
    ("3 days ago", "ate lunch with the door open", "K"),
    ("2 days ago", "said no to Saturday, felt guilty, kept it a no", ""),
    ("yesterday", "made toast", "The one who draws"),
)
MARKED: Final = ("made the bed", "made toast")
TODAY: Final = ("got dressed", "for k: opened the curtain", "rested before all was done")
WRITING: Final = tuple("w: sat by the window")
OPENED: Final = ("escape", "o", "enter")
AT_THE_END: Final = (*OPENED, *["enter"] * 8)


class Picture(NamedTuple):
    """What one picture shows."""

    size: tuple[int, int]
    keys: Sequence[str]
    look: str = "terminal"


PICTURES: Final = {
    "main-80x24": Picture((80, 24), WRITING),
    "main-110x36": Picture((110, 36), WRITING, "dark"),
    "light-80x24": Picture((80, 24), ("escape", "down", "down", "down", "down"), "light"),
    "dark-80x24": Picture((80, 24), (*OPENED, "enter"), "dark"),
    "phone-40x20": Picture((40, 20), tuple("ate lunch with the door open")),
    "names-80x24": Picture((80, 24), ("tab", "down", "down")),
    "name-40x20": Picture((40, 20), ("tab", "down", "down", "m")),
    "simple-40x20": Picture((40, 20), ("escape", "ctrl+o", "escape")),
    "threshold-80x24": Picture((80, 24), OPENED[:2]),
    "opening-80x24": Picture((80, 24), (*OPENED, "enter")),
    "opening-40x20": Picture((40, 20), (*OPENED, "enter")),
    "more-40x20": Picture((40, 20), (*OPENED, "m")),
    "habit-40x20": Picture((40, 20), (*OPENED, "enter", "question_mark")),
    "beside-80x24": Picture((80, 24), AT_THE_END),
    "pile-80x24": Picture((80, 24), (*AT_THE_END, "f", "1")),
}


async def draw(picture: Picture) -> str:
    """Return one picture."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "jar"
        _fill(home)
        change_setting(home, "look", picture.look)
        app = JarApp(home, lambda: SATURDAY)
        async with app.run_test(size=picture.size) as pilot:
            for slip in TODAY:
                await _press(app, pilot, *slip, "enter")
            await _press(app, pilot, *picture.keys)
            svg = svg_of(app)
        app.saver.end()
    return svg


def _fill(home: Path) -> None:
    """Put in what was there before today."""
    service = JarService.open(home, lambda: SATURDAY)[0]
    for told, color, mark, pronouns in NAMES:
        named = read_name(told)
        assert named is not None
        (added,) = service.people.add([named], color=color, pronouns=pronouns)
        service.people.describe(added.part.id, mark=mark)
    service.people.choose("word", "part")
    parts = {part.name: part.id for part in everyone(service.jar)}
    when = service.almanac.when
    for days, text in READ_BEFORE:
        then = SATURDAY - timedelta(days=days)
        JarService.open(home, lambda then=then: then)[0].add(NewSlip(text))  # type: ignore[misc]
    service.catch_up()
    before = service.jar.slips
    opening = service.openings.begin([slip.id for slip in before])
    service.openings.keep(opening.id, [Read(slip.id) for slip in before])
    service.openings.end(opening.id)
    for day, text, who in WEEK:
        signature = Signature(ties=(Tie("by", parts[who]),) if who else ())
        service.add(NewSlip(text, when(day), small=text in MARKED, signature=signature))


async def _press(app: JarApp, pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press("space" if key == " " else key)
        await app.keys_done()
        await app.workers.wait_for_complete()
        await app.settled()
    await pilot.pause()


def main() -> None:
    """Write every picture beside this file."""
    for name, picture in PICTURES.items():
        svg = asyncio.run(draw(picture))
        (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
