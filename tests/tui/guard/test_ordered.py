"""Keys in order: the next waits for the handler, the focus and the screen of the one before."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Label, OptionList, TextArea

from jar_tui.tui.guard.ordered import OrderedKeys, without_alt


class Question(ModalScreen[str]):
    """A screen that takes its time to appear and to answer."""

    def compose(self) -> ComposeResult:
        """One field."""
        yield Label("?")
        yield Input(id="answer")

    async def on_mount(self) -> None:
        """Be slow, as over a bad link."""
        await asyncio.sleep(0.05)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, and keep the app from hearing of it."""
        event.stop()
        self.dismiss(event.value)


class Demo(OrderedKeys[int]):
    """Two fields and a list; keys that are slow in every way an app can be."""

    BINDINGS = [
        Binding("f1", "ask"),
        Binding("f2", "slow"),
        Binding("f4", "other"),
    ]

    def __init__(self) -> None:
        """Record what happens."""
        super().__init__()
        self.record: list[str] = []

    def compose(self) -> ComposeResult:
        """Two fields and a list."""
        yield TextArea(id="one")
        yield Input(id="two")
        yield OptionList("a", "b", "c", id="three")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Record a line."""
        self.record.append(event.value)
        event.input.value = ""

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Record a choice and move on, after the next refresh."""
        self.record.append(str(event.option.prompt))
        self.call_after_refresh(self.query_one("#two").focus)

    def action_ask(self) -> None:
        """Push the question."""
        self.push_screen(Question(), lambda answer: self.record.append(f"answer {answer}"))

    async def action_slow(self) -> None:
        """Wait for a store, then move the focus."""
        await asyncio.sleep(0.1)
        self.query_one("#two").focus()

    def action_other(self) -> None:
        """Move the focus by a message to the screen."""
        self.screen.call_later(lambda: self.call_later(self.query_one("#two").focus))


async def burst(pilot: Pilot[int], *keys: str) -> None:
    """Deliver keys at once, as one read of a laggy link does, and wait for all of them."""
    app = pilot.app
    assert isinstance(app, Demo)
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))
    await asyncio.wait_for(app.keys_done(), 10)


@pytest.mark.parametrize("move", ["f2", "f4"])
async def test_focus_is_waited_for(move: str) -> None:
    async with Demo().run_test() as pilot:
        await burst(pilot, "a", move, "b", "c", "enter")
        assert pilot.app.record == ["bc"]  # type: ignore[attr-defined]
        assert pilot.app.query_one(TextArea).text == "a"


async def test_a_focus_after_the_next_refresh_is_waited_for() -> None:
    async with Demo().run_test() as pilot:
        pilot.app.query_one("#three").focus()
        await burst(pilot, "down", "enter", "x", "enter")
        assert pilot.app.record == ["b", "x"]  # type: ignore[attr-defined]


async def test_a_screen_is_waited_for_both_ways() -> None:
    async with Demo().run_test() as pilot:
        await burst(pilot, "f1", "n", "o", "enter", "z", "f2", "y", "enter")
        assert pilot.app.record == ["answer no", "y"]  # type: ignore[attr-defined]
        assert pilot.app.query_one(TextArea).text == "z"


async def test_pastes_keep_their_place() -> None:
    async with Demo().run_test() as pilot:
        app: Any = pilot.app
        app.post_message(events.Key("f2", None))
        app.post_message(events.Paste("pasted"))
        await burst(pilot, "!", "enter")
        assert app.record == ["pasted!"]
        assert app.query_one(TextArea).text == ""


async def test_a_part_busy_before_the_key_holds_nothing_up() -> None:
    async with Demo().run_test() as pilot:
        gate = asyncio.Event()
        pilot.app.query_one(OptionList).call_later(gate.wait)
        await asyncio.sleep(0)
        await burst(pilot, "f2", "a", "enter")
        gate.set()
        assert pilot.app.record == ["a"]  # type: ignore[attr-defined]


async def test_escape_of_an_alt_key_comes_first() -> None:
    class Recorder(Screen[None]):
        keys: list[str] = []

        def on_key(self, event: events.Key) -> None:
            self.keys.append(event.key)

    async with Demo().run_test() as pilot:
        screen = Recorder()
        await pilot.app.push_screen(screen)
        await burst(pilot, "alt+t", "alt+shift+o", "alt+enter", "alt+slash", "x")
        expected = "escape t escape O escape enter escape slash x"
        assert " ".join(screen.keys) == expected


def test_other_events_are_left_alone() -> None:
    key, paste = events.Key("t", "t"), events.Paste("alt+t")
    assert without_alt(key) == [key]
    assert without_alt(paste) == [paste]
