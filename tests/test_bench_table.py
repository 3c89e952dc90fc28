"""The table of the benchmarks: every promise has its row, and each is told as it is."""

from __future__ import annotations

import pytest

from tests.bench.__main__ import BENCHES
from tests.bench.rows import BESIDE, OPENED, ROWS, Row
from tests.bench.table import COLUMNS, Figure, Line, Missing, Peer, amount, ratio, render, verdict

PROMISED = {
    "start": {"10,000 slips": (1.3, "times"), "100,000 slips": (1.6, "times")},
    "add": {
        "10,000 slips": (2.5, "times"),
        "with --when": (4, "times"),
        "100,000 slips, against 1,000": (1.2, "times"),
    },
    "kept": {"1,000 slips": (3, "times"), "100,000 slips": (3, "times")},
    "store": {
        "insert, 1,000": (3, "times"),
        "insert, 10,000": (3, "times"),
        "insert, 100,000": (3, "times"),
        "edit, 1,000": (3, "times"),
        "edit, 10,000": (3, "times"),
        "edit, 100,000": (3, "times"),
        "insert, 100,000 against 1,000": (1.5, "times"),
        "edit, 100,000 against 1,000": (1.5, "times"),
        "insert, written, against 1,000": (1.05, "times"),
        "edit, written, against 1,000": (1.05, "times"),
    },
    "enter": {"10,000 slips": (20, "ms"), "100,000 slips": (20, "ms")},
    "letter": {"a letter": (60, "bytes")},
    "arrow": {
        "an arrow": (500, "bytes"),
        "a scrolling arrow": (500, "bytes"),
        "an arrow, first byte": (15, "ms"),
        "a scrolling arrow, first byte": (15, "ms"),
    },
    "paint": {"terminal's own colours": (8_000, "bytes"), "truecolor": (10_000, "bytes")},
    "idle": {"the most bytes": (0, "bytes"), "the most of a core": (0.5, "%")},
    "memory": {"10,000 slips": (1.6, "times"), "100,000 slips": (3.5, "times")},
    "find": {"the slowest letter": (250, "ms")},
}
"""Every budget of the architecture, but for those of a sealed jar."""
ROW = Row("row", "a title", {"a thing": (2, "times"), "another": (0, "bytes")}, "sealed: later")


def shown(*lines: Line) -> list[str]:
    return list(render(ROW, lines))


def cells(line: str) -> str:
    return " ".join(line.split())


def test_every_promise_has_a_row_and_no_other_figure_than_was_promised() -> None:
    assert {row.name: dict(row.budgets) for row in ROWS} == PROMISED


def test_every_row_has_something_that_measures_it() -> None:
    assert set(BENCHES) == {row.name for row in (*ROWS, OPENED, BESIDE)}


def test_what_is_sealed_is_said_to_be_left_out() -> None:
    add = next(row for row in ROWS if row.name == "add")

    assert "sealing does not exist yet" in list(render(add, []))[-1]


def test_a_row_tells_budget_figure_and_verdict() -> None:
    text = shown(Figure("a thing", 1.5, "times", "3 / 2 ms"), Figure("another", 7, "bytes"))

    assert text[0] == "row: a title"
    assert cells(text[2]) == "a thing 2 times 1.5 times yes 3 / 2 ms"
    assert cells(text[3]) == "another 0 bytes 7 bytes no"
    assert text[-1] == "  sealed: later"


def test_a_figure_nothing_was_promised_of_is_told_and_not_judged() -> None:
    assert cells(shown(Figure("a third", 9, "ms"))[2]) == "a third 9 ms"


def test_a_promise_that_was_not_measured_is_named() -> None:
    text = shown(Figure("a thing", 1, "times"), Missing("stopped", "nothing was ever painted"))

    assert "another 0 bytes not measured" in map(cells, text)
    assert "  stopped: nothing was ever painted" in text


def test_another_program_stands_below_with_its_ratio() -> None:
    text = shown(Peer("nano", 20, "ms", 4), Peer("vim", 0, "bytes"))
    heading = next(at for at, line in enumerate(text) if "theirs" in line)

    assert cells(text[heading + 1]) == "nano 20 ms 4 times"
    assert cells(text[heading + 2]) == "vim 0 bytes"


@pytest.mark.parametrize(
    ("measured", "limit", "said"),
    [
        (1.3, 1.3, "yes"),
        (1.31, 1.3, "no, 1% over"),
        (40, 20, "no, 100% over"),
        (0, 0, "yes"),
        (1, 0, "no"),
    ],
)
def test_a_promise_is_met_up_to_its_limit(measured: float, limit: float, said: str) -> None:
    assert verdict(measured, limit) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0 ms"), (0.01234, "0.0123 ms"), (99.96, "100 ms"), (4974.4, "4,974 ms")],
)
def test_amounts_have_three_digits(value: float, said: str) -> None:
    assert amount(value, "ms") == said


def test_a_ratio_is_the_median_pair_by_pair() -> None:
    assert ratio([2, 30, 8], [1, 10, 1]) == 3
    assert ratio([1, 2], [1, 0]) is None
    assert ratio([1], []) is None


def test_columns_line_up_and_every_line_fits_a_page() -> None:
    assert all(len(what) < 40 for row in ROWS for what in row.budgets)
    wide = Figure("a name as long as may be, and longer yet", 99_999.9, "screens", "d" * 60)
    text = shown(wide, Figure("another", 7, "bytes"), Missing("a", "b" * 200))

    assert all(len(line) <= COLUMNS for line in text)
    heading = next(line for line in text if "budget" in line)
    measured = next(line for line in text if "7 bytes" in line)
    assert heading.index("ours") + len("ours") == measured.index("7 bytes") + len("7 bytes")
    assert heading.index("met") == measured.rindex("no")
