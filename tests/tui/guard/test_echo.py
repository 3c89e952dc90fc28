"""The wiped echo, compared with a terminal that showed it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jar_tui.tui.guard.echo import typed_keys, wipe
from tests.tui.guard.session import shown


def echoed(pending: str) -> bytes:
    """Return what a Linux tty with ECHOCTL shows for these kept bytes."""
    out = ""
    for char in pending:
        if char == "\n":
            out += "\r\n"
        elif char == "\t" or char >= " ":
            out += char
        else:
            out += "^" + chr(ord(char) + 64)
    return out.encode()


@pytest.mark.parametrize("columns", [10, 20, 80])
@given(st.text(st.sampled_from("abc \n\t\x1b\x14é"), max_size=60))
def test_nothing_is_left_and_nothing_above_is_touched(columns: int, pending: str) -> None:
    above = b"$ jar-tui\r\n"
    wiped = wipe(pending.encode(), columns, 24)
    screen = shown(above + echoed(pending) + wiped, columns)
    lines = [line.rstrip() for line in screen.display if line.strip()]
    assert lines == ["$ jar-tui"] or len(pending) >= columns * 2 or pending.count("\n") > 20
    assert "".join(lines) in {"$ jar-tui", ""}


def test_wide_letters_are_counted_as_two_cells() -> None:
    assert wipe(("語" * 40).encode(), 80, 24) == b"\r\x1b[J"
    assert wipe(("語" * 41).encode(), 80, 24) == b"\r\x1b[1A\x1b[J"
    assert wipe(("a" + "語" * 40).encode(), 80, 24) == b"\r\x1b[1A\x1b[J"
    assert wipe("e\u0301\n".encode() * 9, 80, 5) == b"\r\x1b[4A\x1b[J"


def test_nothing_typed_writes_nothing() -> None:
    assert wipe(b"", 80, 24) == b""


def test_keys_are_given_back() -> None:
    assert typed_keys(b"a\nb\0", enter_became_newline=True) == b"a\rb"
    assert typed_keys(b"a\nb", enter_became_newline=False) == b"a\nb"


def test_early_imports_nothing_heavy() -> None:
    code = (
        "import sys; import jar_tui.tui.guard.early, jar_tui.tui.guard.environment;"
        "heavy = {'textual', 'rich', 'asyncio', 're', 'enum', 'typing_extensions', 'contextlib',"
        " 'unicodedata', 'threading'} & set(sys.modules); print(sorted(heavy))"
    )
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, '.'); {code}"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
