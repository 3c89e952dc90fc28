"""Words wider than a line are folded between letters and signs, never within one.

Textual folds between code points and adds up their widths one by one: parts of joined emoji come
apart, and what is wider together than alone runs out of the entry, unseen.
"""

from __future__ import annotations

from textual._cells import cell_len
from textual._wrap import chunks, compute_wrap_offsets
from textual.document import _wrapped_document

from jar_tui.tui.clusters import clusters


def wrap_offsets(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    """Return where a line of text is broken, as offsets of code points."""
    if text.isascii() or "\t" in text:
        return compute_wrap_offsets(text, width, tab_size, fold, precomputed_tab_sections)
    breaks: list[int] = []
    used = 0
    for start, _, chunk in chunks(text):
        size = cell_len(chunk)
        if used + size <= width:
            used += size
            continue
        if start:
            breaks.append(start)
        used = 0
        if size <= width:
            used = size
            continue
        for begin, end in clusters(chunk):
            wide = cell_len(chunk[begin:end])
            if used and used + wide > width:
                breaks.append(start + begin)
                used = 0
            used += wide
    return breaks


def keep_clusters_whole() -> None:
    """Have every text area wrap so."""
    setattr(_wrapped_document, "compute_wrap_offsets", wrap_offsets)  # noqa: B010 - not exported
