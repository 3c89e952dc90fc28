"""Words wider than the entry: folded where a letter ends, with nothing out of sight."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from textual import events
from textual._cells import cell_len
from textual._wrap import compute_wrap_offsets
from textual.document import _wrapped_document

from jar_tui.tui.clusters import after, before, clusters
from jar_tui.tui.guard.wrapping import keep_clusters_whole, wrap_offsets
from jar_tui.tui.widgets.quick_entry import QuickEntry
from tests.tui.conftest import at_the_jar

FAMILY, FLAG, HEART, SARA_AM = "👨\u200d👩\u200d👧", "🇩🇪", "❤\ufe0f", "ก\u0e33"
PIECES = some.sampled_from([FAMILY, FLAG, HEART, SARA_AM, "a", "e\u0301", "今", " ", "क\u094dष"])
TEXTS = some.lists(PIECES, max_size=40).map("".join)


def test_textual_wraps_where_it_is_replaced() -> None:
    keep_clusters_whole()
    assert vars(_wrapped_document)["compute_wrap_offsets"] is wrap_offsets
    names = list(inspect.signature(compute_wrap_offsets).parameters)
    assert names == list(inspect.signature(wrap_offsets).parameters)


@given(TEXTS, some.integers(4, 30))
def test_no_line_is_wider_than_the_entry_and_no_sign_is_parted(text: str, width: int) -> None:
    breaks = wrap_offsets(text, width, 4)
    lines = [text[a:b] for a, b in zip([0, *breaks], [*breaks, len(text)], strict=True)]
    assert "".join(lines) == text
    assert all(cell_len(line.rstrip()) <= width for line in lines)
    assert set(breaks) <= {begin for begin, _ in clusters(text)}


@given(some.text(some.sampled_from("ab cde-."), max_size=60), some.integers(4, 30))
def test_plain_words_wrap_as_ever(text: str, width: int) -> None:
    marked = f"{text}é"
    assert wrap_offsets(text, width, 4) == compute_wrap_offsets(text, width, 4)
    assert wrap_offsets(marked, width, 4) == compute_wrap_offsets(marked, width, 4)


@pytest.mark.parametrize("sign", [FAMILY, FLAG, HEART, SARA_AM, "e\u0301", "1\ufe0f\u20e3"])
def test_the_cursor_steps_over_a_sign_at_once(sign: str) -> None:
    text = f"a{sign}{sign}b"
    assert after(text, 1) == 1 + len(sign)
    assert before(text, len(text) - 1) == 1 + len(sign)
    assert before(text, 1) == 0
    assert after(text, len(text)) == len(text)


async def test_backspace_takes_a_whole_sign_and_every_pasted_sign_shows(
    jar_home: Path, clock: Callable[[], datetime]
) -> None:
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        entry = hand.app.screen.query_one("#entry", QuickEntry)
        entry.insert(f"今日は{HEART}" * 12)
        await hand.settle()
        assert hand.screen.count("❤") == 12
        entry.fill(f"a{FAMILY}{FLAG}")
        await hand.press("backspace")
        assert hand.entry == f"a{FAMILY}"
        await hand.press("left", "b")
        assert hand.entry == f"ab{FAMILY}"


async def test_a_joiner_that_is_typed_stays_in_the_word(
    jar_home: Path, clock: Callable[[], datetime]
) -> None:
    async with at_the_jar(jar_home, clock) as hand:
        for letter in "می\u200cخواهم":
            hand.app.post_message(events.Key(letter, letter))
        await hand.settle()
        assert hand.entry == "می\u200cخواهم"
