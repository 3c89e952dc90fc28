"""A tiny app on the guard, run in a pty by the tests: an entry, a list, a slow Enter."""

from __future__ import annotations

import sys
from pathlib import Path

from jar_tui.tui.guard import early, environment

environment.prepare()
EARLY = early.enter() if __name__ == "__main__" and "--late" not in sys.argv else None

import asyncio  # noqa: E402

from textual import events  # noqa: E402
from textual.app import ComposeResult  # noqa: E402
from textual.message import Message  # noqa: E402
from textual.widgets import OptionList, Static, TextArea  # noqa: E402

from jar_tui.tui.guard import signals  # noqa: E402
from jar_tui.tui.guard.cursor import place  # noqa: E402
from jar_tui.tui.guard.guarded import GuardedApp, run_guarded  # noqa: E402
from jar_tui.tui.guard.hooks import install_hooks  # noqa: E402

SENTENCE = "Something went wrong; your slips are safe."
SECRET = "secret-slip-text"


class Entry(TextArea):
    """Enter drops the slip; the words F, H and W misbehave in their own ways."""

    class Dropped(Message):
        """A slip was dropped."""

        def __init__(self, text: str) -> None:
            """Carry the slip."""
            self.text = text
            super().__init__()

    async def on_key(self, event: events.Key) -> None:
        """Drop on Enter."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Dropped(self.text))
        elif event.key == "f2":
            raise ValueError(SECRET + self.text)
        elif event.key == "f3":
            await asyncio.Event().wait()
        elif event.key == "f4":
            self.run_worker(self.fail(), exit_on_error=True)

    async def fail(self) -> None:
        """Crash in a worker."""
        local = SECRET + self.text
        raise KeyError(local)


class Rows(OptionList):
    """A list that keeps the hidden cursor on its highlighted row."""

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the cursor along."""
        super().watch_highlighted(highlighted)
        self.place_cursor()

    def on_focus(self) -> None:
        """Take the cursor over."""
        self.place_cursor()

    def place_cursor(self) -> None:
        """Put the cursor on the highlighted row."""
        place(self, 0, (self.highlighted or 0) - self.scroll_offset.y)


class DemoApp(GuardedApp):
    """An entry over a list; dropped slips go to a file, slowly."""

    BINDINGS = [("f5", "stuck", "")]
    CSS = "Entry { height: 5; } Rows { height: 1fr; }"

    def __init__(self, folder: Path, **kwargs: object) -> None:
        """Write into this folder."""
        self.folder = folder
        super().__init__(sentence=SENTENCE, crash_log=folder / "crash.log", **kwargs)  # type: ignore[arg-type]
        self.theme = "ansi-dark"

    def compose(self) -> ComposeResult:
        """Entry, list and a line."""
        yield Entry(id="entry")
        yield Rows(*[f"row {number} of the list" for number in range(60)])
        yield Static("ready", id="status")

    def on_mount(self) -> None:
        """Start in the entry, nothing blinking."""
        entry = self.query_one(Entry)
        entry.cursor_blink = False
        entry.focus()
        (self.folder / "ready").touch()

    async def on_entry_dropped(self, message: Entry.Dropped) -> None:
        """Record the slip as slowly as a disk may be, then clear the entry."""
        await asyncio.sleep(0.1)
        with (self.folder / "slips").open("a") as file:
            file.write(repr(message.text) + "\n")
        self.query_one(Entry).load_text("")

    async def action_stuck(self) -> None:
        """Hold the app's own loop for ever."""
        await asyncio.Event().wait()


def main() -> int:
    """Run in the folder given as the first argument."""
    folder = Path(sys.argv[1])
    undo = install_hooks(SENTENCE, folder / "crash.log")
    app = DemoApp(folder, early=EARLY)

    def on_end() -> None:
        (folder / "ended").write_text(app.query_one(Entry).text)

    signals.install(on_end, EARLY.restore if EARLY is not None else lambda: None)
    code = run_guarded(app)
    undo()
    return code


if __name__ == "__main__":
    code = main()
    sys.exit(code)
