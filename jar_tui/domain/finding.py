"""Which parts hold what was typed, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from jar_tui.domain.jar import search_form
from jar_tui.domain.records import Part
from jar_tui.domain.signing import TEXT, tag_shown

DIGITS: Final = "123456789"


class Finder:
    """Finds parts by what they are called, and by their tags."""

    def __init__(self, parts: Sequence[Part] = ()) -> None:
        """Take the parts in the order somebody gave them."""
        self._whole = [(part, [*_texts(part)]) for part in parts]
        self._bare = [(part, [*_texts(part, bare=True)]) for part in parts]

    def found(self, typed: str) -> list[Part]:
        """Return the parts that hold what was typed; every one of them where nothing was.

        First those that are called just so, then those beginning so, then those with a word in
        them that begins so, then the others; within each of these in their order.
        """
        wanted = search_form(typed.strip())
        begun = re.compile(rf"(?<![^\W_]){re.escape(wanted)}")
        ranks: tuple[list[Part], ...] = ([], [], [], [])
        for part, texts in self._known(wanted):
            held = [_rank(text, wanted, begun) for text in texts if wanted in text]
            if held or not wanted:
                ranks[min(held) if wanted else 0].append(part)
        return [part for rank in ranks for part in rank]

    def digits_held(self, typed: str) -> frozenset[str]:
        """Return the digits that some part has right behind what was typed."""
        longer = {digit: search_form(f"{typed.lstrip()}{digit}") for digit in DIGITS}
        texts = [text for _, known in self._whole for text in known]
        return frozenset(
            digit for digit, wanted in longer.items() if any(wanted in text for text in texts)
        )

    def _known(self, wanted: str) -> list[tuple[Part, list[str]]]:
        # The word that stands in a tag for those of a slip is nobody's.
        return self._bare if wanted in TEXT else self._whole


def _texts(part: Part, *, bare: bool = False) -> Iterator[str]:
    """Yield what a part is found by; `bare` tags are without the word that stands for a slip."""
    tags = [tag_shown(tag) for tag in part.tags]
    if bare:
        tags = [tag.replace(TEXT, " ") for tag in tags]
    for text in (part.name, part.display, part.mark, *tags):
        yield search_form(text)


def _rank(text: str, wanted: str, begun: re.Pattern[str]) -> int:
    if wanted in (text, text.rstrip(":")):
        return 0
    if text.startswith(wanted):
        return 1
    return 2 if begun.search(text) else 3
