"""Pins: each fails when a private name or habit of Textual that the guard leans on changes."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest
import textual
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual import app as app_module
from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual._queue import Queue
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Label
from textual.worker import WorkerFailed


def source(thing: Any) -> str:
    """Return source code with its spacing made plain."""
    return " ".join(inspect.getsource(thing).split())


def test_version_is_the_one_read() -> None:
    assert textual.__version__.startswith("8.2.")


@pytest.mark.parametrize(
    "name",
    [
        "_batch_count",
        "_background_screens",
        "_callbacks_of_screen",
        "_closed",
        "_closing",
        "_display",
        "_driver",
        "_exit_renderables",
        "_fatal_error",
        "_handle_exception",
        "_on_resize",
        "_previous_cursor_position",
        "_registry",
        "_return_code",
        "_running",
        "_sync_available",
    ],
)
async def test_app_names(name: str) -> None:
    app: App[None] = App()
    async with app.run_test():
        if name == "_callbacks_of_screen":
            assert isinstance(app.screen._callbacks, list)
        else:
            assert hasattr(app, name)


def test_display_is_what_cells_replaces() -> None:
    text = source(App._display)
    for part in (
        "if self._batch_count: return",
        "self._running and not self._closed and not self.is_headless",
        "self.screen.outer_size.clamp_offset( self.cursor_position )",
        "self._previous_cursor_position = cursor_position",
        "self._driver.flush()",
        "self.post_display_hook()",
    ):
        assert part in text
    assert source(LayoutUpdate.__init__).count("self.") == 2
    for name in ("chops", "spans", "chop_ends"):
        assert f"self.{name} = {name}" in source(ChopsUpdate.__init__)
    assert "strip.crop(0, min(end, x2) - x)" in source(ChopsUpdate.render_segments)
    assert "full" in inspect.signature(Compositor.render_update).parameters
    assert "render_update( screen_stack=app._background_screens )" in source(
        Screen._compositor_refresh
    )


def test_styles_are_rendered_as_frame_expects() -> None:
    style = Style.parse("bold red on default")
    assert Strip.render_ansi(style, ColorSystem.TRUECOLOR) == "1;31;49"
    assert Strip([Segment("a")]).cell_length == 1


def test_crash_path() -> None:
    text = source(App._handle_exception)
    assert "self._return_code = 1" in text
    assert "self._fatal_error()" in text
    assert "self.panic(error)" in text
    assert "self._exit_renderables[0]" in source(App._print_error_renderables)
    assert WorkerFailed(ValueError()).error.__class__ is ValueError
    assert hasattr(MessagePump, "_close_messages_no_wait")


async def test_an_idle_queue_has_a_waiter() -> None:
    queue: Queue[int] = Queue()
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    waiters: Any = queue.ready_event._waiters
    assert [waiter.done() for waiter in waiters] == [False]
    queue.put_nowait(1)
    assert all(waiter.done() for waiter in waiters)
    assert await task == 1


async def test_pump_names() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        await app.mount(Label("x"))
        await pilot.pause()
        label = app.query_one(Label)
        assert label in app._registry
        for name in ("_task", "_running", "_closed", "_message_queue", "_next_callbacks"):
            assert hasattr(label, name)
        assert label._task is not None
    assert "self._message_queue.put_nowait(message)" in source(MessagePump.post_message)


def test_keys_reach_the_app_by_post_message() -> None:
    assert "self._app._post_message(message)" in source(Driver.send_message)
    assert "return self.post_message(message)" in source(MessagePump._post_message)
    assert "forward_target._forward_event(event)" in source(App.on_event)
    assert events.Key("a", "a").is_forwarded is False


def test_parser_translates_single_sequences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "DISABLE_KITTY_KEY", True)

    def keys(text: str) -> list[str]:
        return [event.key for event in XTermParser().feed(text) if isinstance(event, events.Key)]

    assert keys("aB\r\x7f\t") == ["a", "B", "enter", "backspace", "tab"]
    assert keys("\x1b[A") == keys("\x1bOA") == ["up"]
    assert keys("\x1b[1;3A") == ["escape", "up"]
    assert keys("\x1b[?1;2c") == []  # unknown: held in the parser, which is thrown away
    assert "\x1bOA" in ANSI_SEQUENCES_KEYS
    assert constants.ESCAPE_DELAY < 1


def test_driver_names() -> None:
    start = source(LinuxDriver.start_application_mode)
    assert 'self.write("\\x1b[?1049h")' in start
    assert "self.attrs_before = termios.tcgetattr(self.fileno)" in start
    assert "target=self._run_input_thread" in start
    assert "if self._must_signal_resume:" in start
    stop = source(LinuxDriver.stop_application_mode)
    assert 'self.write("\\x1b[<u")' in stop
    assert "termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)" in stop
    assert "self.disable_input()" in stop
    assert "self._key_thread.join()" in source(LinuxDriver.disable_input)
    assert "self.run_input_thread()" in source(LinuxDriver._run_input_thread)
    assert "self._file = sys.__stderr__" in source(LinuxDriver.__init__)
    assert "WriterThread(self._file)" in start
    assert "self.resume_application_mode()" in source(LinuxDriver._sigcont_application)


def test_environment_is_read_at_import() -> None:
    text = source(constants)
    assert '_get_environ_bool("TEXTUAL_DISABLE_KITTY_KEY")' in text
    assert 'get_environ("TEXTUAL_ANIMATIONS"' in text
    assert 'environ.pop("NO_COLOR", None) is not None' in source(app_module.App.__init__)


def test_pointer_shapes_go_through_one_method() -> None:
    assert "_set_pointer_shape(pointer_shape)" in source(Screen)
    assert "\\x1b]22;" in source(app_module.App._set_pointer_shape)


def test_names_the_start_leans_on() -> None:
    assert events.ScreenResume.refresh_styles is True
    assert "refresh_bindings" in source(Screen)
    assert 'get_environ_int("TEXTUAL_FPS"' in source(constants)


async def test_the_first_screen_has_no_result_to_hand_on() -> None:
    app: App[None] = App()
    async with app.run_test():
        assert app.screen._result_callbacks == []
    assert "top_screen._pop_result_callback()" in source(App.switch_screen)
    assert "self._result_callbacks.pop()" in source(Screen._pop_result_callback)
    assert list(inspect.signature(Screen._push_result_callback).parameters)[1:3] == [
        "requester",
        "callback",
    ]
