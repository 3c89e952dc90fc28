"""How to wipe the echo of letters typed before the tty was switched to raw."""

from __future__ import annotations

_TAB = 8


def typed_keys(pending: bytes, *, enter_became_newline: bool) -> bytes:
    """Give back what the keyboard sent, undoing what the cooked tty made of it."""
    keys = pending.replace(b"\0", b"")  # a Ctrl-D on a cooked tty is left behind as NUL
    return keys.replace(b"\n", b"\r") if enter_became_newline else keys


def wipe(pending: bytes, columns: int, lines: int) -> bytes:
    """Return the escapes that remove the echo of these bytes, from where it began to the end."""
    if not pending:
        return b""
    up = min(_rows_down(pending.decode("utf-8", "replace"), max(columns, 1)), max(lines - 1, 0))
    return b"\r" + (b"\x1b[%dA" % up if up else b"") + b"\x1b[J"


def _rows_down(text: str, columns: int) -> int:
    """Count how many rows below its start the cursor is, after a terminal showed this echo."""
    row = column = 0
    for char in text:
        if char == "\n":
            row, column = row + 1, 0
            continue
        if char == "\t":
            column = min(column - column % _TAB + _TAB, columns - 1)
            continue
        for width in _echo_widths(char):
            if column + width > columns:
                row, column = row + 1, 0
            column += width
    return row


def _echo_widths(char: str) -> tuple[int, ...]:
    """Return the widths of the cells that one typed character was echoed as."""
    if char < " " or char == "\x7f":
        return (0,) if char == "\0" else (1, 1)  # ECHOCTL shows ^X
    if char < "\x7f":
        return (1,)
    import unicodedata  # only for letters beyond ASCII: this file must be quick to import

    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return (0,)
    return (2,) if unicodedata.east_asian_width(char) in {"W", "F"} else (1,)
