"""The script of the first minutes in real terminals: slowly, and a step of keys in one write.

Each terminal, size and pace meets each of the others once; `JAR_TUI_EVERY=1` tries all of them.
"""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import product
from pathlib import Path
from typing import Literal

import pytest

from tests.every import either
from tests.reading import flat
from tests.tui.guard.session import DEADLINE, LEAVE_GLASS, ROOT, Session
from tests.tui.guard.tmux import attached, needs_tmux
from tests.tui.script import ALONE, ENTER, ESC, SHARED, SOMEBODY_ELSE, Step, reading, step, week
from tests.tui.test_real_tmux import start
from tests.tui.test_terminal import PROGRAM, kept, program, texts

Pace = Literal["slowly", "in one write"]
Size = tuple[int, int]
DESK, PHONE = (80, 24), (40, 20)
PACES: tuple[Pace, ...] = ("slowly", "in one write")


class Player:
    """Somebody at a terminal."""

    def __init__(
        self,
        terminal: Session,
        pace: Pace,
        *,
        look: Callable[[], str],
        gone: Callable[[], bool],
        lose: Callable[[], object],
    ) -> None:
        """Take how to see the screen, that it is the shell's again, and how to lose the link."""
        self.terminal = terminal
        self.lose = lose
        self._look = look
        self._gone = gone
        self._pace = pace

    def leave(self) -> None:
        """Press Ctrl-C and wait until the screen is the shell's again."""
        self.terminal.send("\x03")
        self.terminal.until(self._gone, "the main screen")

    def play(self, steps: Sequence[Step]) -> None:
        """Press the keys of each step and wait for what must then be read."""
        for keys, wanted in steps:
            if self._pace == "in one write":
                self.terminal.send("".join(keys))
            else:
                for key in keys:
                    self.terminal.send(key)
                    self.terminal.rest()
            for text in wanted:
                self.until(text)

    def until(self, text: str) -> None:
        """Wait until the screen shows a text, line breaks aside."""
        wanted = flat(text)
        try:
            self.terminal.until(lambda: wanted in flat(self._look()), text)
        except AssertionError:
            raise AssertionError(f"never: {text!r}\n{self._look()}") from None


@contextmanager
def in_pty(size: Size, pace: Pace) -> Iterator[Player]:
    """Run the program in a pseudo terminal."""
    with program(*size) as session:

        def lose() -> None:
            session.hang_up()
            session.ended()

        yield Player(
            session,
            pace,
            look=lambda: "\n".join(session.glass()),
            gone=lambda: LEAVE_GLASS in session.output,
            lose=lose,
        )


@contextmanager
def in_tmux(size: Size, pace: Pace) -> Iterator[Player]:
    """Run the program in a tmux of its own with a client attached."""
    with attached(*size) as tmux:
        start(tmux)
        shell = tmux.run("display-message", "-p", "#{pane_pid}").strip()
        program_id = int(subprocess.check_output(["pgrep", "-P", shell]).split()[0])

        def lose() -> None:
            tmux.run("kill-server")
            end = time.monotonic() + DEADLINE
            while Path(f"/proc/{program_id}").exists():
                assert time.monotonic() < end
                time.sleep(0.01)

        yield Player(tmux.client, pace, look=tmux.pane, gone=lambda: not tmux.in_glass(), lose=lose)


Terminal = Callable[[Size, Pace], AbstractContextManager[Player]]
PAIRS: tuple[tuple[Terminal, Size, Pace], ...] = (
    (in_pty, DESK, "slowly"),
    (in_pty, PHONE, "in one write"),
    (in_tmux, DESK, "in one write"),
    (in_tmux, PHONE, "slowly"),
)
ALL = tuple(product((in_pty, in_tmux), (DESK, PHONE), PACES))


def _way(terminal: Terminal, size: Size, pace: Pace) -> object:
    name = f"{terminal.__name__}-{size[0]}-{pace}"
    return pytest.param(
        terminal, size, pace, id=name, marks=needs_tmux if terminal is in_tmux else ()
    )


every_way = pytest.mark.parametrize(
    ("terminal", "size", "pace"), [_way(*one) for one in either(PAIRS, ALL)]
)


@every_way
def test_one_person_without_names(
    jar_home: Path, terminal: Terminal, size: Size, pace: Pace
) -> None:
    with terminal(size, pace) as player:
        player.until("Write one small step. Any size.")
        player.play(ALONE)
        player.leave()
    assert [(slip.text, slip.too_small) for slip in kept(jar_home)] == [
        ("said no to Saturday", True),
        ("took a breath before answering", False),
        ("got dressed", True),
    ]


@every_way
def test_a_system_of_twelve_and_then_somebody_else(
    jar_home: Path, terminal: Terminal, size: Size, pace: Pace
) -> None:
    with terminal(size, pace) as player:
        player.until("Write one small step. Any size.")
        player.play(SHARED)
        player.lose()
    with terminal(PHONE, pace) as player:
        player.play(SOMEBODY_ELSE)
        player.until("Tab parts")
    assert texts(jar_home)[-1] == "sat up"
    assert len(texts(jar_home)) == 5


@every_way
def test_an_opening_of_six(jar_home: Path, terminal: Terminal, size: Size, pace: Pace) -> None:
    week(jar_home)
    with terminal(size, pace) as player:
        player.until("Write one small step. Any size.")
        player.play(reading(pages=1 if size == DESK else 2))
    assert [slip.label for slip in kept(jar_home)] == [
        *("none", "both", "none", "none", "small", "none")
    ]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["80x24", "40x20"])
def test_killed_in_an_opening_it_comes_back_to_the_same_slip_and_nudge(
    jar_home: Path, size: Size
) -> None:
    week(jar_home)
    upto_second = reading(1)[:3]
    with in_pty(size, "slowly") as player:
        player.until("Write one small step. Any size.")
        player.play(upto_second)
        player.terminal.kill(signal.SIGKILL)
        player.terminal.ended()
    with in_pty(size, "in one write") as player:
        player.until("Write one small step. Any size.")
        player.play([step(ESC, "o", shows="Slips 2 to 6 are folded. Enter goes on from there.")])
        player.play(upto_second[2:])


@every_way
def test_the_shortest_way_to_a_nudge(
    jar_home: Path, terminal: Terminal, size: Size, pace: Pace
) -> None:
    with terminal(size, pace) as player:
        player.until("Write one small step. Any size.")
        player.play(
            [
                step("took a breath", ENTER, ESC, "t", "o", shows="1 of 1"),
                step(shows="took a breath It was marked"),
                step(ESC, shows="Stopped here. Slip 1 stays folded."),
            ]
        )
        player.leave()
    ran = subprocess.run([*PROGRAM, "list", "--json"], capture_output=True, check=True, cwd=ROOT)
    assert [row["too_small"] for row in json.loads(ran.stdout)] == [True]
