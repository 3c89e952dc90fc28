"""Hostile words through every screen: shown as they are, obeyed by nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual import events

from jar_tui.cli.console import now
from jar_tui.domain.slips import NewSlip
from jar_tui.service import JarService
from jar_tui.store.folders import Folders
from jar_tui.store.writer import Change, Writer
from jar_tui.tui.widgets.jar_picture import PAPER
from tests.tui.conftest import Hand, at_the_jar
from tests.tui.test_terminal import leave, program

Clock = Callable[[], datetime]
Size = tuple[int, int]
PAYLOADS = {
    "closing tag": "x [/foo] y",
    "action": "[@click=app.exit()]CLICK[/]",
    "spaced action": "[ @click=app.exit()]CLICK[/]",
    "a name in brackets": "[Moth] was here",
    "variable": "[$primary]x[/] 10% [3/10] [x] [ ] C:\\[b]",
    "link": "[link=https://example.invalid]y[/link]",
    "wide": "日本語のことば 👨‍👩‍👧‍👦 e\u0301 \u0646\u0639\u0645",
}
CONTROLS = {
    "clear": "a\x1b[2Jb",
    "title": "a\x1b]0;PWNED\x07b",
    "clipboard": "a\x1b]52;c;aGk=\x07b",
    "C1": "a\x9b2Jb\x9d0;PWNED\x9cb",
    "delete and nul": "a\x00\x7fb",
    "joiners": "a\u200d\u200d\u200d語",
    "override": "a\u202ecba\u2066b",
}


async def walk(hand: Hand, text: str) -> None:
    """Take a slip through every screen that can show it."""
    shown = text.split(maxsplit=1)[0][:20]
    await hand.press("escape")
    assert shown in hand.screen
    await hand.press("enter")
    assert shown in hand.screen
    await hand.press("e")
    assert shown in hand.screen
    await hand.press("ctrl+g", "escape", "escape", "d", "escape", "k")
    await hand.type("[/a], [b]")
    await hand.press("enter", "escape", "t")
    assert 'Marked "too small"' in hand.screen
    await hand.press("slash")
    hand.app.post_message(events.Paste(text[:20]))
    await hand.settle()
    await hand.press("escape", "question_mark", "escape", "tab")
    hand.app.notify(text)
    await hand.settle()
    hand.app.post_message(events.Paste(text))
    await hand.settle()
    assert shown in hand.screen


@pytest.mark.parametrize("text", PAYLOADS.values(), ids=PAYLOADS)
async def test_words_that_look_like_markup_are_words(
    jar_home: Path, clock: Clock, size: Size, text: str
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        hand.app.post_message(events.Paste(text))
        await hand.settle()
        await hand.press("enter")
        assert hand.app.jar.slips[0].text == text.replace("e\u0301", "é")
        await walk(hand, hand.app.jar.slips[0].text)
        assert hand.app.jar.slips[0].kinds == ("[/a]", "[b]")


async def test_ten_thousand_characters_go_everywhere(
    jar_home: Path, clock: Clock, size: Size
) -> None:
    async with at_the_jar(jar_home, clock, size) as hand:
        hand.app.post_message(events.Paste("word " * 2_000))
        await hand.settle()
        await hand.press("enter")
        await walk(hand, "word word word")


def plant(home: Path, text: str) -> None:
    """Put words into the journal that never passed the door, as a foreign program might."""
    folders = Folders(home)
    folders.make()
    fields = {
        "text": text,
        "happened": now().date().isoformat(),
        "precision": "day",
        "written": now().isoformat(),
        "kinds": [text],
        "when_words": text,
    }
    Writer(folders, now).append([Change("slips", "a" * 26, fields)])


@pytest.mark.parametrize("text", CONTROLS.values(), ids=CONTROLS)
def test_no_control_of_a_slip_reaches_the_terminal(jar_home: Path, text: str) -> None:
    plant(jar_home, text)
    with program() as session:
        session.until_shown(PAPER)
        before = len(session.output)
        session.send("\x1b")
        session.until_shown("> a")
        session.send("\r")
        session.until_shown("Esc back")
        session.send("e")
        session.until_shown("Enter keep")
        session.send("\x1b\x1bt")
        session.until_shown('Marked "too small"')
        session.send("\t\x1b[200~" + text + "\x1b[201~")
        session.until(lambda: "a" in session.glass()[2], "the paste")
        shown = session.output[before:]
        for forbidden in (b"PWNED\x07", b"\x1b]", b"\x1b[2Jb", b"\x9b", b"\x00", b"\x7f", b"\x07"):
            assert forbidden not in shown.replace(b"\x1b[H\x1b[2J", b"").replace(b"\xc2\x9b", b"?")
        assert "\u202e".encode() not in shown
        leave(session)


def test_no_slip_is_in_the_process_list_or_the_title(jar_home: Path) -> None:
    service, _ = JarService.open(jar_home, now)
    service.add(NewSlip("private words"))
    with program() as session:
        session.until_shown(PAPER)
        session.send("\x1b")
        session.until_shown("private words")
        command = Path(f"/proc/{session.pid}/cmdline").read_bytes()
        assert b"private" not in command
        assert b"\x1b]0;" not in session.output
        assert b"\x1b]2;" not in session.output
        leave(session)
