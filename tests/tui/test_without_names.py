"""Somebody alone, who wants no names: no screen has a word about them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jar_tui.words.names import NONE
from tests.tui.gallery import SCREENS, shown

OF_NAMES = {"names-none", "names", "filter", "add", "name", "word", "sign", "who", "whom", "thank"}
"""Screens that are not there without names."""
OF_OTHER_JARS = {name for name, way in SCREENS.items() if way.jar in ("empty", "reworded")}
PLURAL = re.compile(
    r"\b(names?|parts?|alters?|headmates?|members?|systems?|sign(?:s|ed|ing)?|fronting)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", sorted(set(SCREENS) - OF_NAMES - OF_OTHER_JARS))
async def test_no_screen_speaks_of_names_where_none_are_wanted(name: str, jar_home: Path) -> None:
    async with shown(name, jar_home, (80, 24), word=NONE) as hand:
        assert not PLURAL.findall(hand.screen)


async def test_the_search_finds_what_it_looks_for(jar_home: Path) -> None:
    async with shown("entry", jar_home, (80, 24)) as hand:
        assert PLURAL.findall(hand.screen) == ["parts"]
