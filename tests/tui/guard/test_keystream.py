"""Keys and pastes out of what the terminal sends, however a link or tmux cuts it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import constants, events
from textual.message import Message

from jar_tui.tui.guard.keystream import KeyStream


@pytest.fixture(autouse=True, scope="module")
def no_kitty_keys() -> Iterator[None]:
    """Parse as the app does, whose environment is prepared before Textual is imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(constants, "DISABLE_KITTY_KEY", True)
        yield


START, END = "\x1b[200~", "\x1b[201~"


class Clock:
    """A clock that only tests move."""

    now = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def read(*chunks: str | float) -> list[str]:
    """Feed chunks with pauses between them; return keys, and pastes as `<text>`."""
    clock = Clock()
    stream = KeyStream(clock)
    out: list[Message] = []
    for chunk in (*chunks, 0.15):
        if isinstance(chunk, str):
            out += stream.feed(chunk)
            continue
        end = clock.now + chunk
        while (wait := stream.wait()) is not None and clock.now + wait <= end:
            clock.now += wait
            out += stream.tick()
        clock.now = end
    return [names(message) for message in out]


def names(message: Message) -> str:
    """Return a key's name, or what a paste holds."""
    if isinstance(message, events.Key):
        return message.key
    return f"<{message.text}>" if isinstance(message, events.Paste) else type(message).__name__


@pytest.mark.parametrize(
    ("after", "key"),
    [
        ("t", "t"),
        ("T", "T"),
        ("1", "1"),
        ("/", "slash"),
        ("\r", "enter"),
        ("\x7f", "backspace"),
        ("\t", "tab"),
        (" ", "space"),
        ("b", "b"),
        ("\x14", "ctrl+t"),
        ("\x03", "ctrl+c"),
        ("é", "é"),
        ("O", "O"),
        ("[", "left_square_bracket"),
        ("]", "right_square_bracket"),
    ],
)
@pytest.mark.parametrize("pause", [0.0, 0.05, 0.4])
def test_alt_is_escape_then_the_key(after: str, key: str, pause: float) -> None:
    assert read("\x1b" + after, pause) == ["escape", key]
    assert read("\x1b", pause, after) == ["escape", key]


def test_escape_then_words_and_enter() -> None:
    assert read("\x1bhi\r") == ["escape", "h", "i", "enter"]
    assert read("\x1b\x1b\x1b") == ["escape"] * 3
    assert read("\x1bOx\x1bOt")[0] in {"escape", "8"}


def test_real_sequences_stay_whole_in_any_cut() -> None:
    for text in ("\x1b[A", "\x1bOA", "\x1b[3~", "\x1b[[A", "\x1b[1;5C"):
        whole = read(text)
        assert len(whole) == 1
        assert read(*text) == whole
        assert read("\x1b" + text) == ["escape", *whole]
    assert read("\x1b[1;3A") == ["escape", "up"]
    assert read("\x1b[I") == ["AppFocus"]


def test_unknown_sequences_are_never_typed() -> None:
    assert read("a\x1b[?1;2cb") == ["a", "b"]
    assert read("a\x1b[99;99;99;99~b") == ["a", "b"]
    assert read("a\x1b[" + "1;" * 40 + "mb") == ["a", "b"]
    assert read("\x1b[1;", 2.0, "b") == ["b"]


def test_paste_keeps_escapes_and_order() -> None:
    assert read(f"a{START}one\x1b[Atwo\r\x03{END}b") == ["a", "<one\x1b[Atwo\r\x03>", "b"]
    assert read(f"{START}{END}x") == ["x"]
    assert read(*f"{START}a\nb{END}c") == ["<a\nb>", "c"]
    assert read(f"{END}a") == ["a"]


def test_paste_that_never_ends_lets_go() -> None:
    assert read(f"{START}half", 3.5, "x", "\r") == ["<half>", "x", "enter"]
    assert read(f"{START}half", 1.0, "\x03") == ["<half>", "ctrl+c"]


def test_late_rest_of_a_paste_is_still_a_paste() -> None:
    assert read(f"{START}half", 3.5, f"rest\r{END}x") == ["<half>", "<rest\r>", "x"]
    long = "line\r" * 20
    assert read(f"{START}half", 3.5, long, f"end{END}") == ["<half>", f"<{long}end>"]


@given(st.text(st.sampled_from("\x1b[]O~0129;ABab\r\t語\x00\x7f"), max_size=40), st.data())
def test_never_raises_and_cuts_do_not_matter(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    assert read(text) == read(text[:cut], text[cut:])
