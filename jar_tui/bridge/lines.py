"""Plain text, one slip to a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2s

from jar_tui.bridge.shape import Found, Skipped
from jar_tui.domain.clean import clean, decoded, is_blank, slip_text


def read_lines(data: bytes) -> Iterator[Found | Skipped]:
    """Yield each line; the same line twice in a file is two slips, each with its own reference."""
    seen: Counter[str] = Counter()
    lines = clean(decoded(data)).split("\n")
    if lines[-1] == "":
        lines.pop()
    for row, line in enumerate(lines, 1):
        text = slip_text(line)
        if is_blank(text):
            yield Skipped(row, "blank")
            continue
        digest = blake2s(text.encode(), digest_size=12).hexdigest()
        seen[digest] += 1
        yield Found(row, text, f"lines:{digest}:{seen[digest]}")
