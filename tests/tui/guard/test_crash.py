"""Crash logs and hooks that cannot hold words, and an environment that logs none."""

from __future__ import annotations

import asyncio
import gc
import threading
from pathlib import Path

import pytest
from textual.app import App

from jar_tui.tui.guard.crashlog import describe, write_crash
from jar_tui.tui.guard.environment import prepare
from jar_tui.tui.guard.guarded import GuardedApp
from jar_tui.tui.guard.hooks import install_hooks

WORDS = "my private words"


def caught(depth: int = 2) -> BaseException:
    """Return an error raised some frames down, holding words in its message and cause."""
    try:
        try:
            _raise(depth, WORDS)
        except KeyError as cause:
            raise ExceptionGroup(WORDS, [ValueError(WORDS)]) from cause
    except ExceptionGroup as error:
        found = error
    return found


def _raise(depth: int, words: str) -> None:
    if depth:
        _raise(depth - 1, words)
    raise KeyError(words)


def test_describe_has_types_and_places_only() -> None:
    text = "\n".join(describe(caught()))
    assert WORDS not in text
    for part in ("ExceptionGroup", "KeyError", "ValueError", "guard/test_crash.py:", "_raise"):
        assert part in text


def test_log_is_private_capped_and_never_raises(tmp_path: Path) -> None:
    log = tmp_path / "crash.log"
    log.write_text("x" * 70_000)
    log.chmod(0o644)
    write_crash(log, caught())
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.stat().st_size < 2_000
    write_crash(tmp_path / "no" / "folder", caught())
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    write_crash(tmp_path / "link", caught())
    assert not (tmp_path / "elsewhere").exists()


def test_hooks_say_nothing_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    class Bad:
        def __del__(self) -> None:
            raise ValueError(WORDS)

    log = tmp_path / "log"
    undo = install_hooks("A calm sentence.", log)
    try:
        thread = threading.Thread(target=_raise, args=(1, WORDS))
        thread.start()
        thread.join()
        bad = Bad()
        del bad
        gc.collect()
        error = caught()
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        undo()
    assert capsys.readouterr().err == "A calm sentence.\n"
    text = log.read_text()
    assert WORDS not in text
    assert "KeyError" in text
    assert "__del__" in text


async def test_stray_tasks_are_logged_without_words(tmp_path: Path) -> None:
    async def fail() -> None:
        raise ValueError(WORDS)

    app = GuardedApp(sentence="s", crash_log=tmp_path / "log")
    async with app.run_test() as pilot:
        task: asyncio.Task[None] | None = asyncio.create_task(fail())
        await pilot.pause()
        assert task is not None
        assert task.done()
        task = None
        gc.collect()
        await pilot.pause()
    assert "ValueError" in (tmp_path / "log").read_text()
    assert WORDS not in (tmp_path / "log").read_text()


async def test_panic_and_toasts_are_calm(tmp_path: Path) -> None:
    app = GuardedApp(sentence="A calm sentence.", crash_log=tmp_path / "log")
    async with app.run_test(notifications=True) as pilot:
        app.notify("[/no way] [@click=app.bell]x")
        await pilot.pause()
        assert app.query("Toast")
        app.panic(WORDS)
        assert app._exit_renderables == ["A calm sentence."]
        app._exit_renderables.clear()
    assert isinstance(app, App)
    assert not GuardedApp.ENABLE_COMMAND_PALETTE


def test_environment_is_made_private() -> None:
    environ = {
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_LOG": "keys.log",
        "TEXTUAL_ALLOW_SIGNALS": "1",
        "TEXTUAL_COLOR_SYSTEM": "256",
        "NO_COLOR": "",
        "HOME": "/h",
    }
    prepare(environ)
    assert environ == {
        "TEXTUAL_COLOR_SYSTEM": "256",
        "TEXTUAL_DISABLE_KITTY_KEY": "1",
        "TEXTUAL_ANIMATIONS": "none",
        "TEXTUAL_FPS": "240",
        "HOME": "/h",
    }
    coloured = {"NO_COLOR": "1"}
    prepare(coloured)
    assert coloured["NO_COLOR"] == "1"
