"""Three hundred names: each signs with few keys, and the list is as quick as with one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random

import pytest

from jar_tui.domain.finding import Finder
from jar_tui.domain.people import everyone, listed
from jar_tui.domain.records import Part
from jar_tui.domain.signing import Named
from jar_tui.service import JarService
from tests.tui.conftest import at_the_jar
from tests.tui.test_names import by, signed
from tests.tui.wide_text import crooked

Clock = Callable[[], datetime]
COUNT = 300
MOST_KEYS = 5
"""From the entry to a signed slip."""
FIRST = (
    *("al", "be", "ca", "da", "el", "fi", "gra", "ha", "i", "jo", "ka", "li", "ma", "na"),
    *("or", "pe", "qui", "ro", "sa", "ta", "u", "vi", "wren", "ya", "ze"),
)
LAST = (
    *("ra", "ssa", "lo", "na", "th", "mir", "vin", "dell", "ry", "sha"),
    *("ke", "bby", "nne", "x", "tte", "lia", "rus", "on", "mi", "ck"),
)
BESIDE = ("Little {}", "Old {}", "{} of the stairs", "{} Two", "The {}")


@cache
def names() -> tuple[str, ...]:
    """Return names as people have them, some of which begin alike."""
    dice, found = Random(1), dict[str, None]()
    while len(found) < COUNT:
        name = (dice.choice(FIRST) + dice.choice(["", *LAST]) + dice.choice(LAST)).title()
        found[name] = None
        if not dice.randrange(6):
            found[dice.choice(BESIDE).format(name)] = None
    return tuple(found)[:COUNT]


def letters(name: str) -> Iterator[str]:
    """Yield what may be typed to find a name: three letters of it at most, the first of words."""
    words = name.casefold().split()
    for count in (1, 2, 3):
        for word in words:
            yield word[:count]
    for word in words:
        yield from (word[at : at + 3] for at in range(1, len(word) - 2))


def keys_to(finder: Finder, at: int, part: Part, found: Callable[[str], list[Part]]) -> list[str]:
    """Return the fewest keys from the entry by which a name signs, the first letter a capital."""
    if at < 9:
        return ["tab", str(at + 1)]
    ways = []
    for typed in letters(part.name):
        place = [one.id for one in found(typed)].index(part.id) + 1
        begun = ["tab", typed[0].upper(), *typed[1:]]
        if place == 1:
            ways.append([*begun, "enter"])
        elif place < 10 and str(place) not in finder.digits_held(typed):
            ways.append([*begun, str(place)])
    return min(ways, key=len, default=["too", "many"] * MOST_KEYS)


def all_keys(parts: tuple[Part, ...]) -> dict[str, list[str]]:
    """Return the fewest keys to every name, by the name."""
    finder = Finder(parts)
    found = cache(finder.found)
    return {part.name: keys_to(finder, at, part, found) for at, part in enumerate(parts)}


@pytest.fixture
def three_hundred(jar_home: Path, clock: Clock) -> tuple[Part, ...]:
    """Give a jar of three hundred names."""
    service, _ = JarService.open(jar_home, clock)
    tags = {"Wren": "w:text"}
    service.people.add([Named(name, tags.get(name, "")) for name in names()])
    return listed(service.jar)


async def test_each_of_three_hundred_signs_with_few_keys_on_a_phone(
    jar_home: Path, clock: Clock, three_hundred: tuple[Part, ...]
) -> None:
    keys = all_keys(three_hundred)
    assert len(keys) == COUNT
    assert max(map(len, keys.values())) <= MOST_KEYS
    hardest = sorted(keys, key=lambda name: (len(keys[name]), name))[-6:]
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        for name in hardest:
            hand.pause()
            await hand.press(*keys[name])
            assert hand.shows(f"signing: {name}")
            assert crooked(hand) == []
            await hand.drop("sat up")
            assert signed(hand) == by(hand, name)


async def test_the_list_of_three_hundred_is_made_once(
    jar_home: Path, clock: Clock, three_hundred: tuple[Part, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    async with at_the_jar(jar_home, clock, (40, 20)) as hand:
        await hand.press("tab")
        monkeypatch.setattr(
            "jar_tui.tui.screens.names_rows.row_of", lambda part: made.append(part.id)
        )
        await hand.press("down", "end", "pageup", "M", "a", "backspace", "escape", "home")
        assert not made
        part = everyone(hand.app.jar)[0]
        assert hand.shows(f"> 1 {part.name}")
